package dev.rapport.health.simulation;

import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.change.MeasureShift;
import dev.rapport.health.tally.Tallies;
import dev.rapport.health.tally.Tally;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.memory.Memory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** One run of two policies over a book. */
final class SimulationRun {

    private final Book book;
    private final HealthStrategy current;
    private final HealthStrategy proposed;
    private final Memory memory;
    private final SimulationScope scope;
    private final HealthOfBook before;
    private final HealthOfBook after;
    private final Tallies tallies;
    private final Set<String> bad;

    SimulationRun(Book book, HealthStrategy current, HealthStrategy proposed, Memory memory, SimulationScope scope) {
        this.book = book;
        this.current = current;
        this.proposed = proposed;
        this.memory = memory;
        this.scope = scope;
        this.before = current.decide(book, memory);
        this.after = proposed.decide(book, memory);
        this.tallies = Tallies.of(book);
        this.bad = bad(scope);
    }

    /** The bands of both policies, so that a band that is bad under one is no escape from it under the other. */
    private Set<String> bad(SimulationScope scope) {
        Set<String> bad = new TreeSet<>(scope.badBands());
        if (bad.isEmpty()) {
            bad.addAll(before.lowestBands());
            bad.addAll(after.lowestBands());
        }
        return bad;
    }

    Simulation simulation() {
        List<Integer> all = new ArrayList<>();
        for (int row = 0; row < book.size(); row++) {
            all.add(row);
        }
        return Simulation.builder()
                .asOf(book.asOf())
                .date(book.date())
                .zone(book.zone())
                .currency(book.currency())
                .current(current.policy())
                .proposed(proposed.policy())
                .badBands(bad)
                .matrix(matrix())
                .movement(movement(all))
                .groups(groups())
                .movers(movers(all))
                .raised(byRevenue(all, this::isRaised))
                .cleared(byRevenue(all, this::isCleared))
                .build();
    }

    // ---------------------------------------------------------------- bands

    /** The scales of those whose health is known. */
    private static Set<Bands> scales(HealthOfBook health) {
        Set<Bands> scales = new LinkedHashSet<>();
        for (int row = 0; row < health.size(); row++) {
            if (isKnown(health, row)) {
                scales.add(health.bands(row));
            }
        }
        return scales;
    }

    /** From the lowest band to the highest. */
    private static List<String> codes(HealthOfBook health) {
        List<Band> bands = new ArrayList<>();
        scales(health).forEach(scale -> bands.addAll(scale.list()));
        bands.sort(Comparator.comparingDouble(Band::from)
                .thenComparingDouble(Band::to)
                .thenComparing(Band::code));
        Set<String> codes = new LinkedHashSet<>();
        bands.forEach(band -> codes.add(band.code()));
        codes.add(Band.UNKNOWN);
        return List.copyOf(codes);
    }

    private boolean isBad(HealthOfBook health, int row) {
        return bad.contains(health.band(row));
    }

    private boolean isRaised(int row) {
        return isBad(after, row) && !isBad(before, row);
    }

    private boolean isCleared(int row) {
        return isBad(before, row) && !isBad(after, row);
    }

    private static boolean isKnown(HealthOfBook health, int row) {
        return !health.band(row).equals(Band.UNKNOWN);
    }

    /** Above 0 if the customer comes into a better band, below if into a worse one; of two scales, by where bands begin. */
    private double rise(int row) {
        return before.band(row).equals(after.band(row)) ? 0 : from(after, row) - from(before, row);
    }

    private static double from(HealthOfBook health, int row) {
        String code = health.band(row);
        return health.bands(row).list().stream()
                .filter(band -> band.code().equals(code))
                .mapToDouble(Band::from)
                .findFirst()
                .orElse(Double.NaN);
    }

    private Map<String, Map<String, Tally>> matrix() {
        Map<List<String>, List<String>> cells = new HashMap<>();
        for (int row = 0; row < book.size(); row++) {
            cells.computeIfAbsent(List.of(before.band(row), after.band(row)), absent -> new ArrayList<>())
                    .add(after.customerId(row));
        }
        Map<String, Map<String, Tally>> matrix = new LinkedHashMap<>();
        for (String from : codes(before)) {
            Map<String, Tally> line = new LinkedHashMap<>();
            for (String to : codes(after)) {
                line.put(to, tallies.of(cells.getOrDefault(List.of(from, to), List.of())));
            }
            matrix.put(from, Collections.unmodifiableMap(line));
        }
        return matrix;
    }

