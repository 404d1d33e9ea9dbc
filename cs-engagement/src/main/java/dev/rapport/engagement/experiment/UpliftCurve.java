package dev.rapport.engagement.experiment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a treatment does among those whom a score puts first, in an experiment in which lots decided who was treated. Immutable.
 *
 * <pre>{@code
 * UpliftCurve curve = UpliftCurve.of(scores, treated, stayed);
 * curve.scores(UpliftConvention.SCIKIT_UPLIFT).qini();
 * }</pre>
 *
 * <p><strong>Formula.</strong> After the {@code k} first customers, of whom {@code n1} are treated with {@code y1} successes and
 * {@code n0} are not with {@code y0}: uplift curve {@code u[k] = (y1 / n1 - y0 / n0) k}, Qini curve {@code q[k] = y1 - y0 n1 /
 * n0}; a mean of nobody is 0.
 *
 * <p>{@link UpliftConvention#SCIKIT_UPLIFT}: points only where the score changes; {@code (A - R) / (P - R)} with the areas (by
 * trapezia over customers) of the curve, of the straight line to its end, and of the curve in the best order: treated
 * successes, then those without effect, then untreated successes (Qini); for the uplift curve the second and third rank are
 * those that {@code 2 [y = w] + s} gives, {@code s = y} if there are more untreated successes than treated failures, else
 * {@code s = w}.
 *
 * <p>{@link UpliftConvention#CAUSAL_ML}: a point for each customer; points before both arms have a customer lie on the straight
 * line to the first that has (the Qini: as soon as the untreated have one); uplift {@code sum u / |u[n]| / (n + 1)}, Qini
 * {@code sum (q / |q[n]| - k / n sign(q[n])) / (n + 1)}.
 *
 * <p><strong>Units.</strong> Successes; the scores have none.
 *
 * <p><strong>Edges.</strong> Empty where the divisor is 0. Scores are compared as numbers: -0 is 0.
 *
 * <p><strong>Algorithm.</strong> Sorted once; a stable sort.
 *
 * <p><strong>Reference.</strong> N. J. Radcliffe, Using Control Groups to Target on Predicted Lift, Direct Marketing Analytics
 * Journal 1 (2007) 14-21; P. Gutierrez, J.-Y. Gerardy, Causal Inference and Uplift Modelling, PMLR 67 (2017) 1-13; F. Devriendt
 * and others, IEEE Transactions on Knowledge and Data Engineering 34 (2022), doi:10.1109/TKDE.2020.3048510.
 */
public final class UpliftCurve {

    private final double[] scores;
    private final boolean[] treated;
    private final boolean[] success;
    private final int ofTreated;

    private UpliftCurve(double[] scores, boolean[] treated, boolean[] success, int ofTreated) {
        this.scores = scores;
        this.treated = treated;
        this.success = success;
        this.ofTreated = ofTreated;
    }

    /**
     * A point of a curve.
     *
     * @param customers  how many come first
     * @param gain  how many successes more there would be if all of them were treated
     */
    public record Point(int customers, double gain) {}

    /**
     * The curve of a score.
     *
     * @param scores  of each customer, not NaN; the highest come first
     * @param isTreated  which customers were treated
     * @param isSuccess  what became of each
     * @return the curve
     */
    public static UpliftCurve of(double[] scores, boolean[] isTreated, boolean[] isSuccess) {
        int n = scores.length;
        if (isTreated.length != n || isSuccess.length != n) {
            throw new IllegalArgumentException("isTreated (" + isTreated.length + ") and isSuccess (" + isSuccess.length
                    + ") must be as many as scores (" + n + ").");
        }
        double[] normal = new double[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("scores[" + i + "] (NaN) must be a number.");
            }
            normal[i] = scores[i] + 0.0;
            count += isTreated[i] ? 1 : 0;
        }
        if (count == 0 || count == n) {
            throw new IllegalArgumentException("isTreated must be true of some and false of others, was true of " + count
                    + " of " + n + ".");
        }
        return new UpliftCurve(normal, isTreated.clone(), isSuccess.clone(), count);
    }

    /**
     * How well the score orders, by one of the two conventions.
     *
     * @param convention  which
     * @return the scores
     */
    public UpliftScores scores(UpliftConvention convention) {
        return switch (convention) {
            case SCIKIT_UPLIFT -> grouped();
            case CAUSAL_ML -> byRow();
        };
    }

    /**
     * The difference of the shares of success among the first customers, treated and not together in one order. Of customers
     * with one score the last row comes first, as in scikit-uplift's {@code uplift_at_k} with the strategy "overall".
     *
     * @param share  how many of all customers, above 0 and at most 1
     * @return the difference; empty if one arm has nobody there
     */
    public OptionalDouble upliftOfFirst(double share) {
        int[] order = descending(i -> scores[i], true);
        Tally tally = new Tally();
        for (int k = 0; k < first(share, order.length); k++) {
            tally.add(order[k]);
        }
        return tally.difference();
    }

    /**
     * The difference of the shares of success among the first of each arm: scikit-uplift's strategy "by_group".
     *
     * @param share  how many of each arm, above 0 and at most 1
     * @return the difference; empty if one arm has nobody there
     */
    public OptionalDouble upliftOfFirstByArm(double share) {
        int[] left = {first(share, treated.length - ofTreated), first(share, ofTreated)};
        Tally tally = new Tally();
        for (int i : descending(i -> scores[i], true)) {
            if (left[treated[i] ? 1 : 0]-- > 0) {
                tally.add(i);
            }
        }
        return tally.difference();
    }

    /**
     * The uplift curve, with one point for each score.
     *
     * @return points from nobody to everybody
     */
    public List<Point> points() {
        Curve curve = curve(i -> scores[i], Tally::uplift);
        return IntStream.range(0, curve.x().length)
                .mapToObj(k -> new Point((int) curve.x()[k], curve.y()[k]))
                .toList();
    }

    private static int first(double share, int of) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share (" + share + ") must be above 0 and at most 1.");
        }
        return (int) (of * share);
    }

    private UpliftScores grouped() {
        int untreatedSuccesses = 0;
        int treatedFailures = 0;
        for (int i = 0; i < treated.length; i++) {
            untreatedSuccesses += !treated[i] && success[i] ? 1 : 0;
            treatedFailures += treated[i] && !success[i] ? 1 : 0;
        }
        boolean bySuccess = untreatedSuccesses > treatedFailures;
        IntToDoubleFunction bestUplift = i ->
                (success[i] == treated[i] ? 2 : 0) + ((bySuccess ? success[i] : treated[i]) ? 1 : 0);
        IntToDoubleFunction bestQini = i -> success[i] ? (treated[i] ? 1 : -1) : 0;
        return UpliftScores.of(
                UpliftConvention.SCIKIT_UPLIFT,
                share(curve(i -> scores[i], Tally::qini), curve(bestQini, Tally::qini)),
                share(curve(i -> scores[i], Tally::uplift), curve(bestUplift, Tally::uplift)));
    }

    private static double share(Curve curve, Curve best) {
        return (curve.area() - best.line()) / (best.area() - best.line());
    }

    private UpliftScores byRow() {
        int[] order = descending(i -> scores[i], false);
        Tally tally = new Tally();
        double lift = 0;
        double gains = 0;
        double qinis = 0;
        boolean hasLift = false;
        boolean hasQini = false;
        for (int k = 1; k <= order.length; k++) {
            tally.add(order[k - 1]);
            if (tally.hasBoth()) {
                lift = tally.difference().orElseThrow();
                // the mean lift rises along a line until then, and a gain is a lift times its rank
                gains += hasLift ? 0 : lift / k * (k - 1.0) * k * (2.0 * k - 1) / 6;
                gains += lift * k;
                hasLift = true;
            }
            if (tally.hasUntreated()) {
                qinis += hasQini ? 0 : tally.qini() * (k - 1.0) / 2;
                qinis += tally.qini();
                hasQini = true;
            }
        }
        double n = order.length;
        double last = Math.abs(tally.qini());
        return UpliftScores.of(
                UpliftConvention.CAUSAL_ML,
                (qinis / last - Math.signum(tally.qini()) * (n + 1) / 2) / (n + 1),
                gains / Math.abs(lift * n) / (n + 1));
    }

    /** A curve with a point where the key changes. */
    private Curve curve(IntToDoubleFunction key, ToDoubleFunction<Tally> height) {
        int[] order = descending(key, false);
        double[] x = new double[order.length + 1];
        double[] y = new double[order.length + 1];
        int points = 1;
        Tally tally = new Tally();
        for (int k = 0; k < order.length; k++) {
            tally.add(order[k]);
            if (k + 1 == order.length || key.applyAsDouble(order[k]) != key.applyAsDouble(order[k + 1])) {
                x[points] = k + 1.0;
                y[points++] = height.applyAsDouble(tally);
            }
        }
        return new Curve(Arrays.copyOf(x, points), Arrays.copyOf(y, points));
    }

    /** The rows by falling key; of equal ones in their order, or in the opposite. */
    private int[] descending(IntToDoubleFunction key, boolean isLastRowFirst) {
        Comparator<Integer> rows = Comparator.comparingDouble((Integer i) -> -key.applyAsDouble(i));
        return IntStream.range(0, scores.length)
                .mapToObj(i -> isLastRowFirst ? scores.length - 1 - i : i)
                .sorted(rows)
                .mapToInt(i -> i)
                .toArray();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Curve(double[] x, double[] y) {

        double area() {
            double area = 0;
            for (int k = 1; k < x.length; k++) {
                area += (x[k] - x[k - 1]) * (y[k] + y[k - 1]) / 2;
            }
            return area;
        }

        /** The area below the straight line to the end. */
        double line() {
            return x[x.length - 1] * y[y.length - 1] / 2;
        }
    }

    /** Counts as customers come in. */
    private final class Tally {

        private final double[] customers = new double[2];
        private final double[] successes = new double[2];

        private void add(int i) {
            int arm = treated[i] ? 1 : 0;
            customers[arm]++;
            successes[arm] += success[i] ? 1 : 0;
        }

        private boolean hasBoth() {
            return customers[0] > 0 && customers[1] > 0;
        }

        private boolean hasUntreated() {
            return customers[0] > 0;
        }

        private OptionalDouble difference() {
            return hasBoth() ? OptionalDouble.of(rate(1) - rate(0)) : OptionalDouble.empty();
        }

        private double rate(int arm) {
            return customers[arm] == 0 ? 0 : successes[arm] / customers[arm];
        }

        private double uplift() {
            return (rate(1) - rate(0)) * (customers[0] + customers[1]);
        }

        private double qini() {
            return successes[1] - rate(0) * customers[1];
        }
    }
}
