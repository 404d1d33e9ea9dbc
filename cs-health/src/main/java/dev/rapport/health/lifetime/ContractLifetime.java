package dev.rapport.health.lifetime;

import dev.rapport.health.fitted.FittedModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long customers with contracts stay, period by period. Immutable.
 *
 * <p>The value of a customer is never margin over churn: sums over the future are discounted and end at a horizon, or say
 * that they do not exist.
 */
public sealed interface ContractLifetime extends FittedModel
        permits ShiftedBetaGeometric, BetaDiscreteWeibull, GeometricLifetime {

    /**
     * What it is called.
     *
     * @return the usual short name
     */
    String name();

    /**
     * What was fitted.
     *
     * @return the parameters in the order of the literature, and the log-likelihood
     */
    Estimates estimates();

    /**
     * The parameters.
     *
     * @return in the order of the literature
     */
    default List<Parameter> parameters() {
        return estimates().parameters();
    }

    /**
     * The log-likelihood.
     *
     * @return at the estimates
     */
    default double logLikelihood() {
        return estimates().logLikelihood();
    }

    /**
     * The share still there after a number of periods.
     *
     * @param periods  at least 0
     * @return 0 to 1
     */
    double survival(int periods);

    /**
     * The share of those who renewed so far who renew once more.
     *
     * @param period  the period whose end is the renewal, at least 1
     * @return 0 to 1; rises with the period where customers differ, since those likely to leave leave first
     */
    default double retention(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period (" + period + ") must be at least 1.");
        }
        return survival(period) / survival(period - 1);
    }

    /**
     * The expected number of periods of a new customer.
     *
     * @return at least 1; empty where the mean is infinite
     */
    OptionalDouble expectedLifetime();

    /**
     * The discounted number of periods that are still to be expected of a customer who has renewed so often, each paid at
     * its beginning; what is multiplied with the margin of a period.
     *
     * @param renewals  how often the customer has renewed, at least 0
     * @param discountRate  the rate of a period, above -1
     * @param horizon  how many further periods count, at least 0
     * @return the sum over k = 1 .. horizon of {@code S(renewals + k) / S(renewals) / (1 + d)^(k - 1)}: the first of these
     *     renewals is due now
     */
    default double discountedResidualLifetime(int renewals, double discountRate, int horizon) {
        if (renewals < 0 || horizon < 0 || !(discountRate > -1)) {
            throw new IllegalArgumentException("renewals (" + renewals + ") and horizon (" + horizon
                    + ") must be at least 0, and discountRate (" + discountRate + ") above -1.");
        }
        double now = survival(renewals);
        double sum = 0;
        double factor = 1;
        for (int k = 1; k <= horizon; k++) {
            sum += survival(renewals + k) / now * factor;
            factor /= 1 + discountRate;
        }
        return sum;
    }

    /**
     * The discounted residual lifetimes of customers, the same to the last bit as those one by one; each number of
     * renewals is reckoned once.
     *
     * @param renewals  how often each has renewed, at least 0
     * @param discountRate  the rate of a period, above -1
     * @param horizon  how many further periods count, at least 0
     * @return one for each customer
     */
    default double[] discountedResidualLifetimes(int[] renewals, double discountRate, int horizon) {
        Map<Integer, Double> known = new HashMap<>();
        return Arrays.stream(renewals)
                .mapToDouble(count ->
                        known.computeIfAbsent(count, once -> discountedResidualLifetime(once, discountRate, horizon)))
                .toArray();
    }

    /**
     * By how many per cent the value of what is still to come changes if retention rises by one per cent in every period.
     *
     * @param renewals  how often the customer has renewed, at least 0
     * @param discountRate  the rate of a period, above -1
     * @param horizon  how many further periods count, at least 1
     * @return the elasticity, at least 1
     */
    default double retentionElasticity(int renewals, double discountRate, int horizon) {
        double now = survival(renewals);
        double sum = 0;
        double weighted = 0;
        double factor = 1;
        for (int k = 1; k <= horizon; k++) {
            double part = survival(renewals + k) / now * factor;
            sum += part;
            weighted += k * part;
            factor /= 1 + discountRate;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("horizon (" + horizon + ") must be at least 1.");
        }
        return weighted / sum;
    }
}
