package dev.rapport.health.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.Books;
import dev.rapport.health.Health;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.band.Band;
import dev.rapport.health.measure.Reference;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.memory.Memory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;

class ScorecardProperties {

    private static ScorecardStrategy strategy(RandomScorecards random) {
        return random.scorecard().resolve(RandomScorecards.KEYS).orThrow();
    }

    /** A scorecard and ten customers each time; 100,000 customers with {@code -Djqwik.tries.default=10000}. */
    @Property
    void explanation_foldsToTheScore_andAgreesWithANaiveOracle(@ForAll long seed) {
        RandomScorecards random = new RandomScorecards(new Random(seed)).withRelatives();
        Scorecard scorecard = random.scorecard();
        Book book = Books.of(random.customers(10), Books.TODAY);
        Reference reference = scorecard.reference(book);
        ScorecardStrategy strategy =
                scorecard.resolve(RandomScorecards.KEYS, reference).orThrow();
        HealthOfBook columns = strategy.decide(book, Memory.empty());
        for (int row = 0; row < book.size(); row++) {
            CustomerView view = book.customers().get(row);
            Health health = strategy.decide(view, Memory.empty());

            String what = "seed " + seed + " " + view.customerId();
            assertThat(health.reasons().foldsToItsValue()).as(what).isTrue();
            assertThat(bits(columns.score(row)))
                    .as(what)
                    .isEqualTo(bits(health.score().orElse(Double.NaN)));
            assertThat(bits(columns.freshness(row))).as(what).isEqualTo(bits(health.freshness()));
            NaiveScore naive = NaiveScore.of(scorecard, view, reference);
            assertThat(health.isKnown()).as(what).isEqualTo(naive.isKnown());
            assertThat(health.completeness()).as(what).isCloseTo(naive.completeness(), within(1e-12));
            assertThat(health.freshness()).as(what).isCloseTo(naive.freshness(), within(1e-12));
            if (health.isKnown()) {
                assertThat(health.score().getAsDouble()).as(what).isCloseTo(naive.value(), within(1e-9));
                assertThat(health.band())
                        .as(what)
                        .isEqualTo(strategy.scorecard()
                                .bands()
                                .at(health.score().getAsDouble())
                                .code());
            } else {
                assertThat(health.band()).as(what).isEqualTo(Band.UNKNOWN);
            }
        }
    }

    @Property(tries = 100)
    void wholeBook_agreesWithItsCustomers_toTheLastBit_forAnyNumberOfTasks(@ForAll long seed) {
        Random source = new Random(seed);
        RandomScorecards random = new RandomScorecards(source);
        ScorecardStrategy strategy = strategy(random);
        List<Customer> customers = random.customers(source.nextInt(700));
        Memory memory = Memory.empty();
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            for (int month = 1; month <= 3; month++) {
                Book book = Books.of(customers, LocalDate.of(2026, month, 28));
                HealthOfBook columns = strategy.decide(book, memory, executor, 1 + source.nextInt(7));
                List<Health> rows = new ArrayList<>();
                for (CustomerView view : book.customers()) {
                    rows.add(strategy.decide(view, memory));
                }
                HealthOfBook ofRows = HealthOfBook.of(strategy.policy(), book.asOf(), rows);
                assertThat(columns.size()).isEqualTo(rows.size());
                for (int row = 0; row < rows.size(); row++) {
                    assertThat(bits(columns.score(row))).as("seed " + seed).isEqualTo(bits(ofRows.score(row)));
                    assertThat(bits(columns.completeness(row))).isEqualTo(bits(ofRows.completeness(row)));
                    assertThat(columns.standing(row)).isEqualTo(rows.get(row).standing());
                    assertThat(columns.bandChanged(row)).isEqualTo(rows.get(row).bandChanged());
                }
                assertThat(columns.toRemember()).isEqualTo(ofRows.toRemember());
                memory = memory.with(columns.toRemember());
                customers = moved(customers, source);
            }
        } finally {
            executor.shutdown();
        }
    }

    private static List<Customer> moved(List<Customer> customers, Random random) {
        return new RandomScorecards(random).customers(customers.size());
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    @Property(tries = 500)
    void factsOfLater_changeNothing(@ForAll long seed) {
        Instant later = Books.TODAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Customer> known = new RandomScorecards(new Random(seed)).customers(8);
        RandomScorecards same = new RandomScorecards(new Random(seed));
        RandomScorecards future = new RandomScorecards(new Random(~seed));
        List<Customer> grown = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Customer.Builder builder = Books.customer("c" + i);
            same.fill(builder, Books.EARLY);
            future.fill(builder, later);
            grown.add(builder.build());
        }
        ScorecardStrategy strategy = strategy(new RandomScorecards(new Random(seed + 1)));
        Memory memory = Memory.of(strategy.decide(Books.of(grown, Books.TODAY.plusDays(1)), Memory.empty())
                .toRemember());

        HealthOfBook before = strategy.decide(Books.of(known, Books.TODAY), Memory.empty());
        HealthOfBook after = strategy.decide(cut(grown), memory);

        for (int row = 0; row < before.size(); row++) {
            assertThat(bits(after.score(row))).as("seed " + seed).isEqualTo(bits(before.score(row)));
            assertThat(after.standing(row)).isEqualTo(before.standing(row));
        }
    }

    private static Book cut(List<Customer> customers) {
        return Facts.of(Customer.adapter(customers), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(Books.TODAY);
    }
}
