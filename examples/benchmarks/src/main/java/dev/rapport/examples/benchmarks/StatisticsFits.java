package dev.rapport.examples.benchmarks;

import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.lifetime.BetaGeometricNbd;
import dev.rapport.health.lifetime.ParetoNbd;
import dev.rapport.health.lifetime.PurchaseSummaries;
import dev.rapport.health.regression.Covariates;
import dev.rapport.health.survival.Concordance;
import dev.rapport.health.survival.CoxRegression;
import dev.rapport.health.survival.KaplanMeier;
import dev.rapport.health.survival.SurvivalCurve;
import dev.rapport.health.survival.SurvivalData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import smile.classification.LogisticRegression.Binomial;

/**
 * One fit in a fresh process: {@code generate FOLDER ROWS}, or {@code km|cox|logit|smile|concordance|cdnow FOLDER}. Prints the
 * processor time of the fit, with compiling and collecting garbage, without reading the columns; a figure of the result, by
 * which the peers are compared; and the least time of eight further fits in the same process. See {@code statistics.sh}.
 */
final class StatisticsFits {

    static final int COLUMNS = 20;
    private static final int ROUNDS = 8;
    private static final double CENSORED_FROM = 5;
    private static final double LONGEST = 30;

    private StatisticsFits() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("generate")) {
            generate(folder, Integer.parseInt(arguments[2]));
            return;
        }
        Supplier<Double> fit = fit(arguments[0], folder);
        Repeated.print(ROUNDS, fit);
    }

    private static Supplier<Double> fit(String what, Path folder) throws IOException {
        return switch (what) {
            case "km" -> {
                SurvivalData data = data(folder);
                yield () -> {
                    SurvivalCurve curve = KaplanMeier.of(data);
                    return curve.survival(curve.size() / 2);
                };
            }
            case "cox" -> {
                SurvivalData data = data(folder);
                Covariates covariates = covariates(folder, data.size(), 10);
                yield () -> CoxRegression.efron()
                        .fit(data, covariates)
                        .orThrow()
                        .concordance()
                        .estimate();
            }
            case "concordance" -> {
                SurvivalData data = data(folder);
                double[] risk = ColumnFiles.read(folder, "x0");
                yield () -> Concordance.of(data, risk).estimate();
            }
            case "logit" -> {
                double[] yes = ColumnFiles.read(folder, "yes");
                Covariates covariates = covariates(folder, yes.length, COLUMNS);
                boolean[] outcome = flags(yes);
                yield () -> LogisticRegression.plain()
                        .fit(covariates, outcome)
                        .orThrow()
                        .logLikelihood()
                        .fitted();
            }
            case "smile" -> {
                double[] yes = ColumnFiles.read(folder, "yes");
                double[][] rows = new double[yes.length][COLUMNS];
                int[] outcome = new int[yes.length];
                for (int j = 0; j < COLUMNS; j++) {
                    double[] column = ColumnFiles.read(folder, "x" + j);
                    for (int row = 0; row < rows.length; row++) {
                        rows[row][j] = column[row];
                        outcome[row] = (int) yes[row];
                    }
                }
                yield () -> {
                    Binomial model = smile.classification.LogisticRegression.binomial(rows, outcome, 0, 1e-8, 1000);
                    return model.loglikelihood();
                };
            }
            case "cdnow" -> {
                PurchaseSummaries summaries = PurchaseSummaries.of(
                        ColumnFiles.read(folder, "repeats"), ColumnFiles.read(folder, "last"), ColumnFiles.read(folder, "watched"));
                yield () -> BetaGeometricNbd.fit(summaries).orThrow().logLikelihood();
            }
            case "cdnow-pareto" -> {
                PurchaseSummaries summaries = PurchaseSummaries.of(
                        ColumnFiles.read(folder, "repeats"), ColumnFiles.read(folder, "last"), ColumnFiles.read(folder, "watched"));
                yield () -> ParetoNbd.fit(summaries).orThrow().logLikelihood();
            }
            default -> throw new IllegalArgumentException("fit (" + what + ") must be one of those named above.");
        };
    }

    private static void generate(Path folder, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(20_261_122);
        double[][] x = new double[COLUMNS][rows];
        double[] time = new double[rows];
        double[] event = new double[rows];
        double[] yes = new double[rows];
        for (int row = 0; row < rows; row++) {
            double eta = 0;
            for (int j = 0; j < COLUMNS; j++) {
                // Sums of uniforms: near enough to a normal distribution, and the same on every machine
                double sum = -6;
                for (int k = 0; k < 12; k++) {
                    sum += random.nextDouble();
                }
                x[j][row] = sum;
                eta += j < 10 ? sum * (j % 2 == 0 ? 0.3 : -0.2) : 0;
            }
            double lost = -StrictMath.log(1 - random.nextDouble()) * 12 * StrictMath.exp(-eta);
            double censored = CENSORED_FROM + random.nextDouble() * (LONGEST - CENSORED_FROM);
            // A third of the times is tied, as days are
            time[row] = Math.max(0.01, Math.min(lost, censored));
            time[row] = row % 3 == 0 ? Math.ceil(time[row]) : time[row];
            event[row] = lost < censored ? 1 : 0;
            yes[row] = random.nextDouble() < 1 / (1 + StrictMath.exp(2 - eta)) ? 1 : 0;
        }
        Files.createDirectories(folder);
        ColumnFiles.write(folder, "time", time);
        ColumnFiles.write(folder, "event", event);
        ColumnFiles.write(folder, "yes", yes);
        for (int j = 0; j < COLUMNS; j++) {
            ColumnFiles.write(folder, "x" + j, x[j]);
        }
    }

    private static boolean[] flags(double[] values) {
        boolean[] flags = new boolean[values.length];
        for (int row = 0; row < flags.length; row++) {
            flags[row] = values[row] != 0;
        }
        return flags;
    }

    private static SurvivalData data(Path folder) throws IOException {
        return SurvivalData.of(ColumnFiles.read(folder, "time"), flags(ColumnFiles.read(folder, "event")));
    }

    private static Covariates covariates(Path folder, int rows, int columns) throws IOException {
        Covariates.Builder builder = Covariates.builder(rows);
        for (int j = 0; j < columns; j++) {
            builder.number("x" + j, ColumnFiles.read(folder, "x" + j));
        }
        return builder.build();
    }
}
