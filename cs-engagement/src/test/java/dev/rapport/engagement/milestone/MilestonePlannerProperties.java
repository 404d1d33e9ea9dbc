package dev.rapport.engagement.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;

/** Planning and ticking against naive day-by-day oracles, in zones with odd days. */
class MilestonePlannerProperties {

    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "America/Sao_Paulo",
            "Asia/Kathmandu",
            "Africa/Casablanca",
            "Pacific/Kiritimati");
    private static final List<String> STEPS = List.of(
            "120 days before",
            "1 month before",
            "13 months before",
            "2 weeks before",
            "on the day",
            "3 days after",
            "1 month after");

    private static ZoneId zone(Random random) {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    /** A contract rolled with dice: when it starts, the months of a term, whether it renews by itself. */
    private record Dice(LocalDate start, int months, boolean renews, int noticeDays) {

        static Dice roll(Random random, LocalDate around) {
            return new Dice(
                    around.minusDays(random.nextInt(1_500)),
                    List.of(1, 3, 12, 24).get(random.nextInt(4)),
                    random.nextBoolean(),
                    random.nextInt(100));
        }

        Customer customer() {
            return Books.customer(
                    "acme",
                    c -> c.add(
                            Contract.SERIES,
                            entry -> Books.renewing(
                                            "c-1",
                                            start.toString(),
                                            naiveMonths(start, months).toString(),
                                            noticeDays)
                                    .andThen(e -> e.with(Contract.AUTO_RENEWS, renews))
                                    .accept(entry)));
        }

        /** The ends of all terms, month by month. */
        List<LocalDate> ends(LocalDate until) {
            List<LocalDate> ends = new ArrayList<>();
            for (int term = 1; term == 1 || renews; term++) {
                LocalDate end = naiveMonths(start, term * months);
                if (end.isAfter(until)) {
                    break;
                }
                ends.add(end);
            }
            return ends;
        }
    }

    /** So many months later (or, if negative, before), walked month by month; the day is cut down in short months. */
    private static LocalDate naiveMonths(LocalDate from, int months) {
        YearMonth month = YearMonth.from(from);
        for (int i = 0; i < Math.abs(months); i++) {
            month = months > 0 ? month.plusMonths(1) : month.minusMonths(1);
        }
        return month.atDay(Math.min(from.getDayOfMonth(), month.lengthOfMonth()));
    }

    private static LocalDate naiveStep(LocalDate anchor, String step) {
        String[] words = step.split(" ", -1);
        if (step.startsWith("on")) {
            return anchor;
        }
        int amount = Integer.parseInt(words[0]) * (words[2].equals("before") ? -1 : 1);
        if (words[1].startsWith("month")) {
            return naiveMonths(anchor, amount);
        }
        int days = words[1].startsWith("week") ? 7 * amount : amount;
        LocalDate day = anchor;
        for (int i = 0; i < Math.abs(days); i++) {
            day = days > 0 ? day.plusDays(1) : day.minusDays(1);
        }
        return day;
    }

    private static Milestone milestone(Random random, int late) {
        Milestone.Builder milestone = Books.milestone(
                        "m", random.nextBoolean() ? new RenewalTrigger() : new NoticeDeadlineTrigger())
                .fireLateUpToDays(late);
        STEPS.stream().filter(step -> random.nextInt(3) > 0).forEach(step -> milestone.addSteps(Step.parse(step)));
        return milestone.addSteps(Step.parse("7 days before")).build();
    }

    private static Set<String> expected(Dice dice, Milestone milestone, LocalDate from, LocalDate before) {
        boolean byNotice = milestone.trigger() instanceof NoticeDeadlineTrigger;
        Set<String> expected = new TreeSet<>();
        for (LocalDate end : byNotice && !dice.renews ? List.<LocalDate>of() : dice.ends(before.plusYears(3))) {
            LocalDate anchor = byNotice ? end.minusDays(dice.noticeDays) : end;
            for (Step step : milestone.steps()) {
                LocalDate due = naiveStep(anchor, step.toString());
                if (!due.isBefore(from) && due.isBefore(before)) {
                    expected.add(due + " " + anchor + " " + step);
                }
            }
        }
        return expected;
    }

    @Property(tries = 200)
    void planning_findsWhatADayByDayWalkFinds(@ForAll long seed) {
        Random random = new Random(seed);
        LocalDate today = LocalDate.of(2020 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(28));
        Dice dice = Dice.roll(random, today);
        Milestone milestone = milestone(random, 3);
        ZoneId zone = ZoneId.of("Europe/Berlin");
        CustomerView view =
                Books.facts(zone, dice.customer()).asOf(today).customers().get(0);
        LocalDate from = today.minusDays(random.nextInt(400));
        LocalDate before = today.plusDays(random.nextInt(800));

        List<Occurrence> occurrences = MilestonePlanner.of(Books.policy(milestone), EUR)
                .reckon(view, new Span(from, before), List.of())
                .occurrences();

        Set<String> found = new TreeSet<>();
        for (Occurrence occurrence : occurrences) {
            found.add(occurrence.dueOn() + " " + occurrence.key().anchorDate() + " "
                    + occurrence.key().step());
            assertThat(occurrence.state())
                    .isEqualTo(naiveState(occurrence.dueOn(), today, milestone.fireLateUpToDays()));
        }
        assertThat(occurrences).hasSameSizeAs(found);
        assertThat(found).isEqualTo(expected(dice, milestone, from, before));
    }

    private static OccurrenceState naiveState(LocalDate due, LocalDate today, int late) {
        if (due.isAfter(today)) {
            return OccurrenceState.PLANNED;
        }
        return due.plusDays(late).isBefore(today) ? OccurrenceState.EXPIRED : OccurrenceState.DUE;
    }

    /**
     * Ticks at random instants, some of them twice, with restarts in between that keep only what the ledger has. Each
     * occurrence fires at the first tick of its window, and never if there was none.
     */
    @Property(tries = 200)
    void ticks_atAnyTime_loseAndDoubleNothing(@ForAll long seed, @ForAll @IntRange(max = 20) int late) {
        Random random = new Random(seed);
        ZoneId zone = zone(random);
        LocalDate first = LocalDate.of(2009 + random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28));
        Dice dice = Dice.roll(random, first);
        Milestone milestone = milestone(random, late);
        MilestonePlanner planner = MilestonePlanner.of(Books.policy(milestone), EUR);
        Facts facts = Books.facts(zone, dice.customer());
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        List<LocalDate> ticked = new ArrayList<>();
        Map<OccurrenceKey, LocalDate> fired = new HashMap<>();
        Instant now = first.atStartOfDay(zone).toInstant();
        Instant end = first.plusDays(900).atStartOfDay(zone).toInstant();
        while (now.isBefore(end)) {
            now = now.plusSeconds(random.nextInt(random.nextInt(10) == 0 ? 40 * 86_400 : 3 * 86_400) + 1L);
            Tick tick = planner.tick(facts.asOf(AsOf.of(now)), ledger);
            LocalDate day = tick.asOf().date(zone);
            ticked.add(day);
            for (LedgerEntry firing : tick.fired()) {
                assertThat(fired.put(firing.key(), day))
                        .as("%s fired twice", firing)
                        .isNull();
            }
            if (random.nextInt(3) == 0) {
                ledger = InMemoryMilestoneLedger.of(ledger.entries(), tokens(ledger.undelivered(100_000)));
            }
            if (random.nextInt(3) == 0) {
                assertThat(planner.tick(facts.asOf(tick.asOf()), ledger).fired())
                        .isEmpty();
            }
        }
        LocalDate lastDay = ticked.get(ticked.size() - 1);
        int checked = 0;
        for (String expected : expected(dice, milestone, first.minusDays(late), lastDay.plusDays(1))) {
            String[] parts = expected.split(" ", 3);
            LocalDate due = LocalDate.parse(parts[0]);
            LocalDate real = exists(due, zone) ? due : due.plusDays(1);
            Optional<LocalDate> inTime = ticked.stream()
                    .filter(day -> !day.isBefore(real) && !day.isAfter(real.plusDays(late)))
                    .findFirst();
            OccurrenceKey key = OccurrenceKey.builder()
                    .customerId("acme")
                    .milestone("m")
                    .anchor("c-1")
                    .anchorDate(LocalDate.parse(parts[1]))
                    .step(parts[2])
                    .build();
            assertThat(Optional.ofNullable(fired.remove(key))).as(expected).isEqualTo(inTime);
            checked++;
        }
        assertThat(fired).as("fired without being due, of %d", checked).isEmpty();
        assertThat(ledger.undelivered(100_000)).hasSameSizeAs(ledger.entries());
    }

    private static boolean exists(LocalDate day, ZoneId zone) {
        for (int hour = 0; hour < 24; hour++) {
            Instant instant = day.atTime(hour, 30).atZone(zone).toInstant();
            if (LocalDate.ofInstant(instant, zone).equals(day)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> tokens(List<Alert> alerts) {
        return alerts.stream().map(Alert::token).toList();
    }

    /**
     * The end of the contract is corrected again and again, some corrections being back-dated. Nothing is fired twice for
     * days that lie near each other, and whatever did not fire has a reason.
     */
    @Property(tries = 200)
    void movedAnchors_areAccountedFor(@ForAll long seed) {
        Random random = new Random(seed);
        ZoneId zone = zone(random);
        Milestone milestone = Books.milestone(
                        "m", new RenewalTrigger(), "30 days before", "7 days before", "on the day")
                .fireLateUpToDays(5)
                .reissueWhenMovedByDays(20)
                .build();
        MilestonePlanner planner = MilestonePlanner.of(Books.policy(milestone), EUR);
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        LocalDate today = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        LocalDate end = today.plusDays(random.nextInt(120));
        Set<LocalDate> ends = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            today = today.plusDays(1 + random.nextInt(6));
            if (random.nextInt(4) == 0) {
                end = end.plusDays(random.nextInt(120) - 40);
            }
            ends.add(end);
            LocalDate contractEnd = end;
            Customer acme = Books.customer(
                    "acme", c -> c.add(Contract.SERIES, Books.contract("c-1", "2020-01-01", contractEnd.toString())));
            Facts facts = Books.facts(zone, acme);
            List<LedgerEntry> before = ledger.entries();
            Tick tick = planner.tick(facts.asOf(today), ledger);

            for (LedgerEntry firing : tick.fired()) {
                assertThat(firing.key().anchorDate()).isEqualTo(end);
                assertThat(before)
                        .as("%s fired for a day near by", firing)
                        .noneMatch(old -> old.key().step().equals(firing.key().step())
                                && Math.abs(old.key().anchorDate().toEpochDay() - contractEnd.toEpochDay()) < 20);
            }
            CustomerView view = facts.asOf(today).customers().get(0);
            for (LocalDate asked : ends) {
                for (Step step : milestone.steps()) {
                    checkWhy(
                            planner.why(view, key(asked, step), ledger.entries())
                                    .orElseThrow(),
                            asked.equals(end),
                            today);
                }
            }
        }
    }

    private static OccurrenceKey key(LocalDate end, Step step) {
        return OccurrenceKey.builder()
                .customerId("acme")
                .milestone("m")
                .anchor("c-1")
                .anchorDate(end)
                .step(step.toString())
                .build();
    }

    private static void checkWhy(Occurrence why, boolean current, LocalDate today) {
        boolean fired = why.entry().map(LedgerEntry::hasFired).orElse(false);
        assertThat(why.reason()).isNotBlank();
        switch (why.state()) {
            case FIRED, FIRED_LATE -> assertThat(fired).isTrue();
            case SUPERSEDED, WITHDRAWN -> assertThat(fired || current).isFalse();
            case PLANNED -> assertThat(why.dueOn()).isAfter(today);
            case EXPIRED -> assertThat(why.dueOn().plusDays(5)).isBefore(today);
            case ALREADY_HANDLED -> assertThat(why.reason()).startsWith("it fired for ");
            default -> throw new AssertionError("a tick was just taken, and nobody touched anything: " + why);
        }
        if (!fired && !current) {
            assertThat(why.state()).isIn(OccurrenceState.SUPERSEDED, OccurrenceState.WITHDRAWN);
        }
    }
}
