package dev.rapport.health.survival;

import dev.rapport.health.internal.Cholesky;
import dev.rapport.health.internal.Newton;
import dev.rapport.health.regression.ChiSquared;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.Covariance;
import dev.rapport.health.regression.Covariates;
import dev.rapport.health.regression.Fitting;
import dev.rapport.health.regression.LogLikelihood;
import java.util.ArrayList;
import java.util.List;

/** From the maximum of the likelihood to the model. */
final class CoxFit {

    private CoxFit() {}

    static CoxModel model(SurvivalData data, Covariates covariates, CoxLikelihood likelihood, Newton newton) {
        int size = covariates.size();
        double[] beta = newton.parameters();
        likelihood.predict(beta);
        HazardSteps steps = HazardSteps.of(likelihood);
        double[][] inverse =
                size == 0 ? new double[0][0] : Cholesky.of(newton.information()).inverse();
        boolean robust = data.clusters().codes() != null;
        double[][] spread = robust ? sandwich(data, likelihood, steps, inverse) : inverse;
        List<Coefficient> coefficients = new ArrayList<>(size);
        Covariance covariance = Covariance.of(spread, likelihood.scale);
        double[] estimates = new double[size];
        double shift = 0;
        for (int j = 0; j < size; j++) {
            double scale = likelihood.scale[j];
            estimates[j] = beta[j] / scale;
            shift += estimates[j] * likelihood.mean[j];
            Coefficient coefficient =
                    Coefficient.of(covariates.names().get(j), estimates[j], Math.sqrt(inverse[j][j]) / scale);
            coefficients.add(robust ? coefficient.robust(covariance.error(j)) : coefficient);
        }
        double[] risk = new double[data.size()];
        for (int p = 0; p < likelihood.eta.length; p++) {
            risk[likelihood.sets.row[p]] = likelihood.eta[p];
        }
        double[] null0 = new double[size];
        double none = likelihood.unpenalised(newton.start(), null0);
        double fitted = likelihood.unpenalised(newton.value(), beta);
        return CoxModel.builder()
                .coefficients(coefficients)
                .covariance(covariance)
                .logLikelihood(new LogLikelihood(none, fitted))
                .tests(tests(likelihood, beta, spread, none, fitted))
                .concordance(Concordance.of(data, likelihood.sets, risk))
                .baselines(baselines(data, steps, StrictMath.exp(-shift)))
                .ties(likelihood.ties)
                .fitting(new Fitting(data.size(), data.events(), newton.iterations()))
                .build();
    }

    private static CoxModel.Tests tests(
            CoxLikelihood likelihood, double[] beta, double[][] spread, double none, double fitted) {
        int size = beta.length;
        if (size == 0) {
            ChiSquared nothing = ChiSquared.of(0, 0);
            return new CoxModel.Tests(nothing, nothing, nothing);
        }
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        likelihood.evaluate(new double[size], gradient, information);
        likelihood.predict(beta);
        return new CoxModel.Tests(
                ChiSquared.of(2 * (fitted - none), size),
                ChiSquared.of(quadratic(spread, beta), size),
                ChiSquared.of(quadratic(Cholesky.of(information), gradient), size));
    }

    private static double quadratic(double[][] variance, double[] vector) {
        return quadratic(Cholesky.of(variance), vector);
    }

    private static double quadratic(Cholesky factor, double[] vector) {
        if (factor.dependent() >= 0) {
            // Such as fewer clusters than covariates: there is no such test
            return Double.NaN;
        }
        double[] solved = factor.solve(vector);
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += solved[i] * vector[i];
        }
        return sum;
    }

    /** The robust variance: the influence of each row on the coefficients, added up by cluster, squared. */
    private static double[][] sandwich(
            SurvivalData data, CoxLikelihood likelihood, HazardSteps steps, double[][] inverse) {
        int size = likelihood.size;
        CoxResiduals residuals = CoxResiduals.of(steps, data);
        double[][] influence = new double[data.clusters().names().size()][size];
        for (int row = 0; row < data.size(); row++) {
            double[] of = influence[data.clusters().at(row)];
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    of[j] += data.weight(row) * residuals.score[row * size + k] * inverse[k][j];
                }
            }
        }
        double[][] spread = new double[size][size];
        for (double[] of : influence) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    spread[i][j] += of[i] * of[j];
                }
            }
        }
        return spread;
    }

    private static List<Baseline> baselines(SurvivalData data, HazardSteps steps, double factor) {
        RiskSets sets = steps.model.sets;
        List<Baseline> baselines = new ArrayList<>();
        for (int step = 0; step < sets.steps; step++) {
            if (!sets.first[step]) {
                continue;
            }
            int end = step + 1;
            while (end < sets.steps && !sets.first[end]) {
                end++;
            }
            double[] time = new double[end - step];
            double[] hazard = new double[end - step];
            double sum = 0;
            for (int i = 0; i < time.length; i++) {
                time[i] = sets.time[end - 1 - i];
                sum += steps.hazard[end - 1 - i] * factor;
                hazard[i] = sum;
            }
            List<String> names = data.strata().names();
            baselines.add(new Baseline(names.isEmpty() ? "" : names.get(sets.stratum[step]), time, hazard));
        }
        return baselines;
    }
}
