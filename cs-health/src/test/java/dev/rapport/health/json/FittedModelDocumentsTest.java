package dev.rapport.health.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.classification.IsotonicCalibration;
import dev.rapport.health.classification.LogisticModel;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.classification.PlattCalibration;
import dev.rapport.health.fitted.FittedModel;
import dev.rapport.health.fitted.SavedModel;
import dev.rapport.health.lifetime.BetaDiscreteWeibull;
import dev.rapport.health.lifetime.BetaGeometricNbd;
import dev.rapport.health.lifetime.Estimates;
import dev.rapport.health.lifetime.GammaGamma;
import dev.rapport.health.lifetime.Parameter;
import dev.rapport.health.lifetime.ParetoNbd;
import dev.rapport.health.lifetime.ShiftedBetaGeometric;
import dev.rapport.health.regression.Covariates;
import dev.rapport.health.survival.AcceleratedFailureTime;
import dev.rapport.health.survival.AftDistribution;
import dev.rapport.health.survival.CoxModel;
import dev.rapport.health.survival.CoxRegression;
import dev.rapport.health.survival.DiscreteHazardRegression;
import dev.rapport.health.survival.SurvivalData;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.shape.DocumentHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FittedModelDocumentsTest {

    private static final int ROWS = 80;
    private static final Covariates COVARIATES;
    private static final SurvivalData DATA;
    private static final boolean[] LOST = new boolean[ROWS];

    static {
        SplittableRandom random = new SplittableRandom(7);
        double[] seats = new double[ROWS];
        double[] months = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            seats[row] = random.nextDouble() * 100;
            months[row] = 1 + random.nextInt(12);
            LOST[row] = random.nextDouble() < 0.3 + seats[row] / 300;
        }
        COVARIATES = Covariates.builder(ROWS).number("seats", seats).build();
        DATA = SurvivalData.of(months, LOST);
    }

    static Stream<FittedModel> models() {
        CoxRegression cox = CoxRegression.efron();
        List<String> groups = new ArrayList<>();
        IntStream.range(0, ROWS).forEach(row -> groups.add("g" + row % 3));
        double[] scores = COVARIATES.column(0);
        return Stream.of(
                LogisticRegression.plain().fit(COVARIATES, LOST).orThrow(),
                cox.fit(DATA, COVARIATES).orThrow(),
                cox.fit(DATA.strata(groups).clusters(groups), COVARIATES).orThrow(),
                cox.fit(DATA, Covariates.none(ROWS)).orThrow(),
                AcceleratedFailureTime.of(AftDistribution.WEIBULL)
                        .fit(DATA, COVARIATES)
                        .orThrow(),
                AcceleratedFailureTime.of(AftDistribution.EXPONENTIAL)
                        .fit(DATA, COVARIATES)
                        .orThrow(),
                DiscreteHazardRegression.cloglog()
                        .spans(1, 4, 8)
                        .fit(DATA, COVARIATES)
                        .orThrow(),
                ShiftedBetaGeometric.of(estimates("alpha", "beta")),
                BetaDiscreteWeibull.of(estimates("a", "b", "c")),
                BetaGeometricNbd.of(true, estimates("r", "alpha", "a", "b")),
                ParetoNbd.of(0.5, 10, 0.6, 11),
                GammaGamma.of(estimates("p", "q", "v"), 3),
                PlattCalibration.fit(scores, LOST).orThrow(),
                IsotonicCalibration.fit(scores, LOST));
    }

    private static Estimates estimates(String... names) {
        List<Parameter> parameters = new ArrayList<>();
        for (String name : names) {
            parameters.add(new Parameter(name, 1 / (parameters.size() + 3.0), 0.1));
        }
        return new Estimates(parameters, -12.5);
    }

    @ParameterizedTest
    @MethodSource("models")
    void model_isTheSameToTheLastBit_whenReadAgain(FittedModel model) {
        String written = HealthDocuments.FITTED_MODEL.toJson(saved(model));

        SavedModel again = HealthDocuments.FITTED_MODEL
                .read(JsonInput.text("again", written))
                .orThrow();

        assertThat(again.model()).hasSameClassAs(model);
        assertThat(HealthDocuments.FITTED_MODEL.toJson(again)).isEqualTo(written);
    }

    private static SavedModel saved(FittedModel model) {
        return new SavedModel(DocumentHeader.of("churn", "2026-06"), "80 customers of a test", model);
    }

    private static FittedModel again(FittedModel model) {
        return HealthDocuments.FITTED_MODEL
                .read(JsonInput.text("again", HealthDocuments.FITTED_MODEL.toJson(saved(model))))
                .orThrow()
                .model();
    }

    @Test
    void modelThatWasReadAgain_scoresAsBefore() {
        LogisticModel logistic =
                LogisticRegression.plain().fit(COVARIATES, LOST).orThrow();
        CoxModel cox = CoxRegression.efron().fit(DATA, COVARIATES).orThrow();

        assertThat(again(logistic)).isEqualTo(logistic);
        assertThat(again(cox)).isEqualTo(cox);
        assertThat(((LogisticModel) again(logistic)).probabilities(COVARIATES))
                .containsExactly(logistic.probabilities(COVARIATES));
        assertThat(((CoxModel) again(cox)).survival("", 6, 40)).isEqualTo(cox.survival("", 6, 40));
    }

    static Stream<Path> badDocuments() {
        return GoldenText.documents("bad-fitted-model").stream();
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void badDocument_isRefused_withAllItsProblems(Path document) throws IOException {
        Checked<SavedModel> read = HealthDocuments.FITTED_MODEL.read(GoldenText.open(document));

        assertThat(read.isValid()).isFalse();
        GoldenText.verify(
                "bad-fitted-model/" + document.getFileName().toString().replace(".json", ".expected.txt"),
                read.problems().render() + "\n");
    }
}
