package dev.rapport.health.lifetime;

import dev.rapport.health.fitted.FittedModel;
import java.util.List;

/**
 * How often customers without contracts buy until they silently leave. Immutable.
 *
 * <p>Times are in the unit of the {@link PurchaseSummaries} that were fitted.
 */
public sealed interface PurchaseModel extends FittedModel permits BetaGeometricNbd, ParetoNbd {

    /**
     * What the model is called.
     *
     * @return such as {@code BG/NBD}
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
     * The probability that a customer has not left.
     *
     * @param repeats  x, how often they bought again
     * @param last  t.x, when last
     * @param watched  T, how long they were watched
     * @return 0 to 1
     */
    double probabilityAlive(double repeats, double last, double watched);

    /**
     * The probabilities that customers have not left, the same to the last bit as those one by one.
     *
     * @param customers  what they bought
     * @return one for each row
     */
    default double[] probabilitiesAlive(PurchaseSummaries customers) {
        double[] probabilities = new double[customers.size()];
        for (int row = 0; row < probabilities.length; row++) {
            probabilities[row] = probabilityAlive(customers.repeats(row), customers.last(row), customers.watched(row));
        }
        return probabilities;
    }

    /**
     * How often customers are expected to buy in the time to come, the same to the last bit as one by one.
     *
     * @param time  how long, at least 0
     * @param customers  what they bought
     * @return one for each row
     */
    default double[] expectedPurchases(double time, PurchaseSummaries customers) {
        double[] expected = new double[customers.size()];
        for (int row = 0; row < expected.length; row++) {
            expected[row] =
                    expectedPurchases(time, customers.repeats(row), customers.last(row), customers.watched(row));
        }
        return expected;
    }

    /**
     * How often a customer is expected to buy in the time to come.
     *
     * @param time  how long, at least 0
     * @param repeats  x, how often they bought again
     * @param last  t.x, when last
     * @param watched  T, how long they were watched
     * @return at least 0
     */
    double expectedPurchases(double time, double repeats, double last, double watched);

    /**
     * How often a new customer is expected to buy again.
     *
     * @param time  how long, at least 0
     * @return at least 0
     */
    double expectedPurchases(double time);

    /**
     * The discounted number of purchases to come within a horizon: what is multiplied with the margin of a purchase to give
     * the value of a customer.
     *
     * @param horizon  how long purchases count, at least 0
     * @param periods  into how many equal parts it is cut for discounting, each at its middle; at least 1
     * @param discountRate  the rate of one unit of time, continuously compounded, at least 0
     * @param repeats  x, how often they bought again
     * @param last  t.x, when last
     * @param watched  T, how long they were watched
     * @return at least 0
     */
    default double discountedPurchases(
            double horizon, int periods, double discountRate, double repeats, double last, double watched) {
        if (!(horizon >= 0 && horizon < Double.POSITIVE_INFINITY) || periods < 1 || !(discountRate >= 0)) {
            throw new IllegalArgumentException("horizon (" + horizon + ") must be finite and at least 0, periods ("
                    + periods + ") at least 1 and discountRate (" + discountRate + ") at least 0.");
        }
        double sum = 0;
        double before = 0;
        for (int k = 1; k <= periods; k++) {
            double now = expectedPurchases(horizon * k / periods, repeats, last, watched);
            sum += (now - before) * StrictMath.exp(-discountRate * horizon * (k - 0.5) / periods);
            before = now;
        }
        return sum;
    }
}
