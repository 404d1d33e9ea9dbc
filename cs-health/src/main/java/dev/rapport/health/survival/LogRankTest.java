package dev.rapport.health.survival;

import dev.rapport.health.internal.Cholesky;
import dev.rapport.health.internal.Distributions;
import java.util.Arrays;
import java.util.List;

/**
 * Says whether groups stay equally long.
 *
 * <p><b>Formula.</b> {@code u_g = sum over event times of S(t-)^rho (d_g - d n_g / n)} for all groups but the last, with the
 * hypergeometric variance V times {@code S(t-)^(2 rho)}; {@code chi-square = u' V^-1 u}. S is the Kaplan-Meier estimate of
 * all groups together. rho = 0 is the log-rank test, rho = 1 Peto and Peto's version of Wilcoxon's, which looks at early
 * times. With strata, u and V are summed over them.
 *
 * <p><b>Units.</b> The statistic has none; its degrees of freedom are the groups that could have events, less one.
 *
 * <p><b>Edge results.</b> One group only, or none with events: refused. Weights are refused.
 *
 * <p><b>Algorithm.</b> One pass over the distinct times of each stratum, O(n log n + times x groups^2).
 *
 * <p><b>References.</b> Harrington and Fleming (1982), doi:10.1093/biomet/69.3.553.
 */
public final class LogRankTest {

    private LogRankTest() {}

    /**
     * What a test says.
     *
     * @param chiSquare  the statistic
     * @param degreesOfFreedom  how many groups could differ
     * @param p  the probability of a statistic this large if all stay equally long
     */
    public record Result(double chiSquare, int degreesOfFreedom, double p) {}

    /**
     * The log-rank test.
     *
     * @param data  the data, with strata or without
     * @param groups  the group of each row
     * @return the result
     */
    public static Result of(SurvivalData data, List<String> groups) {
        return of(data, groups, 0);
    }

    /**
     * The test with weights {@code S(t-)^rho}.
     *
     * @param data  the data, with strata or without
     * @param groups  the group of each row
     * @param rho  at least 0
     * @return the result
     * @throws IllegalArgumentException if there is one group only, or no event
     */
    public static Result of(SurvivalData data, List<String> groups, double rho) {
        if (groups.size() != data.size()) {
            throw new IllegalArgumentException(
                    "groups must have one for each of the " + data.size() + " rows, had " + groups.size() + ".");
        }
        if (data.isWeighted()) {
            throw new IllegalArgumentException(
                    "data must not be weighted.\nMaybe fit a CoxRegression with the group as covariate: its score test is this"
                            + " test, and knows weights.");
        }
        if (!(rho >= 0 && rho < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rho (" + rho + ") must be finite and at least 0.");
        }
        SurvivalData.Labels labels = SurvivalData.Labels.of(groups);
        int count = labels.names().size();
        if (count < 2) {
            throw new IllegalArgumentException("groups must be at least 2, were " + labels.names() + ".");
        }
        double[] observedLessExpected = new double[count];
        double[][] variance = new double[count][count];
        add(RiskSets.of(data), labels, rho, observedLessExpected, variance);
        return result(observedLessExpected, variance);
    }

    private static void add(RiskSets sets, SurvivalData.Labels labels, double rho, double[] u, double[][] variance) {
        int groups = u.length;
        double[][] atRisk = new double[sets.steps][groups];
        double[] now = new double[groups];
        for (int step = 0; step < sets.steps; step++) {
            if (sets.first[step]) {
                Arrays.fill(now, 0);
            }
            for (int p = sets.enterFrom[step]; p < sets.enterTo[step]; p++) {
                now[labels.at(sets.row[p])]++;
            }
            for (int i = sets.leaveFrom[step]; i < sets.leaveTo[step]; i++) {
                now[labels.at(sets.row[sets.leaving[i]])]--;
            }
            System.arraycopy(now, 0, atRisk[step], 0, groups);
        }
        double before = 1;
        double[] events = new double[groups];
        for (int step = sets.steps - 1; step >= 0; step--) {
            Arrays.fill(events, 0);
            for (int i = sets.deadFrom[step]; i < sets.deadTo[step]; i++) {
                events[labels.at(sets.row[sets.dead[i]])]++;
            }
            double n = Arrays.stream(atRisk[step]).sum();
            double d = sets.deaths(step);
            double weight = rho == 0 ? 1 : StrictMath.pow(before, rho);
            before = sets.first[step] ? 1 : before * ((n - d) / n);
            double spread = n > 1 ? weight * weight * d * (n - d) / (n * n * (n - 1)) : 0;
            for (int g = 0; g < groups; g++) {
                u[g] += weight * (events[g] - d * atRisk[step][g] / n);
                for (int h = 0; h < groups; h++) {
                    variance[g][h] += spread * atRisk[step][g] * ((g == h ? n : 0) - atRisk[step][h]);
                }
            }
        }
    }

    /** Groups that never could have had an event do not count; of the others, the last follows from the rest. */
    private static Result result(double[] u, double[][] variance) {
        int[] counting = java.util.stream.IntStream.range(0, u.length)
                .filter(g -> variance[g][g] > 0)
                .toArray();
        int size = counting.length - 1;
        if (size < 1) {
            throw new IllegalArgumentException(
                    "data must have an event at a time when at least two groups are at risk, had none.");
        }
        double[] some = new double[size];
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            some[i] = u[counting[i]];
            for (int j = 0; j < size; j++) {
                matrix[i][j] = variance[counting[i]][counting[j]];
            }
        }
        Cholesky factor = Cholesky.of(matrix);
        if (factor.dependent() >= 0) {
            throw new IllegalArgumentException("groups must overlap in time, so that they can be compared, did not.");
        }
        double[] solved = factor.solve(some);
        double chiSquare = 0;
        for (int i = 0; i < size; i++) {
            chiSquare += solved[i] * some[i];
        }
        return new Result(chiSquare, size, Distributions.chiSquaredUpperTail(chiSquare, size));
    }
}
