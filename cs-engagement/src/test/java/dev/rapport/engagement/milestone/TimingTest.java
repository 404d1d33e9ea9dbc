package dev.rapport.engagement.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Facts;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.calendar.BusinessCalendars;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.DeadlineRules;
import dev.rapport.model.customer.NoticeRule;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.time.AsOf;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {

    private static final BusinessCalendar GERMANY = calendar("DE", "2026-10-03", "2026-12-25", "2027-01-01");
    private static final BusinessCalendar FRANCE = calendar("FR", "2026-12-25", "2026-12-28");
    private static final AttributeKey<LocalDate> GO_LIVE = AttributeKey.date("go-live.date");

    private static BusinessCalendar calendar(String id, String... holidays) {
        return BusinessCalendar.of(
                id,
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Arrays.stream(holidays).map(LocalDate::parse).collect(Collectors.toSet()),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 1, 1));
    }

    private static Reckoning reckoning(BusinessCalendar book) {
        return new Reckoning(
                CurrencyUnit.EUR,
                RateTable.empty(CurrencyUnit.EUR),
                new DeadlineRules(BusinessCalendars.of(book, FRANCE.estimatingBeyond()), NoticeRule.usual()));
    }

    private static Customer customer(String goLive, String country, String zone) {
        return Books.customer(
                "acme",
                customer -> customer.set(GO_LIVE, LocalDate.parse(goLive), Books.SINCE)
                        .set(CustomerAttributes.COUNTRY, country, Books.SINCE)
                        .set(CustomerAttributes.TIME_ZONE, zone, Books.SINCE));
    }

    private static List<Occurrence> occurrences(
            Timing timing, String step, Customer customer, BusinessCalendar book, String asOf, String... failures) {
        Milestone milestone = Books.milestone("m", new DateAttributeTrigger(GO_LIVE), step)
                .timing(timing)
                .build();
        MilestonePlanner planner = MilestonePlanner.of(Books.policy(milestone), reckoning(book));
        LocalDate date = LocalDate.parse(asOf);
        Reckoned reckoned = planner.reckon(
                Books.book(date, customer).find("acme").orElseThrow(),
                new Span(date.minusDays(30), date.plusYears(2)),
                List.of());
        assertThat(reckoned.failures()).extracting(MilestoneFailure::reason).containsExactly(failures);
        return reckoned.occurrences();
    }

    private static Occurrence occurrence(Timing timing, String step, String goLive) {
        return occurrences(timing, step, customer(goLive, "FR", "Pacific/Auckland"), GERMANY, "2026-06-30")
                .get(0);
    }

    @Test
    void businessDays_areCountedInTheBooksCalendar_andTheReasonNamesTheHolidays() {
        Occurrence occurrence = occurrence(Timing.usual(), "3 business days before", "2026-12-29");

        assertThat(occurrence.dueOn()).isEqualTo("2026-12-23");
        assertThat(occurrence.dayReason()).contains("calendar DE: 2026-12-25 is a holiday");
        assertThat(occurrence.rule())
                .isEqualTo("3 business days before 2026-12-29 of go-live.date (calendar DE: 2026-12-25 is a holiday)");
        assertThat(occurrence.isEstimated()).isFalse();
    }

    @Test
    void severalCalendars_areCountedTogether() {
        Timing both = Timing.builder().addCalendars("DE", "FR").build();
        Occurrence occurrence = occurrence(both, "3 business days before", "2026-12-29");

        assertThat(occurrence.dueOn()).isEqualTo("2026-12-22");
        assertThat(occurrence.dayReason()).contains("calendar DE+FR: 2026-12-25 and 2026-12-28 are holidays");
    }

    @Test
    void customersCalendar_isThatOfTheirCountry_andTheBooksWhereThereIsNone() {
        Timing theirs = Timing.builder().addCalendars(Timing.CUSTOMERS_CALENDAR).build();

        assertThat(occurrence(theirs, "1 business day before", "2026-12-29").dueOn())
                .isEqualTo("2026-12-24");
        Occurrence japan = occurrences(
                        theirs, "1 business day before", customer("2026-12-29", "JP", "UTC"), GERMANY, "2026-06-30")
                .get(0);
        assertThat(japan.dueOn()).isEqualTo("2026-12-28");
        assertThat(japan.dayReason()).contains("no calendar is there for country \"JP\", so calendar DE holds");
    }

    @Test
    void whatMustBeReceived_isSentEarlier_andStepsCountToTheLastSafeDay() {
        Timing received =
                Timing.builder().dispatch(Step.parse("3 business days before")).build();

        Occurrence last = occurrence(received, "on the day", "2026-09-30");
        assertThat(last.dueOn()).isEqualTo("2026-09-25");
        assertThat(last.rule())
                .isEqualTo("on the day, 2026-09-30 of go-live.date (to be received by then it must be sent 3 business"
                        + " days before, by 2026-09-25)");
        assertThat(occurrence(received, "7 days before", "2026-09-30").dueOn()).isEqualTo("2026-09-18");
        assertThatThrownBy(() ->
                        Timing.builder().dispatch(Step.parse("3 days after")).build())
                .hasMessage("dispatch (3 days after) must lie before the anchor.\nMaybe 3 days before.");
    }

    @ParameterizedTest
    @CsvSource({
        "KEEP, 2026-10-03, 2026-10-03", "BEFORE, 2026-10-03, 2026-10-02", "AFTER, 2026-10-03, 2026-10-05",
        "AFTER, 2026-12-25, 2026-12-28", "BEFORE, 2026-12-27, 2026-12-24", "BEFORE, 2026-12-24, 2026-12-24"
    })
    void daysOff_areKept_orMovedToABusinessDay(Timing.OffDays offDays, String goLive, LocalDate due) {
        Timing timing = Timing.builder().offDays(offDays).build();

        assertThat(occurrence(timing, "on the day", goLive).dueOn()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "SAME_DAY, FEBRUARY_28, 2026-02-28, 1, 2026-03-28",
        "LAST_DAY, FEBRUARY_28, 2026-02-28, 1, 2026-03-31",
        "NEXT_DAY, FEBRUARY_28, 2026-01-31, 1, 2026-03-01",
        "SAME_DAY, FEBRUARY_28, 2024-02-29, 12, 2025-02-28",
        "SAME_DAY, MARCH_1, 2024-02-29, 12, 2025-03-01",
        "LAST_DAY, MARCH_1, 2024-02-29, 12, 2025-03-01",
        "LAST_DAY, FEBRUARY_28, 2023-02-28, 12, 2024-02-29",
        "NEXT_DAY, FEBRUARY_28, 2024-02-29, -12, 2023-02-28",
        "NEXT_DAY, FEBRUARY_28, 2024-02-29, 48, 2028-02-29"
    })
    void monthEndsAndLeapDays_followTheRule(
            MonthRule.MonthEnd monthEnd, MonthRule.LeapDay leapDay, LocalDate from, int months, LocalDate to) {
        assertThat(new MonthRule(monthEnd, leapDay).plus(from, months)).isEqualTo(to);
    }

    @Test
    void calendarThatRefuses_isAnError_onlyWhereItMatters() {
        Customer farAway = customer("2028-03-31", "DE", "UTC");

        String reason = "date (2028-03-30) must lie in what calendar DE knows: from 2026-01-01 to before 2027-01-01.\n"
                + "Maybe hand over a calendar with more years.";
        assertThat(occurrences(Timing.usual(), "3 business days before", farAway, GERMANY, "2026-06-30", reason))
                .isEmpty();
        assertThat(occurrences(
                        Timing.usual(),
                        "3 business days before",
                        customer("2029-03-31", "DE", "UTC"),
                        GERMANY,
                        "2026-06-30"))
                .isEmpty();
    }

    @Test
    void calendarThatEstimates_firesAllTheSame_andSaysSo() {
        Occurrence occurrence = occurrences(
                        Timing.usual(),
                        "3 business days before",
                        customer("2027-01-04", "DE", "UTC"),
                        GERMANY.estimatingBeyond(),
                        "2026-06-30")
                .get(0);

        assertThat(occurrence.dueOn()).isEqualTo("2026-12-29");
        assertThat(occurrence.isEstimated()).isTrue();
        assertThat(occurrence.dayReason())
                .contains("calendar DE: 2027-01-01 is a holiday; estimated, since calendar DE knows the holidays from"
                        + " 2026-01-01 to before 2027-01-01 only");
    }

    @Test
    void unknownCalendar_isAnError_thatNamesIt() {
        Timing timing = Timing.builder().addCalendars("mars").build();

        String reason = "calendar (mars) must be one that the book has.\nMaybe add it to \"calendars\" of book.json.";
        Customer customer = customer("2026-12-29", "DE", "UTC");
        assertThat(occurrences(timing, "1 business day before", customer, GERMANY, "2026-06-30", reason))
                .isEmpty();
    }

    @Test
    void customersZone_saysWhenTheirDayBegins_andAnUnknownOneIsSaid() {
        Timing theirs = Timing.builder().zone(Timing.Zone.CUSTOMER).build();

        Occurrence auckland = occurrence(theirs, "on the day", "2026-07-01");
        assertThat(auckland.dueAt()).isEqualTo("2026-06-30T12:00:00Z");
        assertThat(auckland.state()).isEqualTo(OccurrenceState.DUE);
        assertThat(auckland.dayReason()).contains("in Pacific/Auckland");

        Occurrence mars = occurrences(
                        theirs, "on the day", customer("2026-07-01", "DE", "Mars/Base"), GERMANY, "2026-06-30")
                .get(0);
        assertThat(mars.dueAt()).isEqualTo("2026-07-01T00:00:00Z");
        assertThat(mars.dayReason()).contains("in Z; time-zone \"Mars/Base\" is unknown, so Z holds");
    }

    @Test
    void samoasSkippedDay_isTheNextOne() {
        Timing theirs = Timing.builder().zone(Timing.Zone.CUSTOMER).build();
        Occurrence skipped = occurrences(
                        theirs, "1 day before", customer("2011-12-31", "WS", "Pacific/Apia"), GERMANY, "2011-12-01")
                .get(0);

        assertThat(skipped.dueOn()).isEqualTo("2011-12-31");
    }

    private static final List<String> ZONES = List.of(
            "UTC", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe", "Mars/Base", " ");

    /** Ticks every so many hours over some weeks: with whatever timing, each occurrence fires once, on its day. */
    @Property(tries = 30)
    void addingAZoneOrACalendar_neverLosesAnOccurrence(
            @ForAll @IntRange(min = 0, max = 6) int zone,
            @ForAll @IntRange(min = 0, max = 3) int calendars,
            @ForAll Timing.OffDays offDays,
            @ForAll boolean dispatches,
            @ForAll @IntRange(min = 0, max = 40) int start,
            @ForAll @IntRange(min = 11, max = 24) int hours) {
        Timing.Builder timing = Timing.builder().zone(Timing.Zone.CUSTOMER).offDays(offDays);
        timing.addAllCalendars(List.of(List.<String>of(), List.of("DE"), List.of("FR", "customer"), List.of("customer"))
                .get(calendars));
        if (dispatches) {
            timing.dispatch(Step.parse("2 business days before"));
        }
        Customer customer = Books.customer(
                "acme",
                facts -> facts.set(CustomerAttributes.TIME_ZONE, ZONES.get(zone), Books.SINCE)
                        .set(CustomerAttributes.COUNTRY, "FR", Books.SINCE)
                        .add(
                                Contract.SERIES,
                                Books.contract(
                                        "c-1",
                                        "2025-12-20",
                                        LocalDate.of(2026, 12, 1)
                                                .plusDays(start)
                                                .toString())));
        String[] steps = {
            "10 business days before", "1 month before", "2 weeks before", "on the day", "1 business day after"
        };

        Set<String> usual = fired(Timing.usual(), customer, steps, hours);
        Set<String> changed = fired(timing.build(), customer, steps, hours);

        assertThat(usual).hasSize(steps.length);
        assertThat(changed).isEqualTo(usual);
    }

    private static Set<String> fired(Timing timing, Customer customer, String[] steps, int hours) {
        Milestone milestone =
                Books.milestone("m", new RenewalTrigger(), steps).timing(timing).build();
        MilestonePlanner planner = MilestonePlanner.of(Books.policy(milestone), reckoning(GERMANY.estimatingBeyond()));
        Facts facts = Books.facts(ZoneId.of("America/New_York"), customer);
        MilestoneLedger ledger = new InMemoryMilestoneLedger();
        Set<String> tokens = new TreeSet<>();
        for (Instant at = Instant.parse("2026-10-15T03:00:00Z");
                at.isBefore(Instant.parse("2027-01-25T00:00:00Z"));
                at = at.plusSeconds(3_600L * hours)) {
            Tick tick = planner.tick(facts.asOf(AsOf.of(at)), ledger);
            assertThat(tick.failures()).isEmpty();
            for (LedgerEntry entry : tick.recorded()) {
                if (entry.state().alerts()) {
                    assertThat(entry.daysLate()).as(entry.toString()).isZero();
                    assertThat(tokens.add(entry.key().token())).isTrue();
                }
            }
        }
        return tokens;
    }
}
