package dev.rapport.model.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Reading.Status;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Invoice;
import dev.rapport.model.customer.Purchase;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.money.RateTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ActivityAttributesTest {

    private static final LocalDate TODAY = Sample.TODAY;

    private static Sample year() {
        return Sample.customerFor(365);
    }

    private static void assertNot(Reading<?> reading, Status status, String reason) {
        assertThat(reading.status()).isEqualTo(status);
        assertThat(reading.reason()).contains(reason);
    }

    private static void assertNumber(Sample sample, AttributeKey<Double> key, double expected) {
        assertThat(sample.read(key).value().orElseThrow()).isEqualTo(expected, within(1e-12));
    }

    @Test
    void usage_ofACustomerWithoutAny_isZeroAndNotMissing_ifTheBookFeedsUsage() {
        Sample silent = year().feedingUsage().usage(91, 5);

        assertNumber(silent, StandardAttributes.USAGE_QUANTITY_30D, 0);
        assertNumber(silent, StandardAttributes.USAGE_QUANTITY_90D, 0);
        assertNumber(silent, StandardAttributes.USAGE_FEATURES_90D, 0);
        assertNumber(silent, StandardAttributes.USAGE_ACTIVE_USERS_30D, 0);
        assertNumber(silent, StandardAttributes.USAGE_LAST_SEEN_DAYS, 91);
        assertThat(silent.read(StandardAttributes.USAGE_CHANGE_30D).status()).isEqualTo(Status.MISSING);
    }

    @Test
    void usage_ofZero_isNoUse() {
        Sample sample = year().usage(20, 5)
                .add(
                        Usage.SERIES,
                        1,
                        u -> u.with(Usage.QUANTITY, 0.0)
                                .with(Usage.FEATURE, "export")
                                .with(Usage.USER, "jane"));

        assertNumber(sample, StandardAttributes.USAGE_LAST_SEEN_DAYS, 20);
        assertNot(sample.read(StandardAttributes.USAGE_FEATURES_90D), Status.MISSING, "no entry says feature");
    }

    @Test
    void activeUsers_areTheMeanOfWhatIsTold_elseDifferentUsers() {
        Sample users = year();
        for (String user : List.of("a", "b", "a")) {
            users.add(Usage.SERIES, 3, u -> u.with(Usage.QUANTITY, 1.0).with(Usage.USER, user));
        }
        assertNumber(users, StandardAttributes.USAGE_ACTIVE_USERS_30D, 2);

        users.add(Usage.SERIES, 4, u -> u.with(Usage.QUANTITY, 1.0).with(Usage.ACTIVE_USERS, 10.0))
                .add(Usage.SERIES, 5, u -> u.with(Usage.QUANTITY, 1.0).with(Usage.ACTIVE_USERS, 15.0));
        assertNumber(users, StandardAttributes.USAGE_ACTIVE_USERS_30D, 12.5);
        assertNot(
                year().usage(3, 1).read(StandardAttributes.USAGE_ACTIVE_USERS_30D),
                Status.MISSING,
                "no entry says user");
    }

    @Test
    void activeShare_isOfLicensedSeats_andNotApplicableWithoutAny() {
        Sample sample = year().set(CustomerAttributes.SEATS, 20.0)
                .add(Usage.SERIES, 3, u -> u.with(Usage.QUANTITY, 1.0).with(Usage.ACTIVE_USERS, 25.0));

        assertNumber(sample, StandardAttributes.USAGE_ACTIVE_SHARE, 1.25);
        assertNot(
                sample.set(CustomerAttributes.SEATS, 0.0).read(StandardAttributes.USAGE_ACTIVE_SHARE),
                Status.NOT_APPLICABLE,
                "no seats are licensed");
        assertNot(
                year().usage(3, 1)
                        .add(Usage.SERIES, 3, u -> u.with(Usage.QUANTITY, 1.0).with(Usage.ACTIVE_USERS, 25.0))
                        .read(StandardAttributes.USAGE_ACTIVE_SHARE),
                Status.MISSING,
                "no contract in force says its seats");
    }

    @Test
    void changeAndTrend_showAFall() {
        Sample sample = year();
        for (int day = 0; day < 90; day++) {
            sample.usage(day, day < 30 ? 6 : 10);
        }

        assertNumber(sample, StandardAttributes.USAGE_CHANGE_30D, -0.4);
        assertThat(sample.read(StandardAttributes.USAGE_TREND_90D).value().orElseThrow())
                .isBetween(-0.4, -0.2);
    }

    @Test
    void tickets_areCountedFromTheirOpening() {
        Sample sample = year().add(
                        Ticket.SERIES,
                        89,
                        t -> t.id("1")
                                .with(Ticket.SEVERITY, "urgent")
                                .with(Ticket.CLOSED_ON, TODAY)
                                .with(Ticket.ESCALATED, true)
                                .with(Ticket.SATISFACTION, 2.0))
                .add(
                        Ticket.SERIES,
                        90,
                        t -> t.id("2")
                                .with(Ticket.SEVERITY, "urgent")
                                .with(Ticket.ESCALATED, false)
                                .with(Ticket.CLOSED_ON, TODAY.minusDays(80))
                                .with(Ticket.SATISFACTION, 5.0))
                .add(Ticket.SERIES, 2, t -> t.id("3").with(Ticket.SEVERITY, "low"));

        assertNumber(sample, StandardAttributes.TICKETS_OPENED_90D, 2);
        assertNumber(sample, StandardAttributes.TICKETS_URGENT_90D, 1);
        assertNumber(sample, StandardAttributes.TICKETS_OPEN, 1);
        assertNumber(sample, StandardAttributes.TICKETS_ESCALATED_180D, 1);
        assertNumber(sample, StandardAttributes.TICKETS_SATISFACTION_180D, 3.5);
    }

    @Test
    void ticketClosedAfterTheCut_isOpen_andItsSatisfactionNotSeen() {
        Sample sample = year().add(
                        Ticket.SERIES,
                        5,
                        t -> t.id("1").with(Ticket.CLOSED_ON, TODAY.plusDays(1)).with(Ticket.SATISFACTION, 1.0));

        assertNumber(sample, StandardAttributes.TICKETS_OPEN, 1);
        assertNot(
                sample.read(StandardAttributes.TICKETS_SATISFACTION_180D),
                Status.MISSING,
                "no ticket says how satisfied the customer was");
    }

    private static Sample answer(Sample sample, int daysAgo, String instrument, double score, double... scale) {
        return sample.add(SurveyAnswer.SERIES, daysAgo, s -> {
            s.with(SurveyAnswer.INSTRUMENT, instrument).with(SurveyAnswer.SCORE, score);
            if (scale.length == 2) {
                s.with(SurveyAnswer.SCALE_MIN, scale[0]).with(SurveyAnswer.SCALE_MAX, scale[1]);
            }
        });
    }

    @Test
    void surveys_areReadByInstrument_andUnansweredQuestionsDoNotCount() {
        Sample sample = answer(answer(year(), 200, "nps", 10), 20, "nps", 4);
        answer(answer(sample, 10, "nps", 7), 5, "csat", 3);
        sample.add(SurveyAnswer.SERIES, 1, s -> s.with(SurveyAnswer.INSTRUMENT, "nps"));

        assertNumber(sample, StandardAttributes.SURVEY_NPS_LAST, 7);
        assertNumber(sample, StandardAttributes.SURVEY_NPS_180D, 5.5);
        assertNumber(sample, StandardAttributes.SURVEY_CSAT_180D, 3);
        assertNot(answer(year(), 5, "csat", 3).read(StandardAttributes.SURVEY_NPS_LAST), Status.MISSING, "no entry");
    }

    @Test
    void answerOnItsOwnScale_isMovedOntoTheInstruments_andOneOffItFails() {
        assertNumber(answer(year(), 5, "csat", 4, 1, 7), StandardAttributes.SURVEY_CSAT_180D, 3);
        assertNumber(answer(year(), 5, "nps", 7, 0, 10), StandardAttributes.SURVEY_NPS_LAST, 7);
        assertThat(answer(year(), 5, "nps", 50)
                        .read(StandardAttributes.SURVEY_NPS_LAST)
                        .status())
                .isEqualTo(Status.FAILED);
    }

    private static Sample invoice(Sample sample, String id, String amount, int dueDaysAgo, int paidDaysAgo) {
        return sample.add(Invoice.SERIES, 300, i -> {
            i.id(id).with(Invoice.AMOUNT, Money.parse(amount)).with(Invoice.DUE_ON, TODAY.minusDays(dueDaysAgo));
            if (paidDaysAgo < 1000) {
                i.with(Invoice.PAID_ON, TODAY.minusDays(paidDaysAgo));
            }
        });
    }

    @Test
    void invoices_areOverdueFromTheDayAfterTheyAreDue_untilPaid() {
        Sample none = invoice(invoice(year(), "due today", "EUR 1", 0, 9999), "paid", "EUR 2", 50, 0);
        assertThat(none.read(StandardAttributes.INVOICES_OVERDUE_AMOUNT).value())
                .contains(Money.parse("EUR 0"));
        assertNumber(none, StandardAttributes.INVOICES_OVERDUE_DAYS, 0);

        Sample some = invoice(invoice(none, "late", "EUR 4", 1, 9999), "paid tomorrow", "EUR 8", 12, -1);
        assertThat(some.read(StandardAttributes.INVOICES_OVERDUE_AMOUNT).value())
                .contains(Money.parse("EUR 12"));
        assertNumber(some, StandardAttributes.INVOICES_OVERDUE_DAYS, 12);
    }

    @Test
    void overdueAmounts_areConvertedTogether() {
        Reckoning reckoning = new Reckoning(
                CurrencyUnit.EUR,
                RateTable.empty(CurrencyUnit.EUR)
                        .with(CurrencyUnit.USD, TODAY.minusYears(1), new BigDecimal("0.5"))
                        .with(CurrencyUnit.USD, TODAY.plusDays(1), new BigDecimal("9")),
                BusinessCalendar.weekdays());
        Sample sample = invoice(invoice(year(), "a", "USD 0.01", 5, 9999), "b", "USD 0.01", 5, 9999);

        assertThat(sample.in(reckoning)
                        .read(StandardAttributes.INVOICES_OVERDUE_AMOUNT)
                        .value())
                .contains(Money.parse("EUR 0.01"));
    }

    @Test
    void touchpoints_andPurchases_areCounted() {
        Sample sample = year().add(Touchpoint.SERIES, 8, t -> t.with(Touchpoint.KIND, "call"))
                .add(Touchpoint.SERIES, 90, t -> t.with(Touchpoint.KIND, "call"))
                .add(Purchase.SERIES, 364, p -> p.with(Purchase.AMOUNT, Money.parse("EUR 5")))
                .add(Purchase.SERIES, 365, p -> p.with(Purchase.AMOUNT, Money.parse("EUR 50")));

        assertNumber(sample, StandardAttributes.TOUCHPOINTS_LAST_DAYS, 8);
        assertNumber(sample, StandardAttributes.TOUCHPOINTS_COUNT_90D, 1);
        assertNumber(sample, StandardAttributes.PURCHASES_COUNT_365D, 1);
        assertNumber(sample, StandardAttributes.PURCHASES_LAST_DAYS, 364);
        assertThat(sample.read(StandardAttributes.PURCHASES_AMOUNT_365D).value())
                .contains(Money.parse("EUR 5"));
    }
}
