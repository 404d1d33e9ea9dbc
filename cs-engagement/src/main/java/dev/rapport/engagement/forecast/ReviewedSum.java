package dev.rapport.engagement.forecast;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What was forecast of some renewals beside what became of them. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class ReviewedSum {

    ReviewedSum() {}

    static Builder builder() {
        return new Builder();
    }

    static ReviewedSum of(List<ReviewedLine> lines, ForecastPolicy policy, CurrencyUnit currency) {
        List<ReviewedLine> known = lines.stream().filter(ReviewedLine::isKnown).toList();
        return builder()
                .forecast(ForecastSum.of(
                        lines.stream().map(ReviewedLine::forecast).toList(), currency, policy))
                .dueKnown(sum(
                        known, currency, line -> true, line -> line.forecast().due()))
                .kept(sum(known, currency, line -> true, ReviewedLine::kept))
                .renewed(sum(known, currency, line -> true, ReviewedLine::renewed))
                .notKnown(sum(
                        lines,
                        currency,
                        line -> !line.isKnown(),
                        line -> line.forecast().due()))
                .build();
    }

    private static Money sum(
            List<ReviewedLine> lines,
            CurrencyUnit currency,
            Predicate<ReviewedLine> counts,
            Function<ReviewedLine, Money> amount) {
        Money sum = Money.zero(currency);
        for (ReviewedLine line : lines) {
            sum = counts.test(line) ? sum.plus(amount.apply(line)) : sum;
        }
        return sum;
    }

    /**
     * What was forecast.
     *
     * @return the sum of the earlier forecast's lines
     */
    public abstract ForecastSum forecast();

    /**
     * What was due of those of which it is known what became of them.
     *
     * @return the sum
     */
    public abstract Money dueKnown();

    /**
     * What of that was kept, without what was signed on top.
     *
     * @return the sum
     */
    public abstract Money kept();

    /**
     * What was renewed, with what was signed on top.
     *
     * @return the sum
     */
    public abstract Money renewed();

    /**
     * What was due of those of which it is not known: pending, still open, or part of another customer now.
     *
     * @return the sum
     */
    public abstract Money notKnown();

    /**
     * What was lost.
     *
     * @return what was due and is known, less what was kept
     */
    @Value.Lazy
    public Money lost() {
        return dueKnown().minus(kept());
    }

    /**
     * Whether what was kept lies between the worst and the best case. What is not known counts as kept at most, and as lost
     * at least, so that a verdict does not depend on it.
     *
     * @return true if the range has it, whatever becomes of the rest
     */
    @Value.Lazy
    public boolean isWithinRange() {
        return !kept().isLessThan(forecast().worst())
                && !kept().plus(notKnown()).isGreaterThan(forecast().best());
    }

    /**
     * The gross retention that came of it.
     *
     * @return what was kept, of what is known; empty where nothing is
     */
    @Value.Lazy
    public OptionalDouble gross() {
        return share(kept());
    }

    /**
     * The net retention that came of it.
     *
     * @return what was renewed, of what is known; empty where nothing is
     */
    @Value.Lazy
    public OptionalDouble net() {
        return share(renewed());
    }

    private OptionalDouble share(Money of) {
        return dueKnown().isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        of.getAmount().doubleValue() / dueKnown().getAmount().doubleValue());
    }

    /** Makes a sum. */
    static final class Builder extends ImmutableReviewedSum.Builder {
        Builder() {}
    }
}
