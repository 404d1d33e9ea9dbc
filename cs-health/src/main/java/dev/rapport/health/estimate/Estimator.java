package dev.rapport.health.estimate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes numbers with intervals out of observations that come in clusters, such as answers by account. Immutable.
 *
 * <pre>{@code
 * ClusteredSample answers = ClusteredSample.builder().add("acme", 1).add("acme", 0).add("beta", -1).build();
 * Estimate score = Estimator.netScore(0.95, new MinimumSample(10, 5)).of(answers);
 * }</pre>
 *
 * <p>Intervals know that observations of one cluster resemble each other: their number is replaced by how many independent
 * ones they are worth. With one observation a cluster that is their number, and the intervals are the textbook's.
 */
public final class Estimator {

    private enum Statistic {
        NET_SCORE(100),
        SHARE(1),
        MEAN(1);

        /** What the mean of the observations is multiplied with. */
        private final double unit;

        Statistic(double unit) {
            this.unit = unit;
        }
    }

    private static final int FEWEST_PERIODS = 3;

    /** A share of the plain variance that is no more than rounding. */
    private static final double ROUNDING = 1e-12;

    private final Statistic statistic;
    private final double least;
    private final double greatest;
    private final double level;
    private final MinimumSample minimum;
    private final String observations;
    private final String clusters;

    private Estimator(
            Statistic statistic,
            double least,
            double greatest,
            double level,
            MinimumSample minimum,
            String observations,
            String clusters) {
        this.statistic = statistic;
        this.least = least;
        this.greatest = greatest;
        this.level = level;
        this.minimum = minimum;
        this.observations = observations;
        this.clusters = clusters;
    }

    private static Estimator of(
            Statistic statistic, double least, double greatest, double level, MinimumSample minimum) {
        return new Estimator(
                statistic,
                least,
                greatest,
                Confidence.checkLevel(level),
                requireNonNull(minimum, "minimum"),
                "observations",
                "clusters");
    }

    /**
     * Estimates the share of promoters less that of detractors, in points from -100 to 100. Observations are 1 for a
     * promoter, 0 for a passive, -1 for a detractor.
     *
     * @param level  such as 0.95
     * @param minimum  the least data for a number
     * @return the estimator
     */
    public static Estimator netScore(double level, MinimumSample minimum) {
        return of(Statistic.NET_SCORE, -1, 1, level, minimum);
    }

    /**
     * Estimates the share of observations that have a property, from 0 to 1. Observations are 1 or 0.
     *
     * @param level  such as 0.95
     * @param minimum  the least data for a number
     * @return the estimator
     */
    public static Estimator share(double level, MinimumSample minimum) {
        return of(Statistic.SHARE, 0, 1, level, minimum);
    }

    /**
     * Estimates the mean of observations that lie between two bounds.
     *
     * @param least  the least possible observation
     * @param greatest  the greatest possible observation
     * @param level  such as 0.95
     * @param minimum  the least data for a number
     * @return the estimator
     */
    public static Estimator mean(double least, double greatest, double level, MinimumSample minimum) {
        if (!(Double.isFinite(least) && Double.isFinite(greatest) && least < greatest)) {
            throw new IllegalArgumentException("least (" + least + ") must be below greatest (" + greatest + ").");
        }
        return of(Statistic.MEAN, least, greatest, level, minimum);
    }

    /**
     * This estimator at another level.
     *
     * @param newLevel  such as 0.99
     * @return the estimator
     */
    public Estimator at(double newLevel) {
        return new Estimator(
                statistic, least, greatest, Confidence.checkLevel(newLevel), minimum, observations, clusters);
    }

    /**
     * This estimator with other words for the reasons why there is no number.
     *
     * @param forObservations  such as answers
     * @param forClusters  such as accounts
     * @return the estimator
     */
    public Estimator named(String forObservations, String forClusters) {
        return new Estimator(statistic, least, greatest, level, minimum, forObservations, forClusters);
    }

