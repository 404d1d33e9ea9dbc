package dev.rapport.engagement.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.engagement.milestone.Alert;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.OccurrenceKey;
import dev.rapport.engagement.milestone.OccurrenceState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * What every {@link MilestoneLedger} keeps: of each key one entry follows the other, whoever adds them, and alerts are
 * given as undelivered until they are marked. Extend it and give a ledger.
 *
 * <pre>{@code
 * class OurLedgerTest extends MilestoneLedgerContract {
 *     @Override
 *     protected MilestoneLedger emptyLedger() {
 *         return new OurLedger(freshTables());
 *     }
 * }
 * }</pre>
 */
public abstract class MilestoneLedgerContract extends SampleEntries {

    private static final int THREADS = 8;
    private static final int CONTENDED = 400;

    private MilestoneLedger ledger = new InMemoryMilestoneLedger();

    /** For subclasses. */
    protected MilestoneLedgerContract() {}

    /**
     * A ledger without entries.
     *
     * @return a new ledger for each call
     */
    protected abstract MilestoneLedger emptyLedger();

    /**
     * The same ledger as another instance of the host sees it.
     *
     * @param first  a ledger that {@link #emptyLedger()} gave
     * @return another object on the same store, or the ledger itself where there is no store
     */
    protected MilestoneLedger otherInstance(MilestoneLedger first) {
        return first;
    }

    @BeforeEach
    final void makeLedger() {
        ledger = emptyLedger();
    }

    @Test
    final void newEntry_isGivenBack_andFound() {
        LedgerEntry entry = planned("acme", 1);

        assertThat(ledger.add(List.of(entry))).containsExactly(entry);
        assertThat(ledger.latestOf(Set.of("acme"))).containsExactly(entry);
        assertThat(ledger.entriesOf(Set.of("acme"))).containsExactly(entry);
        assertThat(ledger.latestOf(Set.of("other"))).isEmpty();
        assertThat(ledger.latestOf(Set.of())).isEmpty();
        assertThat(ledger.entriesOf(Set.of())).isEmpty();
    }

    @Test
    final void entry_isKeptWithEveryField() {
        LedgerEntry odd = LedgerEntry.builder()
                .from(firing("a'; drop table x; -- \u202E\uD83D\uDE00|%#\uD800\u0000\n", 3))
                .reason("line\nbreak \"quoted\" <script> back\\slash \u0000 half \uDC00 end")
                .owner("O'Neil \uD83D\uDE00")
                .by("\u0000")
                .state(OccurrenceState.FIRED_LATE)
                .daysLate(3_650)
                .nextAt(Instant.parse("2026-07-01T00:00:00.123456789Z"))
                .at(Instant.parse("1969-12-31T23:59:59.999999Z"))
                .dueOn(LocalDate.of(1900, 2, 28))
                .build();
        ledger.add(List.of(planned("acme", 1), odd));

        assertThat(ledger.latestOf(Set.of("acme"))).containsExactly(planned("acme", 1));
        assertThat(ledger.latestOf(Set.of(odd.key().customerId()))).containsExactly(odd);
        assertThat(ledger.undelivered(10)).containsExactly(new Alert(odd.alert().orElseThrow(), List.of(odd)));
    }

