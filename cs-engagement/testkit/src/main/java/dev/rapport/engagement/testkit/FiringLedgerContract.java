package dev.rapport.engagement.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.engagement.milestone.Firing;
import dev.rapport.engagement.milestone.FiringLedger;
import dev.rapport.engagement.milestone.InMemoryFiringLedger;
import dev.rapport.engagement.milestone.OccurrenceKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link FiringLedger} keeps: each key is recorded once, whoever records it, and is given as undelivered until
 * it is marked. Extend it and give a ledger.
 *
 * <pre>{@code
 * class OurLedgerTest extends FiringLedgerContract {
 *     @Override
 *     protected FiringLedger emptyLedger() {
 *         return new OurLedger(freshTables());
 *     }
 * }
 * }</pre>
 */
public abstract class FiringLedgerContract {

    private static final int THREADS = 8;
    private static final int CONTENDED = 400;

    private FiringLedger ledger = new InMemoryFiringLedger();

    /** For subclasses. */
    protected FiringLedgerContract() {}

    /**
     * A ledger in which nothing has fired.
     *
     * @return a new ledger for each call
     */
    protected abstract FiringLedger emptyLedger();

    /**
     * The same ledger as another instance of the host sees it.
     *
     * @param first  a ledger that {@link #emptyLedger()} gave
     * @return another object on the same store, or the ledger itself where there is no store
     */
    protected FiringLedger otherInstance(FiringLedger first) {
        return first;
    }

    @BeforeEach
    final void makeLedger() {
        ledger = emptyLedger();
    }

    /**
     * A firing for tests.
     *
     * @param customer  whose it is
     * @param number  the larger, the later it fired; makes the key together with the customer
     * @return the firing
     */
    protected static Firing firing(String customer, int number) {
        LocalDate due = LocalDate.of(2026, 1, 1).plusDays(number);
        Instant at = Instant.parse("2026-01-02T00:00:00Z").plusSeconds(86_400L * number);
        return Firing.builder()
                .key(OccurrenceKey.builder()
                        .customerId(customer)
                        .milestone("renewal")
                        .anchor("c-" + number)
                        .anchorDate(due.plusDays(30))
                        .step("30 days before")
                        .build())
                .dueOn(due)
                .daysLate(number % 3)
                .firedAt(at)
                .recordedAt(at)
                .role("csm")
                .owner("anna")
                .reason("30 days before")
                .build();
    }

    @Test
    final void newFiring_isGivenBack_andFound() {
        Firing firing = firing("acme", 1);

        assertThat(ledger.record(List.of(firing))).containsExactly(firing);
        assertThat(ledger.firingsOf(Set.of("acme"))).containsExactly(firing);
        assertThat(ledger.firingsOf(Set.of("other"))).isEmpty();
        assertThat(ledger.firingsOf(Set.of())).isEmpty();
    }

    @Test
    final void firing_isKeptWithEveryField() {
        Firing plain = firing("acme", 1);
        Firing without =
                Firing.builder().from(firing("acme", 2)).owner(Optional.empty()).build();
        Firing odd = Firing.builder()
                .from(firing("a'; drop table x; -- \u202E\uD83D\uDE00|%", 3))
                .reason("line\nbreak \"quoted\" <script>")
                .owner("O'Neil")
                .daysLate(3_650)
                .firedAt(Instant.parse("1969-12-31T23:59:59.999999Z"))
                .build();
        ledger.record(List.of(plain, without, odd));

        assertThat(ledger.firingsOf(Set.of("acme"))).containsExactly(plain, without);
        assertThat(ledger.firingsOf(Set.of(odd.key().customerId()))).containsExactly(odd);
    }

    @Test
    final void knownKey_isNotRecordedAgain_andTheFirstRecordStays() {
        Firing first = firing("acme", 1);
        Firing again = Firing.builder().from(first).reason("again").build();
        ledger.record(List.of(first));

        assertThat(ledger.record(List.of(again, firing("acme", 2)))).containsExactly(firing("acme", 2));
        assertThat(ledger.firingsOf(Set.of("acme"))).containsExactly(first, firing("acme", 2));
    }