    /**
     * The estimate of one sample.
     *
     * <p><strong>Formula.</strong> Net score: the adjusted Wald interval ({@link NetScore#adjustedWald}), share: the Wilson
     * interval ({@link Proportion#wilson}), both of {@code n* = n / deff * (t[n-1] / t[df])^2} observations instead of
     * {@code n}. Mean: {@code m ± t[df] sqrt(v)}. There {@code deff = max(1, v / (s^2 / n))} is the design effect, {@code v}
     * the bias-reduced cluster-robust variance of the mean and {@code df} its Satterthwaite degrees of freedom, {@code s^2}
     * the variance of the observations, {@code t} the quantile of Student's distribution; for the mean, {@code v} is at
     * least {@code s^2 / n}.
     *
     * <p><strong>Units.</strong> Net score in points from -100 to 100, share from 0 to 1, mean in the observations' unit.
     *
     * <p><strong>Edges.</strong> Below the minimum sample: not enough data. All observations alike: {@code deff = n / (df +
     * 1)}, as if each cluster were one observation, and a mean gets the Wilson interval of its place between the bounds,
     * the widest that a bounded observation can need; so no interval has width 0. One observation a cluster: {@code n* = n}
     * and {@code df = n - 1}, the textbook's intervals exactly.
     *
     * <p><strong>Algorithm.</strong> One pass, then closed form; quantiles are accurate to ten decimals.
     *
     * <p><strong>Reference.</strong> E. L. Korn, B. I. Graubard, Confidence Intervals for Proportions with Small Expected
     * Number of Positive Counts Estimated from Survey Data, Survey Methodology 24 (1998) 193-201, for {@code n*}; N. Dean,
     * M. Pagano, Evaluating Confidence Interval Methods for Binomial Proportions in Clustered Surveys, Journal of Survey
     * Statistics and Methodology 3 (2015) 484-503, doi:10.1093/jssam/smv024; Bell and McCaffrey (2002) for {@code v} and
     * {@code df}.
     *
     * @param sample  the observations
     * @return the estimate
     */
    public Estimate of(ClusteredSample sample) {
        return minimum.isMetBy(checked(sample)) ? known(sample) : tooLittle(sample);
    }

    private Estimate.Known known(ClusteredSample sample) {
        ClusterRobust robust = ClusterRobust.ofMean(sample);
        double n = sample.observations();
        double plain = sample.plainVariance();
        double inflation = sample.isUnanimous() ? n / (robust.degreesOfFreedom() + 1) : robust.variance() / plain;
        double designEffect = inflation > 1 + ROUNDING ? inflation : 1;
        double ratio = Quantiles.student(level, n - 1) / Quantiles.student(level, robust.degreesOfFreedom());
        double size = n / designEffect * Math.min(1, ratio * ratio);
        Basis basis = new Basis(sample.observations(), sample.clusters(), n / designEffect);
        Interval interval = switch (statistic) {
            case NET_SCORE -> NetScore.adjustedWald(sample.net(), sample.notZero(), size, level);
            case SHARE -> Proportion.wilson(sample.mean(), size, level);
            case MEAN -> ofMean(sample, robust, size);
        };
        double mean = statistic == Statistic.NET_SCORE ? sample.net() : sample.mean();
        return new Estimate.Known(statistic.unit * mean, interval, basis);
    }

    private Interval ofMean(ClusteredSample sample, ClusterRobust robust, double size) {
        double mean = sample.mean();
        if (sample.isUnanimous()) {
            Interval share = Proportion.wilson((mean - least) / (greatest - least), size, level);
            return Interval.within(
                    least,
                    greatest,
                    mean,
                    least + share.low() * (greatest - least),
                    least + share.high() * (greatest - least),
                    share.confidence());
        }
        double variance = Math.max(robust.variance(), sample.plainVariance());
        double reach = Quantiles.student(level, robust.degreesOfFreedom()) * Math.sqrt(variance);
        return Interval.within(
                least, greatest, mean, mean - reach, mean + reach, new Confidence(level, IntervalMethod.STUDENT_T));
    }

    /**
     * How much a later sample lies above an earlier one.
     *
     * <p><strong>Formula.</strong> {@code d ± t[df] sqrt(v)} with the difference {@code d} of the means and its bias-reduced
     * cluster-robust variance {@code v}, which takes account of clusters that are in both samples. Where none is, the
     * interval comes from those of both samples ({@link Proportion#difference}).
     *
     * <p><strong>Units.</strong> As of {@link #of(ClusteredSample)}.
     *
     * <p><strong>Edges.</strong> Not enough data if either sample is below the minimum. If all observations of one sample
     * are alike, or no cluster changed, the variance says nothing: then the interval is made as if no cluster were in both
     * samples.
     *
     * <p><strong>Algorithm.</strong> One pass over the clusters.
     *
     * <p><strong>Reference.</strong> Bell and McCaffrey (2002) as of {@link #of(ClusteredSample)}; G. Y. Zou, A. Donner,
     * Statistics in Medicine 27 (2008), doi:10.1002/sim.3095.
     *
     * @param before  the earlier sample
     * @param after  the later sample
     * @return the change
     */
    public Estimate change(ClusteredSample before, ClusteredSample after) {
        if (!minimum.isMetBy(checked(before)) || !minimum.isMetBy(checked(after))) {
            boolean isAfter = minimum.isMetBy(before);
            Estimate.NotEnoughData lacking = tooLittle(isAfter ? after : before);
            return new Estimate.NotEnoughData((isAfter ? "after: " : "before: ") + lacking.reason(), lacking.basis());
        }
        Estimate.Known earlier = known(before);
        Estimate.Known later = known(after);
        ClusterRobust robust = ClusterRobust.ofDifference(before, after);
        double plain = before.plainVariance() + after.plainVariance();
        boolean isApart = before.isUnanimous()
                || after.isUnanimous()
                || robust.variance() <= ROUNDING * plain
                || !before.sharesClustersWith(after);
        double bound = statistic.unit * (greatest - least);
        return new Estimate.Known(
                later.value() - earlier.value(),
                isApart ? Proportion.difference(later, earlier, bound) : around(robust, bound),
                ClusteredSample.basis(
                        List.of(before, after),
                        earlier.basis().effective() + later.basis().effective()));
    }

