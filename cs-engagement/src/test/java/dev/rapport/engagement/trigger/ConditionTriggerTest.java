package dev.rapport.engagement.trigger;

import static dev.rapport.engagement.trigger.Triggers.at;
import static dev.rapport.engagement.trigger.Triggers.book;
import static dev.rapport.engagement.trigger.Triggers.customer;
import static dev.rapport.engagement.trigger.Triggers.day;
import static dev.rapport.engagement.trigger.Triggers.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.time.TimeRange;
import dev.rapport.segmentation.condition.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** When a condition became true, once each time. */
class ConditionTriggerTest {

    private static final AttributeKey<Double> TEMPERATURE = AttributeKey.number("temperature");
    private static final LocalDate FIRST = day("2026-01-01");

    private static ConditionTrigger hot(int untrueDays) {
        return ConditionTrigger.of("hot", Condition.atLeast(TEMPERATURE, 30), untrueDays);
    }

    /** A customer with one number a day: 0 for not known, 1 for too little, 2 for enough. */
    private static Customer daily(List<Integer> days) {
        return customer(c -> {
            for (int i = 0; i < days.size(); i++) {
                if (days.get(i) > 0) {
                    LocalDate day = FIRST.plusDays(i);
                    c.set(
                            TEMPERATURE,
                            days.get(i) == 2 ? 31.0 : 20.0,
                            TimeRange.between(
                                    at(day.toString()), at(day.plusDays(1).toString())),
                            at(day.toString()));
                }
            }
        });
    }

    private static List<LocalDate> onsets(ConditionTrigger trigger, Customer customer, LocalDate asOf, Span span) {
        return trigger.anchors(on(asOf.toString(), customer), span, Triggers.EUR).stream()
                .map(Anchor::date)
                .toList();
    }

    @Property
    void onsets_areThoseOfANaiveCount(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 2) Integer> days,
            @ForAll @IntRange(min = 1, max = 5) int untrueDays,
            @ForAll @IntRange(min = 0, max = 45) int from,
            @ForAll @IntRange(min = 0, max = 45) int length,
            @ForAll @IntRange(min = 0, max = 39) int asOf) {
        List<LocalDate> expected = new ArrayList<>();
        for (int day = from; day < from + length && day <= asOf && day < days.size(); day++) {
            boolean wasTrue = false;
            for (int back = 1; back <= untrueDays; back++) {
                wasTrue |= day - back >= 0 && days.get(day - back) == 2;
            }
            if (days.get(day) == 2 && !wasTrue) {
                expected.add(FIRST.plusDays(day));
            }
        }

        assertThat(onsets(
                        hot(untrueDays),
                        daily(days),
                        FIRST.plusDays(asOf),
                        new Span(FIRST.plusDays(from), FIRST.plusDays(from + length))))
                .isEqualTo(expected);
    }

    /** Whatever days the ticks are taken on, if none is a week after the last, each time that it became true fires once. */
    @Property(tries = 200)
    void eachTimeItBecameTrue_firesOnce(
            @ForAll @Size(min = 20, max = 40) List<@IntRange(min = 0, max = 2) Integer> days,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 7) Integer> pauses) {
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        MilestonePlanner planner = Triggers.planner(hot(1), 1);
        Customer customer = daily(days);
        List<LocalDate> fired = new ArrayList<>();
        LocalDate tick = FIRST;
        for (int pause : pauses) {
            tick = tick.plusDays(pause);
            planner.tick(book(tick.toString(), customer), ledger).fired().stream()
                    .map(entry -> entry.key().anchorDate())
                    .forEach(fired::add);
        }

        assertThat(fired)
                .containsExactlyInAnyOrderElementsOf(onsets(hot(1), customer, tick, new Span(FIRST, tick.plusDays(1))));
    }

    @Test
    void wavering_isToldOnce_whereItMustHaveBeenUntrueForAWhile() {
        Customer wavering = daily(List.of(1, 2, 1, 2, 1, 2, 1, 1, 1, 2));
        Span all = new Span(FIRST, FIRST.plusDays(30));

        assertThat(onsets(hot(1), wavering, FIRST.plusDays(20), all))
                .containsExactly(day("2026-01-02"), day("2026-01-04"), day("2026-01-06"), day("2026-01-10"));
        assertThat(onsets(hot(3), wavering, FIRST.plusDays(20), all))
                .containsExactly(day("2026-01-02"), day("2026-01-10"));
    }

    @Test
    void firing_saysWhatHolds_andIsNotRepeatedWhileItDoes() {
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        MilestonePlanner planner = Triggers.planner(hot(1), 5);
        Customer customer = daily(List.of(1, 2, 2, 2, 1, 1, 1, 2, 2));

        List<LedgerEntry> fired = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            fired.addAll(planner.tick(book(FIRST.plusDays(i).toString(), customer), ledger)
                    .fired());
        }

        assertThat(fired)
                .extracting(LedgerEntry::reason)
                .containsExactly(
                        "on the day, 2026-01-02 of hot; temperature.at-least yes: temperature 31",
                        "on the day, 2026-01-08 of hot; temperature.at-least yes: temperature 31");
    }

    @Test
    void correction_movesTheDay_andDoesNotFireAgain_untilItMovesFar() {
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        Customer told =
                customer(c -> c.set(TEMPERATURE, 20.0, at("2026-01-01")).set(TEMPERATURE, 31.0, at("2026-03-10")));
        Customer corrected = customer(c -> c.set(TEMPERATURE, 20.0, at("2026-01-01"))
                .set(TEMPERATURE, 31.0, at("2026-03-10"))
                .set(TEMPERATURE, 31.0, TimeRange.between(at("2026-03-07"), at("2026-03-10")), at("2026-03-11")));
        MilestonePlanner planner = Triggers.planner(hot(1), 5);

        assertThat(planner.tick(book("2026-03-10", told), ledger).fired()).hasSize(1);
        assertThat(planner.tick(book("2026-03-11", corrected), ledger).fired()).isEmpty();
        assertThat(planner.reckon(
                                on("2026-03-11", corrected),
                                new Span(day("2026-03-01"), day("2026-04-01")),
                                ledger.entriesOf(List.of("acme")))
                        .occurrences())
                .extracting(one -> one.key().anchorDate() + " " + one.state().word())
                .contains("2026-03-07 already-handled");
    }

    @Test
    void whatWasLaidOverABook_hasNoPast_andIsRefused() {
        AttributeKey<Double> score = AttributeKey.number("health.score");
        Customer acme = customer(c -> {});
        ConditionTrigger red = ConditionTrigger.of("red", Condition.atMost(score, 50), 1);

        assertThatThrownBy(() -> red.anchors(
                        book("2026-03-10", acme)
                                .with(score, "scorecard", Map.of("acme", 20.0))
                                .customers()
                                .get(0),
                        new Span(FIRST, day("2026-04-01")),
                        Triggers.EUR))
                .hasMessage("condition (red) rests on what was laid over the book, which has no past.\n"
                        + "Maybe on the attributes that it was decided by.");
    }

    @Test
    void untrueDays_areAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> hot(0)).withMessage("untrueDays (0) must be at least 1.");
    }
}
