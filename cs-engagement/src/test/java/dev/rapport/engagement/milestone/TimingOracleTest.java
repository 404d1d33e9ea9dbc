package dev.rapport.engagement.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.MonthRule.LeapDay;
import dev.rapport.engagement.milestone.MonthRule.MonthEnd;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.RateTable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule on every day of a hundred years, in zones with odd days, against walking day by day. */
class TimingOracleTest {

    private static final LocalDate FROM = LocalDate.of(1950, 1, 1);
    private static final LocalDate BEFORE = LocalDate.of(2050, 1, 1);
    private static final Set<LocalDate> HOLIDAYS = holidays();
    private static final Reckoning RECKONING = new Reckoning(
            CurrencyUnit.EUR,
            RateTable.empty(CurrencyUnit.EUR),
            BusinessCalendar.of(
                    "here",
                    Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                    HOLIDAYS,
                    FROM.minusYears(2),
                    BEFORE.plusYears(2)));
    private static final List<Rule> RULES = rules();
    private static final List<LocalDate[]> NAIVE = naiveDays();

    private record Rule(Timing timing, Step step) {

        Milestone milestone(MilestoneTrigger trigger) {
            return Books.milestone("m", trigger).addSteps(step).timing(timing).build();
        }
    }

    /** Fixed days, a long break over each year's end, and some others rolled with dice. */
    private static Set<LocalDate> holidays() {
        Random random = new Random(7);
        Set<LocalDate> holidays = new HashSet<>();
        for (int year = FROM.getYear() - 2; year < BEFORE.getYear() + 2; year++) {
            LocalDate.of(year, 12, 24).datesUntil(LocalDate.of(year + 1, 1, 3)).forEach(holidays::add);
            for (int i = 0; i < 8; i++) {
                holidays.add(LocalDate.of(year, 1, 5).plusDays(random.nextInt(350)));
            }
        }
        return holidays;
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (String step : List.of(
                "on the day",
                "90 days before",
                "3 days after",
                "2 weeks before",
                "1 business day before",
                "60 business days before",
                "5 business days after")) {
            rules.add(rule(step, Timing.OffDays.KEEP, MonthRule.usual()));
        }
        for (String step : List.of("on the day", "90 days before", "5 business days after")) {
            rules.add(rule(step, Timing.OffDays.BEFORE, MonthRule.usual()));
            rules.add(rule(step, Timing.OffDays.AFTER, MonthRule.usual()));
        }
        for (String step : List.of("on the day", "20 business days before")) {
            Rule sent = rule(step, Timing.OffDays.KEEP, MonthRule.usual());
            Timing dispatched = Timing.builder()
                    .from(sent.timing)
                    .dispatch(Step.parse("3 business days before"))
                    .build();
            rules.add(new Rule(dispatched, sent.step));
        }
        for (String step : List.of("1 month before", "3 months after", "12 months before", "13 months after")) {
            for (MonthEnd monthEnd : MonthEnd.values()) {
                rules.add(rule(step, Timing.OffDays.KEEP, new MonthRule(monthEnd, LeapDay.FEBRUARY_28)));
            }
        }
        rules.add(rule("12 months after", Timing.OffDays.KEEP, new MonthRule(MonthEnd.SAME_DAY, LeapDay.MARCH_1)));
        rules.add(rule("12 months after", Timing.OffDays.KEEP, new MonthRule(MonthEnd.LAST_DAY, LeapDay.MARCH_1)));
        return rules;
    }

    private static Rule rule(String step, Timing.OffDays offDays, MonthRule months) {
        Timing timing = Timing.builder()
                .zone(Timing.Zone.CUSTOMER)
                .offDays(offDays)
                .months(months)
                .build();
        return new Rule(timing, Step.parse(step));
    }

    /** Of each rule, the day of each anchor of the hundred years as a finger finds it, in no zone. */
    private static List<LocalDate[]> naiveDays() {
        NaiveTiming naive = new NaiveTiming(HOLIDAYS);
        return RULES.stream()
                .map(rule -> FROM.datesUntil(BEFORE)
                        .map(anchor -> naive.day(rule.timing, rule.step, anchor))
                        .toArray(LocalDate[]::new))
                .toList();
    }

    /** A customer with a zone in a book that has another one. */
    private static CustomerView customer(String zone) {
        return Books.facts(
                        ZoneId.of("UTC"),
                        Books.customer(
                                "acme", customer -> customer.set(CustomerAttributes.TIME_ZONE, zone, Books.SINCE)))
                .asOf(LocalDate.of(2026, 6, 30))
                .find("acme")
                .orElseThrow();
    }

