package dev.rapport.health.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.health.classification.LogisticModel;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.Covariates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated data, fitted here and by R's survival package in the same run: {@code Rscript src/test/reference/survival.R}.
 * Every figure agrees to 1e-8, relative, or absolute where it is below 1.
 */
@Tag("validation")
@EnabledIfSystemProperty(
        named = "validation.data",
        matches = ".+",
        disabledReason = "runs with the validation, which installs R")
class AgainstRValidationTest {

    private static final int CASES = 200;
    private static final double TOLERANCE = 1e-8;

    @TempDir
    private Path folder;

    /** A data set: sizes, ties, censoring and the scale of columns differ from case to case. */
    private static final class Case {
        final int size;
        final double[] start;
        final double[] time;
        final boolean[] event;
        final double[] weight;
        final List<String> stratum = new ArrayList<>();
        final List<String> cluster = new ArrayList<>();
        final List<String> group = new ArrayList<>();
        final double[][] columns;

        Case(int seed) {
            SplittableRandom random = new SplittableRandom(seed);
            size = 60 + random.nextInt(240);
            start = new double[size];
            time = new double[size];
            event = new boolean[size];
            weight = new double[size];
            columns = new double[3][size];
            double grid = seed % 3 == 0 ? 1 : seed % 3 == 1 ? 0.25 : 1e-7;
            double size2 = Math.pow(10, random.nextInt(5) - 2);
            for (int i = 0; i < size; i++) {
                columns[0][i] = normal(random) * size2;
                columns[1][i] = random.nextInt(2);
                columns[2][i] = random.nextInt(4) + normal(random) / 10;
                double eta = 0.5 * columns[0][i] / size2 - 0.7 * columns[1][i] + 0.2 * columns[2][i];
                double lost = -Math.log(1 - random.nextDouble()) * 8 * Math.exp(-eta);
                double censored = 1 + random.nextDouble() * 20;
                event[i] = lost < censored;
                time[i] = Math.max(grid, Math.round(Math.min(lost, censored) / grid) * grid);
                start[i] = random.nextInt(2) * Math.floor(time[i] / grid * random.nextDouble() * 0.6) * grid;
                weight[i] = 0.5 + random.nextInt(4) / 2.0;
                stratum.add("s" + random.nextInt(3));
                cluster.add("c" + random.nextInt(size / 3));
                group.add("g" + random.nextInt(2 + seed % 3));
            }
        }

        private static double normal(SplittableRandom random) {
            return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        }

