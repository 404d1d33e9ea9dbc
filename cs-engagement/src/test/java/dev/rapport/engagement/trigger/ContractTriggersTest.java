package dev.rapport.engagement.trigger;

import static dev.rapport.engagement.trigger.Triggers.at;
import static dev.rapport.engagement.trigger.Triggers.customer;
import static dev.rapport.engagement.trigger.Triggers.day;
import static dev.rapport.engagement.trigger.Triggers.lines;
import static dev.rapport.engagement.trigger.Triggers.on;
import static dev.rapport.engagement.trigger.Triggers.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.milestone.LastSafeDayTrigger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Usage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Anniversaries, price rises, credits, go-lives and targets: what contracts and their use set a day for. */
class ContractTriggersTest {

    private static Consumer<EntryBuilder> contract(String id, String start, String end) {
        return entry ->
                entry.id(id).at(at(start)).with(Contract.START, day(start)).with(Contract.END, day(end));
    }

    private static Consumer<EntryBuilder> renewing(String id, String start, String end) {
        return contract(id, start, end).andThen(entry -> entry.with(Contract.AUTO_RENEWS, true));
    }

    private static Consumer<EntryBuilder> line(String id, String contract, String product, double quantity) {
        return entry -> entry.id(id)
                .at(Triggers.SINCE)
                .with(ContractLine.CONTRACT, contract)
                .with(ContractLine.PRODUCT, product)
                .with(ContractLine.ARR, Money.of(CurrencyUnit.EUR, 1200))
                .with(ContractLine.QUANTITY, quantity);
    }

    @Test
    void anniversaries_areThoseOnWhichAContractIsInForce_andLeapDaysAreKeptOnThe28th() {
        Customer acme = customer(c -> c.add(Contract.SERIES, contract("c-1", "2024-02-29", "2026-03-31")));

        assertThat(lines(new AnniversaryTrigger(Optional.empty()), on("2026-06-30", acme)))
                .containsExactly(
                        "customer-since 2025-02-28 1 year since 2024-02-29",
                        "customer-since 2026-02-28 2 years since 2024-02-29");
    }

    @Test
    void anniversaries_goOnWhileAContractRenewsByItself_andATrialIsNoStart() {
        Customer acme = customer(c -> c.add(
                        Contract.SERIES,
                        contract("c-0", "2022-05-01", "2022-06-01").andThen(e -> e.with(Contract.TRIAL, true)))
                .add(Contract.SERIES, renewing("c-1", "2022-06-01", "2023-06-01")));

        assertThat(lines(new AnniversaryTrigger(Optional.empty()), on("2026-06-30", acme)))
                .startsWith("customer-since 2023-06-01 1 year since 2022-06-01")
                .hasSize(17);
    }

    @Test
    void anniversaries_canBeThoseOfAnyDate() {
        AttributeKey<LocalDate> founded = AttributeKey.date("founded.on");
        Customer acme = customer(c -> c.set(founded, day("2037-10-03"), Triggers.SINCE));

        assertThat(lines(new AnniversaryTrigger(Optional.of(founded)), on("2026-06-30", acme)))
                .containsExactly(
                        "founded.on 2038-10-03 1 year since 2037-10-03",
                        "founded.on 2039-10-03 2 years since 2037-10-03");
    }

    @Test
    void lastSafeDay_isABusinessDayBeforeTheDecisionDate_lessTheReserve() {
        Customer acme = customer(c -> c.add(Contract.SERIES, contract("c-1", "2026-01-01", "2026-11-01")));

        assertThat(lines(new LastSafeDayTrigger(0), on("2026-06-30", acme)))
                .as("1 November 2026 is a Sunday")
                .containsExactly("c-1 2026-10-30 it must be decided by 2026-11-01");
        assertThat(lines(new LastSafeDayTrigger(5), on("2026-06-30", acme)))
                .containsExactly("c-1 2026-10-23 it must be decided by 2026-11-01");
    }

