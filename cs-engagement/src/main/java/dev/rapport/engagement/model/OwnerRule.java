package dev.rapport.engagement.model;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who has to look after a customer in one role: so many named people, or a pool. A customer without what the rule asks
 * for is a gap; one without what no rule asks for is not. Immutable.
 */
@Value.Immutable
@ValueStyle
public interface OwnerRule {

    /**
     * The role, as ownerships name it.
     *
     * @return the id of a role
     */
    String role();

    /**
     * The pool that looks after the customers, in place of named people.
     *
     * @return the id of a pool, or empty
     */
    Optional<String> pool();

    /**
     * How many named people there must be at once.
     *
     * @return the number, 1 unless said otherwise; of no meaning with a pool
     */
    @Value.Default
    default int atLeast() {
        return 1;
    }

    /**
     * How many named people there may be at once.
     *
     * @return the number, 1 unless said otherwise; of no meaning with a pool
     */
    @Value.Default
    default int atMost() {
        return Math.max(1, atLeast());
    }

    /**
     * The life-cycle stages in which the rule holds.
     *
     * @return the stages; empty if it always holds
     */
    List<String> stages();

    /**
     * What the people must be able to do.
     *
     * @return the lowest level, 1 to 5, of each skill
     */
    Map<String, Integer> skills();

    /**
     * Starts a rule.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills a rule. Not for use by several threads. */
    final class Builder extends ImmutableOwnerRule.Builder {
        Builder() {}
    }
}
