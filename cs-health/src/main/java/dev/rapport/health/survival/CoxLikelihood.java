package dev.rapport.health.survival;

import dev.rapport.health.internal.Newton;
import dev.rapport.health.internal.Scaling;
import dev.rapport.health.regression.Covariates;
import java.util.Arrays;

/**
 * The partial likelihood of Cox's model over standardised columns, with its derivatives. One pass over the risk sets, O(n
 * p^2). Rows stand in the order of the risk sets, so that memory is read in sequence.
 */
final class CoxLikelihood implements Newton.Likelihood {

    final RiskSets sets;
    final Ties ties;
    final double ridge;
    final int size;
    /** Row-major by position, standardised. */
    final double[] x;

    final double[] mean;
    final double[] scale;
    final double[] weight;
    final double[] offset;
    final double[] eta;
    final double[] risk;

    CoxLikelihood(SurvivalData data, Covariates covariates, double[] offsets, Ties ties, double ridge) {
        this(RiskSets.of(data), data, covariates, offsets, ties, ridge);
    }

    private CoxLikelihood(
            RiskSets sets, SurvivalData data, Covariates covariates, double[] offsets, Ties ties, double ridge) {
        this.sets = sets;
        this.ties = ties;
        this.ridge = ridge;
        this.size = covariates.size();
        int count = sets.row.length;
        this.x = new double[count * size];
        this.mean = new double[size];
        this.scale = new double[size];
        this.weight = new double[count];
        this.offset = new double[count];
        this.eta = new double[count];
        this.risk = new double[count];
        for (int p = 0; p < count; p++) {
            weight[p] = data.weight(sets.row[p]);
            offset[p] = offsets.length == 0 ? 0 : offsets[sets.row[p]];
        }
        for (int j = 0; j < size; j++) {
            standardise(covariates, j);
        }
    }

    private void standardise(Covariates covariates, int column) {
        Scaling scaling = Scaling.of(weight.length, p -> covariates.value(sets.row[p], column), p -> weight[p]);
        mean[column] = scaling.mean();
        scale[column] = scaling.deviation();
        for (int p = 0; p < weight.length; p++) {
            x[p * size + column] = (covariates.value(sets.row[p], column) - mean[column]) / scale[column];
        }
    }

    /** Sets the linear predictors and the risks. */
    void predict(double[] beta) {
        for (int p = 0; p < eta.length; p++) {
            double sum = offset[p];
            int at = p * size;
            for (int j = 0; j < size; j++) {
                sum += x[at + j] * beta[j];
            }
            eta[p] = sum;
            risk[p] = weight[p] * StrictMath.exp(sum);
        }
    }

    @Override
    public double evaluate(double[] beta, double[] gradient, double[][] information) {
        predict(beta);
        Arrays.fill(gradient, 0);
        StepSums sums = new StepSums(this, gradient);
        double value = 0;
        for (int step = 0; step < sets.steps; step++) {
            value += sums.step(step);
        }
        sums.information(information);
        for (int j = 0; j < size; j++) {
            value -= ridge / 2 * beta[j] * beta[j];
            gradient[j] -= ridge * beta[j];
            information[j][j] += ridge;
        }
        return value;
    }

    /** What one step adds to score and information. */
    @FunctionalInterface
    interface StepVisitor {
        void visit(int step, double[] gradient, double[][] information);
    }

    /** Visits the steps one by one; the arrays are used again. */
    void byStep(double[] beta, StepVisitor visitor) {
        predict(beta);
        RiskSums sums = RiskSums.ofCovariances(this);
        RiskSums dying = RiskSums.ofCovariances(this);
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        for (int step = 0; step < sets.steps; step++) {
            Arrays.fill(gradient, 0);
            for (double[] line : information) {
                Arrays.fill(line, 0);
            }
            sums.advance(step);
            events(step, sums, dying, gradient, information);
            visitor.visit(step, gradient, information);
        }
    }

    /** The log-likelihood without the penalty. */
    double unpenalised(double value, double[] beta) {
        double penalty = 0;
        for (double b : beta) {
            penalty += ridge / 2 * b * b;
        }
        return value + penalty;
    }

    private double events(int step, RiskSums sums, RiskSums dying, double[] gradient, double[][] information) {
        int deaths = sets.deaths(step);
        double value = 0;
        double weights = 0;
        boolean efron = ties == Ties.EFRON && deaths > 1;
        if (efron) {
            dying.clear();
        }
        for (int i = sets.deadFrom[step]; i < sets.deadTo[step]; i++) {
            int p = sets.dead[i];
            weights += weight[p];
            value += weight[p] * eta[p];
            for (int j = 0; j < size; j++) {
                gradient[j] += weight[p] * x[p * size + j];
            }
            if (efron) {
                dying.add(p);
            }
        }
        if (!efron) {
            return value - weights * sums.subtract(weights, gradient, information);
        }
        double each = weights / deaths;
        for (int k = 0; k < deaths; k++) {
            value -= each * sums.subtract(each, dying, (double) k / deaths, gradient, information);
        }
        return value;
    }
}
