package dev.rapport.health.survival;

/**
 * One pass over the steps, for the score and the information of all of them together. Mutable.
 *
 * <p>The information is the sum over steps of the mean of x x' less the product of the means. The first part is summed by
 * row instead of by step: a row counts with its risk times the hazard that it met, so that no sums of products need to be
 * carried from step to step.
 */
final class StepSums {

    private final CoxLikelihood model;
    private final int size;
    private final double[] gradient;
    private final RiskSums sums;
    private final RiskSums dying;
    private final double[] mean;
    /** The lower triangle, row by row: what is to be taken off. */
    private final double[] ofMeans;
    /** By step: the hazard from the beginning of its stratum to the step, included. */
    private final double[] hazard;
    /** By step: by how much less hazard those meet who leave at it. */
    private final double[] spared;

    StepSums(CoxLikelihood model, double[] gradient) {
        this.model = model;
        this.size = model.size;
        this.gradient = gradient;
        this.sums = RiskSums.ofMeans(model);
        this.dying = RiskSums.ofMeans(model);
        this.mean = new double[size];
        this.ofMeans = new double[size * (size + 1) / 2];
        this.hazard = new double[model.sets.steps];
        this.spared = new double[model.sets.steps];
    }

    /** Adds the events of a step to the score. Returns their log-likelihood. */
    double step(int step) {
        RiskSets sets = model.sets;
        sums.advance(step);
        int deaths = sets.deaths(step);
        boolean efron = model.ties == Ties.EFRON && deaths > 1;
        if (efron) {
            dying.clear();
        }
        double value = 0;
        double weights = 0;
        for (int i = sets.deadFrom[step]; i < sets.deadTo[step]; i++) {
            int p = sets.dead[i];
            double weight = model.weight[p];
            weights += weight;
            value += weight * model.eta[p];
            for (int j = 0; j < size; j++) {
                gradient[j] += weight * model.x[p * size + j];
            }
            if (efron) {
                dying.add(p);
            }
        }
        int rounds = efron ? deaths : 1;
        double each = weights / rounds;
        double sum = 0;
        for (int k = 0; k < rounds; k++) {
            double gone = (double) k / rounds;
            double left = sums.zero - gone * dying.zero;
            double increment = each / left;
            sum += increment;
            spared[step] += gone * increment;
            value -= each * StrictMath.log(left);
            means(gone, left, each);
        }
        hazard[step] = sum + (sets.first[step] ? 0 : hazard[step - 1]);
        return value;
    }

    private void means(double gone, double left, double each) {
        double inverse = 1 / left;
        for (int i = 0; i < size; i++) {
            mean[i] = (sums.one[i] - gone * dying.one[i]) * inverse;
            gradient[i] -= each * mean[i];
        }
        for (int i = 0, k = 0; i < size; i++) {
            double weighted = each * mean[i];
            for (int j = 0; j <= i; j++) {
                ofMeans[k++] += weighted * mean[j];
            }
        }
    }

    /** Sets the information, after all steps. */
    void information(double[][] information) {
        RiskSets sets = model.sets;
        double[] ofRows = new double[ofMeans.length];
        for (int step = 0; step < sets.steps; step++) {
            double before = sets.first[step] ? 0 : hazard[step - 1];
            for (int p = sets.enterFrom[step]; p < sets.enterTo[step]; p++) {
                int until = sets.until(p);
                if (until > step) {
                    add(p, model.risk[p] * (hazard[until - 1] - before), ofRows);
                }
            }
            if (spared[step] > 0) {
                for (int i = sets.deadFrom[step]; i < sets.deadTo[step]; i++) {
                    add(sets.dead[i], -model.risk[sets.dead[i]] * spared[step], ofRows);
                }
            }
        }
        for (int i = 0, k = 0; i < size; i++) {
            for (int j = 0; j <= i; j++, k++) {
                information[i][j] = ofRows[k] - ofMeans[k];
            }
        }
    }

    private void add(int position, double weight, double[] to) {
        double[] x = model.x;
        int at = position * size;
        for (int i = 0, k = 0; i < size; i++) {
            double weighted = weight * x[at + i];
            for (int j = 0; j <= i; j++) {
                to[k++] += weighted * x[at + j];
            }
        }
    }
}
