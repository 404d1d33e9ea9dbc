package dev.rapport.health.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.regression.Covariates;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The published figures of the logit on Telco, made with statsmodels ({@code Logit}) and scikit-learn's metrics. */
@Tag("validation")
@EnabledIfSystemProperty(
        named = "validation.data",
        matches = ".+",
        disabledReason = "give -Dvalidation.data=/absolute/folder with the public data sets")
class TelcoValidationTest {

    private List<String> names = List.of();
    private List<String[]> rows = List.of();

    private void read() throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of(System.getProperty("validation.data"), "telco"), "*.csv")) {
            List<String> lines = Files.readAllLines(files.iterator().next());
            names = List.of(lines.get(0).split(","));
            rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    private double[] number(String column) {
        int at = names.indexOf(column);
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[at])).toArray();
    }

    private boolean[] is(String column, String value) {
        return is(column, value::equals);
    }

    private boolean[] is(String column, Predicate<String> test) {
        int at = names.indexOf(column);
        boolean[] flags = new boolean[rows.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = test.test(rows.get(i)[at]);
        }
        return flags;
    }

    @Test
    void logit_andItsEvaluation() throws IOException {
        read();
        double[] charges = number("MonthlyCharges");
        Covariates covariates = Covariates.builder(rows.size())
                .number("tenure", number("tenure"))
                .number("MonthlyCharges", charges)
                .number("SeniorCitizen", number("SeniorCitizen"))
                .yesNo("Partner", is("Partner", "Yes"))
                .yesNo("PaperlessBilling", is("PaperlessBilling", "Yes"))
                .yesNo("OneYear", is("Contract", "One year"))
                .yesNo("TwoYear", is("Contract", "Two year"))
                .yesNo("Fiber", is("InternetService", "Fiber optic"))
                .yesNo("NoInternet", is("InternetService", "No"))
                .yesNo("ElectronicCheck", is("PaymentMethod", "Electronic check"))
                .build();
        boolean[] churned = is("Churn", "Yes");
        LogisticModel model =
                LogisticRegression.plain().fit(covariates, churned).orThrow();
        double[] expected = {
            -.9073633968,
            -.0322934220,
            .0032598596,
            .3242277533,
            -.0590175117,
            .4000596106,
            -.7335022329,
            -1.5039662373,
            .8780022208,
            -.7230354912,
            .4459899746
        };
        for (int j = 0; j < expected.length; j++) {
            assertThat(model.coefficients().get(j).estimate()).isCloseTo(expected[j], within(5e-11));
        }
        assertThat(model.logLikelihood().fitted()).isCloseTo(-2980.9619478038, within(5e-11));
        // 1869 log(1869/7043) + 5174 log(5174/7043); statsmodels stops at -4075.0729495479
        assertThat(model.logLikelihood().none()).isCloseTo(-4075.0729495098, within(5e-11));
        double[] probability = model.probabilities(covariates);
        Evaluation evaluation = Evaluation.of(probability, churned);
        assertThat(evaluation.auc()).hasValueCloseTo(.8391986169, within(5e-11));
        assertThat(evaluation.averagePrecision()).hasValueCloseTo(.6371412382, within(5e-11));
        assertThat(evaluation.brier()).hasValueCloseTo(.1380939160, within(5e-11));
        assertThat(evaluation.logLoss()).hasValueCloseTo(.4232517319, within(5e-11));
        assertThat(evaluation.kolmogorovSmirnov()).hasValueCloseTo(.5291018619, within(5e-11));
        assertThat(evaluation.atCapacity(704).lift()).hasValueCloseTo(2.76736390, within(5e-9));
        assertThat(evaluation.atCapacity(1409).recall()).hasValueCloseTo(.49545211, within(5e-9));
        assertThat(evaluation.calibrationError(10)).hasValueCloseTo(.0090115908, within(5e-11));
        IsotonicCalibration isotonic = IsotonicCalibration.fit(probability, churned);
        double[] calibrated =
                Arrays.stream(probability).map(isotonic::probability).toArray();
        assertThat(Evaluation.of(calibrated, churned).brier()).hasValueCloseTo(.1366315846, within(5e-11));
        double expectedLoss = 0;
        double loss = 0;
        for (int row = 0; row < churned.length; row++) {
            expectedLoss += probability[row] * charges[row];
            loss += churned[row] ? charges[row] : 0;
        }
        assertThat(loss).isCloseTo(139130.85, within(1e-6));
        assertThat(expectedLoss).isCloseTo(loss, within(1e-6));
    }
}
