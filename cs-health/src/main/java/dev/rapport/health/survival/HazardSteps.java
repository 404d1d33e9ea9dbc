package dev.rapport.health.survival;

/**
 * The baseline hazard at each step of the risk sets, at the mean of the covariates, with the mean covariates among those at
 * risk: what residuals, curves and tests are made of.
 */
final class HazardSteps {

    final CoxLikelihood model;
    final double[] hazard;
    /** The hazard that one of the dying meets: less than the others with Efron's ties. */
    final double[] hazardOfDying;
    /** Row-major by step: hazard times mean, the same for the dying, and the plain mean over the events of the step. */
    final double[] weightedMean;

    final double[] weightedMeanOfDying;
    final double[] mean;

    private HazardSteps(CoxLikelihood model) {
        int steps = model.sets.steps;
        this.model = model;
        this.hazard = new double[steps];
        this.hazardOfDying = new double[steps];
        this.weightedMean = new double[steps * model.size];
        this.weightedMeanOfDying = new double[steps * model.size];
        this.mean = new double[steps * model.size];
    }

    /** Reads the risks that the likelihood holds. */
    static HazardSteps of(CoxLikelihood model) {
        HazardSteps steps = new HazardSteps(model);
        RiskSums sums = RiskSums.ofMeans(model);
        RiskSums dying = RiskSums.ofMeans(model);
        for (int step = 0; step < model.sets.steps; step++) {
            sums.advance(step);
            steps.set(step, sums, dying);
        }
        return steps;
    }

    private void set(int step, RiskSums sums, RiskSums dying) {
        RiskSets sets = model.sets;
        int deaths = sets.deaths(step);
        double weights = 0;
        dying.clear();
        for (int i = sets.deadFrom[step]; i < sets.deadTo[step]; i++) {
            weights += model.weight[sets.dead[i]];
            dying.add(sets.dead[i]);
        }
        boolean efron = model.ties == Ties.EFRON && deaths > 1;
        int rounds = efron ? deaths : 1;
        for (int k = 0; k < rounds; k++) {
            double gone = efron ? (double) k / deaths : 0;
            double left = sums.zero - gone * dying.zero;
            double increment = weights / rounds / left;
            hazard[step] += increment;
            hazardOfDying[step] += (1 - gone) * increment;
            for (int j = 0, at = step * model.size; j < model.size; j++, at++) {
                double now = (sums.one[j] - gone * dying.one[j]) / left;
                mean[at] += now / rounds;
                weightedMean[at] += increment * now;
                weightedMeanOfDying[at] += (1 - gone) * increment * now;
            }
        }
    }
}
