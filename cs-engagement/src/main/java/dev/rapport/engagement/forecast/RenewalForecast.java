package dev.rapport.engagement.forecast;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.forecast.ForecastLine.Basis;
import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.health.HealthAttributes;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.MoneySum;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What of the revenue that is decided ahead will be kept: by decision, by month, by segment and in all. Immutable.
 *
 * <pre>{@code
 * RenewalForecast forecast = RenewalForecast.of(decisions, book, Basis.RULES, ForecastPolicy.standard(), reckoning);
 * forecast.total().expected(); // to the cent the sum of all lines
 * forecast.total().worst();    // less than this is kept in one case of twenty
 * }</pre>
 *
 * <p>Each decision is kept with the customer's churn risk against it ({@link HealthAttributes#CHURN_RISK}, from a model that
 * passed its gate or from rules), whatever its term; where that is not known, the policy's figure holds. What a person
 * commits to stands beside it and changes nothing but the expected expansion.
 */
public final class RenewalForecast {

    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final String NO_SEGMENT = "none";

    private final ForecastPolicy policy;
    private final Reckoning reckoning;
    private final LocalDate date;
    private final int days;
    private final List<ForecastLine> lines = new ArrayList<>();
    private final List<ForecastLine> decided = new ArrayList<>();
    private final List<String> untold = new ArrayList<>();

    private RenewalForecast(ForecastPolicy policy, Reckoning reckoning, DecisionsAhead decisions) {
        this.policy = requireNonNull(policy, "policy");
        this.reckoning = requireNonNull(reckoning, "reckoning");
        this.date = decisions.date();
        this.days = decisions.days();
    }

    /**
     * Forecasts.
     *
     * @param decisions  what is decided ahead
     * @param book  the same customers, with their churn risk laid over them
     * @param basis  what that risk is from
     * @param policy  how it is forecast
     * @param reckoning  the currency and its rates, as the decisions were made with
     * @return the forecast
     */
    public static RenewalForecast of(
            DecisionsAhead decisions, Book book, Basis basis, ForecastPolicy policy, Reckoning reckoning) {
        RenewalForecast forecast = new RenewalForecast(policy, reckoning, decisions);
        boolean hasCommitments = book.provides().series().contains(Commitment.SERIES);
        forecast.take(
                decisions.ahead(),
                forecast.lines,
                book,
                hasCommitments,
                view -> view.find(HealthAttributes.CHURN_RISK)
                        .map(risk -> new Chance(1 - risk, basis))
                        .orElse(new Chance(policy.keptIfUnknown(), Basis.UNKNOWN)));
        Function<CustomerView, Chance> stays = view -> new Chance(1, Basis.DECIDED);
        forecast.take(decisions.missed(), forecast.decided, book, hasCommitments, stays);
        forecast.take(decisions.renewingSilently(), forecast.decided, book, hasCommitments, stays);
        forecast.take(
                decisions.leaving(), forecast.decided, book, hasCommitments, view -> new Chance(0, Basis.DECIDED));
        Collections.sort(forecast.untold);
        return forecast;
    }

    /** How likely something is kept, and how that is known. */
    private record Chance(double kept, Basis basis) {}

    private void take(
            List<DecisionAhead> decisions,
            List<ForecastLine> into,
            Book book,
            boolean hasCommitments,
            Function<CustomerView, Chance> chance) {
        for (DecisionAhead decision : decisions) {
            CustomerView view = book.find(decision.customerId()).orElseThrow();
            if (decision.arr().isEmpty()) {
                untold.add(decision.contract());
                continue;
            }
            Chance kept = chance.apply(view);
            Optional<Commitment> said = hasCommitments ? latest(view, decision) : Optional.empty();
            OptionalDouble stated = said.flatMap(Commitment::call)
                    .map(call -> OptionalDouble.of(policy.keptBy(call)))
                    .orElse(OptionalDouble.empty());
            into.add(ForecastLine.builder()
                    .decision(decision)
                    .segment(view.find(SEGMENT).orElse(NO_SEGMENT))
                    .due(decision.arr().get())
                    .kept(kept.kept)
                    .basis(kept.basis)
                    .commitment(said)
                    .stated(stated)
                    .expansion(expansion(said))
                    .disagrees(
                            stated.isPresent() && Math.abs(stated.getAsDouble() - kept.kept) >= policy.disagreement())
                    .build());
        }
    }

    /** What is committed to on top; an expansion of what is not committed to is none. */
    private Money expansion(Optional<Commitment> said) {
        MoneySum sum = new MoneySum(reckoning.currency(), reckoning.rates());
        said.filter(one -> one.call().filter(Commitment.Call.COMMIT::equals).isPresent())
                .flatMap(Commitment::expansion)
                .ifPresent(more -> sum.add(more, date));
        return sum.total();
    }