    @Test
    final void keyTwiceInOneBatch_isRecordedOnce() {
        Firing first = firing("acme", 1);
        Firing again = Firing.builder().from(first).reason("again").build();

        assertThat(ledger.record(List.of(first, again))).containsExactly(first);
        assertThat(ledger.firingsOf(Set.of("acme"))).containsExactly(first);
    }

    @Test
    final void newFirings_areGivenBackInTheOrderGiven_andListedByTime() {
        List<Firing> batch = List.of(firing("b", 3), firing("a", 9), firing("b", 1));

        assertThat(ledger.record(batch)).isEqualTo(batch);
        assertThat(ledger.firingsOf(List.of("a", "b"))).containsExactly(batch.get(2), batch.get(0), batch.get(1));
        assertThat(ledger.undelivered(2)).containsExactly(batch.get(2), batch.get(0));
    }

    @Test
    final void emptyBatch_recordsNothing() {
        assertThat(ledger.record(List.of())).isEmpty();
        ledger.markDelivered(List.of());
        assertThat(ledger.undelivered(10)).isEmpty();
    }

    @Test
    final void firing_isUndelivered_untilItIsMarked() {
        Firing one = firing("acme", 1);
        Firing two = firing("acme", 2);
        ledger.record(List.of(one, two));

        assertThat(ledger.undelivered(10)).containsExactly(one, two);
        assertThat(ledger.undelivered(10))
                .as("given again, as nobody marked them")
                .containsExactly(one, two);
        ledger.markDelivered(List.of(one.key()));
        assertThat(ledger.undelivered(10)).containsExactly(two);
        ledger.markDelivered(List.of(one.key(), two.key()));
        assertThat(ledger.undelivered(10)).isEmpty();
        assertThat(ledger.record(List.of(one)))
                .as("delivered is still recorded")
                .isEmpty();
        assertThat(ledger.undelivered(10)).isEmpty();
        assertThat(ledger.firingsOf(Set.of("acme"))).containsExactly(one, two);
    }

    @Test
    final void unknownKey_cannotBeMarked_andNothingElseIs() {
        Firing known = firing("acme", 1);
        ledger.record(List.of(known));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.markDelivered(
                        List.of(known.key(), firing("acme", 2).key())))
                .withMessageContaining("acme|renewal|c-2");
        assertThat(ledger.undelivered(10)).containsExactly(known);
    }

    @Test
    final void undelivered_isAskedForAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.undelivered(0))
                .withMessageContaining("atMost (0)");
    }

    @Test
    final void largeBatch_isRecordedWhole() {
        List<Firing> batch = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            batch.add(firing("customer-" + i % 1_500, i));
        }

        assertThat(ledger.record(batch)).hasSameSizeAs(batch);
        assertThat(ledger.record(batch)).isEmpty();
        Set<String> customers = new HashSet<>();
        batch.forEach(firing -> customers.add(firing.key().customerId()));
        assertThat(ledger.firingsOf(customers)).hasSameSizeAs(batch);
    }

    @Test
    final void concurrentCallers_getEachKeyExactlyOnce() throws Exception {
        FiringLedger other = otherInstance(ledger);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<Firing>>> callers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                long seed = thread;
                FiringLedger own = thread % 2 == 0 ? ledger : other;
                callers.add(() -> recordInRandomBatches(own, new Random(seed)));
            }
            List<Firing> got = new ArrayList<>();
            for (Future<List<Firing>> caller : threads.invokeAll(callers)) {
                got.addAll(caller.get(60, TimeUnit.SECONDS));
            }

            assertThat(got).hasSize(CONTENDED).doesNotHaveDuplicates();
            assertThat(ledger.undelivered(2 * CONTENDED)).hasSize(CONTENDED);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Firing> recordInRandomBatches(FiringLedger ledger, Random random) {
        List<Firing> recorded = new ArrayList<>();
        for (int from = 0; from < CONTENDED; ) {
            int to = Math.min(CONTENDED, from + 1 + random.nextInt(40));
            List<Firing> batch = new ArrayList<>();
            for (int i = from; i < to; i++) {
                batch.add(firing("acme", i));
            }
            Collections.shuffle(batch, random);
            recorded.addAll(ledger.record(batch));
            from = to;
        }
        return recorded;
    }
}
