package dev.rapport.engagement.milestone;

import static dev.rapport.engagement.milestone.Books.book;
import static dev.rapport.engagement.milestone.Books.contract;
import static dev.rapport.engagement.milestone.Books.customer;
import static dev.rapport.engagement.milestone.Books.facts;
import static dev.rapport.engagement.milestone.Books.milestone;
import static dev.rapport.engagement.milestone.Books.policy;
import static dev.rapport.engagement.milestone.Books.renewing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.RateTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class MilestonePlannerTest {

    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    private static final Milestone RENEWAL = milestone(
                    "renewal", new RenewalTrigger(), "30 days before", "7 days before")
            .build();
    private static final Milestone NOTICE =
            milestone("notice", new NoticeDeadlineTrigger(), "7 days before").build();

    private final MilestonePlanner planner = MilestonePlanner.of(policy(RENEWAL), EUR);
    private final InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();

    private Tick tick(String date, Customer... customers) {
        return planner.tick(book(day(date), customers), ledger);
    }

    private Occurrence why(String date, Customer customer, String anchorDate, String step) {
        CustomerView view = book(day(date), customer).customers().get(0);
        OccurrenceKey key = key(customer.id(), anchorDate, step);
        return planner.why(view, key, ledger.entriesOf(List.of(customer.id()))).orElseThrow();
    }

    private static OccurrenceKey key(String customer, String anchorDate, String step) {
        return OccurrenceKey.builder()
                .customerId(customer)
                .milestone("renewal")
                .anchor("c-1")
                .anchorDate(day(anchorDate))
                .step(step)
                .build();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Customer acme(String end) {
        return customer("acme", c -> c.add(Contract.SERIES, contract("c-1", "2026-01-01", end)));
    }

    @Test
    void occurrence_firesOnItsDay_once() {
        Customer acme = acme("2027-01-01");

        assertThat(tick("2026-12-01", acme).fired()).isEmpty();
        Tick fired = tick("2026-12-02", acme);
        assertThat(fired.fired()).singleElement().satisfies(firing -> {
            assertThat(firing.key().token()).isEqualTo("acme|renewal|c-1|2027-01-01|30 days before");
            assertThat(firing.dueOn()).isEqualTo("2026-12-02");
            assertThat(firing.state()).isEqualTo(OccurrenceState.FIRED);
            assertThat(firing.firedAt()).contains(Instant.parse("2026-12-03T00:00:00Z"));
            assertThat(firing.reason()).isEqualTo("30 days before 2027-01-01 of c-1");
        });
        assertThat(tick("2026-12-02", acme).fired()).isEmpty();
        assertThat(tick("2026-12-03", acme).fired()).isEmpty();
        assertThat(ledger.entries()).isEqualTo(fired.fired());
    }

    @Test
    void occurrence_firesLate_upToTheLimit_thenExpires() {
        Customer acme = acme("2027-01-01");

        assertThat(why("2026-12-01", acme, "2027-01-01", "30 days before").state())
                .isEqualTo(OccurrenceState.PLANNED);
        assertThat(why("2026-12-05", acme, "2027-01-01", "30 days before"))
                .hasToString(
                        "acme|renewal|c-1|2027-01-01|30 days before due: 30 days before 2027-01-01 of c-1, 3 days late");
        assertThat(why("2026-12-06", acme, "2027-01-01", "30 days before"))
                .hasToString(
                        "acme|renewal|c-1|2027-01-01|30 days before expired: it did not fire by 2026-12-05, the last day"
                                + " on which it could; no tick was taken between 2026-12-02 and then that knew of it");
        assertThat(tick("2026-12-05", acme).fired()).singleElement().satisfies(firing -> {
            assertThat(firing.state()).isEqualTo(OccurrenceState.FIRED_LATE);
            assertThat(firing.daysLate()).isEqualTo(3);
        });
        assertThat(why("2026-12-06", acme, "2027-01-01", "30 days before").state())
                .isEqualTo(OccurrenceState.FIRED_LATE);
    }

    @Test
    void earlierCut_doesNotSeeALaterFiring() {
        Customer acme = acme("2027-01-01");
        tick("2026-12-03", acme);

        assertThat(why("2026-12-02", acme, "2027-01-01", "30 days before").state())
                .isEqualTo(OccurrenceState.DUE);
        assertThat(tick("2026-12-02", acme).fired()).as("but the ledger does").isEmpty();
    }

    @Test
    void backDatedContract_doesNotFire_andSaysSinceWhenItIsKnown() {
        Customer acme = customer(
                "acme",
                c -> c.add(
                        Contract.SERIES,
                        entry -> contract("c-1", "2026-01-01", "2027-01-01")
                                .andThen(e -> e.recordedAt(Instant.parse("2026-12-20T10:00:00Z")))
                                .accept(entry)));

        assertThat(tick("2026-12-02", acme).fired()).isEmpty();
        assertThat(tick("2026-12-20", acme).fired()).isEmpty();
        assertThat(why("2026-12-20", acme, "2027-01-01", "30 days before").reason())
                .isEqualTo(
                        "it did not fire by 2026-12-05, the last day on which it could; the date of c-1 became known on"
                                + " 2026-12-20");
        assertThat(tick("2026-12-25", acme).fired())
                .singleElement()
                .satisfies(firing -> assertThat(firing.key().step()).isEqualTo("7 days before"));
    }

    @Test
    void movedAnchor_supersedesWhatIsOpen_andAccountsForWhatFired() {
        tick("2026-12-02", acme("2027-01-01"));

        Customer moved = acme("2027-01-11");
        assertThat(tick("2026-12-12", moved).fired())
                .as("30 days before the new date")
                .isEmpty();
        Occurrence handled = why("2026-12-12", moved, "2027-01-11", "30 days before");
        assertThat(handled.state()).isEqualTo(OccurrenceState.ALREADY_HANDLED);
        assertThat(handled.reason())
                .isEqualTo("it fired for 2027-01-01, since when the date of c-1 has not moved by 30 days");
        Occurrence open = why("2026-12-12", moved, "2027-01-01", "7 days before");
        assertThat(open.state()).isEqualTo(OccurrenceState.SUPERSEDED);
        assertThat(open.reason())
                .isEqualTo("the date of c-1 is not 2027-01-01, but 2027-01-11; it had not been planned");
        Occurrence fired = why("2026-12-12", moved, "2027-01-01", "30 days before");
        assertThat(fired.state()).isEqualTo(OccurrenceState.FIRED);
        assertThat(fired.reason()).endsWith("; since then the date of c-1 is not 2027-01-01 any more, but 2027-01-11");
        assertThat(tick("2027-01-04", moved).fired())
                .as("7 days before the new date")
                .hasSize(1);
    }

    @Test
    void farMovedAnchor_firesAgain() {
        tick("2026-12-02", acme("2027-01-01"));

        assertThat(tick("2027-01-01", acme("2027-01-31")).fired()).hasSize(1);
    }

    @Test
    void movedAnchor_ofShortTerms_doesNotSwallowTheNextTerm() {
        Customer monthly =
                customer("acme", c -> c.add(Contract.SERIES, renewing("c-1", "2026-01-01", "2026-02-01", 10)));
        Customer corrected =
                customer("acme", c -> c.add(Contract.SERIES, renewing("c-1", "2025-12-31", "2026-01-31", 10)));
        tick("2026-01-25", monthly);

        assertThat(tick("2026-01-26", corrected).fired()).isEmpty();
        assertThat(tick("2026-02-21", corrected).fired())
                .extracting(firing -> firing.key().anchorDate())
                .contains(day("2026-02-28"));
    }

    @Test
    void nextYearsRenewal_isNoDuplicate() {
        Customer acme = customer("acme", c -> c.add(Contract.SERIES, renewing("c-1", "2024-02-29", "2025-02-28", 30)));

        assertThat(tick("2025-02-21", acme).fired()).hasSize(1);
        assertThat(tick("2026-02-21", acme).fired()).hasSize(1);
        assertThat(tick("2028-02-22", acme).fired())
                .extracting(firing -> firing.key().anchorDate())
                .containsExactly(day("2028-02-29"));
    }

    @Test
    void terms_thatEndedWhileNobodyTicked_areNotForgotten() {
        Customer acme = customer("acme", c -> c.add(Contract.SERIES, renewing("c-1", "2026-01-01", "2027-01-01", 30)));
        MilestonePlanner patient = MilestonePlanner.of(
                policy(milestone("renewal", new RenewalTrigger(), "7 days before")
                        .fireLateUpToDays(60)
                        .build()),
                EUR);

        Tick tick = patient.tick(book(day("2027-02-01"), acme), ledger);

        assertThat(tick.fired()).singleElement().satisfies(firing -> {
            assertThat(firing.key().anchorDate()).isEqualTo("2027-01-01");
            assertThat(firing.daysLate()).isEqualTo(38);
        });
    }

    @Test
    void decidedTerm_isAlreadyHandled() {
        Customer notice = customer(
                "acme",
                c -> c.add(
                        Contract.SERIES,
                        renewing("c-1", "2025-01-01", "2026-01-01", 30)
                                .andThen(e -> e.with(Contract.NOTICE_GIVEN_ON, day("2026-09-01")))));
        Customer successor = customer(
                "acme",
                c -> c.add(Contract.SERIES, contract("c-1", "2026-01-01", "2027-01-01"))
                        .add(
                                Contract.SERIES,
                                contract("c-2", "2027-01-01", "2028-01-01")
                                        .andThen(e -> e.with(Contract.PREDECESSOR, "c-1"))));
        Customer outcome = customer(
                "acme",
                c -> c.add(Contract.SERIES, contract("c-1", "2026-01-01", "2027-01-01"))
                        .add(
                                Outcome.SERIES,
                                e -> e.at(day("2026-11-20"))
                                        .with(Outcome.KIND, "renewed")
                                        .with(Outcome.CONTRACT, "c-1")));
        Customer ended = customer(
                "acme",
                c -> c.add(
                        Contract.SERIES,
                        contract("c-1", "2026-01-01", "2027-06-01")
                                .andThen(e -> e.with(Contract.ENDED_ON, day("2027-01-01")))));

        assertThat(why("2026-12-02", notice, "2027-01-01", "30 days before").reason())
                .isEqualTo("notice was given on 2026-09-01");
        assertThat(why("2026-12-02", successor, "2027-01-01", "30 days before").reason())
                .isEqualTo("contract c-2 renews it from 2027-01-01");
        assertThat(why("2026-12-02", outcome, "2027-01-01", "30 days before").reason())
                .isEqualTo("renewed on 2026-11-20");
        assertThat(why("2026-12-02", ended, "2027-01-01", "30 days before").reason())
                .isEqualTo("the contract was ended on 2027-01-01");
        assertThat(tick("2026-12-02", notice, customer("b", c -> {})).fired()).isEmpty();
    }

    @Test
    void outcomeOfTheLastTerm_doesNotHandleTheNext() {
        Customer acme = customer(
                "acme",
                c -> c.add(Contract.SERIES, renewing("c-1", "2025-01-01", "2026-01-01", 30))
                        .add(
                                Outcome.SERIES,
                                e -> e.at(day("2026-01-03"))
                                        .with(Outcome.KIND, "renewed")
                                        .with(Outcome.CONTRACT, "c-1")));

        assertThat(tick("2026-12-02", acme).fired()).hasSize(1);
    }

    @Test
    void trials_andContractsWithoutEnd_haveNoRenewal() {
        Customer acme = customer(
                "acme",
                c -> c.add(
                                Contract.SERIES,
                                contract("c-1", "2026-01-01", "2027-01-01").andThen(e -> e.with(Contract.TRIAL, true)))
                        .add(
                                Contract.SERIES,
                                e -> e.id("c-2").at(Books.SINCE).with(Contract.START, day("2020-01-01"))));

        assertThat(planner.reckon(
                                book(day("2026-12-02"), acme).customers().get(0),
                                new Span(day("2000-01-01"), day("2100-01-01")),
                                List.of())
                        .occurrences())
                .isEmpty();
    }

    @Test
    void noticeDeadline_isCountedInBusinessDays_ofTheCalendar() {
        Customer acme = customer(
                "acme",
                c -> c.add(
                        Contract.SERIES,
                        renewing("c-1", "2026-01-01", "2027-01-01", 3)
                                .andThen(e -> e.with(Contract.NOTICE_UNIT, "business-days"))));
        BusinessCalendar holidays = BusinessCalendar.of(
                "test",
                EnumSet.of(java.time.DayOfWeek.SATURDAY, java.time.DayOfWeek.SUNDAY),
                Set.of(day("2026-12-31"), day("2026-12-28")),
                day("2026-01-01"),
                day("2028-01-01"));
        Reckoning reckoning = new Reckoning(CurrencyUnit.EUR, RateTable.empty(CurrencyUnit.EUR), holidays);

        List<Occurrence> occurrences = MilestonePlanner.of(policy(NOTICE), reckoning)
                .reckon(
                        book(day("2026-06-30"), acme).customers().get(0),
                        new Span(day("2026-07-01"), day("2027-01-01")),
                        List.of())
                .occurrences();

        assertThat(occurrences).singleElement().satisfies(occurrence -> {
            assertThat(occurrence.key().anchorDate())
                    .as("30, 29 and, over the weekend, 25")
                    .isEqualTo("2026-12-25");
            assertThat(occurrence.dueOn()).isEqualTo("2026-12-18");
        });
    }

    @Test
    void dateAttribute_isAnAnchor() {
        AttributeKey<LocalDate> goLive = AttributeKey.date("go-live.date");
        Customer acme = customer("acme", c -> c.set(goLive, day("2026-07-01"), Books.SINCE));
        MilestonePlanner custom = MilestonePlanner.of(
                policy(milestone("go-live", new DateAttributeTrigger(goLive), "on the day", "1 month after")
                        .build()),
                EUR);

        assertThat(custom.tick(book(day("2026-07-01"), acme), ledger).fired())
                .singleElement()
                .satisfies(firing -> {
                    assertThat(firing.key().anchor()).isEqualTo("go-live.date");
                    assertThat(firing.reason()).isEqualTo("on the day, 2026-07-01 of go-live.date");
                });
        assertThat(custom.tick(book(day("2026-08-01"), acme), ledger).fired()).hasSize(1);
    }

    @Test
    void skippedDay_countsAsTheNext() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Customer acme = customer("acme", c -> c.add(Contract.SERIES, contract("c-1", "2011-01-01", "2012-01-06")));
        MilestonePlanner strict = MilestonePlanner.of(
                policy(milestone("renewal", new RenewalTrigger(), "7 days before")
                        .fireLateUpToDays(0)
                        .build()),
                EUR);

        assertThat(strict.tick(facts(apia, acme).asOf(day("2011-12-29")), ledger)
                        .fired())
                .isEmpty();
        assertThat(strict.tick(facts(apia, acme).asOf(day("2011-12-31")), ledger)
                        .fired())
                .singleElement()
                .satisfies(firing -> assertThat(firing.dueOn()).isEqualTo("2011-12-31"));
    }

    @Test
    void owner_isWhoHoldsTheRole_onTheDayOfTheFiring() {
        Customer acme = customer(
                "acme",
                c -> c.add(Contract.SERIES, contract("c-1", "2026-01-01", "2027-01-01"))
                        .add(
                                Ownership.SERIES,
                                e -> e.id("o-1")
                                        .at(Books.SINCE)
                                        .with(Ownership.ROLE, "csm")
                                        .with(Ownership.OWNER, "anna")
                                        .with(Ownership.FROM, day("2026-01-01"))
                                        .with(Ownership.TO, day("2026-12-02")))
                        .add(
                                Ownership.SERIES,
                                e -> e.id("o-2")
                                        .at(Books.SINCE)
                                        .with(Ownership.ROLE, "csm")
                                        .with(Ownership.OWNER, "ben")
                                        .with(Ownership.FROM, day("2026-12-02"))));

        assertThat(tick("2026-12-02", acme).fired()).singleElement().satisfies(firing -> {
            assertThat(firing.owner()).contains("ben");
            assertThat(firing.role()).isEqualTo("csm");
        });
    }

    @Test
    void oneCustomersFailure_isAValue() {
        Customer bad = customer(
                "bad",
                c -> c.add(
                        Contract.SERIES,
                        renewing("c-1", "2026-01-01", "2027-01-01", 3)
                                .andThen(e -> e.with(Contract.NOTICE_UNIT, "business-days"))));
        Customer good = customer("good", c -> c.add(Contract.SERIES, renewing("c-1", "2026-01-01", "2027-01-01", 30)));
        BusinessCalendar short2026 = BusinessCalendar.of(
                "short", EnumSet.of(java.time.DayOfWeek.SUNDAY), Set.of(), day("2026-01-01"), day("2026-06-01"));
        Reckoning reckoning = new Reckoning(CurrencyUnit.EUR, RateTable.empty(CurrencyUnit.EUR), short2026);

        Tick tick = MilestonePlanner.of(policy(NOTICE), reckoning).tick(book(day("2026-11-25"), bad, good), ledger);

        assertThat(tick.fired()).hasSize(1);
        assertThat(tick.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.customerId()).isEqualTo("bad");
            assertThat(failure.reason()).contains("calendar short");
        });
    }

    @Test
    void why_ofStepsThatAreGone_saysSo() {
        assertThat(why("2026-12-02", acme("2027-01-01"), "2027-01-01", "3 days before")
                        .reason())
                .isEqualTo("the milestone has no step \"3 days before\"; it had not been planned");
        Customer none = customer("acme", c -> {});
        assertThat(why("2026-12-02", none, "2027-01-01", "7 days before").reason())
                .isEqualTo("c-1 has no date, or none near 2027-01-01; it had not been planned");
        assertThat(planner.why(
                        book(day("2026-12-02"), none).customers().get(0),
                        key("other", "2027-01-01", "7 days before"),
                        List.of()))
                .isEmpty();
    }

    @Test
    void token_tellsDifferentKeysApart_whateverTheNames() {
        OccurrenceKey plain = key("a", "2027-01-01", "s");
        OccurrenceKey odd = OccurrenceKey.builder()
                .from(plain)
                .customerId("a|b%7C")
                .anchor("|%25")
                .build();

        assertThat(OccurrenceKey.parse(odd.token())).isEqualTo(odd);
        assertThat(odd.token()).isEqualTo("a%7Cb%257C|renewal|%7C%2525|2027-01-01|s");
        assertThat(plain.compareTo(odd)).isNegative();
    }
}
