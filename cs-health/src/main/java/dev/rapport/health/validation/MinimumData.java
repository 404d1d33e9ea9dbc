package dev.rapport.health.validation;

import static java.util.Objects.requireNonNull;

/**
 * How much must have happened before a verdict is given.
 *
 * @param months  from the first date to where outcomes end, at least 0
 * @param losses  losses among the observations, each relation once, at least 1
 * @param source  where the numbers come from
 */
public record MinimumData(int months, int losses, String source) {

    /**
     * Checks both.
     *
     * @param months  how long
     * @param losses  how many
     * @param source  where the numbers come from
     */
    public MinimumData {
        requireNonNull(source, "source");
        if (months < 0 || losses < 1) {
            throw new IllegalArgumentException(
                    "months (" + months + ") must be at least 0, losses (" + losses + ") at least 1.");
        }
    }

    /**
     * 12 months and 30 losses, as EG-CSM asks of renewals before a calibration verdict.
     *
     * @return the preset
     */
    public static MinimumData egCsm() {
        return new MinimumData(
                12,
                30,
                "EG-CSM: at least 12 months and 30 renewals before a calibration verdict (grade B: a practitioner's rule);"
                        + " read as losses");
    }
}
