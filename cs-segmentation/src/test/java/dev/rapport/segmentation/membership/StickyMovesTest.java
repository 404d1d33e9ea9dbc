package dev.rapport.segmentation.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.memory.Memory;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.segment.Rule;
import dev.rapport.segmentation.segment.RuleSegmentation;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.tier.Tier;
import dev.rapport.segmentation.tier.ValueTiers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

class StickyMovesTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final ValueTiers TIERS =
            ValueTiers.of(Account.ARR, CurrencyUnit.EUR, Tier.lowest("s"), Tier.from("m", 100), Tier.from("l", 200));

    private static List<String> path(StickyMoves moves, int step, @Nullable Integer... amounts) {
        Memory memory = Memory.empty();
        List<String> path = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            var book = Account.book(START.plusDays((long) step * i), Account.of("a", amounts[i]));
            Membership first = moves.decide("tiers", book, memory);
            memory = memory.with(first.toRemember());
            Membership again = moves.decide("tiers", book, memory);
            assertThat(again.segmentByCustomer()).isEqualTo(first.segmentByCustomer());
            assertThat(again.held()).isEqualTo(first.held());
            assertThat(memory.with(again.toRemember())).isEqualTo(memory);
            path.add(first.segment("a").map(Segment::id).orElse("-"));
        }
        return path;
    }

    @Example
    void tier_isEnteredAtItsThreshold_andLeftBelowItLessTheMargin() {
        assertThat(path(StickyMoves.tiers(TIERS, 0.1), 1, 90, 99, 100, 95, 90, 89, 95, 100))
                .containsExactly("s", "s", "m", "m", "m", "s", "s", "m");
    }

    @Example
    void confirmations_mustComeInARow() {
        assertThat(path(StickyMoves.of(TIERS).confirmations(2), 1, 90, 110, 90, 110, 110, 90, 90))
                .containsExactly("s", "s", "s", "s", "m", "m", "s");
    }

    @Example
    void segment_lastsItsMinimumStay() {
        assertThat(path(StickyMoves.of(TIERS).minimumStay(30), 10, 90, 110, 110, 110, 90, 90, 90))
                .containsExactly("s", "s", "s", "m", "m", "m", "s");
    }

    @Example
    void missingData_isNotDelayed_norItsReturn() {
        StickyMoves moves = StickyMoves.tiers(TIERS, 0.1).confirmations(3).minimumStay(100);
        assertThat(path(moves, 1, 90, null, 210)).containsExactly("s", "-", "l");
    }

    @Example
    void held_saysByWhat() {
        StickyMoves moves = StickyMoves.tiers(TIERS, 0.1).confirmations(2).minimumStay(30);
        Memory memory = Memory.empty();
        List<String> held = new ArrayList<>();
        int day = 0;
        for (int euros : new int[] {100, 95, 80, 80}) {
            Membership now = moves.decide("tiers", Account.book(START.plusDays(day++), Account.of("a", euros)), memory);
            memory = memory.with(now.toRemember());
            held.add(now.held().getOrDefault("a", ""));
        }
        assertThat(held)
                .containsExactly(
                        "",
                        "would enter s; held in m until arr is below EUR 90",
                        "would enter s; held in m until found elsewhere 2 times in a row, so far 1",
                        "would enter s; held in m until 2026-01-31, when it has stayed 30 days");
    }

    @Example
    void held_tellsTheThresholdOfTheNextTier_orWhoseRuleItIs() {
        ValueTiers higher = ValueTiers.of(
                Account.ARR, CurrencyUnit.EUR, Tier.lowest("s"), Tier.from("m", 120), Tier.from("l", 250));
        assertThat(held(StickyMoves.of(TIERS).leaving(higher), 90, 110))
                .isEqualTo("would enter m; held in s until arr is at least EUR 120");
        RuleSegmentation leaving = RuleSegmentation.of(List.of(
                Rule.of("s", Condition.missing(Account.OWNER)),
                Rule.of("m", Condition.missing(Account.ARR)),
                Rule.of("l", Condition.missing(Account.ARR))));
        assertThat(held(StickyMoves.of(TIERS).leaving(leaving), 90, 110))
                .isEqualTo("would enter m; held in s until the rule for leaving says otherwise");
    }

    private static String held(StickyMoves moves, int first, int second) {
        Membership before = moves.decide("tiers", Account.book(START, Account.of("a", first)), Memory.empty());
        return moves.decide(
                        "tiers",
                        Account.book(START.plusDays(1), Account.of("a", second)),
                        Memory.of(before.toRemember()))
                .held()
                .getOrDefault("a", "");
    }

    @Example
    void decision_ofOneWhoIsHeld_saysSo_andKeepsWhatTheTiersSay() {
        StickyMoves moves = StickyMoves.tiers(TIERS, 0.1);
        var first = Account.book(START, Account.of("a", 100), Account.of("b", 100));
        Memory memory = Memory.of(moves.decide("tiers", first, Memory.empty()).toRemember());
        var book = Account.book(START.plusDays(1), Account.of("a", 95), Account.of("b", 105));
        Membership now = moves.decide("tiers", book, memory);
        Decision<Segment> held = now.decide(book.find("a").orElseThrow());
        assertThat(held.value()).isEqualTo(now.segment("a")).hasValue(Segment.of("m"));
        assertThat(held.reasons().foldsToItsValue()).isTrue();
        assertThat(ExplanationText.showing(Sensitivity.INTERNAL).lines(held.reasons()))
                .containsExactly(
                        "tier m (weighted mean)",
                        "  held 1 x 1: would enter s; held in m until arr is below EUR 90",
                        "  tier s x 0: arr EUR 95.00, off by 5");
        assertThat(ExplanationText.showing(Sensitivity.INTERNAL)
                        .lines(now.decide(book.find("b").orElseThrow()).reasons()))
                .isEqualTo(ExplanationText.showing(Sensitivity.INTERNAL)
                        .lines(Segmentation.decide(TIERS, book.find("b").orElseThrow())
                                .reasons()));
    }

    @Example
    void badArguments_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StickyMoves.tiers(TIERS, 1))
                .withMessage("margin (1.0) must be at least 0 and below 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StickyMoves.of(TIERS).confirmations(0))
                .withMessage("confirmations (0) must be at least 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        StickyMoves.of(TIERS).leaving(ValueTiers.of(Account.ARR, CurrencyUnit.EUR, Tier.lowest("s"))))
                .withMessageContaining("must have the same segments, were [s, m, l] and [s]");
    }

    /** A state machine over plain numbers. */
    private static List<String> naive(Integer[] amounts, int step, int confirmations, int stay, double margin) {
        List<String> path = new ArrayList<>();
        String at = "-";
        int since = 0;
        int elsewhere = 0;
        for (int i = 0; i < amounts.length; i++) {
            Integer amount = amounts[i];
            String enter = amount == null ? "-" : amount >= 200 ? "l" : amount >= 100 ? "m" : "s";
            String next = at;
            boolean inside = amount != null
                    && switch (at) {
                        case "s" -> amount < 100 * (1 - margin);
                        case "m" -> amount >= 100 * (1 - margin) && amount < 200 * (1 - margin);
                        default -> amount >= 200 * (1 - margin);
                    };
            if (at.equals("-") || enter.equals("-")) {
                next = enter;
                elsewhere = 0;
            } else if (enter.equals(at) || inside) {
                elsewhere = 0;
            } else {
                elsewhere++;
                if (elsewhere >= confirmations && step * i - since >= stay) {
                    next = enter;
                    elsewhere = 0;
                }
            }
            if (!next.equals(at)) {
                since = step * i;
            }
            at = next;
            path.add(at);
        }
        return path;
    }

    @Property(tries = 200)
    void path_isThatOfANaiveStateMachine(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int step,
            @ForAll @IntRange(min = 1, max = 4) int confirmations,
            @ForAll @IntRange(min = 0, max = 60) int stay,
            @ForAll @IntRange(min = 0, max = 2) int quarters) {
        Random random = new Random(seed);
        Integer[] amounts = new Integer[25];
        Arrays.setAll(amounts, i -> random.nextInt(15) == 0 ? null : random.nextInt(300));
        double margin = quarters / 4.0;
        StickyMoves moves =
                StickyMoves.tiers(TIERS, margin).confirmations(confirmations).minimumStay(stay);
        assertThat(path(moves, step, amounts))
                .as(
                        "%s by %s days, %s times, %s days, margin %s",
                        Arrays.toString(amounts), step, confirmations, stay, margin)
                .isEqualTo(naive(amounts, step, confirmations, stay, margin));
    }
}
