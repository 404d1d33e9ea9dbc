package dev.rapport.engagement.milestone;

import static dev.rapport.engagement.milestone.Books.book;
import static dev.rapport.engagement.milestone.Books.contract;
import static dev.rapport.engagement.milestone.Books.customer;
import static dev.rapport.engagement.milestone.Books.milestone;
import static dev.rapport.engagement.milestone.Books.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** What becomes of occurrences in the ledger, state by state. */
class TickTest {

    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);

    private final InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
    private final MilestoneDesk desk = new MilestoneDesk(ledger, ZoneOffset.UTC);
    private MilestonePlanner planner = planner(renewal());

    private static Milestone.Builder renewal() {
        return milestone("renewal", new RenewalTrigger(), "30 days before");
    }

    private static MilestonePlanner planner(Milestone.Builder milestone) {
        return MilestonePlanner.of(policy(milestone.build()), EUR);
    }

    private static MilestonePlanner limited(int perWeek, int digestFrom, Milestone.Builder... milestones) {
        List<Milestone> built = new ArrayList<>();
        for (Milestone.Builder milestone : milestones) {
            built.add(milestone.build());
        }
        return MilestonePlanner.of(
                new Milestones(
                        DocumentHeader.of("milestones", "1"), built, Optional.of(new AlertLimits(perWeek, digestFrom))),
                EUR);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static AsOf endOf(String date) {
        return AsOf.endOf(day(date), ZoneOffset.UTC);
    }

    private static Customer ownedBy(String owner, String id, String end) {
        return customer(
                id,
                c -> c.add(Contract.SERIES, contract("c-1", "2026-01-01", end))
                        .add(
                                Ownership.SERIES,
                                e -> e.id("o-1")
                                        .at(Books.SINCE)
                                        .with(Ownership.ROLE, "csm")
                                        .with(Ownership.OWNER, owner)
                                        .with(Ownership.FROM, day("2026-01-01"))));
    }

    private static Customer acme(String end) {
        return ownedBy("anna", "acme", end);
    }

    private static Customer[] customers(int count, String end) {
        Customer[] customers = new Customer[count];
        for (int i = 0; i < count; i++) {
            customers[i] = ownedBy("anna", "customer-" + i, end);
        }
        return customers;
    }

    private static Book on(String date, Customer... customers) {
        return book(day(date), customers);
    }

    private List<String> history(String customer) {
        return ledger.entriesOf(List.of(customer)).stream()
                .map(entry -> entry.key().anchorDate() + " " + entry.state().word() + ": " + entry.reason())
                .toList();
    }

    private LedgerEntry firedFor(String date, Customer customer) {
        return planner.tick(on(date, customer), ledger).fired().get(0);
    }

    @Test
    void planned_isRecordedOnce_andFiresOnItsDay_lookingOnlyAtWhatIsDue() {
        Customer acme = acme("2027-01-01");

        assertThat(planner.plan(on("2026-06-30", acme), 100, ledger).recorded())
                .as("due in 155 days")
                .isEmpty();
        assertThat(planner.plan(on("2026-06-30", acme), 200, ledger).recorded()).hasSize(1);
        assertThat(planner.plan(on("2026-07-01", acme), 200, ledger).recorded()).isEmpty();
        assertThat(planner.fire(on("2026-12-01", acme), ledger).recorded()).isEmpty();
        assertThat(planner.fire(on("2026-12-02", acme), ledger).fired()).hasSize(1);
        assertThat(planner.fire(on("2026-12-02", acme), ledger).recorded()).isEmpty();
        assertThat(planner.tick(on("2026-12-03", acme), ledger).recorded()).isEmpty();
        assertThat(history("acme"))
                .containsExactly(
                        "2027-01-01 planned: 30 days before 2027-01-01 of c-1",
                        "2027-01-01 fired: 30 days before 2027-01-01 of c-1");
    }

    @Test
    void whatIsDueOnTheDayOfPlanning_isPlanned_notFired() {
        Customer acme = acme("2027-01-01");

        assertThat(planner.plan(on("2026-12-03", acme), 0, ledger).fired()).isEmpty();
        assertThat(planner.fire(on("2026-12-03", acme), ledger).fired())
                .singleElement()
                .satisfies(entry -> assertThat(entry.state()).isEqualTo(OccurrenceState.FIRED_LATE));
    }

    @Test
    void fire_asksOnlyForCustomersOfWhomSomethingIsDue() {
        planner.plan(on("2026-06-30", acme("2027-01-01")), 200, ledger);
        planner.plan(on("2026-06-30", ownedBy("ben", "beta", "2027-06-01")), 400, ledger);
        List<Set<String>> asked = new ArrayList<>();

        Tick tick = planner.fire(
                ids -> {
                    asked.add(ids);
                    return ids.contains("acme") ? on("2026-12-02", acme("2027-01-01")) : on("2026-12-02");
                },
                ledger);

        assertThat(tick.fired())
                .singleElement()
                .satisfies(entry -> assertThat(entry.key().customerId()).isEqualTo("acme"));
        assertThat(asked).containsExactly(Set.of(), Set.of("acme"));
        assertThat(planner.fire(ids -> on("2026-12-02"), ledger).recorded()).isEmpty();
    }

    @Test
    void fire_wantsBooksOfOneCut() {
        planner.plan(on("2026-06-30", acme("2027-01-01")), 200, ledger);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> planner.fire(
                        ids -> ids.isEmpty() ? on("2026-12-02") : on("2026-12-03", acme("2027-01-01")), ledger))
                .withMessageContaining("books must all have the cut of the first");
    }

    @Test
    void moved_supersedesWhatWasPlanned_andPlansTheNewDay_andBackAgain() {
        planner.plan(on("2026-06-30", acme("2027-01-01")), 200, ledger);
        planner.plan(on("2026-07-01", acme("2027-01-11")), 200, ledger);
        planner.plan(on("2026-07-02", acme("2027-01-01")), 200, ledger);

        assertThat(history("acme"))
                .containsExactly(
                        "2027-01-01 planned: 30 days before 2027-01-01 of c-1",
                        "2027-01-01 superseded: the date of c-1 is not 2027-01-01 any more, but 2027-01-11",
                        "2027-01-01 planned: 30 days before 2027-01-01 of c-1",
                        "2027-01-11 planned: 30 days before 2027-01-11 of c-1",
                        "2027-01-11 superseded: the date of c-1 is not 2027-01-11 any more, but 2027-01-01");
        assertThat(planner.fire(on("2026-12-02", acme("2027-01-01")), ledger).fired())
                .hasSize(1);
    }

    @Test
    void movedSinceItWasPlanned_doesNotFire_evenIfNobodyPlannedAgain() {
        planner.plan(on("2026-06-30", acme("2027-01-01")), 200, ledger);

        Tick tick = planner.fire(on("2026-12-02", acme("2027-03-01")), ledger);

        assertThat(tick.fired()).isEmpty();
        assertThat(tick.recorded()).extracting(LedgerEntry::state).containsExactly(OccurrenceState.SUPERSEDED);
    }

    @Test
    void contractThatIsNoMore_withdrawsWhatWasPlanned() {
        planner.plan(on("2026-06-30", acme("2027-01-01")), 200, ledger);
        planner.plan(on("2026-07-01", customer("acme", c -> {})), 200, ledger);

        assertThat(history("acme"))
                .last()
                .isEqualTo("2027-01-01 withdrawn: c-1 has no date any more, or none near 2027-01-01");
    }

    @Test
    void milestoneThatIsNoMore_withdrawsWhatWasPlanned() {
        planner.plan(on("2026-06-30", acme("2027-01-01")), 200, ledger);
        planner(milestone("other", new RenewalTrigger(), "3 days before"))
                .plan(on("2026-07-01", acme("2027-01-01")), 0, ledger);

        assertThat(history("acme"))
                .last()
                .isEqualTo("2027-01-01 withdrawn: the policy has no milestone renewal any more");
    }

    @Test
    void decidedContract_handlesWhatWasPlanned_untilTheDecisionIsTakenBack() {
        Customer noticed = customer(
                "acme",
                c -> c.add(
                        Contract.SERIES,
                        contract("c-1", "2026-01-01", "2027-01-01")
                                .andThen(e -> e.with(Contract.NOTICE_GIVEN_ON, day("2026-07-01")))));
        planner.plan(on("2026-06-30", acme("2027-01-01")), 200, ledger);
        planner.plan(on("2026-07-01", noticed), 200, ledger);
        planner.plan(on("2026-07-02", acme("2027-01-01")), 200, ledger);

        assertThat(history("acme"))
                .containsExactly(
                        "2027-01-01 planned: 30 days before 2027-01-01 of c-1",
                        "2027-01-01 already-handled: notice was given on 2026-07-01",
                        "2027-01-01 planned: 30 days before 2027-01-01 of c-1");
    }

    @Test
    void lateBeyondItsLimit_expires() {
        planner.plan(on("2026-06-30", acme("2027-01-01")), 200, ledger);

        assertThat(planner.fire(on("2026-12-06", acme("2027-01-01")), ledger).fired())
                .isEmpty();
        assertThat(history("acme"))
                .last()
                .isEqualTo("2027-01-01 expired: it did not fire by 2026-12-05, the last day on which it could; no tick"
                        + " was taken between 2026-12-02 and then that knew of it");
    }

    @Test
    void customerWhoIsNotInTheBook_isLeftAlone_untilItIsTooLate() {
        planner.plan(on("2026-06-30", acme("2027-01-01")), 200, ledger);

        assertThat(planner.fire(on("2026-12-05"), ledger).recorded()).isEmpty();
        assertThat(planner.fire(on("2026-12-06"), ledger).recorded()).hasSize(1);
        assertThat(history("acme"))
                .last()
                .isEqualTo("2027-01-01 expired: it did not fire in time, and the customer is not in the book");
        assertThat(planner.fire(on("2026-12-06"), ledger).recorded()).isEmpty();
    }

    @Test
    void clockThatWasSetRight_firesWhatTheWrongOneExpired() {
        planner.plan(on("2026-06-30", acme("2027-01-01")), 200, ledger);
        planner.fire(on("2099-01-01", acme("2027-01-01")), ledger);
        assertThat(history("acme")).last().asString().contains("expired");

        assertThat(planner.tick(on("2026-12-02", acme("2027-01-01")), ledger).fired())
                .hasSize(1);
        assertThat(planner.tick(on("2026-12-03", acme("2027-01-01")), ledger).fired())
                .isEmpty();
    }

    @Test
    void lateOnesOfOneOwner_areOneDigest() {
        planner = limited(100, 3, renewal());
        Customer[] four = customers(4, "2027-01-01");
        planner.plan(on("2026-06-30", four), 200, ledger);

        Tick tick = planner.fire(on("2026-12-04", four), ledger);

        assertThat(tick.fired()).hasSize(4);
        assertThat(ledger.undelivered(10)).singleElement().satisfies(alert -> {
            assertThat(alert.isDigest()).isTrue();
            assertThat(alert.entries()).isEqualTo(tick.fired());
            assertThat(alert.owner()).contains("anna");
            assertThat(alert.token()).matches("digest\\|csm\\|[0-9a-f]{32}");
        });
    }

    @Test
    void onesThatAreNotLate_orFew_areNoDigest() {
        planner = limited(100, 3, renewal());

        planner.tick(on("2026-12-02", customers(4, "2027-01-01")), ledger);
        planner.tick(on("2026-12-12", customers(2, "2027-01-10")), ledger);

        assertThat(ledger.undelivered(10)).hasSize(4).noneMatch(Alert::isDigest);
    }

    @Test
    void ownerWhoHasHadEnough_isToldNextWeek() {
        planner = limited(2, 10, renewal().fireLateUpToDays(7));
        Customer[] three = customers(3, "2027-01-01");

        Tick tick = planner.tick(on("2026-12-02", three), ledger);

        assertThat(tick.fired()).hasSize(2);
        assertThat(history("customer-2"))
                .containsExactly(
                        "2027-01-01 planned: anna has had 2 alerts in the week from 2026-11-30, and it waits for the"
                                + " next");
        assertThat(planner.tick(on("2026-12-06", three), ledger).recorded()).isEmpty();
        assertThat(planner.reckon(
                                on("2026-12-06", three).find("customer-2").orElseThrow(),
                                new MilestoneTrigger.Span(day("2026-12-01"), day("2026-12-31")),
                                ledger.entries())
                        .occurrences())
                .singleElement()
                .satisfies(waits -> assertThat(waits.reason()).contains("waits for the next"));
        assertThat(planner.fire(on("2026-12-07", three), ledger).fired())
                .singleElement()
                .satisfies(entry -> assertThat(entry.daysLate()).isEqualTo(5));
    }

    @Test
    void whatMayNotWait_isSuppressed_andStaysSo() {
        planner = limited(2, 10, renewal().fireLateUpToDays(3));
        Customer[] three = customers(3, "2027-01-01");

        planner.tick(on("2026-12-02", three), ledger);

        assertThat(history("customer-2"))
                .containsExactly("2027-01-01 suppressed: anna has had 2 alerts in the week from 2026-11-30, and it may"
                        + " not wait for the next");
        assertThat(planner.tick(on("2026-12-03", three), ledger).recorded()).isEmpty();
    }

    @Test
    void urgent_firesWhateverTheLimit_andFirst() {
        planner = limited(
                1,
                10,
                renewal(),
                milestone("notice", new RenewalTrigger(), "30 days before").urgent(true));

        Tick tick = planner.tick(on("2026-12-02", customers(2, "2027-01-01")), ledger);

        assertThat(tick.fired()).extracting(entry -> entry.key().milestone()).containsExactly("notice", "notice");
    }

    @Test
    void untouched_isEscalatedOnce() {
        planner = planner(renewal().whenUntouched(new FollowUp(3, "lead")));
        Customer acme = acme("2027-01-01");
        firedFor("2026-12-02", acme);

        assertThat(planner.fire(on("2026-12-04", acme), ledger).recorded()).isEmpty();
        Tick tick = planner.fire(on("2026-12-05", acme), ledger);

        assertThat(tick.fired()).isEmpty();
        assertThat(tick.alerts()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(OccurrenceState.ESCALATED);
            assertThat(entry.role()).isEqualTo("lead");
            assertThat(entry.owner()).isEmpty();
            assertThat(entry.alert()).contains("acme|renewal|c-1|2027-01-01|30 days before#2");
            assertThat(entry.reason()).isEqualTo("nobody touched it since 2026-12-03T00:00:00Z, when anna was alerted");
        });
        assertThat(planner.tick(on("2027-01-05", acme), ledger).recorded()).isEmpty();
    }

    @Test
    void acknowledged_isNotEscalated() {
        planner = planner(renewal().whenUntouched(new FollowUp(3, "lead")));
        Customer acme = acme("2027-01-01");
        OccurrenceKey key = firedFor("2026-12-02", acme).key();

        LedgerEntry noted = desk.acknowledge(key, "anna", "called them", endOf("2026-12-03"));

        assertThat(noted.state()).isEqualTo(OccurrenceState.ACKNOWLEDGED);
        assertThat(desk.acknowledge(key, "ben", "too", endOf("2026-12-04"))).isEqualTo(noted);
        assertThat(planner.tick(on("2026-12-10", acme), ledger).recorded()).isEmpty();
        assertThat(history("acme")).last().isEqualTo("2027-01-01 acknowledged: called them");
    }

    @Test
    void settledMeanwhile_isNotEscalated() {
        planner = planner(renewal().whenUntouched(new FollowUp(3, "lead")));
        firedFor("2026-12-02", acme("2027-01-01"));

        Tick tick = planner.fire(on("2026-12-05", acme("2027-06-01")), ledger);

        assertThat(tick.alerts()).isEmpty();
        assertThat(history("acme"))
                .last()
                .isEqualTo("2027-01-01 superseded: the date of c-1 is not 2027-01-01 any more, but 2027-06-01");
        assertThat(planner.fire(on("2027-05-02", acme("2027-06-01")), ledger).recorded())
                .as("nobody planned again")
                .isEmpty();
        assertThat(planner.tick(on("2027-05-02", acme("2027-06-01")), ledger).fired())
                .hasSize(1);
    }

    @Test
    void snoozed_isRemindedOf_onItsDay() {
        Customer acme = acme("2027-01-01");
        OccurrenceKey key = firedFor("2026-12-02", acme).key();

        desk.snooze(key, "anna", day("2026-12-08"), endOf("2026-12-03"));
        LedgerEntry again = desk.snooze(key, "anna", day("2026-12-08"), endOf("2026-12-04"));

        assertThat(again.number()).as("the same again changes nothing").isEqualTo(2);
        assertThat(planner.fire(on("2026-12-07", acme), ledger).recorded()).isEmpty();
        assertThat(planner.fire(on("2026-12-08", acme), ledger).alerts())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.state()).isEqualTo(OccurrenceState.REMINDED);
                    assertThat(entry.owner()).contains("anna");
                });
        assertThat(planner.tick(on("2026-12-20", acme), ledger).recorded()).isEmpty();
    }

    @Test
    void handledAheadOfTime_doesNotFire() {
        Customer acme = acme("2027-01-01");
        planner.plan(on("2026-11-01", acme), 60, ledger);
        OccurrenceKey key = ledger.entries().get(0).key();

        desk.acknowledge(key, "anna", "they will sign", endOf("2026-11-02"));

        assertThat(planner.tick(on("2026-12-02", acme), ledger).recorded()).isEmpty();
        assertThat(planner.why(on("2026-12-02", acme).find("acme").orElseThrow(), key, ledger.entries()))
                .hasValueSatisfying(why -> assertThat(why)
                        .hasToString("acme|renewal|c-1|2027-01-01|30 days before already-handled: they will sign"));
    }

    @Test
    void whatCannotBeTouched_isRefused() {
        Customer acme = acme("2027-01-01");
        OccurrenceKey key = firedFor("2026-12-02", acme).key();
        OccurrenceKey other =
                OccurrenceKey.builder().from(key).milestone("other").build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.acknowledge(other, "anna", "done", endOf("2026-12-03")))
                .withMessage("key (" + other + ") must be that of an occurrence in the ledger.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.snooze(key, "anna", day("2026-12-03"), endOf("2026-12-03")))
                .withMessage("until (2026-12-03) must be after 2026-12-03.");
        desk.acknowledge(key, "anna", "done", endOf("2026-12-03"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.snooze(key, "anna", day("2026-12-09"), endOf("2026-12-03")))
                .withMessageContaining("was acknowledged");
    }
}
