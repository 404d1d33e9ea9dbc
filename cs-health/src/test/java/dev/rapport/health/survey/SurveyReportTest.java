package dev.rapport.health.survey;

import static dev.rapport.health.survey.Surveyed.SEGMENT;
import static dev.rapport.health.survey.Surveyed.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.estimate.IntervalMethod;
import dev.rapport.health.estimate.NetScore;
import dev.rapport.model.customer.SurveyAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurveyReportTest {

    private static SurveySummary overall(Surveyed surveyed, Instrument instrument) {
        return SurveyReport.of(surveyed.book(), Surveyed.instruments(Surveyed.settings(), instrument), List.of())
                .instruments()
                .get(0)
                .overall();
    }

    private static Estimate.Known known(Estimate estimate) {
        return estimate.known().orElseThrow(() -> new AssertionError(estimate.whyNot()));
    }

    /** 45 promoters, 30 passives, 25 detractors, each of another account. */
    private static Surveyed hundred() {
        Surveyed surveyed = new Surveyed();
        for (int i = 0; i < 100; i++) {
            surveyed.answer("account-" + i, "nps", 20 + i % 60, i < 45 ? 10 : i < 75 ? 8 : 3);
        }
        return surveyed;
    }

    @Test
    void netScore_isThatOfTheAnswersOfThePeriod_withItsInterval() {
        Surveyed surveyed = hundred()
                .answer("account-1", "nps", 400, 0) // another period
                .answer("account-2", "csat", 10, 1) // another question
                .silence("account-3", "nps", 5);

        SurveySummary summary = overall(surveyed, Surveyed.nps(20, 10));

        assertThat(summary.counts()).isEqualTo(new SurveyCounts(45, 30, 25));
        assertThat(summary.accounts()).isEqualTo(100);
        Estimate.Known score = known(summary.score());
        assertThat(score.value()).isEqualTo(20);
        assertThat(score.interval().low())
                .isCloseTo(NetScore.adjustedWald(45, 30, 25, 0.95).low(), within(1e-9));
        assertThat(known(summary.mean()).value()).isCloseTo(7.65, within(1e-12));
        assertThat(summary.period()).isEqualTo(new SurveyPeriod(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 7, 1)));
    }

    @Test
    void lastDayOfThePeriod_countsFully_andTheDayBeforeItsFirst_doesNot() {
        Surveyed surveyed = new Surveyed()
                .answer("a", "nps", 0, 9)
                .answer("b", "nps", 179, 9)
                .answer("c", "nps", 180, 0);

        assertThat(overall(surveyed, Surveyed.nps(2, 2)).counts()).isEqualTo(new SurveyCounts(2, 0, 0));
    }

    @Test
    void tooFewAnswers_giveNoNumber_butAreCounted() {
        SurveySummary summary =
                overall(new Surveyed().answer("a", "nps", 3, 9).answer("b", "nps", 4, 2), Surveyed.nps(20, 10));

        assertThat(summary.counts().answers()).isEqualTo(2);
        assertThat(summary.score().known()).isEmpty();
        assertThat(summary.score().whyNot()).contains("2 of at least 20 answers");
        assertThat(summary.change().whyNot()).contains("before: 0 of at least 20 answers");
        assertThat(summary.trend().whyNot()).contains("0 of at least 3 periods with enough answers");
    }

    @Test
    void answersOnNoScaleThatCounts_areReported_notAveragedIn() {
        Surveyed surveyed = new Surveyed()
                .answer("a", "nps", 3, 9)
                .answer("b", "nps", 3, 8)
                .answer("b", "nps", 4, 4, Map.of(SurveyAnswer.SCALE_MIN, 1.0, SurveyAnswer.SCALE_MAX, 5.0))
                .answer("c", "nps", 5, 37);

        SurveySummary summary = overall(surveyed, Surveyed.nps(2, 2));

        assertThat(summary.counts().answers()).isEqualTo(2);
        assertThat(summary.notCounted()).isEqualTo(2);
        assertThat(summary.accounts()).isEqualTo(2);
    }

    @Test
    void instruments_areReadApart() {
        SurveyReport report = SurveyReport.of(
                new Surveyed()
                        .answer("a", "nps", 3, 9)
                        .answer("b", "nps", 3, 2)
                        .answer("a", "csat", 3, 5)
                        .answer("b", "csat", 3, 1)
                        .answer("c", "csat", 3, 4)
                        .book(),
                Surveyed.instruments(Surveyed.settings(), Surveyed.nps(2, 2), Surveyed.csat()),
                List.of());

        assertThat(known(report.find("nps").orElseThrow().overall().score()).value())
                .isZero();
        Estimate.Known satisfied =
                known(report.find("csat").orElseThrow().overall().score());
        assertThat(satisfied.value()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(satisfied.interval().confidence().method()).isEqualTo(IntervalMethod.WILSON);
        assertThat(report.find("csat").orElseThrow().instrument().purpose()).isEqualTo(Purpose.TRANSACTIONAL);
        assertThat(report.find("ces")).isEmpty();
    }

    @Test
    void groups_areThoseOfTheCut_andUnknownOnesStandLast() {
        Surveyed surveyed = new Surveyed()
                .set("a", SEGMENT, "small")
                .set("b", SEGMENT, "enterprise")
                .set("c", SEGMENT, "small")
                .set("silent", SEGMENT, "strategic")
                .answer("a", "nps", 3, 9)
                .answer("b", "nps", 3, 2)
                .answer("c", "nps", 3, 10)
                .answer("d", "nps", 3, 5);

        SurveyBreakdown breakdown = SurveyReport.of(
                        surveyed.book(),
                        Surveyed.instruments(Surveyed.settings(), Surveyed.nps(2, 2)),
                        List.of(SEGMENT))
                .instruments()
                .get(0)
                .by("segment")
                .orElseThrow();

        assertThat(breakdown.groups())
                .extracting(group -> group.value().orElse("?"))
                .containsExactly("enterprise", "small", "?");
        assertThat(known(breakdown.find("small").orElseThrow().summary().score())
                        .value())
                .isEqualTo(100);
        assertThat(breakdown.find("enterprise").orElseThrow().summary().score().known())
                .isEmpty();
    }

    @Test
    void change_isFoundForTheSegmentThatFell_andForNoOther() {
        Surveyed surveyed = new Surveyed();
        for (int i = 0; i < 60; i++) {
            String account = "account-" + i;
            boolean falls = i % 3 == 0;
            surveyed.set(account, SEGMENT, falls ? "falling" : i % 3 == 1 ? "steady" : "mixed");
            surveyed.answer(account, "nps", 250, 7 + i % 4);
            surveyed.answer(account, "nps", 30, falls ? 3 + i % 5 : 7 + (i + 1) % 4);
        }

        SurveyBreakdown breakdown = SurveyReport.of(
                        surveyed.book(),
                        Surveyed.instruments(Surveyed.settings(), Surveyed.nps(10, 5)),
                        List.of(SEGMENT))
                .instruments()
                .get(0)
                .by("segment")
                .orElseThrow();

        Estimate.Known fall =
                known(breakdown.find("falling").orElseThrow().summary().change());
        assertThat(fall.excludesZero()).isTrue();
        assertThat(fall.value()).isLessThan(-50);
        // three groups at once
        assertThat(fall.interval().confidence().level()).isCloseTo(1 - 0.05 / 3, within(1e-12));
        for (String steady : List.of("steady", "mixed")) {
            assertThat(known(breakdown.find(steady).orElseThrow().summary().change())
                            .excludesZero())
                    .isFalse();
        }
    }

    @Test
    void trend_isFound_overSeveralPeriods() {
        Surveyed surveyed = new Surveyed();
        for (int i = 0; i < 80; i++) {
            int period = i % 4;
            surveyed.answer("account-" + i / 4, "nps", 10 + 180 * period, Math.min(10, 4 + 2 * period + i % 3));
        }

        Estimate.Known trend = known(overall(surveyed, Surveyed.nps(10, 5)).trend());

        assertThat(trend.value()).isLessThan(-20);
        assertThat(trend.excludesZero()).isTrue();
    }

    @Test
    void responseRate_countsWhatHadItsTime_andAnswersThatCameInIt() {
        Surveyed surveyed = new Surveyed()
                .answer("a", "nps", 20, 9) // in time
                .answer("b", "nps", 2, 9, Map.of(SurveyAnswer.ASKED_ON, TODAY.minusDays(40))) // late
                .silence("b", "nps", 30)
                .silence("c", "nps", 14) // its time is over today
                .silence("d", "nps", 13) // waits for one day more
                .silence("c", "csat", 60);

        SurveyResponse response = overall(surveyed, Surveyed.nps(2, 2)).response();

        assertThat(response.asked()).isEqualTo(4);
        assertThat(response.answered()).isEqualTo(1);
        assertThat(response.open()).isEqualTo(1);
        assertThat(response.accountsAsked()).isEqualTo(3);
        assertThat(response.accountsSilent()).isEqualTo(2);
        assertThat(known(response.rate()).value()).isEqualTo(0.25);
        // the late answer counts in the score
        assertThat(overall(surveyed, Surveyed.nps(2, 2)).counts().favourable()).isEqualTo(2);
    }

    @Test
    void responseRate_isUnknown_whereTheSourceFeedsAnswersOnly() {
        SurveyResponse response = overall(hundred(), Surveyed.nps(2, 2)).response();

        assertThat(response.asked()).isEqualTo(100);
        assertThat(response.rate().whyNot()).contains("the source feeds no question that was not answered");
    }

    @Test
    void bookWithoutAnswers_givesNoNumber() {
        SurveySummary summary = overall(new Surveyed().set("a", SEGMENT, "x"), Surveyed.nps(2, 2));

        assertThat(summary.counts()).isEqualTo(new SurveyCounts(0, 0, 0));
        assertThat(summary.score().whyNot()).contains("0 of at least 2 answers");
    }
}
