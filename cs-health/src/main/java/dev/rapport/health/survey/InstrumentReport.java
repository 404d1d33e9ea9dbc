package dev.rapport.health.survey;

import java.util.List;
import java.util.Optional;

/**
 * What was answered to one instrument.
 *
 * @param instrument  the instrument
 * @param overall  what all accounts answered
 * @param breakdowns  the same by attributes
 */
public record InstrumentReport(Instrument instrument, SurveySummary overall, List<SurveyBreakdown> breakdowns) {

    /**
     * Copies the breakdowns.
     *
     * @param instrument  the instrument
     * @param overall  what all accounts answered
     * @param breakdowns  the same by attributes
     */
    public InstrumentReport {
        breakdowns = List.copyOf(breakdowns);
    }

    /**
     * The breakdown by an attribute.
     *
     * @param attribute  the attribute's name
     * @return the breakdown, or empty if the report was not asked for it
     */
    public Optional<SurveyBreakdown> by(String attribute) {
        return breakdowns.stream()
                .filter(breakdown -> breakdown.attribute().name().equals(attribute))
                .findFirst();
    }
}
