package dev.rapport.engagement.coverage;

/**
 * How much it counts that some have more to look after than others. What is fair is a share by hours. Both at least 0 and
 * finite.
 *
 * @param perThousandArr  each thousand of ARR that a member has above or below the share, in the reporting currency
 * @param perHour  each hour of work a year that a member has above or below the share
 */
public record AssignmentBalance(double perThousandArr, double perHour) {

    /** The preset by which an even share does not count. */
    public static final AssignmentBalance NONE = new AssignmentBalance(0, 0);

    /**
     * Checks the weights.
     *
     * @param perThousandArr  at least 0
     * @param perHour  at least 0
     * @throws IllegalArgumentException if one is negative, infinite or not a number
     */
    public AssignmentBalance {
        AssignmentWeights.check("perThousandArr", perThousandArr);
        AssignmentWeights.check("perHour", perHour);
    }
}
