package dev.rapport.engagement.forecast;

import dev.rapport.engagement.forecast.Commitment.Call;
import dev.rapport.engagement.forecast.KeptRevenue.Method;
import dev.rapport.engagement.forecast.KeptRevenue.Stake;
import dev.rapport.model.internal.ValueStyle;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Some decisions together: what is due, what is kept on average, in the worst, the likely and the best case, and what people
 * say. Immutable.
 *
 * <p><strong>Formula.</strong> {@link #due()} and {@link #expected()} are sums over the lines. {@link #worst()}, {@link
 * #likely()} and {@link #best()} are the quantiles {@code tail}, 0.5 and {@code 1 - tail} of what {@link KeptRevenue} makes of
 * the amounts due; {@code gross = expected / due}, {@code net = (expected + expectedExpansion) / due}.
 *
 * <p><strong>Units.</strong> ARR, money in the currency of the forecast; each line is rounded once, to the minor unit, so
 * that sums of months and segments are those of all. The cases are not sums of the cases of months.
 *
 * <p><strong>Edges.</strong> Of one customer the contracts with the same probability are kept or lost together, all others
 * independently: what hits many customers at once makes the worst case worse than it is told here. Without lines all
 * amounts are zero, and gross and net are empty. Amounts below zero count as zero in the cases.
 *
 * <p><strong>Algorithm.</strong> That of {@link KeptRevenue}, from a fixed seed where it draws: the same lines give the same
 * sum.
 *
 * <p><strong>Reference.</strong> See {@link KeptRevenue}; the tail is the policy's.
 */
@Value.Immutable
@ValueStyle
public abstract class ForecastSum {

    private static final long SEED = 1;
    private static final double MIDDLE = 0.5;

    ForecastSum() {}

    static Builder builder() {
        return new Builder();
    }

    static ForecastSum of(List<ForecastLine> lines, CurrencyUnit currency, ForecastPolicy policy) {
        KeptRevenue kept = KeptRevenue.of(stakes(lines), SEED);
        Builder sum = builder()
                .decisions(lines.size())
                .due(sum(lines, currency, ForecastLine::due))
                .expected(sum(lines, currency, ForecastLine::expected))
                .expectedExpansion(sum(lines, currency, ForecastLine::expectedExpansion))
                .worst(Money.ofMinor(currency, kept.quantile(policy.tail())))
                .likely(Money.ofMinor(currency, kept.quantile(MIDDLE)))
                .best(Money.ofMinor(currency, kept.quantile(1 - policy.tail())))
                .method(kept.method());
        for (Call call : Call.values()) {
            sum.putCalled(
                    call, sum(lines.stream().filter(line -> says(line, call)).toList(), currency, ForecastLine::due));
        }
        List<ForecastLine> stated =
                lines.stream().filter(line -> line.stated().isPresent()).toList();
        return sum.expectedOfCalled(sum(stated, currency, ForecastLine::expected))
                .statedOfCalled(sum(
                        stated,
                        currency,
                        line -> line.due().multipliedBy(line.stated().orElseThrow(), RoundingMode.HALF_EVEN)))
                .build();
    }

    private static boolean says(ForecastLine line, Call call) {
        return line.commitment().flatMap(Commitment::call).filter(call::equals).isPresent();
    }

    /** What a customer's contracts come to, by how likely they are kept; in the order of the customers. */
    private static List<Stake> stakes(List<ForecastLine> lines) {
        Map<String, Map<Double, Long>> byCustomer = new TreeMap<>();
        for (ForecastLine line : lines) {
            long minor = Math.max(0, line.due().getAmountMinorLong());
            byCustomer
                    .computeIfAbsent(line.decision().customerId(), absent -> new TreeMap<>())
                    .merge(line.kept(), minor, Long::sum);
        }
        List<Stake> stakes = new ArrayList<>();
        byCustomer.values().forEach(parts -> parts.forEach((kept, minor) -> stakes.add(new Stake(minor, kept))));
        return stakes;
    }

    private static Money sum(List<ForecastLine> lines, CurrencyUnit currency, Function<ForecastLine, Money> amount) {
        Money sum = Money.zero(currency);
        for (ForecastLine line : lines) {
            sum = sum.plus(amount.apply(line));
        }
        return sum;
    }

    /**
     * How many contracts are decided on.
     *
     * @return the number
     */
    public abstract int decisions();

    /**
     * What is decided on.
     *
     * @return the recurring revenue of a year
     */
    public abstract Money due();

    /**
     * What of it is kept on average.
     *
     * @return the sum of what is expected of each decision
     */
    public abstract Money expected();

    /**
     * What is signed on top on average, as far as somebody commits to it.
     *
     * @return the sum
     */
    public abstract Money expectedExpansion();

    /**
     * What is kept in the worst case.
     *
     * @return less is kept no more often than the policy's tail says
     */
    public abstract Money worst();

    /**
     * What is kept in the likely case.
     *
     * @return the median
     */
    public abstract Money likely();

    /**
     * What is kept in the best case.
     *
     * @return more is kept no more often than the policy's tail says
     */
    public abstract Money best();

    /**
     * How the cases were found.
     *
     * @return the method
     */
    public abstract Method method();

    /**
     * What people say of how much.
     *
     * @return what is due by each call
     */
    public abstract Map<Call, Money> called();

    /**
     * What people expect to be kept of what they made a call on.
     *
     * @return what is due times what the call stands for
     */
    public abstract Money statedOfCalled();

    /**
     * What the model expects to be kept of the same.
     *
     * @return the sum of what is expected
     */
    public abstract Money expectedOfCalled();

    /**
     * The gross retention that is expected of these renewals.
     *
     * @return what is kept on average, of what is due; empty where nothing is
     */
    @Value.Lazy
    public OptionalDouble gross() {
        return share(expected());
    }

    /**
     * The net retention that is expected of these renewals.
     *
     * @return the same with what is signed on top
     */
    @Value.Lazy
    public OptionalDouble net() {
        return share(expected().plus(expectedExpansion()));
    }

    private OptionalDouble share(Money of) {
        return due().isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        of.getAmount().doubleValue() / due().getAmount().doubleValue());
    }

    /** Makes a sum. */
    static final class Builder extends ImmutableForecastSum.Builder {
        Builder() {}
    }
}
