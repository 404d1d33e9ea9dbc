package dev.rapport.health.choice;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.measure.AttributeTest;
import java.util.List;

/**
 * For whom a scorecard is.
 *
 * @param scorecard  the id of the scorecard
 * @param when  what must all hold of a customer
 */
public record ChoiceRule(String scorecard, List<AttributeTest> when) {

    /**
     * Checks that there is a condition.
     *
     * @param scorecard  the id of the scorecard
     * @param when  at least one question
     */
    public ChoiceRule {
        requireNonNull(scorecard, "scorecard");
        when = List.copyOf(when);
        if (when.isEmpty()) {
            throw new IllegalArgumentException(
                    "when of " + scorecard + " must not be empty.\n" + "Maybe it is the scorecard for all others.");
        }
    }

    /**
     * A scorecard for those of whom everything holds.
     *
     * @param scorecard  the id of the scorecard
     * @param when  at least one question
     * @return the rule
     */
    public static ChoiceRule of(String scorecard, AttributeTest... when) {
        return new ChoiceRule(scorecard, List.of(when));
    }
}
