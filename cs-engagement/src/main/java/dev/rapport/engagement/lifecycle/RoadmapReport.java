package dev.rapport.engagement.lifecycle;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.engagement.lifecycle.CustomerOutcome.State;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Reckoning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * A book held against the roadmap of value: which outcomes customers of each target market should reach, where each stands,
 * what that is worth, and whether it pays the price.
 *
 * <pre>{@code
 * RoadmapReport roadmap = RoadmapReport.of(lifeCycle, book, reckoning);
 * roadmap.overall().ratio();
 * }</pre>
 */
public final class RoadmapReport {

    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");

    private static final int YEARS = 2;
    private static final int DAYS_OF_YEAR = 365;

    private final Reckoning reckoning;
    private final LocalDate today;
    private final Map<LocalDate, List<Then>> earlier = new TreeMap<>();
    private final Map<String, List<CustomerOutcome>> ofCustomer = new TreeMap<>();
    private final Map<String, String> segmentOf = new HashMap<>();
    private final Map<String, Money> pays = new HashMap<>();
    private final List<CustomerFailure> failures = new ArrayList<>();

    private RoadmapReport(Reckoning reckoning, LocalDate today) {
        this.reckoning = reckoning;
        this.today = today;
    }

    /**
     * Holds a book against the roadmap of a life cycle.
     *
     * @param policy  the life cycle
     * @param book  the customers, with each one's segment laid over it
     * @param reckoning  what values are reckoned in
     * @return the report
     */
    public static RoadmapReport of(LifeCycle policy, Book book, Reckoning reckoning) {
        RoadmapReport report = new RoadmapReport(reckoning, book.date());
        for (CustomerView view : book.customers()) {
            try {
                report.take(policy, view);
            } catch (RuntimeException e) {
                report.failures.add(CustomerFailure.of(view.customerId(), e));
            }
        }
        return report;
    }

    /**
     * What is read.
     *
     * @return the goals
     */
    public static Requirements requirements() {
        return Requirements.series(Goal.SERIES);
    }

    private void take(LifeCycle policy, CustomerView view) {
        Optional<String> segment = view.find(SEGMENT);
        List<CustomerOutcome> mine = new ArrayList<>();
        for (RoadmapOutcome outcome : policy.roadmap()) {
            if (outcome.isFor(segment)) {
                mine.add(outcome(outcome, view));
            }
        }
        if (mine.isEmpty()) {
            return;
        }
        List<Then> before = new ArrayList<>();
        for (int years = 1; years <= YEARS; years++) {
            view.daysBefore(years * DAYS_OF_YEAR).ifPresent(then -> before.add(then(policy, segment, then)));
        }
        Optional<Money> price = view.find(ARR);
        price.ifPresent(amount -> pays.put(view.customerId(), amount));
        segmentOf.put(view.customerId(), segment.orElse("none"));
        ofCustomer.put(view.customerId(), List.copyOf(mine));
        before.forEach(then ->
                earlier.computeIfAbsent(then.on(), absent -> new ArrayList<>()).add(then));
    }

    /**
     * A customer on an earlier day, by the roadmap of today: that is what value is measured by.
     *
     * @param on  the day
     * @param price  what it paid
     * @param outcomes  where it stood
     */
    private record Then(LocalDate on, Optional<Money> price, List<CustomerOutcome> outcomes) {}

    private Then then(LifeCycle policy, Optional<String> segment, CustomerView then) {
        return new Then(
                then.date(),
                then.find(ARR),
                policy.roadmap().stream()
                        .filter(outcome -> outcome.isFor(segment))
                        .map(outcome -> outcome(outcome, then))
                        .toList());
    }

    /** Of several goals of one kind one that is reached counts, else one that is behind; of those alike the first by id. */
    private CustomerOutcome outcome(RoadmapOutcome outcome, CustomerView view) {
        return view.series(Goal.SERIES).stream()
                .filter(goal -> goal.kind().equals(Optional.of(outcome.goal())))
                .sorted(Comparator.comparing(Goal::id))
                .map(goal -> outcome(outcome, goal, view))
                .max(Comparator.comparing(CustomerOutcome::state))
                .orElseGet(() -> CustomerOutcome.builder()
                        .customerId(view.customerId())
                        .outcome(outcome)
                        .state(State.NOT_SET)
                        .build());
    }

    private CustomerOutcome outcome(RoadmapOutcome outcome, Goal goal, CustomerView view) {
        return CustomerOutcome.builder()
                .customerId(view.customerId())
                .outcome(outcome)
                .state(state(goal, view.date()))
                .baseline(goal.baseline())
                .target(goal.target())
                .realised(goal.realised())
                .valuePerYear(value(outcome, goal, view.date()))
                .build();
    }