    /** The last that was said about a contract and is not too old. */
    private Optional<Commitment> latest(CustomerView view, DecisionAhead decision) {
        Optional<Commitment> last = Optional.empty();
        for (Commitment said : view.series(Commitment.SERIES)) {
            LocalDate day = said.saidOn(view.zone());
            boolean counts = said.contract().equals(decision.contract())
                    && said.call().isPresent()
                    && !day.isAfter(date)
                    && day.plusDays(policy.validDays()).isAfter(date);
            if (counts
                    && last.map(before ->
                                    !said.entry().at().isBefore(before.entry().at()))
                            .orElse(true)) {
                last = Optional.of(said);
            }
        }
        return last;
    }

    /**
     * How it is forecast.
     *
     * @return the policy
     */
    public ForecastPolicy policy() {
        return policy;
    }

    /**
     * The day from which it is forecast.
     *
     * @return the last day that the cut sees
     */
    public LocalDate date() {
        return date;
    }

    /**
     * How far it looks ahead.
     *
     * @return a number of days
     */
    public int days() {
        return days;
    }

    /**
     * The decisions that are open.
     *
     * @return a line each, by date, customer, contract
     */
    public List<ForecastLine> lines() {
        return List.copyOf(lines);
    }

    /**
     * Terms of which nothing is open any more, and which run on: they renew by themselves, or notice was given.
     *
     * @return a line each
     */
    public List<ForecastLine> decided() {
        return List.copyOf(decided);
    }

    /**
     * The contracts that are left out, because nobody tells their revenue.
     *
     * @return their ids
     */
    public List<String> untold() {
        return List.copyOf(untold);
    }

    /**
     * All open decisions together.
     *
     * @return the sum
     */
    public ForecastSum total() {
        return ForecastSum.of(lines, currency(), policy);
    }

    /**
     * The open decisions by the month in which they are taken.
     *
     * @return the months with decisions; they sum to the total
     */
    public List<ForecastMonth> months() {
        return byMonth(lines, line -> YearMonth.from(line.decision().date()));
    }

    /**
     * The open decisions by segment.
     *
     * @return the segments with decisions; they sum to the total
     */
    public Map<String, ForecastSum> segments() {
        Map<String, List<ForecastLine>> bySegment = new TreeMap<>();
        for (ForecastLine line : lines) {
            bySegment
                    .computeIfAbsent(line.segment(), absent -> new ArrayList<>())
                    .add(line);
        }
        Map<String, ForecastSum> sums = new TreeMap<>();
        bySegment.forEach((segment, own) -> sums.put(segment, ForecastSum.of(own, currency(), policy)));
        return Collections.unmodifiableMap(sums);
    }

    /**
     * The terms that run out within some days, open or decided, of each contract the first: later ones depend on it. This is
     * what retention by the renewals due will count.
     *
     * @param until  the last day that counts
     * @return a line each, by the end of the term
     */
    public List<ForecastLine> runningOut(LocalDate until) {
        List<ForecastLine> all = new ArrayList<>(decided);
        all.addAll(lines);
        all.sort((a, b) -> {
            int byEnd = a.decision().termEnd().compareTo(b.decision().termEnd());
            int byCustomer = a.decision().customerId().compareTo(b.decision().customerId());
            return byEnd != 0
                    ? byEnd
                    : byCustomer != 0
                            ? byCustomer
                            : a.decision().contract().compareTo(b.decision().contract());
        });
        Set<String> contracts = new HashSet<>();
        all.removeIf(line -> line.decision().termEnd().isAfter(until)
                || !contracts.add(
                        line.decision().customerId() + "\n" + line.decision().contract()));
        return List.copyOf(all);
    }

    /**
     * The renewals due within the days ahead, by the month in which the term runs out.
     *
     * @return the months
     */
    public List<ForecastMonth> renewalsDue() {
        return byMonth(
                runningOut(date.plusDays(days)),
                line -> YearMonth.from(line.decision().termEnd()));
    }

    /**
     * Where person and model are further apart than the policy lets pass.
     *
     * @return the lines, most revenue first
     */
    public List<ForecastLine> disagreements() {
        return lines.stream()
                .filter(ForecastLine::disagrees)
                .sorted((a, b) -> b.due().compareTo(a.due()))
                .toList();
    }

    /**
     * What the forecast rests on, in plain words.
     *
     * @return sentences
     */
    public List<String> words() {
        return ForecastWords.of(this);
    }

    ForecastSum sum(List<ForecastLine> some) {
        return ForecastSum.of(some, currency(), policy);
    }

    CurrencyUnit currency() {
        return reckoning.currency();
    }

    private List<ForecastMonth> byMonth(List<ForecastLine> some, Function<ForecastLine, YearMonth> month) {
        Map<YearMonth, List<ForecastLine>> months = new TreeMap<>();
        for (ForecastLine line : some) {
            months.computeIfAbsent(month.apply(line), absent -> new ArrayList<>())
                    .add(line);
        }
        List<ForecastMonth> sums = new ArrayList<>();
        months.forEach((when, own) -> sums.add(new ForecastMonth(when, sum(own))));
        return List.copyOf(sums);
    }
}
