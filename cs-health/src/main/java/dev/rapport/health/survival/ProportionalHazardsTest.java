package dev.rapport.health.survival;

import dev.rapport.health.internal.Cholesky;
import dev.rapport.health.internal.Distributions;
import dev.rapport.health.regression.Covariates;
import java.util.ArrayList;
import java.util.List;

/**
 * Says whether the effect of a covariate changes with time, which Cox's model assumes it does not.
 *
 * <p><b>Formula.</b> The score test of adding {@code x_j g(t)} to the model, with {@code g(t) = 1 - S(t-)} from the
 * Kaplan-Meier estimate of all rows: {@code u' (I22 - I21 I11^-1 I12)^-1 u} with the exact information.
 *
 * <p><b>Units.</b> Chi-squared with one degree of freedom for a covariate, and with their number for all together.
 *
 * <p><b>Edge results.</b> A covariate without information over time (as with one event) has the statistic 0.
 *
 * <p><b>Algorithm.</b> One pass over the risk sets, O(n p^2).
 *
 * <p><b>References.</b> Grambsch and Therneau (1994), doi:10.1093/biomet/81.3.515, in the exact form of R's survival 3.
 */
public final class ProportionalHazardsTest {

    private ProportionalHazardsTest() {}

    /**
     * What the test says of one covariate, or of all.
     *
     * @param name  the covariate; {@code GLOBAL} for all together, as R calls it
     * @param chiSquare  the statistic
     * @param p  the probability of a statistic this large if effects do not change
     */
    public record Result(String name, double chiSquare, double p) {}

    /**
     * Tests a model.
     *
     * @param model  a model without ridge and offset
     * @param data  the rows it was fitted to
     * @param covariates  their covariates
     * @return a result for each covariate, then one for all together
     */
    public static List<Result> of(CoxModel model, SurvivalData data, Covariates covariates) {
        int size = covariates.size();
        CoxLikelihood likelihood = new CoxLikelihood(data, covariates, new double[0], model.ties(), 0);
        double[] beta = new double[size];
        for (int j = 0; j < size; j++) {
            beta[j] = model.coefficients().get(j).estimate() * likelihood.scale[j];
        }
        double[] score = new double[size];
        double[][] plain = new double[size][size];
        double[][] mixed = new double[size][size];
        double[][] timed = new double[size][size];
        double[] times = eventShares(data, likelihood.sets);
        likelihood.byStep(beta, (step, gradient, information) -> {
            double g = times[step];
            for (int i = 0; i < size; i++) {
                score[i] += g * gradient[i];
                for (int j = 0; j < size; j++) {
                    double value = information[Math.max(i, j)][Math.min(i, j)];
                    plain[i][j] += value;
                    mixed[i][j] += g * value;
                    timed[i][j] += g * g * value;
                }
            }
        });
        return results(covariates, score, plain, mixed, timed);
    }

    private static double[] eventShares(SurvivalData data, RiskSets sets) {
        SurvivalCurve curve = KaplanMeier.of(data);
        double[] shares = new double[sets.steps];
        for (int step = 0; step < sets.steps; step++) {
            int row = curve.row(sets.time[step]);
            shares[step] = row == 0 ? 0 : 1 - curve.survival(row - 1);
        }
        return shares;
    }

    private static List<Result> results(
            Covariates covariates, double[] score, double[][] plain, double[][] mixed, double[][] timed) {
        int size = score.length;
        Cholesky inner = Cholesky.of(plain);
        double[][] left = new double[size][size];
        for (int i = 0; i < size; i++) {
            double[] solved = inner.solve(mixed[i]);
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    sum += mixed[j][k] * solved[k];
                }
                left[i][j] = timed[i][j] - sum;
            }
        }
        List<Result> results = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            double value = left[j][j] > 1e-12 * timed[j][j] ? score[j] * score[j] / left[j][j] : 0;
            results.add(new Result(covariates.names().get(j), value, Distributions.chiSquaredUpperTail(value, 1)));
        }
        Cholesky outer = Cholesky.of(left);
        double all = 0;
        if (outer.dependent() < 0) {
            double[] solved = outer.solve(score);
            for (int j = 0; j < size; j++) {
                all += solved[j] * score[j];
            }
        }
        results.add(new Result("GLOBAL", all, Distributions.chiSquaredUpperTail(Math.max(0, all), Math.max(1, size))));
        return results;
    }
}