    @Test
    final void everyState_canBeKept() {
        List<LedgerEntry> entries = new ArrayList<>();
        for (OccurrenceState state : OccurrenceState.values()) {
            if (state != OccurrenceState.DUE && !state.alerts()) {
                entries.add(LedgerEntry.builder()
                        .from(planned("acme", entries.size() + 1))
                        .state(state)
                        .build());
            }
        }

        assertThat(ledger.add(entries)).isEqualTo(entries);
        assertThat(ledger.latestOf(Set.of("acme"))).containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    final void historyOfAKey_isKept_andItsLastEntryIsItsState() {
        LedgerEntry planned = planned("acme", 1);
        LedgerEntry fired = fired(planned, "anna");
        LedgerEntry noted = closed(fired, OccurrenceState.ACKNOWLEDGED);
        ledger.add(List.of(planned));
        ledger.add(List.of(fired));
        ledger.add(List.of(noted));

        assertThat(ledger.entriesOf(Set.of("acme"))).containsExactly(planned, fired, noted);
        assertThat(ledger.latestOf(Set.of("acme"))).containsExactly(noted);
    }

    @Test
    final void whatIsLongPast_isLeftOut_unlessItIsToBeLookedAt() {
        LedgerEntry open = planned("acme", 1);
        LedgerEntry past = firing("acme", 2);
        LedgerEntry present = firing("acme", 40);
        ledger.add(List.of(open, past, present));

        assertThat(ledger.latestOf(Set.of("acme"), present.dueOn())).containsExactly(open, present);
        assertThat(ledger.latestOf(Set.of("acme"), past.dueOn())).containsExactly(open, past, present);
        assertThat(ledger.latestOf(Set.of("acme"), LocalDate.MAX)).containsExactly(open);
    }

    @Test
    final void knownNumber_isNotAddedAgain_andTheFirstStays() {
        LedgerEntry first = planned("acme", 1);
        LedgerEntry again = LedgerEntry.builder().from(first).reason("again").build();
        ledger.add(List.of(first));

        assertThat(ledger.add(List.of(again, planned("acme", 2)))).containsExactly(planned("acme", 2));
        ledger.add(List.of(fired(first, "anna")));
        assertThat(ledger.add(List.of(fired(first, "ben")))).isEmpty();
        assertThat(ledger.add(List.of(closed(first, OccurrenceState.EXPIRED)))).isEmpty();
        assertThat(ledger.entriesOf(Set.of("acme")))
                .containsExactly(first, fired(first, "anna"), planned("acme", 2));
    }

    @Test
    final void numberWithAGap_isNotAdded() {
        LedgerEntry first = planned("acme", 1);

        assertThat(ledger.add(List.of(fired(first, "anna")))).isEmpty();
        ledger.add(List.of(first));
        assertThat(ledger.add(List.of(closed(fired(first, "anna"), OccurrenceState.ACKNOWLEDGED))))
                .isEmpty();
        assertThat(ledger.entriesOf(Set.of("acme"))).containsExactly(first);
        assertThat(ledger.undelivered(10)).isEmpty();
    }

    @Test
    final void keyTwiceInOneBatch_isRefused_andNothingIsAdded() {
        LedgerEntry first = planned("acme", 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.add(List.of(planned("acme", 2), first, fired(first, "anna"))))
                .withMessageContaining("acme|renewal|c-1");
        assertThat(ledger.entriesOf(Set.of("acme"))).isEmpty();
    }

    @Test
    final void newEntries_areGivenBackInTheOrderGiven() {
        List<LedgerEntry> batch = List.of(firing("b", 3), planned("a", 9), firing("b", 1));

        assertThat(ledger.add(batch)).isEqualTo(batch);
        assertThat(ledger.latestOf(List.of("a", "b"))).containsExactly(batch.get(1), batch.get(2), batch.get(0));
        assertThat(ledger.undelivered(1))
                .containsExactly(new Alert(batch.get(2).alert().orElseThrow(), List.of(batch.get(2))));
    }

    @Test
    final void emptyBatch_addsNothing() {
        assertThat(ledger.add(List.of())).isEmpty();
        ledger.markDelivered(List.of());
        assertThat(ledger.undelivered(10)).isEmpty();
        assertThat(ledger.due(day(1_000), 10)).isEmpty();
        assertThat(ledger.alertsAfter(day(0))).isEmpty();
    }

    @Test
    final void due_isWhatLiesBeforeTheCut_inItsOrder_pageByPage() {
        LedgerEntry early = planned("b", 3);
        LedgerEntry same = planned("a", 3);
        LedgerEntry late = planned("a", 5);
        ledger.add(List.of(late, early, same, planned("a", 9), firing("c", 1)));

        Instant before = day(4).plusSeconds(1);
        assertThat(ledger.due(day(2), 10)).as("the cut is exclusive").isEmpty();
        assertThat(ledger.due(before, 10)).containsExactly(same, early, late);
        assertThat(ledger.due(before, 2)).containsExactly(same, early);
        assertThat(ledger.dueBehind(early, before, 2)).containsExactly(late);
        assertThat(ledger.dueBehind(late, before, 2)).isEmpty();
    }

    @Test
    final void due_isOnlyTheLastEntryOfAKey() {
        LedgerEntry first = planned("a", 3);
        LedgerEntry waiting = LedgerEntry.builder()
                .from(first)
                .number(2)
                .reason("it waits")
                .nextAt(day(6))
                .build();
        LedgerEntry gone = planned("b", 3);
        ledger.add(List.of(first, gone));
        ledger.add(List.of(waiting, closed(gone, OccurrenceState.WITHDRAWN)));

        assertThat(ledger.due(day(5), 10)).isEmpty();
        assertThat(ledger.due(day(7), 10)).containsExactly(waiting);
        ledger.add(List.of(fired(waiting, "anna")));
        assertThat(ledger.due(day(7), 10)).isEmpty();
    }

    @Test
    final void alert_isUndelivered_untilItIsMarked() {
        LedgerEntry one = firing("acme", 1);
        LedgerEntry two = firing("acme", 2);
        ledger.add(List.of(one, two));

        List<Alert> both = Alert.of(List.of(one, two));
        assertThat(ledger.undelivered(10)).isEqualTo(both);
        assertThat(ledger.undelivered(10)).as("given again, as nobody marked them").isEqualTo(both);
        ledger.markDelivered(List.of(both.get(0).token()));
        assertThat(ledger.undelivered(10)).containsExactly(both.get(1));
        ledger.markDelivered(List.of(both.get(0).token(), both.get(1).token()));
        assertThat(ledger.undelivered(10)).isEmpty();
        assertThat(ledger.add(List.of(one))).as("delivered is still recorded").isEmpty();
        assertThat(ledger.undelivered(10)).isEmpty();
        assertThat(ledger.latestOf(Set.of("acme"))).containsExactly(one, two);
    }

    @Test
    final void alert_isStillToBeDelivered_whenItsOccurrenceGoesOn() {
        LedgerEntry fired = firing("acme", 1);
        ledger.add(List.of(fired));
        ledger.add(List.of(closed(fired, OccurrenceState.ACKNOWLEDGED)));

        assertThat(ledger.undelivered(10)).isEqualTo(Alert.of(List.of(fired)));
    }

    @Test
    final void digest_isOneAlert_andIsGivenWhole() {
        List<LedgerEntry> digest = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            digest.add(LedgerEntry.builder()
                    .from(firing("customer-" + i, 1))
                    .alert("digest|csm|1")
                    .build());
        }
        LedgerEntry single = firing("customer-0", 2);
        ledger.add(digest);
        ledger.add(List.of(single));

        assertThat(ledger.undelivered(1)).containsExactly(new Alert("digest|csm|1", digest));
        assertThat(ledger.alertsAfter(day(0))).containsExactly(Map.entry("anna", 2));
        ledger.markDelivered(List.of("digest|csm|1"));
        assertThat(ledger.undelivered(10)).isEqualTo(Alert.of(List.of(single)));
    }

