package dev.rapport.health.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.regression.Covariates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The published figures of R's survival package (3.8-11) on lung, aml and heart, whose files stay outside the repository.
 * Made with {@code survfit(Surv(time, status) ~ 1, lung)}, {@code coxph(Surv(time, status) ~ age + sex + ph.ecog, lung)} and
 * the like.
 */
@Tag("validation")
@EnabledIfSystemProperty(
        named = "validation.data",
        matches = ".+",
        disabledReason = "give -Dvalidation.data=/absolute/folder with the public data sets")
class SurvivalValidationTest {

    private static final Percentage EXACT = Percentage.withPercentage(1e-8);

    private Table lung;

    @BeforeEach
    void read() throws IOException {
        lung = Table.read("lung/lung.csv");
    }

    /** A file of numbers with a header; what is not a number is NaN. */
    private record Table(List<String> names, List<String[]> rows) {

        static Table read(String file) throws IOException {
            List<String> lines = Files.readAllLines(Path.of(System.getProperty("validation.data"), file));
            List<String> names =
                    Arrays.stream(lines.get(0).replace("\"", "").split(",")).toList();
            return new Table(
                    names,
                    lines.stream()
                            .skip(1)
                            .map(line -> line.replace("\"", "").split(",", -1))
                            .toList());
        }

        double[] column(String name) {
            int at = names.indexOf(name);
            return rows.stream().mapToDouble(row -> number(row[at])).toArray();
        }

        List<String> text(String name) {
            int at = names.indexOf(name);
            return rows.stream().map(row -> row[at]).toList();
        }

        Table complete(String... columns) {
            List<String[]> kept = new ArrayList<>(rows);
            for (String column : columns) {
                kept.removeIf(row -> Double.isNaN(number(row[names.indexOf(column)])));
            }
            return new Table(names, kept);
        }

        private static double number(String text) {
            return text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
        }
    }

    private static boolean[] flags(double[] values, double yes) {
        boolean[] flags = new boolean[values.length];
        IntStream.range(0, values.length).forEach(row -> flags[row] = values[row] == yes);
        return flags;
    }

    private static SurvivalData data(Table table) {
        return SurvivalData.of(table.column("time"), flags(table.column("status"), 1));
    }

    private static Covariates covariates(Table table, String... names) {
        Covariates.Builder builder = Covariates.builder(table.rows().size());
        for (String name : names) {
            builder.number(name, table.column(name));
        }
        return builder.build();
    }

    @Test
    void lung_kaplanMeier() {
        SurvivalCurve curve = KaplanMeier.of(data(lung));
        assertThat(curve.median().estimate()).hasValue(310);
        assertThat(curve.median().lower()).hasValue(285);
        assertThat(curve.median().upper()).hasValue(363);
        assertThat(curve.quantile(0.25).estimate()).hasValue(170);
        assertThat(curve.quantile(0.75).estimate()).hasValue(550);
        double[][] expected = {
            {100, .8639690, .0227102}, {250, .5966692, .0332806}, {365, .4092416, .0358236}, {700, .1423915, .0303413}
        };
        for (double[] line : expected) {
            int row = curve.row(line[0]);
            assertThat(curve.survival(row)).isCloseTo(line[1], within(5e-8));
            assertThat(curve.standardError(row)).isCloseTo(line[2], within(5e-8));
        }
    }

    @Test
    void lung_restrictedMean_bySex() {
        double[] sex = lung.column("sex");
        double[][] expected = {{1, 325.298, 22.6688}, {2, 458.817, 33.9885}};
        for (double[] line : expected) {
            int[] rows = IntStream.range(0, sex.length)
                    .filter(row -> sex[row] == line[0])
                    .toArray();
            SurvivalCurve.Mean mean = KaplanMeier.of(data(lung).select(rows)).restrictedMean(1000);
            assertThat(mean.estimate()).isCloseTo(line[1], within(5e-4));
            assertThat(mean.standardError()).isCloseTo(line[2], within(5e-5));
        }
    }

