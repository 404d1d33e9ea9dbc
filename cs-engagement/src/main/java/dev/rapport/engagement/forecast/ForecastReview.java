package dev.rapport.engagement.forecast;

import dev.rapport.engagement.forecast.BridgeStep.Part;
import dev.rapport.engagement.milestone.DecisionResult;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.ArrBridge.Kind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * What was forecast at an earlier date beside what happened since: the ARR bridge twice, month by month, and contract by
 * contract. The forecast is made anew with what was known then, so that no plan need be kept. Immutable.
 *
 * <pre>{@code
 * ForecastReview since = ForecastReview.of(forecastThen, cutNow, bridge, 90, reckoning);
 * since.steps();                // lost, expansion, new, currency: forecast and happened
 * since.renewals().gross();     // what was kept of the renewals due
 * }</pre>
 *
 * <p>It counts the terms that ran out between the two dates; what was decided in that time and runs on until later has
 * changed no revenue yet.
 */
public final class ForecastReview {

    private final RenewalForecast forecast;
    private final ArrBridge bridge;
    private final List<ReviewedLine> lines;
    private final ReviewedSum renewals;

    private ForecastReview(RenewalForecast forecast, ArrBridge bridge, List<ReviewedLine> lines) {
        this.forecast = forecast;
        this.bridge = bridge;
        this.lines = List.copyOf(lines);
        this.renewals = sum(lines);
    }

    /**
     * Holds a forecast against what happened.
     *
     * @param forecast  the forecast of the earlier date, with what was known then; its horizon reaches the later date
     * @param now  the later cut of the same facts, with former customers
     * @param bridge  how the recurring revenue came from one date to the other
     * @param graceDays  how long a term that ran out counts as pending
     * @param reckoning  the currency, its rates and the calendar
     * @return the review
     */
    public static ForecastReview of(
            RenewalForecast forecast, Book now, ArrBridge bridge, int graceDays, Reckoning reckoning) {
        List<ReviewedLine> lines = new ArrayList<>();
        for (ForecastLine line : forecast.runningOut(now.date())) {
            Optional<CustomerView> later = now.find(line.decision().customerId());
            DecisionResult result = later.map(view -> DecisionResult.of(line.decision(), view, graceDays, reckoning))
                    .orElseGet(() -> new DecisionResult(
                            DecisionResult.Kind.OPEN, Optional.empty(), "the customer is not known any more"));
            lines.add(new ReviewedLine(line, result));
        }
        return new ForecastReview(forecast, bridge, lines);
    }

    private ReviewedSum sum(List<ReviewedLine> some) {
        return ReviewedSum.of(some, forecast.policy(), forecast.currency());
    }

    /**
     * The earlier date.
     *
     * @return the last day that the forecast saw
     */
    public LocalDate since() {
        return bridge.from();
    }

    /**
     * The later date.
     *
     * @return the last day of which it is known what happened
     */
    public LocalDate until() {
        return bridge.to();
    }

    /**
     * What the forecast rested on.
     *
     * @return sentences
     */
    public List<String> words() {
        return forecast.words();
    }

    /**
     * The recurring revenue at the earlier date.
     *
     * @return the opening of both bridges
     */
    public Money opening() {
        return bridge.opening();
    }

    /**
     * How the one came to the other.
     *
     * @return a step for each part; opening and all that happened come to the closing, to the cent
     */
    public List<BridgeStep> steps() {
        ForecastSum expected = renewals.forecast();
        Money lost =
                bridge.total(Kind.CHURN).plus(bridge.total(Kind.CONTRACTION)).plus(bridge.becamePending());
        return List.of(
                new BridgeStep(Part.LOST, Optional.of(expected.expected().minus(expected.due())), lost.negated()),
                new BridgeStep(Part.EXPANSION, Optional.of(expected.expectedExpansion()), bridge.total(Kind.EXPANSION)),
                new BridgeStep(
                        Part.NEW, Optional.empty(), bridge.total(Kind.NEW).plus(bridge.total(Kind.REACTIVATION))),
                new BridgeStep(
                        Part.CURRENCY, Optional.empty(), bridge.currency().plus(bridge.transferred())));
    }

    /**
     * The recurring revenue that was forecast for the later date, without new customers.
     *
     * @return the opening with all steps that were forecast
     */
    public Money expectedClosing() {
        return closing(renewals.forecast().expected());
    }

    /**
     * The same in the worst case.
     *
     * @return the opening with the worst case of the renewals
     */
    public Money worstClosing() {
        return closing(renewals.forecast().worst());
    }

    /**
     * The same in the best case.
     *
     * @return the opening with the best case of the renewals
     */
    public Money bestClosing() {
        return closing(renewals.forecast().best());
    }

    private Money closing(Money kept) {
        ForecastSum sum = renewals.forecast();
        return opening().minus(sum.due()).plus(kept).plus(sum.expectedExpansion());
    }

    /**
     * The recurring revenue at the later date.
     *
     * @return the closing
     */
    public Money closing() {
        return bridge.closing();
    }

    /**
     * The terms that ran out in between.
     *
     * @return what was forecast of them, and what became of it
     */
    public ReviewedSum renewals() {
        return renewals;
    }

    /**
     * The same by the month in which they ran out.
     *
     * @return the months; they sum to the renewals
     */
    public List<ReviewedMonth> months() {
        Map<YearMonth, List<ReviewedLine>> months = new TreeMap<>();
        for (ReviewedLine line : lines) {
            YearMonth month = YearMonth.from(line.forecast().decision().termEnd());
            months.computeIfAbsent(month, absent -> new ArrayList<>()).add(line);
        }
        List<ReviewedMonth> sums = new ArrayList<>();
        months.forEach((month, own) -> sums.add(new ReviewedMonth(month, sum(own))));
        return List.copyOf(sums);
    }

    /**
     * The same contract by contract.
     *
     * @return a line each, by the end of the term
     */
    public List<ReviewedLine> lines() {
        return lines;
    }
}
