package dev.rapport.model.derived;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Reading.Status;
import dev.rapport.model.customer.Purchase;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Usage;
import java.time.Instant;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AggregateTest {

    private static final Aggregate ALL = Aggregate.of(Usage.SERIES);
    private static final Aggregate LAST_30 = ALL.last(30, DAYS);

    private static Sample year() {
        return Sample.customerFor(365).feedingUsage();
    }

    private static void assertNot(Reading<?> reading, Status status, String reason) {
        assertThat(reading.status()).isEqualTo(status);
        assertThat(reading.reason()).contains(reason);
    }

    @Test
    void window_isTheDaysThatEndWithTheCut_fromTheStartOfTheFirst() {
        Sample sample = year().usage(0, 1).usage(29, 2).usage(30, 4);

        assertThat(sample.read(LAST_30.sum(Usage.QUANTITY)).value()).contains(3.0);
    }

    @Test
    void window_beginsAndEnds_withTheDaysOfTheBooksZone() {
        Sample sample = year()
                // 1 June begins in Berlin at 22:00 UTC of 31 May
                .addAt(Usage.SERIES, Instant.parse("2026-05-31T21:59:59Z"), u -> u.with(Usage.QUANTITY, 1.0))
                .addAt(Usage.SERIES, Instant.parse("2026-05-31T22:00:00Z"), u -> u.with(Usage.QUANTITY, 2.0))
                .addAt(Usage.SERIES, Instant.parse("2026-06-30T21:59:59Z"), u -> u.with(Usage.QUANTITY, 4.0))
                .addAt(Usage.SERIES, Instant.parse("2026-06-30T22:00:00Z"), u -> u.with(Usage.QUANTITY, 8.0));

        assertThat(sample.read(LAST_30.sum(Usage.QUANTITY)).value()).contains(6.0);
    }

    @Test
    void window_ofWeeks_isSevenTimesAsLong() {
        Sample sample = year().usage(13, 1).usage(14, 2);

        assertThat(sample.read(ALL.last(2, WEEKS).sum(Usage.QUANTITY)).value()).contains(1.0);
    }

    @Test
    void window_ofMonths_orOfNothing_isRefused() {
        assertThatThrownBy(() -> ALL.last(3, MONTHS)).hasMessageStartingWith("unit (Months) must be Days or Weeks.");
        assertThatThrownBy(() -> ALL.last(0, DAYS)).hasMessage("amount (0) must be at least 1.");
        assertThatThrownBy(() -> ALL.last(Integer.MAX_VALUE, WEEKS)).hasMessageContaining("must be at most 36525 days");
    }

    @Test
    void countAndSum_ofAnEmptyWindow_areZero_ifTheBookFeedsTheSeries() {
        assertThat(year().read(LAST_30.count()).value()).contains(0.0);
        assertThat(year().read(LAST_30.sum(Usage.QUANTITY)).value()).contains(0.0);
        assertThat(year().read(LAST_30.distinct(Usage.FEATURE)).value()).contains(0.0);
    }

    @Test
    void anything_ofASeriesThatIsNotFed_isMissing_andNotProvided() {
        AttributeKey<Double> key = AttributeKey.number("asked");
        Sample sample = Sample.customerFor(365).derive(LAST_30.count().as(key));

        assertNot(sample.read(key), Status.MISSING, "series usage is not fed");
        assertThat(sample.book().provides().attributes()).doesNotContain(key);
        assertThat(year().derive(LAST_30.count().as(key)).book().provides().attributes())
                .contains(key);
    }

    @Test
    void fieldThatNoEntrySays_isMissing_notZero() {
        Sample sample = year().usage(3, 5);

        assertNot(year().usage(3, 5).read(LAST_30.sum(Usage.MINUTES)), Status.MISSING, "no entry says minutes");
        assertNot(year().usage(3, 5).read(LAST_30.distinct(Usage.FEATURE)), Status.MISSING, "no entry says feature");
        assertNot(sample.read(LAST_30.where(Usage.FEATURE, "export").count()), Status.MISSING, "no entry says feature");
    }

    @Test
    void conditions_holdTogether_andEntriesWithoutTheFieldDoNotMeetThem() {
        Aggregate exports = LAST_30.where(Usage.FEATURE, "export").matching(Usage.QUANTITY, quantity -> quantity > 1);
        Sample sample = year().usage(1, 100)
                .add(Usage.SERIES, 2, u -> u.with(Usage.QUANTITY, 1.0).with(Usage.FEATURE, "export"))
                .add(Usage.SERIES, 3, u -> u.with(Usage.QUANTITY, 7.0).with(Usage.FEATURE, "export"))
                .add(Usage.SERIES, 4, u -> u.with(Usage.QUANTITY, 9.0).with(Usage.FEATURE, "import"));

        assertThat(sample.read(exports.sum(Usage.QUANTITY)).value()).contains(7.0);
    }

    @Test
    void fieldOfAnotherSeries_isRefused() {
        assertThatThrownBy(() -> LAST_30.sum(SurveyAnswer.SCORE))
                .hasMessageStartingWith("field (score) must be one of series usage: [quantity, ");
        assertThatThrownBy(() -> LAST_30.where(SurveyAnswer.INSTRUMENT, "nps"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mean_countsOnlyEntriesThatSayTheField_andOfNothingIsMissing() {
        Sample sample = year().usage(1, 1)
                .add(Usage.SERIES, 2, u -> u.with(Usage.QUANTITY, 1.0).with(Usage.ERRORS, 3.0))
                .add(Usage.SERIES, 3, u -> u.with(Usage.QUANTITY, 1.0).with(Usage.ERRORS, 6.0));

        assertThat(sample.read(LAST_30.mean(Usage.ERRORS)).value()).contains(4.5);
        assertNot(year().read(LAST_30.mean(Usage.ERRORS)), Status.MISSING, "no entry");
    }

    @Test
    void sum_thatOverflows_fails() {
        Sample sample = year().usage(1, Double.MAX_VALUE).usage(2, Double.MAX_VALUE);

        assertNot(sample.read(LAST_30.sum(Usage.QUANTITY)), Status.FAILED, "the result is too large for a number");
    }

    @Test
    void latest_ofOneInstant_isTheLeast_whateverTheOrder() {
        Derivation<Double> latest = ALL.latest(Usage.QUANTITY);

        assertThat(year().usage(5, 1).usage(2, 3).usage(2, 2).read(latest).value())
                .contains(2.0);
        assertThat(year().usage(2, 2).usage(2, 3).usage(5, 1).read(latest).value())
                .contains(2.0);
        assertNot(year().read(latest), Status.MISSING, "no entry");
    }

    @Test
    void lastSeen_countsDaysOfTheBooksZone_zeroForToday() {
        assertThat(year().usage(0, 1).read(ALL.lastSeenDays()).value()).contains(0.0);
        assertThat(year().usage(40, 1).read(ALL.lastSeenDays()).value()).contains(40.0);
        assertNot(year().usage(40, 1).read(LAST_30.lastSeenDays()), Status.MISSING, "no entry");
        assertThat(year().addAt(Usage.SERIES, Instant.parse("2026-06-28T22:00:00Z"), u -> u.with(Usage.QUANTITY, 1.0))
                        .read(ALL.lastSeenDays())
                        .value())
                .contains(1.0);
    }

    @Test
    void values_areTheDifferentTexts() {
        AttributeKey<Set<String>> features = AttributeKey.textSet("features");
        Sample sample = year().usage(1, 1).derive(LAST_30.values(Usage.FEATURE).as(features));
        for (String feature : new String[] {"export", "import", "export"}) {
            sample.add(Usage.SERIES, 2, u -> u.with(Usage.QUANTITY, 1.0).with(Usage.FEATURE, feature));
        }

        assertThat(sample.read(features).value()).contains(Set.of("export", "import"));
    }

    @Test
    void change_comparesWithTheWindowBefore() {
        Sample sample = year().usage(5, 60).usage(30, 75).usage(59, 25).usage(60, 1000);

        assertThat(sample.read(LAST_30.sum(Usage.QUANTITY).change()).value()).contains(-0.4);
    }

    @Test
    void change_withNothingToCompareWith_isMissing() {
        assertNot(
                year().usage(5, 60).read(LAST_30.sum(Usage.QUANTITY).change()),
                Status.MISSING,
                "nothing to compare with: 0 in the 30 days before");
        assertNot(
                year().usage(5, 60).read(LAST_30.mean(Usage.QUANTITY).change()),
                Status.MISSING,
                "nothing to compare with in the 30 days before: no entry");
    }

    @Test
    void change_toNothing_isAFallBy100Percent() {
        assertThat(year().usage(40, 60)
                        .read(LAST_30.sum(Usage.QUANTITY).change())
                        .value())
                .contains(-1.0);
    }

    @Test
    void change_isNotApplicable_untilTheCustomerIsOldEnough() {
        Quantity used = LAST_30.sum(Usage.QUANTITY);

        assertNot(
                Sample.customerFor(58).usage(5, 6).usage(40, 2).read(used.change()),
                Status.NOT_APPLICABLE,
                "not a customer for 60 days yet");
        assertThat(Sample.customerFor(59)
                        .usage(5, 6)
                        .usage(40, 2)
                        .read(used.change())
                        .value())
                .contains(2.0);
        assertThat(Sample.customerFor(10)
                        .usage(5, 6)
                        .usage(70, 2)
                        .usage(40, 2)
                        .read(used.change())
                        .value())
                .as("used before the contract")
                .contains(2.0);
    }

    @Test
    void changeRateAndTrend_needAWindow() {
        assertThatThrownBy(() -> ALL.count().change())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("change of series usage needs a window.\nMaybe call last(30, DAYS) first.");
        assertThatThrownBy(() -> ALL.count().per(7)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ALL.count().trend(7)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rate_dividesByTheDaysObserved() {
        Total used = LAST_30.sum(Usage.QUANTITY);

        assertThat(Sample.customerFor(365)
                        .usage(5, 60)
                        .read(used.per(7))
                        .value()
                        .orElseThrow())
                .isEqualTo(14.0, within(1e-12));
        assertThat(Sample.customerFor(9).usage(5, 60).read(used.per(7)).value().orElseThrow())
                .isEqualTo(42.0, within(1e-12));
        assertThat(Sample.customerFor(0).usage(0, 60).read(used.per(1)).value()).contains(60.0);
        assertThat(Sample.empty().feedingUsage().read(used.per(7)).value()).contains(0.0);
    }

    @Test
    void trend_ofALine_isItsSlopePer30Days() {
        Sample sample = year();
        for (int week = 0; week < 10; week++) {
            sample.usage(week * 7 + 3, 20 - week);
        }

        double mean = 15.5;
        assertThat(sample.read(ALL.last(10, WEEKS).sum(Usage.QUANTITY).trend(7))
                        .value()
                        .orElseThrow())
                .isEqualTo(30.0 / 7 / mean, within(1e-12));
    }

    @Test
    void trend_ofEqualSteps_isZero_withinTheWeekAnythingMayHappen() {
        Sample sample = year();
        for (int day = 0; day < 90; day++) {
            sample.usage(day, day % 7 == 0 ? 0 : 13.5);
        }

        assertThat(sample.read(ALL.last(90, DAYS).sum(Usage.QUANTITY).trend(7)).value())
                .contains(0.0);
    }

    @Test
    void trend_ofNothing_isMissing_andOfAYoungCustomerNotApplicable() {
        Derivation<Double> trend = ALL.last(90, DAYS).sum(Usage.QUANTITY).trend(7);

        assertNot(year().read(trend), Status.MISSING, "no trend of nothing: 0 in the last 84 days");
        assertNot(
                Sample.customerFor(82).usage(1, 1).read(trend),
                Status.NOT_APPLICABLE,
                "not a customer for 84 days yet");
        assertThat(Sample.customerFor(83).usage(1, 1).read(trend).status()).isEqualTo(Status.PRESENT);
    }

    @Test
    void trend_ofFewerThanThreeSteps_isRefused() {
        assertThatThrownBy(() -> LAST_30.count().trend(11))
                .hasMessage("stepDays (11) must go into the window of 30 days at least 3 times.");
    }

    @Test
    void moneyWithoutARate_failsWithTheReason() {
        AttributeKey<Money> key = AttributeKey.money("paid");
        Sample sample = year().add(Purchase.SERIES, 3, p -> p.with(Purchase.AMOUNT, Money.parse("USD 5")))
                .derive(Aggregate.of(Purchase.SERIES)
                        .last(30, DAYS)
                        .sum(Purchase.AMOUNT, Sample.EUR)
                        .as(key));

        assertNot(
                sample.read(key),
                Status.FAILED,
                "paid could not be derived: no rate from USD to EUR for 2026-06-27. Maybe add it to the rate table.");
    }

    @Test
    void provenance_saysWhenTheLastEntryHappenedAndBecameKnown() {
        Instant known = Instant.parse("2026-06-29T10:00:00Z");
        Sample sample =
                year().usage(3, 1).add(Usage.SERIES, 5, u -> u.recordedAt(known).with(Usage.QUANTITY, 1.0));

        var provenance = sample.read(LAST_30.sum(Usage.QUANTITY)).provenance().orElseThrow();
        assertThat(provenance.validFrom())
                .contains(Sample.TODAY.minusDays(3).atStartOfDay(Sample.ZONE).toInstant());
        assertThat(provenance.recordedAt()).contains(known);
        assertThat(provenance.source()).isEqualTo("usage, last 30 days");
    }
}
