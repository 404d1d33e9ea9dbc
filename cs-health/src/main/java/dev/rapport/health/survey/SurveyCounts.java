package dev.rapport.health.survey;

/**
 * How many answers count as what.
 *
 * @param favourable  promoters, satisfied, easy
 * @param neutral  neither
 * @param unfavourable  detractors, dissatisfied, hard
 */
public record SurveyCounts(int favourable, int neutral, int unfavourable) {

    static final SurveyCounts NONE = new SurveyCounts(0, 0, 0);

    /**
     * All of them.
     *
     * @return the number of answers
     */
    public int answers() {
        return favourable + neutral + unfavourable;
    }

    SurveyCounts and(AnswerClass answer) {
        return switch (answer) {
            case FAVOURABLE -> new SurveyCounts(favourable + 1, neutral, unfavourable);
            case NEUTRAL -> new SurveyCounts(favourable, neutral + 1, unfavourable);
            case UNFAVOURABLE -> new SurveyCounts(favourable, neutral, unfavourable + 1);
        };
    }
}
