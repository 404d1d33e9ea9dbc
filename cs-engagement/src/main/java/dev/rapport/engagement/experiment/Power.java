package dev.rapport.engagement.experiment;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What an experiment could show, reckoned before it begins. Immutable.
 *
 * <pre>{@code
 * Power renewals = Power.ofShare(0.85);
 * renewals.customersFor(0.03);     // in each arm
 * renewals.detectable(400, 400);   // the least effect that 400 customers in each arm show
 * }</pre>
 *
 * <p><strong>Formula.</strong> Means: the probability that Student's statistic with the true effect {@code e} exceeds {@code
 * t[df]}, by the approximation {@code Phi((e / s - t (1 - 1 / 4 df)) / sqrt(1 + t^2 / 2 df))} of the noncentral distribution, {@code s
 * = sd sqrt(1 / n1 + 1 / n2)}, {@code df = n1 + n2 - 2}. Shares: {@code Phi((e - z s0) / s1)} with {@code s0^2 = p (1 - p) (1 / n1
 * + 1 / n2)} of the common share and {@code s1^2 = p1 (1 - p1) / n1 + p2 (1 - p2) / n2}. Clusters of {@code m} customers who
 * resemble each other by {@code r}: the variances times {@code 1 + (m - 1) r}, and {@code df} of clusters instead of customers.
 *
 * <p><strong>Units.</strong> Effects in the unit of the outcome, above 0: for an outcome that should fall, count the opposite.
 *
 * <p><strong>Edges.</strong> Empty where no effect, or no number of customers up to {@code 10^12}, is enough.
 *
 * <p><strong>Algorithm.</strong> Bisection to the last digit. The approximation is within 0.005 of R's {@code power.t.test} from 3
 * customers an arm on; shares are those of {@code power.prop.test}.
 *
 * <p><strong>Reference.</strong> J. Cohen, Statistical Power Analysis, 2nd ed., 1988; M. Abramowitz, I. A. Stegun, Handbook of
 * Mathematical Functions, 26.7.10; J. L. Fleiss, Statistical Methods for Rates and Proportions, 3rd ed., section 4.2,
 * doi:10.1002/0471445428; A. Donner, N. Klar, Design and Analysis of Cluster Randomization Trials, 2000, for clusters.
 */
public final class Power {

    private static final double MOST = 1e12;
    private static final int STEPS = 200;

    private final double deviation;
    private final OptionalDouble share;
    private final double perCluster;
    private final double likeness;
    private final double level;
    private final double wanted;

    private Power(
            double deviation, OptionalDouble share, double perCluster, double likeness, double level, double wanted) {
        this.deviation = deviation;
        this.share = share;
        this.perCluster = perCluster;
        this.likeness = likeness;
        this.level = level;
        this.wanted = wanted;
    }

    /**
     * For a mean, at 95 % and with a probability of 80 % to see the effect.
     *
     * @param standardDeviation  of the outcome, above 0
     * @return the reckoning
     */
    public static Power ofMean(double standardDeviation) {
        if (!(standardDeviation > 0 && Double.isFinite(standardDeviation))) {
            throw new IllegalArgumentException(
                    "standardDeviation (" + standardDeviation + ") must be above 0 and finite.");
        }
        return new Power(standardDeviation, OptionalDouble.empty(), 1, 0, 0.95, 0.8);
    }

    /**
     * For a share, at 95 % and with a probability of 80 % to see the effect.
     *
     * @param without  the share without the treatment, above 0 and below 1
     * @return the reckoning
     */
    public static Power ofShare(double without) {
        if (!(without > 0 && without < 1)) {
            throw new IllegalArgumentException("without (" + without + ") must be above 0 and below 1.");
        }
        return new Power(1, OptionalDouble.of(without), 1, 0, 0.95, 0.8);
    }

