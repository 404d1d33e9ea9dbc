package dev.rapport.health.override;

import java.util.Set;

/**
 * How overrides are judged: a bad band says that the customer will be lost, any other that it will stay.
 *
 * @param badBands  the bands that say so, such as {@code red}
 * @param lost  the kinds of outcome that are a loss, such as {@code churned}; all others are none
 * @param withinDays  how many days after the override's end an outcome still counts for it
 */
public record OverrideRule(Set<String> badBands, Set<String> lost, int withinDays) {

    /**
     * Checks that there are bad bands, kinds of loss and days.
     *
     * @param badBands  the bands, at least one
     * @param lost  the kinds of outcome, at least one
     * @param withinDays  the days, at least 0
     */
    public OverrideRule {
        badBands = Set.copyOf(badBands);
        lost = Set.copyOf(lost);
        if (badBands.isEmpty() || lost.isEmpty()) {
            throw new IllegalArgumentException("badBands and lost must not be empty.");
        }
        if (withinDays < 0) {
            throw new IllegalArgumentException("withinDays (" + withinDays + ") must be at least 0.");
        }
    }
}