    // ---------------------------------------------------------------- movements

    private Movement movement(List<Integer> rows) {
        Means.Sum scores = new Means.Sum();
        Means.Sum completeness = new Means.Sum();
        for (int row : rows) {
            completeness.add(before.completeness(row), after.completeness(row));
            if (!Double.isNaN(before.score(row)) && !Double.isNaN(after.score(row))) {
                scores.add(before.score(row), after.score(row));
            }
        }
        return Movement.builder()
                .all(tally(rows, row -> true))
                .better(tally(rows, row -> rise(row) > 0))
                .worse(tally(rows, row -> rise(row) < 0))
                .becomingKnown(tally(rows, row -> isKnown(after, row) && !isKnown(before, row)))
                .becomingUnknown(tally(rows, row -> isKnown(before, row) && !isKnown(after, row)))
                .raised(tally(rows, this::isRaised))
                .cleared(tally(rows, this::isCleared))
                .scores(scores.mean())
                .completeness(completeness.mean())
                .build();
    }

    private Tally tally(List<Integer> rows, IntPredicate condition) {
        return tallies.of(
                rows.stream().filter(condition::test).map(after::customerId).toList());
    }

    private Map<String, List<Group>> groups() {
        Map<String, List<Group>> groups = new LinkedHashMap<>();
        for (AttributeKey<String> key : scope.groupBy()) {
            Map<Optional<String>, List<Integer>> members = new HashMap<>();
            int row = 0;
            for (CustomerView view : book.customers()) {
                members.computeIfAbsent(view.find(key), absent -> new ArrayList<>())
                        .add(row++);
            }
            List<Group> all = new ArrayList<>();
            members.forEach((value, rows) -> all.add(new Group(value, movement(rows))));
            all.sort(Comparator.comparing((Group group) -> group.value().isEmpty())
                    .thenComparing(group -> -group.movement().all().customers())
                    .thenComparing(group -> group.value().orElse("")));
            groups.put(key.name(), List.copyOf(all));
        }
        return groups;
    }

    // ---------------------------------------------------------------- customers

    private List<SimulatedCustomer> movers(List<Integer> rows) {
        return rows.stream()
                .filter(row -> points(row) > 0)
                .sorted(Comparator.comparingDouble((Integer row) -> -points(row))
                        .thenComparing(this::compareByRevenue))
                .limit(scope.movers())
                .map(row -> customer(row, shifts(row)))
                .toList();
    }

    private double points(int row) {
        double points = Math.abs(after.score(row) - before.score(row));
        return Double.isNaN(points) ? 0 : points;
    }

    private List<MeasureShift> shifts(int row) {
        CustomerView view = book.customers().get(row);
        return MeasureShift.between(
                current.decide(view, memory).reasons(),
                proposed.decide(view, memory).reasons());
    }

    private List<SimulatedCustomer> byRevenue(List<Integer> rows, IntPredicate condition) {
        return rows.stream()
                .filter(condition::test)
                .sorted(this::compareByRevenue)
                .map(row -> customer(row, List.of()))
                .toList();
    }

    private int compareByRevenue(int one, int other) {
        int order = revenue(other).compareTo(revenue(one));
        return order != 0 ? order : Integer.compare(one, other);
    }

    private BigDecimal revenue(int row) {
        return tallies.arr(after.customerId(row))
                .map(amount -> amount.getAmount())
                .orElse(BigDecimal.ONE.negate());
    }

    private SimulatedCustomer customer(int row, List<MeasureShift> shifts) {
        return SimulatedCustomer.builder()
                .customerId(after.customerId(row))
                .arr(tallies.arr(after.customerId(row)))
                .before(Placing.of(before, row))
                .after(Placing.of(after, row))
                .shifts(shifts)
                .build();
    }
}
