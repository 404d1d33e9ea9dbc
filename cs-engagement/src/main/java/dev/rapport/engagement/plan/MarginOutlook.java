package dev.rapport.engagement.plan;

import dev.rapport.engagement.evaluation.MarginForecast;
import dev.rapport.engagement.evaluation.MarginRange;
import dev.rapport.engagement.evaluation.ModelEvaluation;
import dev.rapport.engagement.evaluation.ModelOption;
import dev.rapport.engagement.evaluation.Swing;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.MarginSpread;
import dev.rapport.engagement.model.RetentionExpectation;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.model.SegmentModel;
import dev.rapport.engagement.model.Triangle;
import dev.rapport.engagement.plan.PlanRetention.SegmentRetention;
import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.retention.RetentionRate;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What customer success leaves of the coming year's gross profit if segments keep what they kept in the last twelve months,
 * with a range, and what each euro of it buys. Immutable.
 *
 * <p>The share of ARR that a segment keeps is its gross revenue retention by account; the ends of that figure's 95 % interval
 * are taken for the least and the greatest that are believable. Gross profit and cost are off what is planned by as much as the
 * policy of engagement models says, else as planned. Segments whose cost or
 * whose interval is not known are left out and named.
 */
public final class MarginOutlook {

    /** What the simulation begins with, and how many years it has: the same plan has the same bytes. */
    private static final long SEED = 1;

    private static final int YEARS = 10_000;
    private static final double BAD = 0.05;
    private static final double ORDINARY = 0.5;
    private static final double GOOD = 0.95;

    private final CurrencyUnit currency;
    private final List<ModelOption> options;
    private final MarginForecast forecast;
    private final MarginRange range;

    private MarginOutlook(CurrencyUnit currency, List<ModelOption> options, Optional<MarginSpread> spread) {
        this.currency = currency;
        this.options = List.copyOf(options);
        this.forecast = MarginForecast.of(
                options,
                spread.map(MarginSpread::grossProfit).orElse(Triangle.exactly(1)),
                spread.map(MarginSpread::costToServe).orElse(Triangle.exactly(1)));
        this.range = forecast.simulate(SEED, YEARS);
    }

    /**
     * The outlook of a plan.
     *
     * @param plan  the plan
     * @return the outlook; lacks what its economics and its retention lack, and the segments that are left out
     */
    public static Section<MarginOutlook> of(Plan plan) {
        List<String> missing = Missing.ofBoth(plan.economics(), plan.retention());
        if (plan.economics().value().isEmpty() || plan.retention().value().isEmpty()) {
            return Section.lacking(missing);
        }
        Economics economics = plan.economics().value().get();
        ModelEvaluation.Builder evaluation = ModelEvaluation.of(economics);
        for (SegmentEconomics row : economics.segments()) {
            Optional<RetentionExpectation> expectation =
                    expectation(row, plan.retention().value().get().segments());
            expectation.ifPresent(evaluation::expect);
            if (row.customers() > 0 && expectation.isEmpty()) {
                missing.add("retention of segment " + row.segment());
            }
        }
        ModelEvaluation known = evaluation.build();
        known.unpriced().forEach(one -> missing.add("cost of " + one));
        List<ModelOption> options = new ArrayList<>();
        economics.segments().forEach(row -> options.addAll(known.options(row.segment())));
        return options.isEmpty()
                ? Section.lacking(missing)
                : new Section<>(
                        Optional.of(new MarginOutlook(
                                plan.currency(), options, economics.policy().marginSpread())),
                        List.copyOf(missing));
    }

    /** What a segment keeps under the model that it has: what it kept in the last twelve months. */
    static Optional<RetentionExpectation> expectation(SegmentEconomics row, List<SegmentRetention> segments) {
        return segments.stream()
                .filter(segment -> segment.segment().equals(row.segment())
                        && !segment.rates().isEmpty())
                .findFirst()
                .map(segment -> segment.rates().get(0).gross())
                .flatMap(MarginOutlook::triangle)
                .map(share -> new RetentionExpectation(
                        new SegmentModel(row.segment(), row.model()), share, "the last twelve months"));
    }

    private static Optional<Triangle> triangle(RetentionRate rate) {
        if (rate.share().isEmpty() || !(rate.estimate() instanceof Estimate.Known known)) {
            return Optional.empty();
        }
        double share = clipped(rate.share().getAsDouble());
        return Optional.of(new Triangle(
                Math.min(share, clipped(known.interval().low())),
                share,
                Math.max(share, clipped(known.interval().high()))));
    }

    private static double clipped(double share) {
        return Math.max(0, Math.min(1, share));
    }

    /**
     * The segments under their models, those whose euro keeps most first.
     *
     * @return one option for each segment that is not left out
     */
    public List<ModelOption> segments() {
        List<ModelOption> sorted = new ArrayList<>(options);
        sorted.sort(Comparator.comparingDouble(
                        (ModelOption option) -> -option.keptPerCost().orElse(Double.POSITIVE_INFINITY))
                .thenComparing(option -> option.of().segment()));
        return List.copyOf(sorted);
    }

    /**
     * The expected margin of these segments.
     *
     * @return gross profit kept less cost to serve, a year
     */
    public Money expected() {
        return money(forecast.expected());
    }

    /**
     * The margin that one bad year of twenty stays below.
     *
     * @return the margin, a year
     */
    public Money bad() {
        return money(range.quantile(BAD));
    }

    /**
     * The margin that every other year stays below.
     *
     * @return the margin, a year
     */
    public Money ordinary() {
        return money(range.quantile(ORDINARY));
    }

    /**
     * The margin that one good year of twenty exceeds.
     *
     * @return the margin, a year
     */
    public Money good() {
        return money(range.quantile(GOOD));
    }

    /**
     * What moves the margin, the most important first.
     *
     * @return what is not certain
     */
    public List<Swing> tornado() {
        return forecast.tornado().stream().filter(swing -> swing.width() > 0).toList();
    }

    /**
     * An amount in the plan's currency.
     *
     * @param amount  in major units
     * @return rounded to the minor unit
     */
    public Money money(double amount) {
        return Money.of(currency, amount, RoundingMode.HALF_EVEN);
    }
}
