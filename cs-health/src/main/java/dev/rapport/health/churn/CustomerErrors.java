package dev.rapport.health.churn;

import dev.rapport.health.classification.LogisticModel;
import dev.rapport.health.observation.Observations;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.Covariance;
import dev.rapport.health.regression.Covariates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Standard errors that count customers, where a customer stands at several dates: the sandwich {@code V M V} with the model's
 * variance V and the products M of the scores, added up by customer first. Agrees with {@code vcovCL} of R's package sandwich
 * (HC0, without adjustment).
 */
final class CustomerErrors {

    private CustomerErrors() {}

    static LogisticModel robust(LogisticModel model, Covariates covariates, Observations observations) {
        boolean[] lost = observations.lost();
        double[] probabilities = model.probabilities(covariates);
        int size = model.coefficients().size();
        Map<String, double[]> scores = new HashMap<>();
        List<double[]> inOrder = new ArrayList<>();
        for (int row = 0; row < lost.length; row++) {
            double[] score = scores.computeIfAbsent(observations.rows().get(row).customerId(), absent -> {
                double[] fresh = new double[size];
                inOrder.add(fresh);
                return fresh;
            });
            double apart = (lost[row] ? 1 : 0) - probabilities[row];
            score[0] += apart;
            for (int j = 1; j < size; j++) {
                score[j] += apart * covariates.value(row, j - 1);
            }
        }
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            coefficients.add(model.coefficients().get(j).robust(Math.sqrt(variance(j, model.covariance(), inOrder))));
        }
        return LogisticModel.builder().from(model).coefficients(coefficients).build();
    }

    /** The j-th number on the diagonal: the squares of {@code V s} added up. */
    private static double variance(int j, Covariance covariance, List<double[]> scores) {
        double sum = 0;
        for (double[] score : scores) {
            double influence = 0;
            for (int k = 0; k < score.length; k++) {
                influence += covariance.at(j, k) * score[k];
            }
            sum += influence * influence;
        }
        return sum;
    }
}
