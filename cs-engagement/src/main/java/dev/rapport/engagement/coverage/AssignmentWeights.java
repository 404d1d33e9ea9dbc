package dev.rapport.engagement.coverage;

/**
 * How much each misfit of a placement counts. All at least 0 and finite.
 *
 * @param handOver  somebody else than the present owner
 * @param otherLanguage  somebody who does not speak the customer's language
 * @param perZoneHour  each hour between the clocks of both, up to 12
 */
public record AssignmentWeights(double handOver, double otherLanguage, double perZoneHour) {

    /**
     * The preset that keeps the present owner wherever possible: a hand-over (30) counts more than another language (8)
     * and the longest distance (12 hours at 1) together. Source: our own; no published numbers on the cost of a hand-over
     * were found.
     */
    public static final AssignmentWeights CONTINUITY_FIRST = new AssignmentWeights(30, 8, 1);

    /**
     * Checks the weights.
     *
     * @param handOver  at least 0
     * @param otherLanguage  at least 0
     * @param perZoneHour  at least 0
     * @throws IllegalArgumentException if one is negative, infinite or not a number
     */
    public AssignmentWeights {
        check("handOver", handOver);
        check("otherLanguage", otherLanguage);
        check("perZoneHour", perZoneHour);
    }

    static void check(String name, double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(name + " (" + weight + ") must be a finite number of at least 0.");
        }
    }
}