    @Test
    void lung_logRank_bySex() {
        assertThat(LogRankTest.of(data(lung), lung.text("sex")).chiSquare()).isCloseTo(10.32674195, within(5e-9));
        assertThat(LogRankTest.of(data(lung), lung.text("sex"), 1).chiSquare()).isCloseTo(12.7141514, within(5e-8));
    }

    @Test
    void lung_cox_efron() {
        Table complete = lung.complete("ph.ecog");
        Covariates covariates = covariates(complete, "age", "sex", "ph.ecog");
        CoxModel model = CoxRegression.efron().fit(data(complete), covariates).orThrow();
        double[] estimates = {.011066764596119, -.552612395531837, .463728475115732};
        double[] errors = {.0092674110143657, .1677390537834223, .1135772661613712};
        for (int j = 0; j < 3; j++) {
            assertThat(model.coefficients().get(j).estimate()).isCloseTo(estimates[j], EXACT);
            assertThat(model.coefficients().get(j).standardError()).isCloseTo(errors[j], EXACT);
        }
        assertThat(model.logLikelihood().none()).isCloseTo(-744.480455761440, EXACT);
        assertThat(model.logLikelihood().fitted()).isCloseTo(-729.230121374862, EXACT);
        assertThat(model.tests().likelihoodRatio().statistic()).isCloseTo(30.50066877, within(5e-9));
        assertThat(model.tests().wald().statistic()).isCloseTo(29.93, within(5e-3));
        assertThat(model.tests().score().statistic()).isCloseTo(30.4999227, within(5e-8));
        Concordance concordance = model.concordance();
        assertThat(concordance.estimate()).isCloseTo(.637135493, within(5e-10));
        assertThat(concordance.standardError()).isCloseTo(.02507, within(5e-6));
        assertThat(new double[] {
                    concordance.concordant(), concordance.discordant(), concordance.tiedRisk(), concordance.tiedTime()
                })
                .containsExactly(12544, 7117, 126, 28);
        Baseline baseline = model.baselines().get(0);
        assertThat(baseline.at(5)).isCloseTo(.002762815, within(5e-10));
        // R's default tolerance stops at 2.077627880; with eps = 1e-15 it gives this
        assertThat(baseline.at(1022)).isCloseTo(2.0776278757337, EXACT);
        assertThat(model.survival("", 365, 60, 1, 1)).isCloseTo(.3358634, within(5e-8));
        double[] chiSquares = {.187988, 2.305437, 2.054249, 4.463658};
        List<ProportionalHazardsTest.Result> proportional =
                ProportionalHazardsTest.of(model, data(complete), covariates);
        for (int j = 0; j < 4; j++) {
            assertThat(proportional.get(j).chiSquare()).isCloseTo(chiSquares[j], within(5e-7));
        }
    }

    @Test
    void lung_cox_breslow() {
        Table complete = lung.complete("ph.ecog");
        CoxModel model = CoxRegression.breslow()
                .fit(data(complete), covariates(complete, "age", "sex", "ph.ecog"))
                .orThrow();
        double[] estimates = {.011041136385708, -.551889569637656, .462947040334550};
        for (int j = 0; j < 3; j++) {
            assertThat(model.coefficients().get(j).estimate()).isCloseTo(estimates[j], EXACT);
        }
        assertThat(model.logLikelihood().fitted()).isCloseTo(-729.488705177, within(5e-10));
    }

