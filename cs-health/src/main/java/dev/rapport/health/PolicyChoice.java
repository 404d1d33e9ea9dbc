package dev.rapport.health;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import java.util.Optional;

/**
 * Which of several policies decided about a customer, and why.
 *
 * @param chosen  the policy
 * @param reason  why, as a sentence without a full stop
 * @param conditions  the conditions that the choice rests on, where it rests on any
 */
public record PolicyChoice(PolicyRef chosen, String reason, Optional<Explanation> conditions) {

    /**
     * Checks that there is a reason.
     *
     * @param chosen  the policy
     * @param reason  why
     * @param conditions  the conditions that the choice rests on
     */
    public PolicyChoice {
        requireNonNull(chosen, "chosen");
        requireNonNull(reason, "reason");
        requireNonNull(conditions, "conditions");
    }
}
