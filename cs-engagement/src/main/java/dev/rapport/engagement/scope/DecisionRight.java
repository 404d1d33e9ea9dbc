package dev.rapport.engagement.scope;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.joda.money.Money;

/**
 * Who may decide something without asking.
 *
 * @param decision  the kind of decision
 * @param role  who may
 * @param upTo  up to which amount, inclusive; empty for any
 */
public record DecisionRight(String decision, String role, Optional<Money> upTo) {

    /**
     * Checks that nothing is missing.
     *
     * @param decision  the kind of decision
     * @param role  who may
     * @param upTo  up to which amount
     */
    public DecisionRight {
        requireNonNull(decision, "decision");
        requireNonNull(role, "role");
        requireNonNull(upTo, "upTo");
    }
}