    /**
     * This reckoning for customers who come in clusters, all of a cluster treated or none.
     *
     * @param customersPerCluster  how many, at least 1
     * @param intraclassCorrelation  how much they resemble each other, from 0 to 1
     * @return the reckoning
     */
    public Power inClusters(double customersPerCluster, double intraclassCorrelation) {
        if (!(customersPerCluster >= 1 && customersPerCluster < MOST)
                || !(intraclassCorrelation >= 0 && intraclassCorrelation <= 1)) {
            throw new IllegalArgumentException("customersPerCluster (" + customersPerCluster
                    + ") must be at least 1 and intraclassCorrelation (" + intraclassCorrelation + ") from 0 to 1.");
        }
        return new Power(deviation, share, customersPerCluster, intraclassCorrelation, level, wanted);
    }

    /**
     * This reckoning for other probabilities.
     *
     * @param newLevel  of the interval, at least 0.5 and below 1
     * @param newPower  with which probability the effect should be seen, above 0.5 and below 1
     * @return the reckoning
     */
    public Power at(double newLevel, double newPower) {
        if (!(newLevel >= 0.5 && newLevel < 1 && newPower > 0.5 && newPower < 1)) {
            throw new IllegalArgumentException(
                    "newLevel (" + newLevel + ") and newPower (" + newPower + ") must be above 0.5 and below 1.");
        }
        return new Power(deviation, share, perCluster, likeness, newLevel, newPower);
    }

    /**
     * The probability to see an effect.
     *
     * @param effect  the true one, above 0
     * @param treated  how many customers are treated
     * @param others  how many are not
     * @return from 0 to 1; 0 where there are too few customers or clusters for any interval
     */
    public double of(double effect, double treated, double others) {
        if (!(effect > 0)) {
            throw new IllegalArgumentException("effect (" + effect + ") must be above 0.");
        }
        double degrees = (treated + others) / perCluster - 2;
        if (!(Math.min(treated, others) >= 1) || !(degrees >= 1)) {
            return 0;
        }
        double inflation = Math.sqrt(1 + (perCluster - 1) * likeness);
        if (share.isEmpty()) {
            double error = deviation * inflation * Math.sqrt(1 / treated + 1 / others);
            return beyond(effect / error, degrees);
        }
        double first = Math.min(1, share.getAsDouble() + effect);
        double second = share.getAsDouble();
        double common = (first * treated + second * others) / (treated + others);
        double none = Math.sqrt(common * (1 - common) * (1 / treated + 1 / others));
        double some = Math.sqrt(first * (1 - first) / treated + second * (1 - second) / others);
        double reach = perCluster > 1 ? Quantiles.student(level, degrees) : Quantiles.normal(level);
        return Quantiles.normalBelow((effect / inflation - reach * none) / some);
    }

    private double beyond(double distance, double degrees) {
        double t = Quantiles.student(level, degrees);
        return Quantiles.normalBelow((distance - t * (1 - 1 / (4 * degrees))) / Math.sqrt(1 + t * t / (2 * degrees)));
    }

    /**
     * The least effect that is seen with the wanted probability.
     *
     * @param treated  how many customers are treated
     * @param others  how many are not
     * @return the effect; empty if none is
     */
    public OptionalDouble detectable(double treated, double others) {
        double high = share.isPresent() ? 1 - share.getAsDouble() : deviation * MOST;
        if (of(high, treated, others) < wanted) {
            return OptionalDouble.empty();
        }
        double low = 0;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (middle > 0 && of(middle, treated, others) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    /**
     * How many customers it takes in each of two equal arms to see an effect with the wanted probability.
     *
     * @param effect  the true one, above 0; of a share not above what is left to 1
     * @return the customers of one arm, whole clusters where they come in clusters; empty if no number is enough
     */
    public OptionalLong customersFor(double effect) {
        if (share.isPresent() && effect > 1 - share.getAsDouble()) {
            return OptionalLong.empty();
        }
        long low = 0;
        long high = (long) (MOST / perCluster);
        if (of(effect, high * perCluster, high * perCluster) < wanted) {
            return OptionalLong.empty();
        }
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (of(effect, middle * perCluster, middle * perCluster) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalLong.of((long) Math.ceil(high * perCluster));
    }
}
