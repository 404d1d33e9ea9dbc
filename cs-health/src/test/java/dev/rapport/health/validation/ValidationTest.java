package dev.rapport.health.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.HealthStrategy;
import dev.rapport.health.Scores;
import dev.rapport.health.churn.Feature;
import dev.rapport.health.churn.LogisticChurn;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.observation.Observations;
import dev.rapport.model.decision.PolicyRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidationTest {

    private static final HealthStrategy BY_USE = Scores.of("health", "use", "use");
    private static final HealthStrategy BY_MOOD = Scores.of("health", "mood", "mood");
    private static final ValidationPolicy SCORECARDS = ValidationPolicy.builder()
            .from(ValidationPolicy.scorecards())
            .resamples(100)
            .build();
    private static final ValidationPolicy MODELS = ValidationPolicy.builder()
            .from(ValidationPolicy.models())
            .resamples(100)
            .build();
    private static final ValidationPolicy LENIENT = ValidationPolicy.builder()
            .from(MODELS)
            .minimum(new MinimumData(12, 20, "a test"))
            .build();
    private static final PolicyRef CHURN = new PolicyRef("churn", "1");
    private static final Trainer LOGISTIC = training -> LogisticChurn.fit(
            CHURN,
            List.of(Feature.of(Scores.USE), Feature.of(Scores.MOOD)),
            LogisticRegression.plain().ridge(1),
            training);
    private static final BackTest STRONG = HistoryOfUse.of(400, 45, 1).test(14);
    private static final BackTest NONE = HistoryOfUse.of(400, 0, 2).test(14);
    private static final Predictions HEALTH = STRONG.health(book -> BY_USE);
    private static final Predictions MOOD = STRONG.health(book -> BY_MOOD);
    private static final Predictions MODEL = STRONG.refitting(CHURN, LOGISTIC);

    @Test
    void scorecardThatWarns_passes_withTheNumbers() {
        Validation validation = Validation.of(HEALTH, SCORECARDS);

        assertThat(validation.verdict()).isEqualTo(Verdict.PASSES);
        assertThat(validation.passes()).isTrue();
        assertThat(validation.words()).hasSize(4);
        assertThat(validation.words().get(0))
                .isEqualTo("It passes all 3 floors, judged by 117 losses among 391 customers from 2024-09-02 to"
                        + " 2025-12-31.");
        assertThat(validation.words().get(1))
                .matches("Loss in the worst band over the base rate is \\d+\\.\\d+ \\(.*\\), must be at least 3\\.000:"
                        + " reached\\.");
        assertThat(validation.figures()).doesNotContainKey(Figure.BRIER);
        assertThat(validation.calibration()).isEmpty();
    }

    @Test
    void scorecardOfNoise_cannotBeToldFromChance_andTheVerdictSaysSo() {
        Validation validation = Validation.of(MOOD, SCORECARDS);

        assertThat(validation.verdict()).isEqualTo(Verdict.NO_BETTER_THAN_CHANCE);
        assertThat(validation.words())
                .singleElement()
                .asString()
                .startsWith(
                        "Losses cannot be predicted from this data by this candidate: it cannot be told from chance."
                                + " The area under its curve is 0.4")
                .contains("where 0.5 is chance");
        assertThat(validation.floors()).as("they are shown all the same").hasSize(3);
    }

    @Test
    void model_isFittedAgainAtEachDate_toWhatWasOverByThen() {
        Validation validation = Validation.of(MODEL, MODELS);

        assertThat(validation.verdict()).isEqualTo(Verdict.PASSES);
        assertThat(validation.method().words()).startsWith("fitted again at each date");
        assertThat(validation.data().notPredicted())
                .as("at the first dates nothing was over yet")
                .isPositive();
        assertThat(validation.data().firstDate()).isEqualTo(LocalDate.of(2024, 12, 2));
        assertThat(validation.calibration()).isNotEmpty();
        assertThat(validation.figure(Figure.AUC).byRevenue()).isPresent();
        assertThat(validation.aucByDate().keySet()).allMatch(date -> !date.isBefore(LocalDate.of(2024, 12, 2)));
    }

    @Test
    void predictionsOfARefit_areThoseOfAModelThatSawNoLaterOutcome() {
        LocalDate date = LocalDate.of(2025, 6, 2);
        HistoryOfUse history = HistoryOfUse.of(150, 45, 4);
        BackTest test = history.test(12);
        Observations then = HistoryOfUse.plan(12)
                .snapshots(history.facts())
                .until(history.facts().asOf(date).asOf());
        LogisticChurn model = (LogisticChurn) LOGISTIC.fit(then).orThrow();

        for (Prediction row : test.refitting(CHURN, LOGISTIC).rows()) {
            if (row.date().equals(date)) {
                assertThat(row.risk().orElseThrow())
                        .isEqualTo(model.assess(history.facts()
                                        .asOf(date)
                                        .find(row.customerId())
                                        .orElseThrow())
                                .value()
                                .orElseThrow());
            }
        }
        assertThat(then.until().validAt()).isBefore(test.observations().until().validAt());
    }

    @Test
    void modelOfNoise_isNoBetterThanChance() {
        assertThat(Validation.of(NONE.refitting(CHURN, LOGISTIC), MODELS).verdict())
                .isEqualTo(Verdict.NO_BETTER_THAN_CHANCE);
        assertThat(Validation.of(NONE.crossValidated(CHURN, LOGISTIC, 5, 1), MODELS)
                        .verdict())
                .isEqualTo(Verdict.NO_BETTER_THAN_CHANCE);
    }

    /** The lower end of a 95 % interval lies above chance in one of forty histories of noise. */
    @Test
    void noise_isSeldomTakenForAPrediction() {
        int above = 0;
        for (int seed = 0; seed < 40; seed++) {
            Validation validation =
                    Validation.of(HistoryOfUse.of(120, 0, 100 + seed).test(14).health(book -> BY_MOOD), LENIENT);
            above += validation.verdict() == Verdict.NO_BETTER_THAN_CHANCE ? 0 : 1;
            assertThat(validation.data().losses()).isGreaterThanOrEqualTo(20);
        }

        assertThat(above).as("more than 4 of 40 have a probability below 0.4 %").isLessThanOrEqualTo(4);
    }

    @Test
    void tooLittle_isRefused_withWhatItTakes() {
        Validation validation = Validation.of(HistoryOfUse.of(40, 45, 3).test(5).health(book -> BY_USE), SCORECARDS);

        assertThat(validation.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        assertThat(validation.words())
                .containsExactly(
                        "Not enough data for a verdict: 6 months, of which it takes 12, 1 loss, of which it takes 30.");
        assertThat(validation.floors()).isEmpty();
        assertThat(validation.passes()).isFalse();
    }

    @Test
    void floorThatIsMissed_isNamed() {
        ValidationPolicy strict = ValidationPolicy.builder()
                .from(ValidationPolicy.scorecards())
                .floors(List.of(new Floor(Figure.GREEN_SHARE, new Floor.Bound(0.1, false), "a test")))
                .resamples(100)
                .build();

        Validation validation = Validation.of(HEALTH, strict);

        assertThat(validation.verdict()).isEqualTo(Verdict.FALLS_SHORT);
        assertThat(validation.words().get(0)).startsWith("It predicts, but falls short of 1 of 1 floors, judged by");
        assertThat(validation.words().get(1))
                .startsWith("Customers in the best band is 0.6")
                .endsWith("must be at most 0.100: missed.");
    }

    @Test
    void bandFigures_areThoseOfANaiveCount() {
        ValidationPolicy policy = SCORECARDS;
        Validation figures = Validation.of(HEALTH, policy);
        int red = 0;
        int redLost = 0;
        int lost = 0;
        int green = 0;
        Map<String, Boolean> warned = new HashMap<>();
        for (Prediction row : HEALTH.rows()) {
            String band = row.band().orElseThrow();
            red += band.equals("red") ? 1 : 0;
            redLost += band.equals("red") && row.isLost() ? 1 : 0;
            lost += row.isLost() ? 1 : 0;
            green += band.equals("green") ? 1 : 0;
            double days = row.observation().days();
            if (row.observation().lostAfterDays() && days >= 60 && days <= 90) {
                warned.put(row.customerId(), !band.equals("green"));
            }
        }
        double all = HEALTH.rows().size();

        assertThat(value(figures, Figure.RED_LIFT)).isCloseTo((double) redLost / red / (lost / all), within(1e-12));
        assertThat(value(figures, Figure.GREEN_SHARE)).isCloseTo(green / all, within(1e-12));
        assertThat(value(figures, Figure.WARNED))
                .isCloseTo((double) warned.values().stream().filter(one -> one).count() / warned.size(), within(1e-12));
    }

    private static double value(Validation validation, Figure figure) {
        return validation.figure(figure).value().orElseThrow();
    }

    @Test
    void leadTimes_areDaysWithoutABreak_belowTheBestBand() {
        LeadTimes leads = Validation.of(HEALTH, SCORECARDS).leadTimes();
        List<Double> expected = new ArrayList<>();
        Map<String, List<Prediction>> histories = new HashMap<>();
        HEALTH.rows().stream()
                .filter(row -> row.observation().lostAfterDays())
                .forEach(row -> histories
                        .computeIfAbsent(row.customerId(), absent -> new ArrayList<>())
                        .add(row));
        int missed = 0;
        for (List<Prediction> history : histories.values()) {
            double lead = 0;
            for (Prediction row : history) {
                boolean warns = !row.band().orElseThrow().equals("green");
                lead = !warns ? 0 : lead == 0 ? row.observation().days() : lead;
            }
            if (lead > 0) {
                expected.add(lead);
            } else {
                missed++;
            }
        }

        assertThat(leads.days()).isEqualTo(expected.stream().sorted().toList());
        assertThat(leads.missed()).isEqualTo(missed);
        assertThat(leads.quantile(0).orElseThrow()).isEqualTo(leads.days().get(0));
        assertThat(leads.quantile(0.5).orElseThrow()).isBetween(90.0, 190.0);
        assertThat(leads.shareWarned(0) * (expected.size() + missed)).isCloseTo(expected.size(), within(1e-9));
        assertThat(leads.revenueWarned().orElseThrow()).isBetween(0.5, 1.0);
        assertThat(new LeadTimes(List.of(), 0, java.util.OptionalDouble.empty()).quantile(0.5))
                .isEmpty();
    }

    @Test
    void challenger_thatPredicts_isSurelyBetterThanNoise_andNoneIsBetterThanItself() {
        ValidationPolicy policy = SCORECARDS;
        Comparison comparison = Comparison.of(MOOD, HEALTH, policy);

        assertThat(comparison.better(Figure.AUC)).isEqualTo(Comparison.Outcome.CHALLENGER);
        assertThat(comparison.sentence(Figure.AUC))
                .startsWith("health@use is better than health@mood by area under the curve: 0.9");
        assertThat(Comparison.of(HEALTH, MOOD, policy).better(Figure.AUC)).isEqualTo(Comparison.Outcome.CHAMPION);
        assertThat(comparison.rows()).isEqualTo(HEALTH.rows().size());

        Comparison same = Comparison.of(HEALTH, HEALTH, policy);
        assertThat(same.better(Figure.AUC)).isEqualTo(Comparison.Outcome.NEITHER);
        assertThat(same.find(Figure.AUC).orElseThrow().interval().orElseThrow().high())
                .isZero();
        assertThat(Comparison.of(HEALTH, MODEL, policy).rows())
                .as("those of whom both said something")
                .isEqualTo(MODEL.rows().size());
    }

    @Test
    void pairedInterval_isNarrower_thanWhatTwoIntervalsSuggest() {
        ValidationPolicy policy = MODELS;
        Difference paired =
                Comparison.of(HEALTH, MODEL, policy).find(Figure.AUC).orElseThrow();
        Measured alone = Validation.of(MODEL, policy).figure(Figure.AUC);

        assertThat(width(paired.interval())).isLessThan(width(alone.interval()));
    }

    private static double width(Optional<dev.rapport.health.estimate.Interval> interval) {
        return interval.orElseThrow().high() - interval.orElseThrow().low();
    }

    @Test
    void drift_isTheStabilityIndex() {
        List<Object> fit = new ArrayList<>();
        List<Object> same = new ArrayList<>();
        List<Object> moved = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            fit.add((double) i);
            same.add((double) ((i * 7) % 1000));
            moved.add((double) (i < 500 ? i % 100 : i));
        }
        assertThat(Drift.index(fit, same)).isCloseTo(0, within(1e-3));
        // Half of what fell into the lower five tenths lies in the first: by hand, with shares 0.5, 0 x 4, 0.1 x 5
        double expected = 0.4 * Math.log(5) + 4 * (0.1 - 0.0005) * Math.log(100.5 / 0.5);
        assertThat(Drift.index(fit, moved)).isCloseTo(expected, within(0.05));
        assertThat(Drift.index(List.of(), fit)).isZero();
        assertThat(Drift.index(List.of("a", "b"), List.of("a", "b"))).isZero();
        assertThat(FeatureDrift.Reading.of(0.1)).isEqualTo(FeatureDrift.Reading.SHIFTED);
        assertThat(FeatureDrift.Reading.of(0.25)).isEqualTo(FeatureDrift.Reading.DRIFTED);
    }

    @Test
    void drift_ofABook_namesTheFeatureThatMoved() {
        HistoryOfUse fit = HistoryOfUse.of(300, 0, 5);
        Observations training = fit.test(3).observations();

        Drift drift =
                Drift.of(training, HistoryOfUse.of(300, 30, 6).facts().asOf(LocalDate.of(2025, 6, 1)), view -> true);

        assertThat(drift.features().get(0).feature()).isEqualTo(Scores.USE);
        assertThat(drift.features().get(0).reading()).isNotEqualTo(FeatureDrift.Reading.STABLE);
        assertThat(drift.features().get(1).reading()).isEqualTo(FeatureDrift.Reading.STABLE);
    }

    @Test
    void policy_thatAsksNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValidationPolicy.builder().id("none").build())
                .withMessage("floors must not be empty.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Floor(Figure.AUC, new Floor.Bound(0.7, false), " "))
                .withMessage("source of the floor of area under the curve must not be blank.");
        assertThat(ValidationPolicy.scorecards().floors())
                .allSatisfy(floor -> assertThat(floor.source()).contains("grade B"));
        assertThat(ValidationPolicy.models().minimum()).isEqualTo(MinimumData.egCsm());
    }
}
