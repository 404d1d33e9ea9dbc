package dev.rapport.engagement.forecast;

import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.model.internal.ValueStyle;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * One contract's decision in a forecast. Immutable.
 *
 * <p><strong>Formula.</strong> {@code expected = due * kept}, {@code expectedExpansion = expansion * kept}. A line disagrees
 * where {@code |stated - kept|} is above what the policy lets pass.
 *
 * <p><strong>Units.</strong> ARR of the contract, money in the currency of the forecast; probabilities from 0 to 1 that it is
 * kept in full: a renewal for less is not told apart.
 *
 * <p><strong>Edges.</strong> What renews by itself and is not open has the probability 1, what was given notice 0, with the
 * basis {@link Basis#DECIDED}. A contract whose amount is not known is no line; the forecast names it. Amounts are rounded half to even.
 *
 * <p><strong>Reference.</strong> The probability is the model's that passed its gate, else the declared rules', never a
 * person's; that both stand side by side, and are scored afterwards, is {@link CommitmentLog}'s.
 */
@Value.Immutable
@ValueStyle
public abstract class ForecastLine {

    ForecastLine() {}

    static Builder builder() {
        return new Builder();
    }

    /** What a probability rests on. */
    public enum Basis {
        /** A model that was fitted to the book and passed its gate. */
        MODEL,
        /** The declared rules of churn risk. */
        RULES,
        /** The policy's figure for those whose risk is not known. */
        UNKNOWN,
        /** Nothing is open: it renews by itself, or notice was given. */
        DECIDED
    }

    /**
     * What is decided, and by when.
     *
     * @return the decision
     */
    public abstract DecisionAhead decision();

    /**
     * The segment of the customer.
     *
     * @return its id, or {@code none}
     */
    public abstract String segment();

    /**
     * What is decided on.
     *
     * @return the recurring revenue of a year
     */
    public abstract Money due();

    /**
     * How likely it is kept.
     *
     * @return the probability, 0 to 1
     */
    public abstract double kept();

    /**
     * What the probability rests on.
     *
     * @return the basis
     */
    public abstract Basis basis();

    /**
     * What a person says.
     *
     * @return the latest that still counts, or empty
     */
    public abstract Optional<Commitment> commitment();

    /**
     * The probability that the person's call stands for.
     *
     * @return the probability; empty where nobody said anything
     */
    public abstract OptionalDouble stated();

    /**
     * Whether person and model are further apart than the policy lets pass.
     *
     * @return true if they disagree
     */
    public abstract boolean disagrees();

    /**
     * What is kept on average.
     *
     * @return due times the probability, rounded once; sums are sums of these
     */
    @Value.Lazy
    public Money expected() {
        return due().multipliedBy(kept(), RoundingMode.HALF_EVEN);
    }

    /**
     * What a person commits to sign on top, a year.
     *
     * @return the amount, in the currency of the forecast; zero without a commitment to it
     */
    public abstract Money expansion();

    /**
     * What is signed on top on average: only if the customer stays.
     *
     * @return the amount times the probability, rounded once
     */
    @Value.Lazy
    public Money expectedExpansion() {
        return expansion().multipliedBy(kept(), RoundingMode.HALF_EVEN);
    }

    /** Makes a line. */
    static final class Builder extends ImmutableForecastLine.Builder {
        Builder() {}
    }
}