    @Test
    void lastSafeDay_ofAContractThatRenewsByItself_goesByItsNoticeDeadline_andNoticeHandlesIt() {
        Customer acme = customer(c -> c.add(
                Contract.SERIES,
                renewing("c-1", "2026-01-01", "2027-01-01")
                        .andThen(e -> e.with(Contract.NOTICE_AMOUNT, 90.0)
                                .with(Contract.NOTICE_UNIT, "calendar-days")
                                .with(Contract.NOTICE_GIVEN_ON, day("2026-05-05")))));

        assertThat(lines(new LastSafeDayTrigger(1), on("2026-06-30", acme)))
                .containsExactly("c-1 2026-10-01 [notice was given on 2026-05-05] it must be decided by 2026-10-03");
    }

    @Test
    void priceUplift_isThatOfALine_asLongAsTheContractRunsThen() {
        Customer acme = customer(c -> c.add(Contract.SERIES, contract("c-1", "2026-01-01", "2027-01-01"))
                .add(
                        ContractLine.SERIES,
                        line("l-1", "c-1", "Suite", 10)
                                .andThen(e -> e.with(ContractLine.UPLIFT_ON, day("2026-10-01"))
                                        .with(ContractLine.UPLIFT, 0.045)))
                .add(
                        ContractLine.SERIES,
                        line("l-2", "c-1", "Add-on", 10)
                                .andThen(e -> e.with(ContractLine.UPLIFT_ON, day("2027-01-01")))));

        assertThat(lines(new PriceUpliftTrigger(), on("2026-06-30", acme)))
                .containsExactly("l-1 2026-10-01 the price of Suite rises by 4.5 %");
    }

    @Test
    void goLive_isDueUntilItIsInUse_andUseOfSomethingElseIsNone() {
        Customer idle = customer(c -> c.add(Contract.SERIES, contract("c-1", "2026-04-01", "2027-04-01"))
                .add(ContractLine.SERIES, line("l-1", "c-1", "Suite", 10))
                .add(Usage.SERIES, use(day("2026-04-20"), "Other", 5)));
        Customer live = customer(c -> c.add(Contract.SERIES, contract("c-1", "2026-04-01", "2027-04-01"))
                .add(ContractLine.SERIES, line("l-1", "c-1", "Suite", 10))
                .add(Usage.SERIES, use(day("2026-05-04"), "Suite", 5)));

        assertThat(lines(new GoLiveTrigger(60), on("2026-06-30", idle)))
                .containsExactly("c-1 2026-05-31 nothing has been used since the contract began on 2026-04-01");
        assertThat(lines(new GoLiveTrigger(60), on("2026-06-30", live)))
                .containsExactly("c-1 2026-05-31 [in use since 2026-05-04] nothing has been used since the contract"
                        + " began on 2026-04-01");
    }

    @Test
    void adoptionTarget_isHandledOnceReached_andUnknownIsNotReached() {
        AttributeKey<Double> share = AttributeKey.number("seats.share");
        AdoptionTargetTrigger trigger = new AdoptionTargetTrigger(share, 0.5, 90);
        Consumer<Customer.Builder> signed = c -> c.add(Contract.SERIES, contract("c-1", "2026-04-01", "2027-04-01"))
                .add(
                        Contract.SERIES,
                        contract("c-2", "2027-04-01", "2028-04-01").andThen(e -> e.with(Contract.PREDECESSOR, "c-1")));
        Customer known = customer(
                signed.andThen(c -> c.set(share, 0.31, at("2026-05-01")).set(share, 0.5, at("2026-06-29"))));

        assertThat(lines(trigger, on("2026-06-01", known)))
                .containsExactly("c-1 2026-06-30 seats.share is 0.31, the target 0.5");
        assertThat(lines(trigger, on("2026-06-30", known)))
                .containsExactly(
                        "c-1 2026-06-30 [seats.share is 0.5, at least 0.5] seats.share is 0.5, the target 0.5");
        assertThat(lines(trigger, on("2026-06-01", customer(signed))))
                .containsExactly("c-1 2026-06-30 nothing is known of seats.share, whose target is 0.5");
    }

