package dev.rapport.health.observation;

import dev.rapport.health.challenge.Loss;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Book;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was known of the customers at each date of a plan, without what became of them. Immutable. */
public final class Snapshots {

    private final ObservationPlan plan;
    private final Function<AsOf, Book> books;
    private final ZoneId zone;
    private final List<Row> rows;
    private final List<Excluded> excluded;

    private Snapshots(
            ObservationPlan plan, Function<AsOf, Book> books, ZoneId zone, List<Row> rows, List<Excluded> excluded) {
        this.plan = plan;
        this.books = books;
        this.zone = zone;
        this.rows = List.copyOf(rows);
        this.excluded = List.copyOf(excluded);
    }

    /** A customer at a date. */
    record Row(
            String customerId,
            LocalDate date,
            Instant at,
            OptionalDouble arr,
            Map<AttributeKey<?>, Reading<?>> readings,
            Set<Instant> knownLosses) {}

    static Snapshots take(ObservationPlan plan, Function<AsOf, Book> books, ZoneId zone) {
        List<Row> rows = new ArrayList<>();
        List<Excluded> excluded = new ArrayList<>();
        for (LocalDate date : plan.dates()) {
            Book book = books.apply(AsOf.endOf(date, zone));
            Map<String, Set<Instant>> known = byCustomer(plan.losses().apply(book));
            for (CustomerView view : book.customers()) {
                Exclusion why = exclusion(plan, view);
                if (why != null) {
                    excluded.add(new Excluded(view.customerId(), date, why));
                } else {
                    rows.add(row(plan, view, date, book, known.getOrDefault(view.customerId(), Set.of())));
                }
            }
        }
        return new Snapshots(plan, books, zone, rows, excluded);
    }

    private static @Nullable Exclusion exclusion(ObservationPlan plan, CustomerView view) {
        try {
            return plan.eligible().test(view) ? null : Exclusion.NOT_ELIGIBLE;
        } catch (RuntimeException e) {
            return Exclusion.UNREADABLE;
        }
    }

    private static Row row(ObservationPlan plan, CustomerView view, LocalDate date, Book book, Set<Instant> known) {
        Map<AttributeKey<?>, Reading<?>> readings = new LinkedHashMap<>();
        plan.features().forEach(key -> readings.put(key, view.read(key)));
        OptionalDouble arr = view.find(StandardAttributes.ARR)
                .filter(amount -> amount.getCurrencyUnit().equals(book.currency()))
                .map(amount -> OptionalDouble.of(amount.getAmount().doubleValue()))
                .orElse(OptionalDouble.empty());
        return new Row(view.customerId(), date, book.asOf().validAt(), arr, readings, known);
    }

    private static Map<String, Set<Instant>> byCustomer(List<Loss> losses) {
        Map<String, Set<Instant>> map = new HashMap<>();
        losses.forEach(loss -> map.computeIfAbsent(loss.customerId(), absent -> new HashSet<>())
                .add(loss.at()));
        return map;
    }

    /**
     * The plan.
     *
     * @return what was observed
     */
    public ObservationPlan plan() {
        return plan;
    }

    /**
     * The book of a date again, for what is to be asked of all customers there.
     *
     * @param date  the date
     * @return the cut at its end, as known then
     */
    public Book book(LocalDate date) {
        return books.apply(AsOf.endOf(date, zone));
    }

    /**
     * The number of customers at dates, whatever became of them.
     *
     * @return at least 0
     */
    public int size() {
        return rows.size();
    }

    /**
     * Puts what became of the customers beside what was known of them. Dates that lie behind are left out.
     *
     * @param until  up to when outcomes are seen, and as known when: for what a model could have learnt at some past date, the
     *     end of that date
     * @return the observations
     */
    public Observations until(AsOf until) {
        Book end = books.apply(until);
        Set<String> there = new HashSet<>(end.customerIds());
        Map<String, List<Instant>> losses = new HashMap<>();
        byCustomer(plan.losses().apply(end))
                .forEach((customer, times) ->
                        losses.put(customer, times.stream().sorted().toList()));
        Outcomes outcomes = new Outcomes(plan.window(), zone, until.validAt());
        List<Observation> observations = new ArrayList<>();
        List<Excluded> all = new ArrayList<>();
        excluded.stream()
                .filter(one -> outcomes.sees(AsOf.endOf(one.date(), zone).validAt()))
                .forEach(all::add);
        for (Row row : rows) {
            if (!outcomes.sees(row.at())) {
                continue;
            }
            List<Instant> own = losses.getOrDefault(row.customerId(), List.of());
            Outcomes.Result result = outcomes.of(row, own, there.contains(row.customerId()));
            if (result.why() != null) {
                all.add(new Excluded(row.customerId(), row.date(), result.why()));
            } else if (result.observation() != null) {
                observations.add(result.observation());
            }
        }
        return new Observations(plan, until, zone, end.currency(), observations, all);
    }
}
