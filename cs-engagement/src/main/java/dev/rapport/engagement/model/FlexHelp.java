package dev.rapport.engagement.model;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What a flex rule asks for now: whom it helps, what that costs, and who lies beyond its hours. Immutable. */
@Value.Immutable
@ValueStyle
public interface FlexHelp {

    /**
     * A customer that the trigger is set off by.
     *
     * @param customerId  the customer
     * @param because  what set it off, as clauses
     */
    record Triggered(String customerId, List<String> because) {

        /**
         * Copies the clauses.
         *
         * @param customerId  the customer
         * @param because  what set it off
         */
        public Triggered {
            because = because instanceof Because ? because : List.copyOf(because);
        }
    }

    /**
     * The model whose customers get it.
     *
     * @return the id of the model
     */
    String model();

    /**
     * The rule.
     *
     * @return the rule
     */
    FlexRule rule();

    /**
     * The hours that were spent on it within the last 365 days.
     *
     * @return the hours of time entries whose kind is the id of the rule
     */
    BigDecimal spent();

    /**
     * Whom there are hours for.
     *
     * @return the customers, who pays most first
     */
    List<Triggered> helped();

    /**
     * Whom there are no hours for any more.
     *
     * @return the customers, who pays most first
     */
    List<Triggered> beyond();

    /**
     * The hours that this takes.
     *
     * @return hours for each who is helped
     */
    default BigDecimal hours() {
        return rule().hoursEach().multiply(BigDecimal.valueOf(helped().size()));
    }

    /**
     * What it costs.
     *
     * @return the hours at the cost of the role, rounded once; empty if that is not told
     */
    Optional<Money> cost();

    /**
     * What the rule can cost in a year at most.
     *
     * @return its hours at the cost of the role, rounded once; empty if that is not told
     */
    Optional<Money> costAtMost();

    /** Fills a help. Not for use by several threads. */
    final class Builder extends ImmutableFlexHelp.Builder {
        Builder() {}
    }
}
