package dev.rapport.engagement.testkit;

import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.OccurrenceKey;
import dev.rapport.engagement.milestone.OccurrenceState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Entries for tests of ledgers. */
abstract class SampleEntries {

    private static final Instant FIRST = Instant.parse("2026-01-02T00:00:00Z");

    SampleEntries() {}

    static Instant day(int number) {
        return FIRST.plusSeconds(86_400L * number);
    }

    /**
     * The first entry of an occurrence that is planned.
     *
     * @param customer  whose it is
     * @param number  makes the key together with the customer; the larger, the later it is due
     * @return the entry
     */
    protected static LedgerEntry planned(String customer, int number) {
        LocalDate due = LocalDate.of(2026, 1, 1).plusDays(number);
        return LedgerEntry.builder()
                .key(OccurrenceKey.builder()
                        .customerId(customer)
                        .milestone("renewal")
                        .anchor("c-" + number)
                        .anchorDate(due.plusDays(30))
                        .step("30 days before")
                        .build())
                .number(1)
                .state(OccurrenceState.PLANNED)
                .reason("30 days before")
                .at(day(0))
                .recordedAt(day(0))
                .dueOn(due)
                .mayFireUntil(day(number + 3))
                .nextAt(day(number - 1))
                .daysLate(0)
                .role("csm")
                .build();
    }

    /**
     * The firing of an occurrence.
     *
     * @param before  its last entry
     * @param owner  who is alerted
     * @return the entry after it
     */
    protected static LedgerEntry fired(LedgerEntry before, String owner) {
        Instant at = before.nextAt().orElse(before.at()).plusSeconds(60);
        return LedgerEntry.builder()
                .from(before)
                .number(before.number() + 1)
                .state(OccurrenceState.FIRED)
                .at(at)
                .recordedAt(at)
                .firedAt(at)
                .nextAt(Optional.empty())
                .owner(owner)
                .alert(before.key().token())
                .build();
    }

    /**
     * An occurrence that fired without having been planned.
     *
     * @param customer  whose it is
     * @param number  makes the key together with the customer; the larger, the later it fired
     * @return its first entry
     */
    protected static LedgerEntry firing(String customer, int number) {
        return LedgerEntry.builder()
                .from(fired(planned(customer, number), "anna"))
                .number(1)
                .build();
    }

    static LedgerEntry closed(LedgerEntry before, OccurrenceState state) {
        return LedgerEntry.builder()
                .from(before)
                .number(before.number() + 1)
                .state(state)
                .reason("it is " + state.word())
                .nextAt(Optional.empty())
                .alert(Optional.empty())
                .build();
    }
}