    /** The days that a zone has, found six hours by six hours. */
    private static NavigableSet<LocalDate> daysOf(ZoneId zone) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        Instant end = BEFORE.plusYears(3).atTime(12, 0).toInstant(ZoneOffset.UTC);
        LocalDate last = LocalDate.MIN;
        for (Instant at = FROM.minusYears(3).atTime(0, 0).toInstant(ZoneOffset.UTC);
                at.isBefore(end);
                at = at.plus(Duration.ofHours(6))) {
            LocalDate day = LocalDate.ofInstant(at, zone);
            if (!day.equals(last)) {
                days.add(day);
                last = day;
            }
        }
        return days;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "America/Sao_Paulo",
                "America/St_Johns",
                "America/New_York",
                "Asia/Kathmandu",
                "Asia/Tehran",
                "Africa/Casablanca",
                "Pacific/Kiritimati",
                "Pacific/Kwajalein"
            })
    void everyRule_onEveryDayOfAHundredYears_isWalkedDayByDay(String zone) {
        CustomerView view = customer(zone);
        Set<LocalDate> has = new HashSet<>(daysOf(ZoneId.of(zone)));
        TreeSet<LocalDate> days = new TreeSet<>(has);
        for (int i = 0; i < RULES.size(); i++) {
            Rule rule = RULES.get(i);
            CustomerTiming timing = new CustomerTiming(rule.milestone(new RenewalTrigger()), view, RECKONING);
            LocalDate[] found = NAIVE.get(i);
            for (int day = 0; day < found.length; day++) {
                LocalDate anchor = FROM.plusDays(day);
                LocalDate expected = has.contains(found[day]) ? found[day] : days.ceiling(found[day]);
                if (!timing.dueAt(rule.step, anchor).toLocalDate().equals(expected)) {
                    assertThat(timing.dueAt(rule.step, anchor).toLocalDate())
                            .as(rule.step + " of " + anchor + ", " + rule.timing)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** A day begins at the first instant whose local date it is; where a zone has skipped it, with the next one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "America/Sao_Paulo",
                "America/St_Johns",
                "Pacific/Kwajalein"
            })
    void dueTimes_areTheFirstInstantsOfTheirDays(String zone) {
        CustomerTiming timing =
                new CustomerTiming(RULES.get(0).milestone(new RenewalTrigger()), customer(zone), RECKONING);
        for (LocalDate day = FROM; day.isBefore(BEFORE); day = day.plusDays(1)) {
            Instant start = timing.startOf(day).toInstant();
            LocalDate first = LocalDate.ofInstant(start, ZoneId.of(zone));
            LocalDate before = LocalDate.ofInstant(start.minusNanos(1), ZoneId.of(zone));
            if (first.isBefore(day) || !before.isBefore(day)) {
                assertThat(start)
                        .as("start of " + day + " between " + before + " and " + first)
                        .isNull();
            }
        }
    }

    /** Anchors every few days for a hundred years. */
    private record Every(int days) implements MilestoneTrigger {

        @Override
        public Requirements requirements() {
            return Requirements.none();
        }

        @Override
        public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
            List<Anchor> anchors = new ArrayList<>();
            long first =
                    Math.max(0, -Math.floorDiv(FROM.toEpochDay() - span.from().toEpochDay(), (long) days));
            for (LocalDate day = FROM.plusDays(first * days);
                    day.isBefore(span.before()) && day.isBefore(BEFORE);
                    day = day.plusDays(days)) {
                anchors.add(Anchor.of("every", day));
            }
            return anchors;
        }
    }

    /** Whatever days are asked about, month by month nothing is lost and nothing comes twice. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Pacific/Apia"})
    void askedMonthByMonth_everyOccurrenceComesOnce(String zone) {
        CustomerView view = customer(zone);
        Every trigger = new Every(13);
        NavigableSet<LocalDate> days = daysOf(ZoneId.of(zone));
        for (int i = 0; i < RULES.size(); i++) {
            Rule rule = RULES.get(i);
            MilestoneReckoner reckoner = new MilestoneReckoner(rule.milestone(trigger), view, RECKONING, List.of());
            List<String> found = new ArrayList<>();
            for (LocalDate month = FROM.minusYears(2);
                    month.isBefore(BEFORE.plusYears(2));
                    month = month.plusMonths(1)) {
                for (Occurrence occurrence : reckoner.occurrences(new Span(month, month.plusMonths(1)))) {
                    found.add(occurrence.dueOn() + " " + occurrence.key().anchorDate());
                }
            }
            List<String> expected = new ArrayList<>();
            for (int day = 0; day < NAIVE.get(i).length; day += trigger.days()) {
                expected.add(days.ceiling(NAIVE.get(i)[day]) + " " + FROM.plusDays(day));
            }
            found.sort(null);
            expected.sort(null);
            assertThat(found.equals(expected))
                    .as(rule.step + ", " + rule.timing)
                    .isTrue();
        }
    }

    @Test
    void theRules_haveAllKindsOfSteps() {
        Set<Step.Unit> units = new HashSet<>();
        RULES.forEach(rule -> units.add(rule.step().unit()));
        assertThat(units).containsExactlyInAnyOrder(Step.Unit.values());
    }
}
