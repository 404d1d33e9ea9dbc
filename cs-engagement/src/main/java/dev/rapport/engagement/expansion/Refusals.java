package dev.rapport.engagement.expansion;

import java.util.Set;

/**
 * What counts as a refusal, and how long it holds. An outcome whose reason is a cause refuses that cause, any other refusal
 * all of them.
 *
 * @param outcomes  kinds of outcomes that refuse
 * @param touchpoints  kinds of touchpoints that refuse
 * @param coolOffDays  how long nothing is offered after a refusal, at least 1
 */
public record Refusals(Set<String> outcomes, Set<String> touchpoints, int coolOffDays) {

    /**
     * Copies the sets and checks the days.
     *
     * @param outcomes  kinds of outcomes
     * @param touchpoints  kinds of touchpoints
     * @param coolOffDays  how long nothing is offered
     * @throws IllegalArgumentException if the days are below 1
     */
    public Refusals {
        outcomes = Set.copyOf(outcomes);
        touchpoints = Set.copyOf(touchpoints);
        if (coolOffDays < 1) {
            throw new IllegalArgumentException("coolOffDays (" + coolOffDays + ") must be at least 1.");
        }
    }
}