    private static State state(Goal goal, LocalDate today) {
        boolean isReached = goal.target().isPresent()
                && goal.realised().isPresent()
                && (goal.baseline().orElse(0) <= goal.target().getAsDouble()
                        ? goal.realised().getAsDouble() >= goal.target().getAsDouble()
                        : goal.realised().getAsDouble() <= goal.target().getAsDouble());
        if (goal.confirmed().orElse(false)) {
            return State.CONFIRMED;
        }
        if (isReached) {
            return State.REACHED;
        }
        return goal.dueOn().filter(due -> due.isBefore(today)).isPresent() ? State.BEHIND : State.UNDER_WAY;
    }

    private Optional<Money> value(RoadmapOutcome outcome, Goal goal, LocalDate today) {
        if (outcome.valuePerUnit().isEmpty()
                || goal.baseline().isEmpty()
                || goal.target().isEmpty()
                || goal.realised().isEmpty()) {
            return Optional.empty();
        }
        double change = goal.realised().getAsDouble() - goal.baseline().getAsDouble();
        double towards = goal.target().getAsDouble() < goal.baseline().getAsDouble() ? -change : change;
        return reckoning
                .rates()
                .convert(outcome.valuePerUnit().get(), reckoning.currency(), today)
                .map(unit -> unit.multipliedBy(BigDecimal.valueOf(towards), RoundingMode.HALF_EVEN));
    }

    /**
     * Where customers stand on each outcome.
     *
     * @return by customer, then in the roadmap's order
     */
    public List<CustomerOutcome> outcomes() {
        return ofCustomer.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Where one customer stands.
     *
     * @param customerId  the customer
     * @return a row for each outcome that it should reach, in the roadmap's order
     */
    public List<CustomerOutcome> of(String customerId) {
        return ofCustomer.getOrDefault(customerId, List.of());
    }

    /**
     * All customers for whom the roadmap has an outcome.
     *
     * @return value against price of them together
     */
    public ValueOverPrice overall() {
        return sum("all", ofCustomer.keySet());
    }

    /**
     * The target markets.
     *
     * @return a row for each segment that has an outcome, by id
     */
    public List<ValueOverPrice> segments() {
        Map<String, List<String>> bySegment = new TreeMap<>();
        ofCustomer
                .keySet()
                .forEach(id -> bySegment
                        .computeIfAbsent(segmentOf.getOrDefault(id, "none"), absent -> new ArrayList<>())
                        .add(id));
        return bySegment.entrySet().stream()
                .map(segment -> sum(segment.getKey(), segment.getValue()))
                .toList();
    }

    /**
     * The customers one by one.
     *
     * @return a row for each for whom the roadmap has an outcome, the greatest confirmed value first, then by id
     */
    public List<ValueOverPrice> customers() {
        return ofCustomer.keySet().stream()
                .map(id -> sum(id, List.of(id)))
                .sorted(Comparator.comparing(ValueOverPrice::confirmedValue)
                        .reversed()
                        .thenComparing(ValueOverPrice::of))
                .toList();
    }

    private ValueOverPrice sum(String of, Collection<String> ids) {
        Money price = Money.zero(reckoning.currency());
        List<CustomerOutcome> outcomes = new ArrayList<>();
        for (String id : ids) {
            price = Optional.ofNullable(pays.get(id)).map(price::plus).orElse(price);
            outcomes.addAll(ofCustomer.getOrDefault(id, List.of()));
        }
        return ValueOverPrice.of(of, ids.size(), outcomes, price);
    }

    /**
     * Whether the value of the customers of today has grown with what they pay.
     *
     * @return all customers for whom the roadmap has an outcome, two years ago, a year ago and today, each called by the
     *     day; a day on which none of them was a customer is left out
     */
    public List<ValueOverPrice> longTerm() {
        List<ValueOverPrice> years = new ArrayList<>();
        earlier.forEach((day, customers) -> {
            Money price = Money.zero(reckoning.currency());
            List<CustomerOutcome> outcomes = new ArrayList<>();
            for (Then then : customers) {
                price = then.price().map(price::plus).orElse(price);
                outcomes.addAll(then.outcomes());
            }
            years.add(ValueOverPrice.of(day.toString(), customers.size(), outcomes, price));
        });
        if (!ofCustomer.isEmpty()) {
            years.add(sum(today.toString(), ofCustomer.keySet()));
        }
        return List.copyOf(years);
    }

    /**
     * The customers that could not be looked at.
     *
     * @return the failures
     */
    public List<CustomerFailure> failures() {
        return List.copyOf(failures);
    }
}
