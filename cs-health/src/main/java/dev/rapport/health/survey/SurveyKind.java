package dev.rapport.health.survey;

import java.util.Optional;

/** What kind of question an instrument asks, which decides the number that is made of the answers. */
public enum SurveyKind {
    /** Whether one would recommend: the share of promoters less the share of detractors, in points from -100 to 100. */
    NPS,
    /** How satisfied one is: the share of satisfied answers, from 0 to 1. */
    CSAT,
    /** How easy something was: the share of answers that call it easy, from 0 to 1. */
    CES,
    /** Something else: the mean answer, on the instrument's own scale. */
    OTHER;

    /**
     * The scale that the kind is usually asked on.
     *
     * @return 0 to 10 for nps, 1 to 5 for csat, 1 to 7 for ces; empty for others
     */
    public Optional<Scale> usualScale() {
        return switch (this) {
            case NPS -> Optional.of(new Scale(0, 10));
            case CSAT -> Optional.of(new Scale(1, 5));
            case CES -> Optional.of(new Scale(1, 7));
            case OTHER -> Optional.empty();
        };
    }

    /**
     * The thresholds that hold on the usual scale.
     *
     * <p>nps: promoters from 9, detractors to 6 (F. F. Reichheld, The One Number You Need to Grow, Harvard Business Review,
     * December 2003). csat: satisfied are the two highest answers of five. ces: easy is 5 and more of 7, "somewhat agree"
     * (CEB, Customer Effort Score 2.0, 2013).
     *
     * @return the thresholds, empty for others
     */
    public Optional<Thresholds> usualThresholds() {
        return switch (this) {
            case NPS -> Optional.of(new Thresholds(9, 6));
            case CSAT -> Optional.of(new Thresholds(4, 2));
            case CES -> Optional.of(new Thresholds(5, 3));
            case OTHER -> Optional.empty();
        };
    }
}