        String csv() {
            StringBuilder text = new StringBuilder("start,time,event,weight,stratum,cluster,group,a,b,c\n");
            for (int i = 0; i < size; i++) {
                text.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%d,%s,%s,%s,%s,%s,%s,%s\n",
                        start[i],
                        time[i],
                        event[i] ? 1 : 0,
                        weight[i],
                        stratum.get(i),
                        cluster.get(i),
                        group.get(i),
                        columns[0][i],
                        columns[1][i],
                        columns[2][i]));
            }
            return text.toString();
        }

        /** The same in at most ten whole periods. */
        SurvivalData inPeriods() {
            double[] from = new double[size];
            double[] to = new double[size];
            for (int i = 0; i < size; i++) {
                to[i] = Math.min(10, Math.ceil(time[i] / 2));
                from[i] = Math.min(to[i] - 1, Math.floor(start[i] / 2));
            }
            return SurvivalData.between(from, to, event);
        }

        Covariates covariates() {
            return Covariates.builder(size)
                    .number("a", columns[0])
                    .number("b", columns[1])
                    .number("c", columns[2])
                    .build();
        }
    }

    @Test
    void generatedData_agreesWithR() throws IOException, InterruptedException {
        assumeTrue(hasR(), "Rscript with the package survival is not installed");
        List<Case> cases = new ArrayList<>();
        for (int seed = 0; seed < CASES; seed++) {
            cases.add(new Case(seed));
            Files.writeString(
                    folder.resolve(String.format(Locale.ROOT, "case-%03d.csv", seed)),
                    cases.get(seed).csv());
        }
        Process process = new ProcessBuilder(
                        "Rscript", Path.of("src/test/reference/survival.R").toString(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(() -> read(folder.resolve("log.txt")))
                .isZero();
        Map<String, Double> theirs = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("results.csv"))) {
            String[] parts = line.split(",", -1);
            theirs.put(parts[0] + "," + parts[1], number(parts[2]));
        }
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Map<String, Double> ours = fit(cases.get(seed));
            for (Map.Entry<String, Double> one : ours.entrySet()) {
                String key = String.format(Locale.ROOT, "%03d,%s", seed, one.getKey());
                Double their = theirs.get(key);
                compared++;
                if (their == null || !close(one.getValue(), their)) {
                    differences.add(key + ": ours " + one.getValue() + ", R " + their);
                }
            }
        }
        System.out.println(compared + " figures of " + CASES + " data sets compared with R");
        assertThat(compared).isGreaterThan(100 * CASES);
        assertThat(differences).isEmpty();
    }

    private static boolean close(double ours, double theirs) {
        if (Double.isNaN(ours) || Double.isNaN(theirs)) {
            return Double.isNaN(ours) && Double.isNaN(theirs);
        }
        return Math.abs(ours - theirs) <= TOLERANCE * Math.max(1, Math.abs(theirs));
    }

    private static double number(String text) {
        return text.equals("NA") || text.equals("NaN") ? Double.NaN : Double.parseDouble(text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean hasR() throws InterruptedException {
        try {
            return new ProcessBuilder("Rscript", "-e", "library(survival)")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, Double> fit(Case data) {
        Map<String, Double> out = new HashMap<>();
        SurvivalData plain = SurvivalData.of(data.time, data.event);
        SurvivalData between = SurvivalData.between(data.start, data.time, data.event);
        Covariates covariates = data.covariates();
        SurvivalCurve curve = KaplanMeier.of(plain);
        SurvivalCurve logLog = KaplanMeier.of(plain, IntervalType.LOG_LOG, 0.95);
        SurvivalCurve asIs = KaplanMeier.of(plain, IntervalType.PLAIN, 0.95);
        CumulativeHazard hazard = CumulativeHazard.of(plain);
        for (int i = 0; i < curve.size(); i++) {
            out.put("km.survival." + (i + 1), curve.survival(i));
            out.put("hazard." + (i + 1), hazard.hazard(i));
            if (curve.interval(i).isPresent()) {
                out.put("km.error." + (i + 1), curve.standardError(i));
                out.put("km.lower." + (i + 1), curve.interval(i).get().low());
                out.put("km.upper." + (i + 1), curve.interval(i).get().high());
                out.put("km.plain.lower." + (i + 1), asIs.interval(i).get().low());
                out.put("km.plain.upper." + (i + 1), asIs.interval(i).get().high());
                if (curve.survival(i) < 1) {
                    out.put(
                            "km.log-log.lower." + (i + 1),
                            logLog.interval(i).get().low());
                    out.put(
                            "km.log-log.upper." + (i + 1),
                            logLog.interval(i).get().high());
                }
            }
        }
        double[] shares = {.25, .5, .75};
        for (int i = 0; i < 3; i++) {
            SurvivalCurve.Quantile quantile = curve.quantile(shares[i]);
            out.put("km.quantile." + (i + 1), orNaN(quantile.estimate()));
            out.put("km.quantileLower." + (i + 1), orNaN(quantile.lower()));
            if (fallsThroughout(curve)) {
                out.put("km.quantileUpper." + (i + 1), orNaN(quantile.upper()));
            }
        }
        out.put("logrank", LogRankTest.of(plain, data.group).chiSquare());
        out.put("logrank.rho", LogRankTest.of(plain, data.group, 1).chiSquare());
        out.put(
                "logrank.strata",
                LogRankTest.of(plain.strata(data.stratum), data.group).chiSquare());
        for (CoxRegression cox : List.of(CoxRegression.efron(), CoxRegression.breslow())) {
            CoxModel model = cox.fit(plain, covariates).orThrow();
            String ties = model.ties().name().toLowerCase(Locale.ROOT);
            put(out, "cox." + ties, model);
            List<ProportionalHazardsTest.Result> proportional = ProportionalHazardsTest.of(model, plain, covariates);
            for (int j = 0; j < 4; j++) {
                out.put("zph." + ties + "." + (j + 1), proportional.get(j).chiSquare());
            }
            CoxModel startStop = cox.fit(between, covariates).orThrow();
            put(out, "startStop." + ties, startStop);
            residuals(out, ties, cox.residuals(startStop, between, covariates), data);
            put(
                    out,
                    "weights." + ties,
                    cox.fit(plain.weights(data.weight), covariates).orThrow());
            put(
                    out,
                    "strata." + ties,
                    cox.fit(plain.strata(data.stratum), covariates).orThrow());
            put(
                    out,
                    "cluster." + ties,
                    cox.fit(between.weights(data.weight).clusters(data.cluster), covariates)
                            .orThrow());
        }
        for (AftDistribution distribution : AftDistribution.values()) {
            AftModel model = AcceleratedFailureTime.of(distribution)
                    .fit(plain, covariates)
                    .orThrow();
            String name = "aft." + distribution.name().toLowerCase(Locale.ROOT);
            for (int j = 0; j < 4; j++) {
                out.put(
                        name + ".estimate." + (j + 1),
                        model.coefficients().get(j).estimate());
                out.put(name + ".error." + (j + 1), model.coefficients().get(j).standardError());
            }
            out.put(name + ".loglik.1", model.logLikelihood().none());
            out.put(name + ".loglik.2", model.logLikelihood().fitted());
            out.put(name + ".scale", model.scale());
        }
        for (DiscreteHazardRegression regression :
                List.of(DiscreteHazardRegression.logit(), DiscreteHazardRegression.cloglog())) {
            DiscreteHazardModel model = regression
                    .spans(1, 2, 3)
                    .fit(data.inPeriods().weights(data.weight), covariates)
                    .orThrow();
            String name = "discrete." + model.link().name().toLowerCase(Locale.ROOT);
            for (int j = 0; j < 6; j++) {
                out.put(
                        name + ".estimate." + (j + 1),
                        model.coefficients().get(j).estimate());
                out.put(name + ".error." + (j + 1), model.coefficients().get(j).standardError());
            }
        }
        LogisticModel logit =
                LogisticRegression.plain().fit(covariates, data.event).orThrow();
        for (int j = 0; j < 4; j++) {
            Coefficient coefficient = logit.coefficients().get(j);
            out.put("logit.estimate." + (j + 1), coefficient.estimate());
            out.put("logit.error." + (j + 1), coefficient.standardError());
        }
        out.put("logit.loglik", logit.logLikelihood().fitted());
        return out;
    }

    private static void residuals(Map<String, Double> out, String ties, CoxResiduals residuals, Case data) {
        for (int row = 0; row < data.size; row++) {
            out.put("martingale." + ties + "." + (row + 1), residuals.martingale(row));
            out.put("deviance." + ties + "." + (row + 1), residuals.deviance(row));
            out.put("score." + ties + "." + (row + 1), residuals.score(row, 0));
        }
        // R orders them by time and drops the rows: compare what does not depend on the order
        double squares = 0;
        for (int row = 0; row < data.size; row++) {
            squares += data.event[row] ? Math.pow(residuals.schoenfeld(row, 2), 2) : 0;
        }
        out.put("schoenfeld." + ties, squares);
    }

    /** Where the upper limit rises again, R takes a later time than the first below the height. */
    private static boolean fallsThroughout(SurvivalCurve curve) {
        double before = 1;
        for (int i = 0; i < curve.size() && curve.interval(i).isPresent(); i++) {
            if (curve.interval(i).get().high() > before) {
                return false;
            }
            before = curve.interval(i).get().high();
        }
        return true;
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private static void put(Map<String, Double> out, String name, CoxModel model) {
        for (int j = 0; j < 3; j++) {
            Coefficient coefficient = model.coefficients().get(j);
            out.put(name + ".estimate." + (j + 1), coefficient.estimate());
            out.put(name + ".error." + (j + 1), coefficient.standardError());
            if (coefficient.robustStandardError().isPresent()) {
                out.put(
                        name + ".robust." + (j + 1),
                        coefficient.robustStandardError().getAsDouble());
            }
        }
        out.put(name + ".loglik.1", model.logLikelihood().none());
        out.put(name + ".loglik.2", model.logLikelihood().fitted());
        out.put(name + ".score", model.tests().score().statistic());
        out.put(name + ".wald", model.tests().wald().statistic());
        out.put(name + ".concordance", model.concordance().estimate());
        out.put(name + ".concordanceError", model.concordance().standardError());
    }
}