    @Test
    void heart_cox_withStartAndStop() throws IOException {
        Table heart = Table.read("heart/heart.csv");
        double[] age = heart.column("age");
        double[] surgery = heart.column("surgery");
        double[] transplant = heart.column("transplant");
        double[] ageTransplant = new double[age.length];
        double[] surgeryTransplant = new double[age.length];
        Arrays.setAll(ageTransplant, row -> age[row] * transplant[row]);
        Arrays.setAll(surgeryTransplant, row -> surgery[row] * transplant[row]);
        SurvivalData data =
                SurvivalData.between(heart.column("start"), heart.column("stop"), flags(heart.column("event"), 1));
        CoxModel model = CoxRegression.efron()
                .fit(
                        data,
                        Covariates.builder(age.length)
                                .number("age", age)
                                .number("surgery", surgery)
                                .number("transplant", transplant)
                                .number("age:transplant", ageTransplant)
                                .number("surgery:transplant", surgeryTransplant)
                                .build())
                .orThrow();
        double[] estimates = {.01390913848, -.54654021103, .11950386571, .03461429351, -.29295093119};
        for (int j = 0; j < estimates.length; j++) {
            assertThat(model.coefficients().get(j).estimate()).isCloseTo(estimates[j], within(5e-12));
        }
        assertThat(model.logLikelihood().none()).isCloseTo(-298.121355673, within(5e-10));
        assertThat(model.logLikelihood().fitted()).isCloseTo(-291.883571495, within(5e-10));
    }

    @Test
    void aml_pooled() throws IOException {
        Table aml = Table.read("aml/aml.csv");
        SurvivalData data = SurvivalData.of(aml.column("time"), flags(aml.column("status"), 1));
        SurvivalCurve curve = KaplanMeier.of(data);
        double[] times = {5, 8, 9, 12, 13};
        double[] survival = {.91304347826, .82608695652, .78260869565, .73913043478, .69565217391};
        for (int i = 0; i < times.length; i++) {
            assertThat(curve.at(times[i])).hasValueCloseTo(survival[i], within(5e-12));
        }
        CumulativeHazard hazard = CumulativeHazard.of(data);
        assertThat(hazard.at(5)).isCloseTo(.08695652174, within(5e-12));
        assertThat(hazard.at(8)).isCloseTo(.18219461698, within(5e-12));
        assertThat(LogRankTest.of(data, aml.text("x")).chiSquare()).isCloseTo(3.396388699, within(5e-10));
    }

    @Test
    void lung_acceleratedFailureTime() {
        Object[][] expected = {
            {AftDistribution.WEIBULL, 6.27485305842, -.01225702559, .38208513966, .7540509476, -1147.05443143},
            {AftDistribution.LOGNORMAL, 6.40798855, -.02335646, .51925367, 1.05267589, -1158.75014259},
            {AftDistribution.LOGLOGISTIC, 5.92231537, -.01400509, .47750922, .5655785947, -1152.89722532}
        };
        for (Object[] line : expected) {
            AftModel model = AcceleratedFailureTime.of((AftDistribution) line[0])
                    .fit(data(lung), covariates(lung, "age", "sex"))
                    .orThrow();
            for (int j = 0; j < 3; j++) {
                assertThat(model.coefficients().get(j).estimate()).isCloseTo((double) line[j + 1], within(5e-9));
            }
            assertThat(model.scale()).isCloseTo((double) line[4], within(5e-9));
            assertThat(model.logLikelihood().fitted()).isCloseTo((double) line[5], within(5e-9));
        }
        assertThat(AcceleratedFailureTime.of(AftDistribution.WEIBULL)
                        .fit(data(lung), Covariates.none(228))
                        .orThrow()
                        .logLikelihood()
                        .none())
                .isCloseTo(-1153.85118809, within(5e-9));
    }

    /** R packages pec, riskRegression and survex agree on these. */
    @Test
    void lung_brier_ofCox() {
        Table complete = lung.complete("ph.ecog");
        Covariates covariates = covariates(complete, "age", "sex", "ph.ecog");
        CoxModel model = CoxRegression.efron().fit(data(complete), covariates).orThrow();
        double[] expected = {.1095016009, .1949708956, .2255963093, .1981829545, .1156962329};
        double[] times = {100, 200, 365, 500, 700};
        for (int i = 0; i < times.length; i++) {
            double when = times[i];
            double[] survival = IntStream.range(0, covariates.rows())
                    .mapToDouble(row -> model.survival(
                            "", when, covariates.value(row, 0), covariates.value(row, 1), covariates.value(row, 2)))
                    .toArray();
            assertThat(SurvivalEvaluation.of(data(complete)).brier(when, survival))
                    .isCloseTo(expected[i], within(5e-9));
        }
    }
}