    /**
     * How much samples rise from one period to the next.
     *
     * <p><strong>Formula.</strong> {@code b = sum_i (t[i] - c) x[i] / sum_i (t[i] - c)^2}, the least-squares slope of the
     * observations {@code x} over the number {@code t} of their period, with mean {@code c}; {@code b ± t[df] sqrt(v)} with
     * its bias-reduced cluster-robust variance {@code v} around the means of the periods.
     *
     * <p><strong>Units.</strong> As of {@link #of(ClusteredSample)}, per period.
     *
     * <p><strong>Edges.</strong> Periods below the minimum sample are left out, the others keep their place in time. Not
     * enough data with fewer than three others, or if the observations of each period are alike.
     *
     * <p><strong>Algorithm.</strong> The slope is a weighted sum of the means of the periods; one pass over the clusters of
     * each pair of periods.
     *
     * <p><strong>Reference.</strong> N. R. Draper, H. Smith, Applied Regression Analysis, 3rd ed., section 1.2,
     * doi:10.1002/9781118625590, for the slope; Bell and McCaffrey (2002) for {@code v} and {@code df}.
     *
     * @param periods  the samples of periods of equal length, earliest first
     * @return the rise per period
     */
    public Estimate trend(List<ClusteredSample> periods) {
        List<ClusteredSample> used = new ArrayList<>();
        List<Integer> times = new ArrayList<>();
        double effective = 0;
        for (int t = 0; t < periods.size(); t++) {
            ClusteredSample sample = checked(periods.get(t));
            if (minimum.isMetBy(sample)) {
                used.add(sample);
                times.add(t);
                effective += known(sample).basis().effective();
            }
        }
        Basis basis = ClusteredSample.basis(used, effective);
        if (used.size() < FEWEST_PERIODS) {
            return new Estimate.NotEnoughData(
                    used.size() + " of at least " + FEWEST_PERIODS + " periods with enough " + observations, basis);
        }
        if (used.stream().allMatch(ClusteredSample::isUnanimous)) {
            return new Estimate.NotEnoughData("all " + observations + " of each period are alike", basis);
        }
        ClusterRobust robust = ClusterRobust.of(used, slopeWeights(used, times));
        return new Estimate.Known(
                statistic.unit * robust.value(), around(robust, statistic.unit * (greatest - least)), basis);
    }

    private static double[] slopeWeights(List<ClusteredSample> samples, List<Integer> times) {
        double n = 0;
        double sum = 0;
        for (int k = 0; k < times.size(); k++) {
            n += samples.get(k).observations();
            sum += (double) samples.get(k).observations() * times.get(k);
        }
        double centre = sum / n;
        double squares = 0;
        double[] weights = new double[times.size()];
        for (int k = 0; k < weights.length; k++) {
            double distance = times.get(k) - centre;
            weights[k] = samples.get(k).observations() * distance;
            squares += weights[k] * distance;
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= squares;
        }
        return weights;
    }

    private Interval around(ClusterRobust robust, double bound) {
        double value = statistic.unit * robust.value();
        double reach =
                statistic.unit * Quantiles.student(level, robust.degreesOfFreedom()) * Math.sqrt(robust.variance());
        Confidence confidence = new Confidence(level, IntervalMethod.CLUSTER_ROBUST_T);
        return Interval.within(-bound, bound, value, value - reach, value + reach, confidence);
    }

    private ClusteredSample checked(ClusteredSample sample) {
        if (!sample.isWithin(least, greatest) || (statistic != Statistic.MEAN && !sample.isWhole())) {
            throw new IllegalArgumentException("sample must have "
                    + (statistic == Statistic.MEAN ? "values from " : "whole values from ") + least + " to " + greatest
                    + ".");
        }
        return sample;
    }

    private Estimate.NotEnoughData tooLittle(ClusteredSample sample) {
        Basis basis = new Basis(sample.observations(), sample.clusters(), sample.observations());
        return new Estimate.NotEnoughData(
                sample.observations() < minimum.observations()
                        ? sample.observations() + " of at least " + minimum.observations() + " " + observations
                        : observations + " from " + sample.clusters() + " of at least " + minimum.clusters() + " "
                                + clusters,
                basis);
    }
}
