package dev.rapport.health.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.Books;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.Scores;
import dev.rapport.health.band.Band;
import dev.rapport.health.change.MeasureShift;
import dev.rapport.health.override.OverriddenHealth;
import dev.rapport.health.override.OverrideDraft;
import dev.rapport.health.scorecard.RandomScorecards;
import dev.rapport.health.tally.Tally;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final HealthStrategy CURRENT = Scores.of("health", "1", "use");
    private static final HealthStrategy PROPOSED = Scores.of("health", "2", "mood");

    private static Customer.Builder customer(String id, double use, double mood, long arr) {
        Customer.Builder builder = Books.customer(id);
        if (!Double.isNaN(use)) {
            builder.set(Scores.USE, use, Books.EARLY);
        }
        if (!Double.isNaN(mood)) {
            builder.set(Scores.MOOD, mood, Books.EARLY);
        }
        return arr < 0
                ? builder
                : builder.set(StandardAttributes.ARR, Money.ofMajor(CurrencyUnit.EUR, arr), Books.EARLY);
    }

    private static Tally tally(int customers, long arr, int without) {
        return new Tally(customers, Optional.of(Money.ofMajor(CurrencyUnit.EUR, arr)), without);
    }

    private static final Book BOOK = Books.of(
            customer("a", 90, 20, 1000)
                    .set(Scores.SEGMENT, "large", Books.EARLY)
                    .build(),
            customer("b", 60, 55, 500).set(Scores.SEGMENT, "large", Books.EARLY).build(),
            customer("c", 30, 80, 200).set(Scores.SEGMENT, "small", Books.EARLY).build(),
            customer("d", 30, 40, -1).set(Scores.SEGMENT, "large", Books.EARLY).build(),
            customer("e", 80, Double.NaN, 100).build(),
            customer("f", Double.NaN, 10, 50).build());

    private static Simulation simulate(SimulationScope scope) {
        return Simulation.of(BOOK, CURRENT, PROPOSED, Memory.empty(), scope);
    }

    private static Tally tally(Map<String, Map<String, Tally>> matrix, String from, String to) {
        return Optional.ofNullable(matrix.get(from))
                .map(row -> row.get(to))
                .orElseThrow(() -> new AssertionError("no cell from " + from + " to " + to));
    }

    @Test
    void matrix_countsEachCustomerOnce_inCustomersAndRevenue() {
        Map<String, Map<String, Tally>> matrix =
                simulate(SimulationScope.by(List.of())).matrix();

        assertThat(matrix.keySet()).containsExactly("red", "yellow", "green", Band.UNKNOWN);
        assertThat(matrix.getOrDefault("green", Map.of()).keySet())
                .containsExactly("red", "yellow", "green", Band.UNKNOWN);
        assertThat(tally(matrix, "green", "red")).isEqualTo(tally(1, 1000, 0));
        assertThat(tally(matrix, "yellow", "yellow")).isEqualTo(tally(1, 500, 0));
        assertThat(tally(matrix, "red", "green")).isEqualTo(tally(1, 200, 0));
        assertThat(tally(matrix, "red", "red")).isEqualTo(tally(1, 0, 1));
        assertThat(tally(matrix, "green", Band.UNKNOWN)).isEqualTo(tally(1, 100, 0));
        assertThat(tally(matrix, Band.UNKNOWN, "red")).isEqualTo(tally(1, 50, 0));
        assertThat(tally(matrix, "red", "yellow")).isEqualTo(tally(0, 0, 0));
    }

    @Test
    void movement_tellsBetterFromWorse_andUnknownApart() {
        Movement movement = simulate(SimulationScope.by(List.of())).movement();

        assertThat(movement.all()).isEqualTo(tally(6, 1850, 1));
        assertThat(movement.better()).isEqualTo(tally(1, 200, 0));
        assertThat(movement.worse()).isEqualTo(tally(1, 1000, 0));
        assertThat(movement.becomingKnown()).isEqualTo(tally(1, 50, 0));
        assertThat(movement.becomingUnknown()).isEqualTo(tally(1, 100, 0));
        assertThat(movement.scores().before().orElseThrow()).isCloseTo((90 + 60 + 30 + 30) / 4.0, within(1e-9));
        assertThat(movement.scores().after().orElseThrow()).isCloseTo((20 + 55 + 80 + 40) / 4.0, within(1e-9));
        assertThat(movement.completeness().before().orElseThrow()).isCloseTo(5 / 6.0, within(1e-12));
    }

    @Test
    void alerts_areThoseThatComeIntoABadBand_mostRevenueFirst() {
        Simulation simulation = simulate(SimulationScope.by(List.of()));

        assertThat(simulation.badBands()).containsExactly("red");
        assertThat(simulation.raised())
                .extracting(
                        SimulatedCustomer::customerId,
                        customer -> customer.before().band())
                .containsExactly(tuple("a", "green"), tuple("f", Band.UNKNOWN));
        assertThat(simulation.cleared())
                .extracting(SimulatedCustomer::customerId)
                .containsExactly("c");
        assertThat(simulation.movement().raised()).isEqualTo(tally(2, 1050, 0));
        assertThat(simulate(new SimulationScope(Set.of("red", "yellow"), List.of(), 0))
                        .raised())
                .extracting(SimulatedCustomer::customerId)
                .containsExactly("a", "f");
    }

    @Test
    void movers_areThoseWhoseScoresMoveFurthest_withTheMeasuresBehindIt() {
        List<SimulatedCustomer> movers =
                simulate(new SimulationScope(Set.of(), List.of(), 2)).movers();

        assertThat(movers).extracting(SimulatedCustomer::customerId).containsExactly("a", "c");
        assertThat(movers.get(0).points().orElseThrow()).isCloseTo(-70, within(1e-9));
        assertThat(movers.get(0).shifts()).extracting(MeasureShift::code).containsExactly("mood");
        assertThat(movers.get(0).shifts().get(0).points()).isCloseTo(-70, within(1e-9));
    }

    @Test
    void groups_areCountedApart_thoseWithoutAValueLast() {
        Simulation simulation = simulate(SimulationScope.by(List.of(Scores.SEGMENT)));

        assertThat(simulation.groups().get("segment"))
                .extracting(
                        Group::value,
                        group -> group.movement().all().customers(),
                        group -> group.movement().worse().customers(),
                        group -> group.movement().raised().customers())
                .containsExactly(
                        tuple(Optional.of("large"), 3, 1, 1),
                        tuple(Optional.of("small"), 1, 0, 0),
                        tuple(Optional.empty(), 2, 0, 1));
    }

    @Test
    void samePolicy_movesNobody() {
        Simulation simulation =
                Simulation.of(BOOK, CURRENT, CURRENT, Memory.empty(), SimulationScope.by(List.of(Scores.SEGMENT)));

        assertThat(simulation.movers()).isEmpty();
        assertThat(simulation.raised()).isEmpty();
        assertThat(simulation.movement().better().customers()).isZero();
        assertThat(simulation.movement().scores().before())
                .isEqualTo(simulation.movement().scores().after());
    }

    @Test
    void bookWithoutRevenue_isCountedInCustomersAlone() {
        Book book = Books.of(
                customer("a", 90, 20, -1).build(), customer("b", 10, 20, -1).build());

        Simulation simulation = Simulation.of(book, CURRENT, PROPOSED, Memory.empty(), SimulationScope.by(List.of()));

        assertThat(tally(simulation.matrix(), "green", "red")).isEqualTo(new Tally(1, Optional.empty(), 1));
        assertThat(simulation.raised())
                .extracting(SimulatedCustomer::customerId)
                .containsExactly("a");
    }

    @Test
    void memory_isThatOfTheRunThatComesNext() {
        Book book = Books.of(customer("a", 80, 72, 100).build());
        HealthStrategy sticky = Scores.sticky("health", "1", 5);
        Memory memory = Memory.of(sticky.decide(
                        Books.of(List.of(customer("a", 80, 72, 100).build()), Books.TODAY.minusDays(30)),
                        Memory.empty())
                .toRemember());
        HealthStrategy proposed = Scores.sticky("health", "2", 5);

        Simulation simulation = Simulation.of(book, sticky, proposed, memory, SimulationScope.by(List.of()));
        assertThat(tally(simulation.matrix(), "green", "green").customers()).isEqualTo(1);
    }

    @Test
    void overriddenCustomers_stayWhereTheyAreStatedToBe() {
        Customer.Builder acme = customer("a", 90, 20, 1000);
        OverrideDraft.on(acme, "o", Books.TODAY.minusDays(3), Books.TODAY.plusDays(3))
                .band("green")
                .add();

        Simulation simulation = Simulation.of(
                Books.of(acme.build()),
                OverriddenHealth.of(CURRENT),
                OverriddenHealth.of(PROPOSED),
                Memory.empty(),
                SimulationScope.by(List.of()));

        assertThat(simulation.raised()).isEmpty();
        assertThat(tally(simulation.matrix(), "green", "green").customers()).isEqualTo(1);
    }

    @Property(tries = 200)
    void cells_sumToTheBook_andAgreeWithBothPolicies(@ForAll long seed) {
        Random random = new Random(seed);
        RandomScorecards source = new RandomScorecards(random);
        HealthStrategy current =
                source.scorecard().resolve(RandomScorecards.KEYS).orThrow();
        HealthStrategy proposed = new RandomScorecards(random)
                .scorecard()
                .resolve(RandomScorecards.KEYS)
                .orThrow();
        Book book = Books.of(source.customers(40), Books.TODAY);

        Simulation simulation = Simulation.of(book, current, proposed, Memory.empty(), SimulationScope.by(List.of()));

        HealthOfBook before = current.decide(book, Memory.empty());
        HealthOfBook after = proposed.decide(book, Memory.empty());
        int better = 0;
        int worse = 0;
        List<String> order = List.of("red", "yellow", "green");
        List<String> raised = new ArrayList<>();
        for (int row = 0; row < book.size(); row++) {
            int from = order.indexOf(before.band(row));
            int to = order.indexOf(after.band(row));
            better += from >= 0 && to > from ? 1 : 0;
            worse += to >= 0 && to < from ? 1 : 0;
            if (to == 0 && from != 0) {
                raised.add(after.customerId(row));
            }
        }
        assertThat(simulation.raised())
                .extracting(SimulatedCustomer::customerId)
                .containsExactlyInAnyOrderElementsOf(raised);
        int cells = simulation.matrix().values().stream()
                .flatMap(line -> line.values().stream())
                .mapToInt(Tally::customers)
                .sum();
        assertThat(cells).as("seed " + seed).isEqualTo(40);
        for (String band : simulation.matrix().keySet()) {
            int line = simulation.matrix().get(band).values().stream()
                    .mapToInt(Tally::customers)
                    .sum();
            assertThat(line).isEqualTo(before.customersByBand().getOrDefault(band, 0));
        }
        assertThat(simulation.movement().better().customers())
                .as("seed " + seed)
                .isEqualTo(better);
        assertThat(simulation.movement().worse().customers()).as("seed " + seed).isEqualTo(worse);
    }
}
