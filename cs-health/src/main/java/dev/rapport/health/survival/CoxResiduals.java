package dev.rapport.health.survival;

import java.util.Arrays;

/**
 * What a Cox model does not explain of each row. Immutable.
 *
 * <p><b>Formula.</b> The Cox-Snell residual is the cumulative hazard that a row met; the martingale residual its event (1 or
 * 0) less that; the deviance residual {@code sign(m) sqrt(-2 (m + d log(d - m)))} is the same, made symmetric; the score
 * residual is the share of a row in the slope of the likelihood, and the Schoenfeld residual the covariate of somebody who
 * left less its mean among those at risk.
 *
 * <p><b>Edge results.</b> Rows of weight 0 have residuals of 0. Weights are not multiplied in.
 *
 * <p><b>Algorithm.</b> One pass over the risk sets. Agrees with R's {@code residuals.coxph} to 1e-8.
 *
 * <p><b>References.</b> Therneau, Grambsch and Fleming (1990), doi:10.1093/biomet/77.1.147; Schoenfeld (1982),
 * doi:10.1093/biomet/69.1.239.
 */
public final class CoxResiduals {

    /** Events less expected events. */
    final double[] martingale;
    /** Row-major by row: the share of a row in the score; columns are standardised. */
    final double[] score;
    /** Row-major by row: the distance from the mean at risk of those who left; columns are standardised. */
    private final double[] schoenfeld;

    private final SurvivalData data;
    private final double[] scale;

    private CoxResiduals(SurvivalData data, double[] scale, double[] martingale, double[] score, double[] schoenfeld) {
        this.data = data;
        this.scale = scale;
        this.martingale = martingale;
        this.score = score;
        this.schoenfeld = schoenfeld;
    }

    /**
     * The number of rows.
     *
     * @return how many rows the data had
     */
    public int size() {
        return martingale.length;
    }

    /**
     * The events of a row less those that the model expects.
     *
     * @param row  the row
     * @return at most 1; they sum to 0 where all rows count once
     */
    public double martingale(int row) {
        return martingale[row];
    }

    /**
     * The cumulative hazard that a row met.
     *
     * @param row  the row
     * @return at least 0; like censored times of rate 1 if the model holds
     */
    public double coxSnell(int row) {
        return (data.event(row) ? 1 : 0) - martingale[row];
    }

    /**
     * The martingale residual, made symmetric about 0: large where somebody left far sooner than expected.
     *
     * @param row  the row
     * @return any number
     */
    public double deviance(int row) {
        double m = martingale[row];
        double inner = data.event(row) ? m + StrictMath.log(Math.max(coxSnell(row), Double.MIN_NORMAL)) : m;
        return Math.signum(m) * Math.sqrt(Math.max(0, -2 * inner));
    }

    /**
     * The share of a row in the slope of the likelihood.
     *
     * @param row  the row
     * @param column  the covariate
     * @return in units of the covariate; large where the row pulls its coefficient
     */
    public double score(int row, int column) {
        return score[row * scale.length + column] * scale[column];
    }

    /**
     * How far the covariate of somebody who left lies from its mean among those at risk then.
     *
     * @param row  a row with the event
     * @param column  the covariate
     * @return in units of the covariate
     * @throws IllegalArgumentException if the row did not end with the event
     */
    public double schoenfeld(int row, int column) {
        if (!data.event(row)) {
            throw new IllegalArgumentException("row (" + row + ") must be one that ended with the event.");
        }
        return schoenfeld[row * scale.length + column] * scale[column];
    }

    static CoxResiduals of(HazardSteps steps, SurvivalData data) {
        int rows = data.size();
        CoxLikelihood model = steps.model;
        RiskSets sets = model.sets;
        int size = model.size;
        double[] martingale = new double[rows];
        double[] score = new double[rows * size];
        double[] schoenfeld = new double[rows * size];
        double sum = 0;
        double[] sums = new double[size];
        double[] hazardAtEntry = new double[sets.row.length];
        double[] meansAtEntry = new double[sets.row.length * size];
        boolean[] inside = new boolean[sets.row.length];
        for (int step = 0; step < sets.steps; step++) {
            if (sets.first[step]) {
                sum = 0;
                Arrays.fill(sums, 0);
            }
            for (int p = sets.enterFrom[step]; p < sets.enterTo[step]; p++) {
                inside[p] = true;
                hazardAtEntry[p] = sum;
                System.arraycopy(sums, 0, meansAtEntry, p * size, size);
            }
            for (int i = sets.leaveFrom[step]; i < sets.leaveTo[step]; i++) {
                int p = sets.leaving[i];
                leave(model, p, sum - hazardAtEntry[p], sums, meansAtEntry, martingale, score);
                inside[p] = false;
            }
            for (int i = sets.deadFrom[step]; i < sets.deadTo[step]; i++) {
                int p = sets.dead[i];
                martingale[sets.row[p]] += 1;
                // Of its own step somebody who dies meets less hazard: the entry is moved by the difference
                hazardAtEntry[p] += steps.hazard[step] - steps.hazardOfDying[step];
                for (int j = 0, at = step * size; j < size; j++, at++) {
                    double distance = model.x[p * size + j] - steps.mean[at];
                    schoenfeld[sets.row[p] * size + j] = distance;
                    score[sets.row[p] * size + j] += distance;
                    meansAtEntry[p * size + j] += steps.weightedMean[at] - steps.weightedMeanOfDying[at];
                }
            }
            sum += steps.hazard[step];
            for (int j = 0; j < size; j++) {
                sums[j] += steps.weightedMean[step * size + j];
            }
            if (step + 1 == sets.steps || sets.first[step + 1]) {
                int from = step;
                while (!sets.first[from]) {
                    from--;
                }
                for (int p = sets.enterFrom[from]; p < sets.enterTo[step]; p++) {
                    if (inside[p]) {
                        leave(model, p, sum - hazardAtEntry[p], sums, meansAtEntry, martingale, score);
                    }
                }
            }
        }
        return new CoxResiduals(data, model.scale, martingale, score, schoenfeld);
    }

    private static void leave(
            CoxLikelihood model,
            int p,
            double hazard,
            double[] sums,
            double[] meansAtEntry,
            double[] martingale,
            double[] score) {
        int size = model.size;
        int row = model.sets.row[p];
        double risk = model.risk[p] / model.weight[p];
        martingale[row] -= risk * hazard;
        for (int j = 0; j < size; j++) {
            score[row * size + j] -= risk * (model.x[p * size + j] * hazard - (sums[j] - meansAtEntry[p * size + j]));
        }
    }
}
