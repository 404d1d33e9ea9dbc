package dev.rapport.health.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.book.Facts;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.time.AsOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RevenueHistoryTest {

    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");
    private static final LocalDate OPENING = LocalDate.of(2026, 3, 31);
    private static final LocalDate CLOSING = LocalDate.of(2026, 6, 30);
    private static final Reckoning RECKONING = new Reckoning(
            CurrencyUnit.EUR,
            RateTable.empty(CurrencyUnit.EUR)
                    .with(CurrencyUnit.USD, LocalDate.of(2024, 1, 1), new BigDecimal("0.80"))
                    .with(CurrencyUnit.USD, LocalDate.of(2026, 5, 1), new BigDecimal("0.60")),
            BusinessCalendar.weekdays());
    private static final RetentionDefinition STANDARD = RetentionDefinition.STANDARD;

    private static Customer.Builder customer(String id) {
        return Customer.builder(id, LONG_AGO);
    }

    private static Consumer<Customer.Builder> contract(
            String id, String amount, String start, String end, Consumer<EntryBuilder> more) {
        return customer -> customer.add(Contract.SERIES, contract -> {
            contract.id(id)
                    .at(LocalDate.of(2024, 6, 1))
                    .with(Contract.START, LocalDate.parse(start))
                    .with(Contract.END, LocalDate.parse(end))
                    .with(Contract.ARR, Money.parse(amount));
            more.accept(contract);
        });
    }

    private static Consumer<Customer.Builder> contract(String id, String amount, String start, String end) {
        return contract(id, amount, start, end, contract -> {});
    }

    @SafeVarargs
    private static Customer with(String id, Consumer<Customer.Builder>... parts) {
        Customer.Builder builder = customer(id);
        for (Consumer<Customer.Builder> part : parts) {
            part.accept(builder);
        }
        return builder.build();
    }

    private static RevenueHistory history(RetentionDefinition definition, Customer... customers) {
        return history(List.of(OPENING, CLOSING), definition, customers);
    }

    private static RevenueHistory history(
            List<LocalDate> dates, RetentionDefinition definition, Customer... customers) {
        List<Customer> all = List.of(customers);
        Facts facts = Facts.of(Customer.adapter(all), all).in(ZoneOffset.UTC, CurrencyUnit.EUR);
        return RevenueHistory.at(
                dates, facts, AsOf.endOf(dates.get(dates.size() - 1), ZoneOffset.UTC), definition, RECKONING);
    }

    private static List<String> movements(ArrBridge bridge) {
        return bridge.movements().stream()
                .map(change -> change.kind().orElseThrow() + " " + change.unit() + " "
                        + change.amount().getAmount())
                .toList();
    }

    private static Consumer<EntryBuilder> noticed(String day) {
        return contract -> contract.with(Contract.NOTICE_GIVEN_ON, LocalDate.parse(day));
    }

    @Test
    void expansionOfAnAccount_masksWhatItsContractsLost() {
        RevenueHistory history = history(
                STANDARD,
                with(
                        "acme",
                        contract("a", "EUR 100", "2025-01-01", "2026-05-01", noticed("2026-02-01")),
                        contract("b", "EUR 150", "2026-04-01", "2027-04-01")));

        assertThat(movements(history.whole(Level.ACCOUNT))).containsExactly("EXPANSION acme 50.00");
        assertThat(movements(history.whole(Level.CONTRACT)))
                .containsExactly("NEW acme/b 150.00", "CHURN acme/a 100.00");
        assertThat(history.whole(Level.ACCOUNT).rates().gross().share()).hasValue(1);
        assertThat(history.whole(Level.CONTRACT).rates().gross().share()).hasValue(0);
        assertThat(history.whole(Level.ACCOUNT).rates().net().share()).hasValue(1.5);
    }

    @Test
    void contract_isFollowedThroughItsRenewals_andALineThroughThem() {
        RevenueHistory history = history(
                STANDARD,
                with(
                        "acme",
                        builder -> builder.add(
                                Contract.SERIES,
                                contract -> contract.id("a")
                                        .at(LONG_AGO)
                                        .with(Contract.START, LocalDate.of(2025, 5, 1))
                                        .with(Contract.END, LocalDate.of(2026, 5, 1))),
                        builder -> builder.add(
                                Contract.SERIES,
                                contract -> contract.id("b")
                                        .at(LONG_AGO)
                                        .with(Contract.START, LocalDate.of(2026, 5, 1))
                                        .with(Contract.END, LocalDate.of(2027, 5, 1))
                                        .with(Contract.PREDECESSOR, "a")),
                        line("a", "core", "EUR 100"),
                        line("a", "reports", "EUR 40"),
                        line("b", "core", "EUR 120")));

        assertThat(movements(history.whole(Level.CONTRACT))).containsExactly("CONTRACTION acme/a 20.00");
        assertThat(movements(history.whole(Level.LINE)))
                .containsExactly("CHURN acme/a/reports 40.00", "EXPANSION acme/a/core 20.00");
    }

    private static Consumer<Customer.Builder> line(String contract, String product, String arr) {
        return builder -> builder.add(
                ContractLine.SERIES,
                line -> line.id(contract + "-" + product)
                        .at(LONG_AGO)
                        .with(ContractLine.CONTRACT, contract)
                        .with(ContractLine.PRODUCT, product)
                        .with(ContractLine.ARR, Money.parse(arr)));
    }

    @Test
    void contract_thatStartsOnTheDayOfAnEnd_isItsRenewal_evenIfItDoesNotSaySo() {
        RevenueHistory history = history(
                STANDARD,
                with(
                        "acme",
                        contract("a", "EUR 100", "2025-05-01", "2026-05-01"),
                        contract("b", "EUR 90", "2026-05-01", "2027-05-01")));

        assertThat(movements(history.whole(Level.CONTRACT))).containsExactly("CONTRACTION acme/a 10.00");
        assertThat(history.whole(Level.CONTRACT).pending()).isEqualTo(Money.parse("EUR 0.00"));
    }

    @Test
    void noticeAsChurnDate_losesTheRevenueWhenNoticeIsGiven_andTellsWhatIsStillInForce() {
        Customer acme = with("acme", contract("a", "EUR 100", "2025-01-01", "2026-12-31", noticed("2026-05-15")));

        ArrBridge effective = history(STANDARD, acme).whole(Level.ACCOUNT);
        ArrBridge notice = history(STANDARD.lostAt(ChurnDate.NOTICE), acme).whole(Level.ACCOUNT);

        assertThat(movements(effective)).isEmpty();
        assertThat(movements(notice)).containsExactly("CHURN acme 100.00");
        assertThat(notice.closing().plus(notice.underNotice())).isEqualTo(effective.closing());
    }

    @Test
    void notice_isNoLoss_whereTheNextContractIsSigned() {
        RevenueHistory history = history(
                STANDARD.lostAt(ChurnDate.NOTICE),
                with(
                        "acme",
                        contract("a", "EUR 100", "2025-01-01", "2026-09-01", noticed("2026-05-15")),
                        contract(
                                "b",
                                "EUR 100",
                                "2026-09-01",
                                "2027-09-01",
                                next -> next.with(Contract.PREDECESSOR, "a"))));

        assertThat(movements(history.whole(Level.ACCOUNT))).isEmpty();
    }

    @Test
    void unsignedRenewal_isKeptLostOrPending_asTheDefinitionSays() {
        Customer[] customers = {
            with("overdue", contract("a", "EUR 100", "2025-06-01", "2026-06-01")),
            with("stays", contract("b", "EUR 300", "2025-06-01", "2027-06-01"))
        };
        RetentionRates renewed = history(STANDARD.unsignedAs(UnsignedRenewal.RENEWED), customers)
                .whole(Level.ACCOUNT)
                .rates();
        RetentionRates lost = history(STANDARD.unsignedAs(UnsignedRenewal.LOST), customers)
                .whole(Level.ACCOUNT)
                .rates();
        ArrBridge apart = history(STANDARD, customers).whole(Level.ACCOUNT);

        assertThat(renewed.gross().share()).hasValue(1);
        assertThat(lost.gross().share()).hasValue(0.75);
        assertThat(apart.rates().gross().share()).as("of what is decided").hasValue(1);
        assertThat(apart.rates().logo().of()).isEqualByComparingTo("1");
        assertThat(apart.rates().pending()).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(apart.rates().pendingUnits()).isEqualTo(1);
        assertThat(apart.pending()).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(apart.becamePending()).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(apart.closing()).isEqualTo(Money.parse("EUR 300.00"));
        assertThat(movements(apart)).isEmpty();
    }

    @Test
    void unsignedRenewal_isLost_afterTheDaysOfGrace_orWhenSomebodySaysSo() {
        Customer overdue = with("acme", contract("a", "EUR 100", "2025-06-01", "2026-04-02"));
        Customer said = with(
                "beta",
                contract("b", "EUR 10", "2025-06-01", "2026-06-01"),
                customer -> customer.add(
                        Outcome.SERIES,
                        outcome -> outcome.id("o")
                                .at(LocalDate.of(2026, 6, 1))
                                .with(Outcome.KIND, "churned")
                                .with(Outcome.CONTRACT, "b")));
        RetentionDefinition sixtyDays =
                RetentionDefinition.builder().from(STANDARD).graceDays(60).build();

        assertThat(movements(history(STANDARD, overdue, said).whole(Level.ACCOUNT)))
                .containsExactly("CHURN beta 10.00");
        assertThat(movements(history(sixtyDays, overdue, said).whole(Level.ACCOUNT)))
                .containsExactly("CHURN acme 100.00", "CHURN beta 10.00");
    }

    @Test
    void pendingRevenue_thatIsSignedLater_isNeitherNewNorReturned() {
        RevenueHistory history = history(
                List.of(LocalDate.of(2026, 4, 30), LocalDate.of(2026, 5, 31), CLOSING),
                STANDARD,
                with(
                        "acme",
                        contract("a", "EUR 100", "2025-05-15", "2026-05-15"),
                        builder -> builder.add(
                                Contract.SERIES,
                                contract -> contract.id("b")
                                        .at(LocalDate.of(2026, 6, 10))
                                        .with(Contract.START, LocalDate.of(2026, 6, 10))
                                        .with(Contract.END, LocalDate.of(2027, 6, 10))
                                        .with(Contract.ARR, Money.parse("EUR 110"))
                                        .with(Contract.PREDECESSOR, "a"))));

        List<ArrBridge> steps = history.steps(Level.CONTRACT);
        assertThat(steps.get(0).becamePending()).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(steps.get(1).becamePending()).isEqualTo(Money.parse("EUR -100.00"));
        assertThat(movements(steps.get(1))).containsExactly("EXPANSION acme/a 10.00");
        RenewalsDue due = RenewalsDue.of(history, Level.CONTRACT);
        assertThat(due.renewals()).singleElement().satisfies(renewal -> {
            assertThat(renewal.result()).isEqualTo(RenewalsDue.Result.RENEWED);
            assertThat(renewal.due()).isEqualTo(Money.parse("EUR 100.00"));
            assertThat(renewal.renewed()).isEqualTo(Money.parse("EUR 110.00"));
        });
    }

    @Test
    void customerThatComesBack_isReactivated_notNew() {
        RevenueHistory history = history(
                STANDARD,
                with(
                        "acme",
                        contract("a", "EUR 100", "2024-06-01", "2025-06-01"),
                        contract("b", "EUR 80", "2026-05-01", "2027-05-01")));

        assertThat(movements(history.whole(Level.ACCOUNT))).containsExactly("REACTIVATION acme 80.00");
        assertThat(movements(history.whole(Level.CONTRACT))).containsExactly("NEW acme/b 80.00");
    }

    @Test
    void constantRates_showNoCurrency_currentOnesTellItApart() {
        Customer dollars = with("dollars", contract("a", "USD 100", "2025-01-01", "2027-01-01"));
        Customer euros = with("euros", contract("b", "EUR 80", "2025-01-01", "2027-01-01"));

        ArrBridge current = history(STANDARD, dollars, euros).whole(Level.ACCOUNT);
        ArrBridge constant =
                history(STANDARD.atRatesOf(OPENING), dollars, euros).whole(Level.ACCOUNT);

        assertThat(current.currency()).isEqualTo(Money.parse("EUR -20.00"));
        assertThat(movements(current)).isEmpty();
        assertThat(current.rates().gross().share()).hasValue(0.875);
        assertThat(constant.currency()).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(constant.closing()).isEqualTo(Money.parse("EUR 160.00"));
        assertThat(constant.rates().gross().share()).hasValue(1);
    }

    @Test
    void gainOfExchangeRates_isNotInGross() {
        Customer dollars = with("dollars", contract("a", "USD 100", "2025-01-01", "2027-01-01"));
        List<LocalDate> dates = List.of(OPENING, CLOSING);
        Reckoning rising = new Reckoning(
                CurrencyUnit.EUR,
                RateTable.empty(CurrencyUnit.EUR)
                        .with(CurrencyUnit.USD, LocalDate.of(2024, 1, 1), new BigDecimal("0.80"))
                        .with(CurrencyUnit.USD, LocalDate.of(2026, 5, 1), new BigDecimal("1.00")),
                BusinessCalendar.weekdays());
        Facts facts =
                Facts.of(Customer.adapter(List.of(dollars)), List.of(dollars)).in(ZoneOffset.UTC, CurrencyUnit.EUR);

        RetentionRates rates = RevenueHistory.at(dates, facts, AsOf.endOf(CLOSING, ZoneOffset.UTC), STANDARD, rising)
                .whole(Level.ACCOUNT)
                .rates();

        assertThat(rates.gross().share()).hasValue(1);
        assertThat(rates.net().share()).hasValue(1.25);
    }

    @Test
    void merger_isNoChurnOfAContract_andSegmentsTellWhatMoved() {
        RevenueHistory history = history(
                STANDARD,
                with(
                        "small",
                        contract("a", "EUR 100", "2025-01-01", "2026-05-01", noticed("2026-03-01")),
                        customer -> customer.set(CustomerAttributes.MERGED_INTO, "large", LONG_AGO)),
                with(
                        "large",
                        contract("b", "EUR 500", "2025-01-01", "2026-05-01"),
                        contract("c", "EUR 600", "2026-05-01", "2027-05-01")));

        assertThat(movements(history.whole(Level.ACCOUNT))).isEmpty();
        assertThat(movements(history.whole(Level.CONTRACT))).isEmpty();
        ArrBridge large =
                history.only(unit -> unit.customerId().equals("large")).whole(Level.ACCOUNT);
        assertThat(large.transferred()).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(large.opening().plus(large.transferred())).isEqualTo(large.closing());
        assertThat(history.whole(Level.ACCOUNT).rates().logo().of())
                .as("one customer is left of two, and none was lost")
                .isEqualByComparingTo("1");
    }

    @Test
    void customerWhoseRevenueIsNotTold_isLeftOutAtAllDates_andSaidToBe() {
        Customer silent = with(
                "silent",
                contract("a", "EUR 100", "2025-01-01", "2026-04-01"),
                customer -> customer.add(
                        Contract.SERIES,
                        contract -> contract.id("b").at(LONG_AGO).with(Contract.START, LocalDate.of(2026, 4, 1))));
        Customer pounds = with("pounds", contract("c", "GBP 100", "2025-01-01", "2027-01-01"));
        RevenueHistory history = history(STANDARD, silent, pounds);

        assertThat(history.untold().keySet()).containsExactly("pounds", "silent");
        assertThat(history.untold().get("silent")).isEqualTo("contract b does not tell its recurring revenue.");
        assertThat(history.untold().get("pounds")).startsWith("no rate from GBP to EUR");
        assertThat(history.whole(Level.ACCOUNT).opening()).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(history.whole(Level.ACCOUNT).rates().gross().share()).isEmpty();
    }

    @Test
    void trial_isNoRevenue_andItsEndNoChurn() {
        RevenueHistory history = history(
                STANDARD,
                with(
                        "acme",
                        contract(
                                "a",
                                "EUR 100",
                                "2026-03-01",
                                "2026-05-01",
                                trial -> trial.with(Contract.TRIAL, true))));

        assertThat(history.whole(Level.ACCOUNT).changes()).isEmpty();
    }

    @Test
    void earlyEnd_isChurn_butNoRenewalThatWasDue() {
        RevenueHistory history = history(
                STANDARD,
                with(
                        "early",
                        contract(
                                "a",
                                "EUR 100",
                                "2025-06-01",
                                "2026-06-01",
                                contract -> contract.with(Contract.ENDED_ON, LocalDate.of(2026, 5, 1)))),
                with("due", contract("b", "EUR 10", "2025-06-01", "2026-06-01", noticed("2026-05-01"))));

        assertThat(movements(history.whole(Level.CONTRACT)))
                .containsExactly("CHURN early/a 100.00", "CHURN due/b 10.00");
        assertThat(RenewalsDue.of(history, Level.CONTRACT).renewals())
                .extracting(renewal -> renewal.unit() + " " + renewal.result())
                .containsExactly("due/b LOST");
    }

    @Test
    void selfRenewingContract_isDueAtTheEndOfEachTerm_andRenewedUnlessNoticed() {
        RevenueHistory history = history(
                STANDARD,
                with(
                        "acme",
                        contract(
                                "a",
                                "EUR 100",
                                "2025-06-01",
                                "2026-06-01",
                                contract -> contract.with(Contract.AUTO_RENEWS, true))));

        RenewalsDue due = RenewalsDue.of(history, Level.CONTRACT);
        assertThat(due.rates().logo().share()).hasValue(1);
        assertThat(due.rates().method()).isEqualTo(RetentionMethod.RENEWALS_DUE);
    }

    @Test
    void renewalsDue_areOfContracts_notOfAccounts() {
        assertThatThrownBy(() -> RenewalsDue.of(history(STANDARD), Level.ACCOUNT))
                .hasMessage(
                        "level (ACCOUNT) must be CONTRACT or LINE: no account comes up for renewal, its contracts do.");
    }

    @Test
    void dates_mustBeTwo_andInOrder() {
        assertThatThrownBy(() -> history(List.of(CLOSING), STANDARD))
                .hasMessage("dates ([2026-06-30]) must be at least two.");
        assertThatThrownBy(() -> history(List.of(CLOSING, CLOSING), STANDARD))
                .hasMessage("dates ([2026-06-30, 2026-06-30]) must be in order, each once.");
    }

    @Test
    void months_endWithTheMonth_whereTheCutDoes() {
        Facts facts = Facts.of(Customer.adapter(List.of()), List.<Customer>of()).in(ZoneOffset.UTC, CurrencyUnit.EUR);

        assertThat(RevenueHistory.monthly(facts, AsOf.endOf(CLOSING, ZoneOffset.UTC), 4, STANDARD, RECKONING)
                        .dates())
                .containsExactly(
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 4, 30),
                        LocalDate.of(2026, 5, 31),
                        CLOSING);
        assertThat(RevenueHistory.monthly(
                                facts, AsOf.endOf(LocalDate.of(2026, 6, 15), ZoneOffset.UTC), 1, STANDARD, RECKONING)
                        .dates())
                .containsExactly(LocalDate.of(2026, 5, 15), LocalDate.of(2026, 6, 15));
    }

    @Test
    void rateOfFewCustomers_hasAWideInterval_andLargeOnesCountForMore() {
        Customer[] customers = new Customer[20];
        for (int i = 0; i < 20; i++) {
            boolean isLost = i < 2;
            customers[i] = with(
                    "c" + i,
                    contract(
                            "a" + i,
                            i == 19 ? "EUR 2000" : "EUR 100",
                            "2025-01-01",
                            isLost ? "2026-05-01" : "2027-01-01",
                            isLost ? noticed("2026-03-01") : contract -> {}));
        }
        RetentionRates rates = history(STANDARD, customers).whole(Level.ACCOUNT).rates();

        assertThat(rates.logo().share()).hasValue(0.9);
        assertThat(rates.logo().estimate().known().orElseThrow().interval().low())
                .isCloseTo(0.699, within(0.001));
        assertThat(rates.logo().estimate().known().orElseThrow().interval().high())
                .isCloseTo(0.972, within(0.001));
        assertThat(rates.gross().share()).hasValue(3700 / 3900.0);
        assertThat(rates.gross().estimate().basis().effective()).isCloseTo(3900 * 3900 / 4_190_000.0, within(1e-9));
        assertThat(rates.gross().estimate().known().orElseThrow().interval().low())
                .isLessThan(
                        rates.logo().estimate().known().orElseThrow().interval().low());
    }
}