    private static Customer credits(double each, String until) {
        return customer(c -> {
            c.add(Contract.SERIES, renewing("c-1", "2025-01-01", "2026-01-01"));
            c.add(ContractLine.SERIES, line("l-1", "c-1", "Credits", 1000));
            for (LocalDate day = day("2025-12-01"); !day.isAfter(day(until)); day = day.plusDays(1)) {
                c.add(Usage.SERIES, use(day, "Credits", each));
                c.add(Usage.SERIES, use(day, "Seats", 1000));
            }
        });
    }

    @Test
    void credits_runOut_atTheRateOfLately_toldToTheWeek_withTheSum() {
        // 1 January to 31 March: 90 days of 5 = 450; 550 left at 5 a day: 110 days, 19 July, a Sunday
        assertThat(lines(new CreditBurnOutTrigger("Credits", 30), on("2026-03-31", credits(5, "2026-03-31"))))
                .containsExactly("c-1 2026-07-13 450 of 1000 of Credits are used; at the 5 a day of the last 30 days"
                        + " the rest lasts until 2026-07-19");
    }

    @Test
    void credits_thatLastToTheEndOfTheTerm_orAreNotUsed_doNotRunOut() {
        assertThat(lines(new CreditBurnOutTrigger("Credits", 30), on("2026-03-31", credits(2, "2026-03-31"))))
                .isEmpty();
        assertThat(lines(new CreditBurnOutTrigger("Credits", 30), on("2026-06-30", credits(5, "2026-03-31"))))
                .isEmpty();
        assertThat(lines(new CreditBurnOutTrigger("Other", 30), on("2026-03-31", credits(5, "2026-03-31"))))
                .isEmpty();
    }

    @Test
    void credits_thatAreUsedUp_wereOnOneDay() {
        assertThat(lines(new CreditBurnOutTrigger("Credits", 30), on("2026-06-30", credits(10, "2026-05-31"))))
                .containsExactly("c-1 2026-04-10 all 1000 of Credits were used by 2026-04-10");
    }

    private static List<String> daysTold(int reissueWhenMovedByDays) {
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        MilestonePlanner planner = Triggers.planner(new CreditBurnOutTrigger("Credits", 10), reissueWhenMovedByDays);
        Customer acme = customer(c -> {
            c.add(Contract.SERIES, renewing("c-1", "2025-01-01", "2026-01-01"));
            c.add(ContractLine.SERIES, line("l-1", "c-1", "Credits", 1000));
            for (LocalDate day = day("2026-01-01"); day.isBefore(day("2026-07-01")); day = day.plusDays(1)) {
                c.add(Usage.SERIES, use(day, "Credits", day.isBefore(day("2026-04-07")) ? 10 : 1));
            }
        });
        List<String> told = new ArrayList<>();
        for (String tick : List.of("2026-04-06", "2026-04-12", "2026-05-18", "2026-05-19")) {
            planner.tick(Triggers.book(tick, acme), ledger)
                    .fired()
                    .forEach(entry -> told.add(entry.key().anchorDate().toString()));
        }
        return told;
    }

    @Test
    void forecast_thatMovesALittle_isNotToldAgain_andOneThatMovesFar_is() {
        // 40 left at 10 a day: 10 April, told in its week. Then one a day is used: they last to 16 May, 40 days on
        assertThat(daysTold(60)).containsExactly("2026-04-06");
        assertThat(daysTold(40)).containsExactly("2026-04-06", "2026-05-16");
    }

    @Test
    void triggers_refuseDaysThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GoLiveTrigger(0))
                .withMessage("withinDays (0) must be at least 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreditBurnOutTrigger("Credits", 0))
                .withMessage("rateDays (0) must be at least 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LastSafeDayTrigger(-1))
                .withMessage("reserveDays (-1) must not be negative.");
    }
}
