package dev.rapport.health.survival;

import java.util.Arrays;

/** The sums of risk, risk times x, and, if wanted, risk times x x' over those at risk. Mutable. */
final class RiskSums {

    private final CoxLikelihood model;
    private final int size;
    private int members;
    double zero;
    final double[] one;
    /** The lower triangle, row by row; empty where covariances are not wanted. */
    final double[] two;

    private RiskSums(CoxLikelihood model, double[] two) {
        this.model = model;
        this.size = model.size;
        this.one = new double[size];
        this.two = two;
    }

    /** Sums for means only. */
    static RiskSums ofMeans(CoxLikelihood model) {
        return new RiskSums(model, new double[0]);
    }

    /** Sums for means and covariances. */
    static RiskSums ofCovariances(CoxLikelihood model) {
        return new RiskSums(model, new double[model.size * (model.size + 1) / 2]);
    }

    void clear() {
        members = 0;
        zero = 0;
        Arrays.fill(one, 0);
        Arrays.fill(two, 0);
    }

    /** Moves on to a step: some come under risk, some leave. */
    void advance(int step) {
        RiskSets sets = model.sets;
        if (sets.first[step]) {
            clear();
        }
        for (int p = sets.enterFrom[step]; p < sets.enterTo[step]; p++) {
            add(p);
        }
        for (int i = sets.leaveFrom[step]; i < sets.leaveTo[step]; i++) {
            add(sets.leaving[i], -model.risk[sets.leaving[i]]);
            if (--members == 0) {
                clear();
            }
        }
    }

    void add(int position) {
        members++;
        add(position, model.risk[position]);
    }

    private void add(int position, double risk) {
        double[] x = model.x;
        int at = position * size;
        zero += risk;
        for (int i = 0; i < size; i++) {
            one[i] += risk * x[at + i];
        }
        if (two.length > 0) {
            for (int i = 0, k = 0; i < size; i++) {
                double weighted = risk * x[at + i];
                for (int j = 0; j <= i; j++) {
                    two[k++] += weighted * x[at + j];
                }
            }
        }
    }

    /** Takes the share of an event from score and information. Returns the logarithm of the sum of risks. */
    double subtract(double weight, double[] gradient, double[][] information) {
        double scaled = weight / zero;
        for (int i = 0, k = 0; i < size; i++) {
            double mean = one[i] / zero;
            gradient[i] -= weight * mean;
            for (int j = 0; j <= i; j++) {
                information[i][j] += scaled * two[k++] - weight * mean * (one[j] / zero);
            }
        }
        return StrictMath.log(zero);
    }

    /** As above, where a share of the dying has left the risk set already. */
    double subtract(double weight, RiskSums dying, double gone, double[] gradient, double[][] information) {
        double left = zero - gone * dying.zero;
        for (int i = 0, k = 0; i < size; i++) {
            double mean = (one[i] - gone * dying.one[i]) / left;
            gradient[i] -= weight * mean;
            for (int j = 0; j <= i; j++, k++) {
                double other = (one[j] - gone * dying.one[j]) / left;
                information[i][j] += weight * ((two[k] - gone * dying.two[k]) / left - mean * other);
            }
        }
        return StrictMath.log(left);
    }
}