    @Test
    final void unknownAlert_cannotBeMarked_andNothingElseIs() {
        LedgerEntry known = firing("acme", 1);
        ledger.add(List.of(known, planned("acme", 2)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.markDelivered(List.of(
                        known.alert().orElseThrow(), planned("acme", 2).key().token())))
                .withMessageContaining("acme|renewal|c-2");
        assertThat(ledger.undelivered(10)).isEqualTo(Alert.of(List.of(known)));
    }

    @Test
    final void atLeastOne_isAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.undelivered(0))
                .withMessageContaining("atMost (0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.due(day(1), 0))
                .withMessageContaining("atMost (0)");
    }

    @Test
    final void alerts_areCounted_fromAnInstantOn_byOwner() {
        LedgerEntry nobody = LedgerEntry.builder()
                .from(firing("c", 2))
                .owner(Optional.empty())
                .build();
        LedgerEntry ben = LedgerEntry.builder().from(firing("d", 2)).owner("ben").build();
        ledger.add(List.of(firing("a", 1), firing("b", 2), nobody, ben));

        assertThat(ledger.alertsAfter(day(-1))).containsOnly(Map.entry("anna", 2), Map.entry("ben", 1));
        assertThat(ledger.alertsAfter(firing("a", 1).at())).containsOnly(Map.entry("anna", 1), Map.entry("ben", 1));
        assertThat(ledger.alertsAfter(day(100))).isEmpty();
    }

    @Test
    final void largeBatch_isAddedWhole() {
        List<LedgerEntry> batch = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            batch.add(planned("customer-" + i % 1_500, i));
        }

        assertThat(ledger.add(batch)).hasSameSizeAs(batch);
        assertThat(ledger.add(batch)).isEmpty();
        List<LedgerEntry> fired =
                batch.stream().map(entry -> fired(entry, "anna")).toList();
        assertThat(ledger.add(fired)).hasSameSizeAs(batch);
        Set<String> customers = new HashSet<>();
        batch.forEach(entry -> customers.add(entry.key().customerId()));
        assertThat(ledger.latestOf(customers)).hasSameSizeAs(batch);
        assertThat(ledger.entriesOf(customers)).hasSize(2 * batch.size());
        List<Alert> alerts = ledger.undelivered(10_000);
        assertThat(alerts).hasSameSizeAs(batch);
        ledger.markDelivered(alerts.stream().map(Alert::token).toList());
        assertThat(ledger.undelivered(10_000)).isEmpty();
    }

    @Test
    final void concurrentCallers_addEachEntryExactlyOnce() throws Exception {
        MilestoneLedger other = otherInstance(ledger);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<LedgerEntry>>> callers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                long seed = thread;
                MilestoneLedger own = thread % 2 == 0 ? ledger : other;
                callers.add(() -> addInRandomBatches(own, new Random(seed)));
            }
            List<LedgerEntry> got = new ArrayList<>();
            for (Future<List<LedgerEntry>> caller : threads.invokeAll(callers)) {
                got.addAll(caller.get(60, TimeUnit.SECONDS));
            }

            assertThat(got).hasSize(2 * CONTENDED).doesNotHaveDuplicates();
            assertThat(ledger.entriesOf(Set.of("acme"))).containsExactlyInAnyOrderElementsOf(got);
            assertThat(ledger.undelivered(2 * CONTENDED)).hasSize(CONTENDED);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<LedgerEntry> addInRandomBatches(MilestoneLedger ledger, Random random) {
        List<LedgerEntry> added = new ArrayList<>();
        for (int from = 0; from < CONTENDED; ) {
            int to = Math.min(CONTENDED, from + 1 + random.nextInt(40));
            List<LedgerEntry> batch = new ArrayList<>();
            for (int i = from; i < to; i++) {
                batch.add(planned("acme", i));
            }
            Collections.shuffle(batch, random);
            added.addAll(ledger.add(batch));
            Collections.shuffle(batch, random);
            added.addAll(ledger.add(
                    batch.stream().map(entry -> fired(entry, "anna")).toList()));
            from = to;
        }
        return added;
    }
}
