package dev.rapport.engagement.milestone;

import static dev.rapport.engagement.milestone.Books.book;
import static dev.rapport.engagement.milestone.Books.customer;
import static dev.rapport.engagement.milestone.Books.milestone;
import static dev.rapport.engagement.milestone.Books.renewing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.book.Book;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.RateTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** A milestone that cannot be reckoned is told; the customer's others fire. */
class MilestoneFailureTest {

    private static final BusinessCalendar HALF_A_YEAR = BusinessCalendar.of(
            "half",
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Set.of(),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 7, 1));
    private static final Milestone CALL =
            milestone("call", new RenewalTrigger(), "30 days before").build();
    private static final Milestone LETTER =
            milestone("letter", new RenewalTrigger(), "22 business days before").build();
    private static final Customer ACME =
            customer("acme", facts -> facts.add(Contract.SERIES, renewing("c-1", "2026-01-01", "2027-01-01", 30)));
    private static final MilestoneFailure FAILURE = new MilestoneFailure(
            "acme",
            "letter",
            "date (2026-12-31) must lie in what calendar half knows: from 2026-01-01 to before 2026-07-01.\n"
                    + "Maybe hand over a calendar with more years.");

    private final MilestonePlanner planner = planner(HALF_A_YEAR);
    private final InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();

    private static MilestonePlanner planner(BusinessCalendar calendar) {
        return MilestonePlanner.of(
                Books.policy(LETTER, CALL),
                new Reckoning(CurrencyUnit.EUR, RateTable.empty(CurrencyUnit.EUR), calendar));
    }

    private static Book on(String date) {
        return book(LocalDate.parse(date), ACME);
    }

    @Test
    void tick_firesTheOtherMilestonesOfTheCustomer() {
        Tick tick = planner.tick(on("2026-12-02"), ledger);

        assertThat(tick.fired())
                .singleElement()
                .satisfies(firing -> assertThat(firing.key().milestone()).isEqualTo("call"));
        assertThat(tick.failures()).as("told once").containsExactly(FAILURE);
    }

    @Test
    void plan_recordsTheOtherMilestones_andFireFiresThem() {
        Tick planned = planner.plan(on("2026-11-20"), 30, ledger);

        assertThat(planned.recorded())
                .singleElement()
                .satisfies(entry -> assertThat(entry.state()).isEqualTo(OccurrenceState.PLANNED));
        assertThat(planned.failures()).containsExactly(FAILURE);
        assertThat(planner.fire(on("2026-12-02"), ledger).fired()).hasSize(1);
    }

    @Test
    void lookAhead_showsTheOtherMilestones() {
        Span december = new Span(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 1));
        LookAhead ahead = LookAhead.of(planner, on("2026-11-20"), december, ledger);

        assertThat(ahead.occurrences())
                .singleElement()
                .satisfies(one -> assertThat(one.key().milestone()).isEqualTo("call"));
        assertThat(ahead.failures()).containsExactly(FAILURE);
    }

    @Test
    void why_answersForTheOthers_andSaysWhatKeepsItFromAnswering() {
        OccurrenceKey call = OccurrenceKey.parse("acme|call|c-1|2027-01-01|30 days before");
        OccurrenceKey letter = OccurrenceKey.parse("acme|letter|c-1|2027-01-01|22 business days before");
        var acme = on("2026-12-02").find("acme").orElseThrow();

        assertThat(planner.why(acme, call, List.of()).orElseThrow().state()).isEqualTo(OccurrenceState.DUE);
        assertThatThrownBy(() -> planner.why(acme, letter, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(FAILURE.reason());
    }

    @Test
    void whatWasPlannedByACalendarThatKnewMore_expiresWithItsReason() {
        planner(BusinessCalendar.weekdays()).plan(on("2026-11-20"), 30, ledger);

        Tick tick = planner.tick(on("2026-12-20"), ledger);

        assertThat(tick.recorded())
                .extracting(
                        entry -> entry.key().milestone() + " " + entry.state().word() + ": " + entry.reason())
                .containsExactly(
                        "call expired: it did not fire by 2026-12-05, the last day on which it could; no tick was taken"
                                + " between 2026-12-02 and then that knew of it",
                        "letter expired: it did not fire in time, and the milestone could not be reckoned");
        assertThat(tick.failures()).containsExactly(FAILURE);
    }

    @Test
    void amongOtherFailures_theReasonNamesTheMilestone() {
        assertThat(new MilestoneFailure("acme", "letter", "no calendar")
                        .ofCustomer()
                        .reason())
                .isEqualTo("milestone letter: no calendar");
    }
}
