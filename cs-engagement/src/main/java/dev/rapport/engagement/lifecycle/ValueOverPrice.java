package dev.rapport.engagement.lifecycle;

import dev.rapport.engagement.lifecycle.CustomerOutcome.State;
import dev.rapport.model.internal.ValueStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What customers gain in a year by the roadmap's outcomes, against what they pay for it. */
@Value.Immutable
@ValueStyle
public abstract class ValueOverPrice {

    ValueOverPrice() {}

    static ValueOverPrice of(String of, int customers, List<CustomerOutcome> outcomes, Money price) {
        Map<State, Integer> states = new EnumMap<>(State.class);
        Money confirmed = Money.zero(price.getCurrencyUnit());
        Money claimed = confirmed;
        for (CustomerOutcome one : outcomes) {
            states.merge(one.state(), 1, Integer::sum);
            if (one.state() == State.CONFIRMED) {
                confirmed = one.valuePerYear().map(confirmed::plus).orElse(confirmed);
            } else {
                claimed = one.valuePerYear().map(claimed::plus).orElse(claimed);
            }
        }
        int sure = states.getOrDefault(State.CONFIRMED, 0);
        return new Builder()
                .of(of)
                .customers(customers)
                .outcomes(outcomes.size())
                .notSet(states.getOrDefault(State.NOT_SET, 0))
                .behind(states.getOrDefault(State.BEHIND, 0))
                .reached(states.getOrDefault(State.REACHED, 0) + sure)
                .confirmed(sure)
                .confirmedValue(confirmed)
                .claimedValue(claimed)
                .price(price)
                .build();
    }

    /**
     * For whom.
     *
     * @return a customer's id, or a segment's, or {@code all}
     */
    public abstract String of();

    /**
     * How many customers are meant.
     *
     * @return those for whom the roadmap has an outcome
     */
    public abstract int customers();

    /**
     * How many outcomes these should reach.
     *
     * @return a number, each customer's counted
     */
    public abstract int outcomes();

    /**
     * For how many of them there is no goal.
     *
     * @return a part of {@link #outcomes()}
     */
    public abstract int notSet();

    /**
     * How many were due and are not reached.
     *
     * @return a part of {@link #outcomes()}
     */
    public abstract int behind();

    /**
     * How many are reached, confirmed or not.
     *
     * @return a part of {@link #outcomes()}
     */
    public abstract int reached();

    /**
     * How many the customers have confirmed.
     *
     * @return a part of {@link #reached()}
     */
    public abstract int confirmed();

    /**
     * What is worth in a year what customers confirmed.
     *
     * @return the sum of what can be told
     */
    public abstract Money confirmedValue();

    /**
     * What is worth in a year what we say was realised, and no customer confirmed.
     *
     * @return the sum of what can be told
     */
    public abstract Money claimedValue();

    /**
     * What these customers pay in a year.
     *
     * @return the sum of what is known of their recurring revenue
     */
    public abstract Money price();

    /**
     * How many times over the confirmed value pays the price.
     *
     * @return a ratio, above 1 where the customer gains; empty without a price
     */
    public OptionalDouble ratio() {
        return price().isPositive()
                ? OptionalDouble.of(confirmedValue().getAmount().doubleValue()
                        / price().getAmount().doubleValue())
                : OptionalDouble.empty();
    }

    static final class Builder extends ImmutableValueOverPrice.Builder {
        Builder() {}
    }
}
