package dev.rapport.health.survival;

import java.util.Arrays;

/** Residuals by row of the data, from one pass over the steps. Covariates are standardised. */
final class CoxResiduals {

    /** Events less expected events. */
    final double[] martingale;
    /** Row-major by row: the share of a row in the score. */
    final double[] score;

    private CoxResiduals(double[] martingale, double[] score) {
        this.martingale = martingale;
        this.score = score;
    }

    static CoxResiduals of(HazardSteps steps, int rows) {
        CoxLikelihood model = steps.model;
        RiskSets sets = model.sets;
        int size = model.size;
        double[] martingale = new double[rows];
        double[] score = new double[rows * size];
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
                    score[sets.row[p] * size + j] += model.x[p * size + j] - steps.mean[at];
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
        return new CoxResiduals(martingale, score);
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
