package dev.rapport.model.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Facts;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.calendar.BusinessCalendars;
import dev.rapport.model.money.RateTable;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTermsTest {

    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static CustomerView view(Customer.Builder customer, String date) {
        List<Customer> customers = List.of(customer.build());
        return Facts.of(Customer.adapter(customers), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(day(date))
                .find("acme")
                .orElseThrow();
    }

    private static Customer.Builder acme() {
        return Customer.builder("acme", LONG_AGO.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static ContractTerms contract(String start, String end, Consumer<EntryBuilder> more) {
        Customer.Builder customer = acme().add(Contract.SERIES, c -> {
            c.id("c-1").at(LONG_AGO).with(Contract.START, day(start));
            if (!end.isEmpty()) {
                c.with(Contract.END, day(end));
            }
            more.accept(c);
        });
        return ContractTerms.of(view(customer, "2030-01-01")).get(0);
    }

    private static ContractTerms autoRenewing(String start, String end, Consumer<EntryBuilder> more) {
        return contract(start, end, more.andThen(c -> c.with(Contract.AUTO_RENEWS, true)));
    }

    private static ContractTerms withNotice(double amount, String unit) {
        return autoRenewing(
                "2025-01-01",
                "2026-01-01",
                c -> c.with(Contract.NOTICE_AMOUNT, amount).with(Contract.NOTICE_UNIT, unit));
    }

    @Test
    void term_startIsInclusive_endIsExclusive() {
        ContractTerms terms = contract("2025-01-01", "2026-01-01", c -> {});

        assertThat(terms.isInForceOn(day("2024-12-31"))).isFalse();
        assertThat(terms.isInForceOn(day("2025-01-01"))).isTrue();
        assertThat(terms.isInForceOn(day("2025-12-31"))).isTrue();
        assertThat(terms.isInForceOn(day("2026-01-01"))).isFalse();
    }

    @Test
    void termEnd_isAsAgreed_whateverEndedEarly() {
        ContractTerms ended = contract("2025-01-01", "2026-01-01", c -> c.with(Contract.ENDED_ON, day("2025-06-01")));

        assertThat(ended.endOn(day("2025-03-01"))).contains(day("2025-06-01"));
        assertThat(ended.termEndOn(day("2025-03-01"))).contains(day("2026-01-01"));
        assertThat(autoRenewing("2025-01-01", "2026-01-01", c -> {}).termEndOn(day("2026-03-01")))
                .contains(day("2027-01-01"));
        assertThat(contract("2025-01-01", "", c -> {}).termEndOn(day("2026-03-01")))
                .isEmpty();
    }

    @Test
    void contract_withoutEnd_runsUntilItIsEnded() {
        assertThat(contract("2025-01-01", "", c -> {}).isInForceOn(day("2099-01-01")))
                .isTrue();
        assertThat(contract("2025-01-01", "", c -> c.with(Contract.ENDED_ON, day("2026-05-01")))
                        .isInForceOn(day("2026-05-01")))
                .isFalse();
    }

    @Test
    void contract_thatEndsBeforeItStarts_isNeverInForce() {
        ContractTerms terms = autoRenewing("2025-06-01", "2025-01-01", c -> {});

        for (String date : List.of("2024-12-31", "2025-03-01", "2025-06-01", "2026-01-01")) {
            assertThat(terms.isInForceOn(day(date))).as(date).isFalse();
        }
    }

    @Test
    void autoRenewal_rollsOver_inTermsOfTheSameLength() {
        ContractTerms terms = autoRenewing("2023-01-01", "2024-01-01", c -> {});

        assertThat(terms.endOn(day("2023-12-31"))).contains(day("2024-01-01"));
        assertThat(terms.endOn(day("2024-01-01"))).contains(day("2025-01-01"));
        assertThat(terms.endOn(day("2024-12-31"))).contains(day("2025-01-01"));
        assertThat(terms.endOn(day("2026-07-01"))).contains(day("2027-01-01"));
        assertThat(terms.isInForceOn(day("2026-07-01"))).isTrue();
    }

    @Test
    void autoRenewal_ofTermsThatAreNoWholeMonths_countsDays() {
        ContractTerms terms = autoRenewing("2025-01-01", "2025-01-11", c -> {});

        assertThat(terms.endOn(day("2025-01-11"))).contains(day("2025-01-21"));
        assertThat(terms.endOn(day("2025-03-01"))).contains(day("2025-03-02"));
    }

    @Test
    void autoRenewal_from29February_endsOnTheLastDaysOfFebruary() {
        ContractTerms terms = autoRenewing("2024-02-29", "2025-02-28", c -> {});

        assertThat(terms.endOn(day("2025-02-28"))).contains(day("2026-02-28"));
        assertThat(terms.endOn(day("2027-12-01"))).contains(day("2028-02-29"));
        assertThat(terms.endOn(day("2028-02-29"))).contains(day("2029-02-28"));
    }

    @Test
    void autoRenewal_ofMonthsFromThe31st_keepsTheDayWhereThereIsOne() {
        ContractTerms terms = autoRenewing("2025-01-31", "2025-02-28", c -> {});

        assertThat(terms.endOn(day("2025-02-28"))).contains(day("2025-03-31"));
        assertThat(terms.endOn(day("2025-03-31"))).contains(day("2025-04-30"));
    }

    @Test
    void autoRenewal_ofADay_reachesFarDatesAtOnce() {
        assertThat(autoRenewing("0001-01-01", "0001-01-02", c -> {}).endOn(day("9999-12-30")))
                .contains(day("9999-12-31"));
    }

    @Test
    void notice_endsTheTermInWhichItIsGiven() {
        ContractTerms terms =
                autoRenewing("2023-01-01", "2024-01-01", c -> c.with(Contract.NOTICE_GIVEN_ON, day("2025-06-15")));

        assertThat(terms.isInForceOn(day("2025-01-31"))).isTrue();
        assertThat(terms.endOn(day("2025-06-15"))).contains(day("2026-01-01"));
        assertThat(terms.isInForceOn(day("2025-12-31"))).isTrue();
        assertThat(terms.isInForceOn(day("2026-01-01"))).isFalse();
    }

    @Test
    void notice_isNotSeen_beforeTheDayItIsGiven() {
        ContractTerms terms =
                autoRenewing("2025-01-01", "2026-01-01", c -> c.with(Contract.NOTICE_GIVEN_ON, day("2025-06-15")));

        assertThat(terms.decisionDateOn(day("2025-06-14"), EUR)).contains(day("2026-01-01"));
        assertThat(terms.decisionDateOn(day("2025-06-15"), EUR)).isEmpty();
    }

    @Test
    void earlyEnd_takesThePlaceOfTheTerms() {
        ContractTerms terms = contract("2025-01-01", "2026-01-01", c -> c.with(Contract.ENDED_ON, day("2025-05-01")));

        assertThat(terms.isInForceOn(day("2025-04-30"))).isTrue();
        assertThat(terms.isInForceOn(day("2025-05-01"))).isFalse();
        assertThat(terms.decisionDateOn(day("2025-02-01"), EUR)).isEmpty();
    }

    @Test
    void earlyEnd_inALaterTerm_endsThatTerm() {
        ContractTerms terms =
                autoRenewing("2023-01-01", "2024-01-01", c -> c.with(Contract.ENDED_ON, day("2025-05-01")));

        assertThat(terms.endOn(day("2023-06-01"))).contains(day("2024-01-01"));
        assertThat(terms.isInForceOn(day("2024-06-01"))).isTrue();
        assertThat(terms.isInForceOn(day("2025-04-30"))).isTrue();
        assertThat(terms.isInForceOn(day("2025-05-01"))).isFalse();
    }

    @Test
    void noticeDeadline_inCalendarDays() {
        assertThat(withNotice(30, "calendar-days").noticeDeadlineOn(day("2025-06-01"), EUR))
                .contains(day("2025-12-02"));
    }

    @Test
    void noticeDeadline_inMonths_isTheLastDayOfAShorterMonth() {
        assertThat(withNotice(3, "months").noticeDeadlineOn(day("2025-06-01"), EUR))
                .contains(day("2025-10-01"));
        assertThat(autoRenewing(
                                "2024-03-31",
                                "2025-03-31",
                                c -> c.with(Contract.NOTICE_AMOUNT, 1.0).with(Contract.NOTICE_UNIT, "months"))
                        .noticeDeadlineOn(day("2024-06-01"), EUR))
                .contains(day("2025-02-28"));
    }

    @Test
    void noticeDeadline_inBusinessDays_skipsWeekendsAndHolidays() {
        BusinessCalendar calendar = BusinessCalendar.of(
                "de",
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Set.of(day("2025-12-25"), day("2025-12-26")),
                day("2025-01-01"),
                day("2027-01-01"));
        Reckoning reckoning = new Reckoning(CurrencyUnit.EUR, RateTable.empty(CurrencyUnit.EUR), calendar);

        assertThat(withNotice(5, "business-days").noticeDeadlineOn(day("2025-06-01"), EUR))
                .contains(day("2025-12-25"));
        assertThat(withNotice(5, "business-days").noticeDeadlineOn(day("2025-06-01"), reckoning))
                .contains(day("2025-12-23"));
    }

    /** The term ends with 31 December 2025; 1 January 2026 is the first day after. */
    @ParameterizedTest
    @CsvSource({
        "DAY_AFTER, INCLUDED, 3, months, 2025-10-01",
        "DAY_AFTER, EXCLUDED, 3, months, 2025-09-30",
        "LAST_DAY, INCLUDED, 3, months, 2025-09-30",
        "LAST_DAY, EXCLUDED, 3, months, 2025-09-29",
        "DAY_AFTER, INCLUDED, 90, calendar-days, 2025-10-03",
        "LAST_DAY, INCLUDED, 90, calendar-days, 2025-10-02",
        "LAST_DAY, INCLUDED, 1, business-days, 2025-12-30",
        "LAST_DAY, EXCLUDED, 1, business-days, 2025-12-29"
    })
    void notice_isCountedAsTheBookSays(
            NoticeRule.CountedFrom from, NoticeRule.Deadline deadline, double amount, String unit, LocalDate last) {
        Reckoning reckoning = new Reckoning(
                CurrencyUnit.EUR,
                RateTable.empty(CurrencyUnit.EUR),
                new DeadlineRules(BusinessCalendars.of(BusinessCalendar.weekdays()), new NoticeRule(from, deadline)));

        assertThat(withNotice(amount, unit).noticeDeadlineOn(day("2025-06-01"), reckoning))
                .contains(last);
    }

    @Test
    void noticeDeadline_ofARolledOverTerm_refersToItsEnd() {
        assertThat(withNotice(30, "calendar-days").noticeDeadlineOn(day("2026-06-01"), EUR))
                .contains(day("2026-12-02"));
    }

    @Test
    void notice_thatCannotBeRead_isAnErrorAndNoGuess() {
        assertThatThrownBy(() -> withNotice(2, "weeks").noticeDeadlineOn(day("2025-06-01"), EUR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("notice-unit (weeks) of contract c-1 must be calendar-days, business-days or months.");
        for (double amount : new double[] {-30, 0.5, 1e12}) {
            assertThatThrownBy(() -> withNotice(amount, "business-days").noticeDeadlineOn(day("2025-06-01"), EUR))
                    .hasMessage(
                            "notice-amount (" + amount + ") of contract c-1 must be a whole number from 0 to 3660.");
        }
    }

    @Test
    void decisionDate_isTheNoticeDeadline_onlyWhereTheContractRenewsByItself() {
        assertThat(withNotice(30, "calendar-days").decisionDateOn(day("2025-06-01"), EUR))
                .contains(day("2025-12-02"));
        assertThat(contract("2025-01-01", "2026-01-01", c -> c.with(Contract.NOTICE_AMOUNT, 30.0))
                        .decisionDateOn(day("2025-06-01"), EUR))
                .contains(day("2026-01-01"));
        assertThat(contract("2025-01-01", "", c -> {}).decisionDateOn(day("2025-06-01"), EUR))
                .isEmpty();
    }

    @Test
    void nextDecision_afterAMissedDeadline_isThatOfTheNextTerm() {
        ContractTerms terms = withNotice(30, "calendar-days");

        assertThat(terms.nextDecisionFrom(day("2025-12-02"), EUR)).contains(day("2025-12-02"));
        assertThat(terms.nextDecisionFrom(day("2025-12-03"), EUR)).contains(day("2026-12-02"));
    }

    @Test
    void nextDecision_withNoticeLongerThanTheTerm_looksSeveralTermsAhead() {
        ContractTerms monthly = autoRenewing(
                "2025-01-01",
                "2025-02-01",
                c -> c.with(Contract.NOTICE_AMOUNT, 3.0).with(Contract.NOTICE_UNIT, "months"));

        assertThat(monthly.nextDecisionFrom(day("2025-06-10"), EUR)).contains(day("2025-07-01"));
    }

    @Test
    void nextDecision_ofAContractThatIsOver_isNone() {
        ContractTerms terms = contract("2025-01-01", "2026-01-01", c -> {});

        assertThat(terms.nextDecisionFrom(day("2025-12-31"), EUR)).contains(day("2026-01-01"));
        assertThat(terms.nextDecisionFrom(day("2026-01-01"), EUR)).isEmpty();
    }

    @Test
    void amendment_isAVersion_seenFromTheDayItTakesEffect() {
        Customer.Builder customer = acme().add(
                        Contract.SERIES,
                        c -> c.id("c-1")
                                .at(day("2025-01-01"))
                                .with(Contract.START, day("2025-01-01"))
                                .with(Contract.ARR, Money.parse("EUR 12000")))
                .add(
                        Contract.SERIES,
                        c -> c.id("c-1")
                                .at(day("2025-07-01"))
                                .recordedAt(day("2025-05-20")
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant())
                                .with(Contract.START, day("2025-01-01"))
                                .with(Contract.AMENDMENT, "20 more seats")
                                .with(Contract.ARR, Money.parse("EUR 15000")));

        assertThat(arr(customer, "2025-06-30")).isEqualTo(Money.parse("EUR 12000"));
        assertThat(arr(customer, "2025-07-01")).isEqualTo(Money.parse("EUR 15000"));
        assertThat(ContractTerms.of(view(customer, "2025-07-01"))).hasSize(1);
    }

    private static Money arr(Customer.Builder customer, String date) {
        return ContractTerms.arrOn(ContractTerms.of(view(customer, date)), day(date), EUR)
                .orElseThrow();
    }

    private static Customer.Builder withLines(boolean autoRenews) {
        return acme().add(
                        Contract.SERIES,
                        c -> c.id("c-1")
                                .at(LONG_AGO)
                                .with(Contract.START, day("2025-01-01"))
                                .with(Contract.END, day("2026-01-01"))
                                .with(Contract.AUTO_RENEWS, autoRenews)
                                .with(Contract.ARR, Money.parse("EUR 99")))
                .add(ContractLine.SERIES, l -> line(l, "l-1", "1000").with(ContractLine.END, day("2026-01-01")))
                .add(
                        ContractLine.SERIES,
                        l -> line(l, "l-2", "200")
                                .with(ContractLine.START, day("2025-04-01"))
                                .with(ContractLine.END, day("2025-10-01")));
    }

    private static EntryBuilder line(EntryBuilder line, String id, String arr) {
        return line.id(id)
                .at(LONG_AGO)
                .with(ContractLine.CONTRACT, "c-1")
                .with(ContractLine.PRODUCT, "product of " + id)
                .with(ContractLine.ARR, Money.parse("EUR " + arr));
    }

    @Test
    void lines_countInTheirOwnTerms_andInPlaceOfTheContract() {
        assertThat(arr(withLines(false), "2025-03-31")).isEqualTo(Money.parse("EUR 1000"));
        assertThat(arr(withLines(false), "2025-04-01")).isEqualTo(Money.parse("EUR 1200"));
        assertThat(arr(withLines(false), "2025-09-30")).isEqualTo(Money.parse("EUR 1200"));
        assertThat(arr(withLines(false), "2025-10-01")).isEqualTo(Money.parse("EUR 1000"));
        assertThat(arr(withLines(false), "2026-01-01")).isEqualTo(Money.parse("EUR 0"));
    }

    @Test
    void lines_thatEndWithTheContract_rollOverWithIt() {
        assertThat(arr(withLines(true), "2026-01-01")).isEqualTo(Money.parse("EUR 1000"));
        assertThat(arr(withLines(true), "2026-05-01")).isEqualTo(Money.parse("EUR 1000"));
    }

    @Test
    void arr_ofOverlappingContracts_addsUp_andTrialsAddNothing() {
        Customer.Builder customer = acme();
        for (String id : List.of("a", "b", "trial")) {
            customer.add(
                    Contract.SERIES,
                    c -> c.id(id)
                            .at(LONG_AGO)
                            .with(Contract.START, day("2025-01-01"))
                            .with(Contract.TRIAL, id.equals("trial"))
                            .with(Contract.ARR, Money.parse("EUR 100")));
        }

        assertThat(arr(customer, "2025-06-01")).isEqualTo(Money.parse("EUR 200"));
    }

    @Test
    void arr_inTwoCurrencies_isRoundedOnce() {
        Reckoning reckoning = new Reckoning(
                CurrencyUnit.EUR,
                RateTable.empty(CurrencyUnit.EUR).with(CurrencyUnit.USD, LONG_AGO, new BigDecimal("0.5")),
                BusinessCalendar.weekdays());
        Customer.Builder customer = acme();
        for (String id : List.of("a", "b", "c")) {
            customer.add(
                    Contract.SERIES,
                    c -> c.id(id)
                            .at(LONG_AGO)
                            .with(Contract.START, day("2025-01-01"))
                            .with(Contract.ARR, id.equals("c") ? Money.parse("EUR 1") : Money.parse("USD 0.01")));
        }

        assertThat(ContractTerms.arrOn(ContractTerms.of(view(customer, "2025-06-01")), day("2025-06-01"), reckoning))
                .contains(Money.parse("EUR 1.01"));
    }

    @Test
    void arr_withoutARate_saysWhichIsMissing() {
        ContractTerms terms = contract("2025-01-01", "", c -> c.with(Contract.ARR, Money.parse("USD 5")));

        assertThatThrownBy(() -> terms.arrOn(day("2025-06-01"), EUR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no rate from USD to EUR for 2025-06-01.");
    }

    @Test
    void arr_isUnknown_ifAContractInForceDoesNotTellIt() {
        assertThat(contract("2025-01-01", "", c -> {}).arrOn(day("2025-06-01"), EUR))
                .isEmpty();
        assertThat(contract("2025-01-01", "", c -> {}).arrOn(day("2024-06-01"), EUR))
                .contains(Money.parse("EUR 0"));
    }
}
