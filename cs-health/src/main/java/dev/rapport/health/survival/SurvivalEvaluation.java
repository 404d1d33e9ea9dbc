package dev.rapport.health.survival;

import dev.rapport.health.internal.Sorting;

/**
 * Predictions of survival beside what then happened, with censored rows weighted as those who were watched longer (inverse
 * probability of censoring). Immutable.
 *
 * <p><b>Formula.</b> {@code G} is the Kaplan-Meier estimate of still being watched. An event at T counts {@code 1 / G(T-)}, somebody
 * still there at t counts {@code 1 / G(t)}.
 *
 * <p><b>Units.</b> Brier scores are squared probabilities, 0 is best; concordance and AUC have 0.5 for chance.
 *
 * <p><b>Edge results.</b> A time beyond the last one at which somebody was watched is refused, since nothing is known there.
 *
 * <p><b>Algorithm.</b> O(n) for a Brier score, O(n log n) for concordance and AUC.
 *
 * <p><b>References.</b> Graf et al. (1999), doi:10.1002/(SICI)1097-0258(19990915/30)18:17/18; Uno et al. (2011),
 * doi:10.1002/sim.4154; Uno et al. (2007), doi:10.1198/016214507000000149 (AUC).
 */
public final class SurvivalEvaluation {

    private final SurvivalData data;
    private final CensoringCurve watched;
    private final double last;

    private SurvivalEvaluation(SurvivalData data) {
        this.data = data;
        this.watched = CensoringCurve.of(data);
        double most = 0;
        for (int row = 0; row < data.size(); row++) {
            most = Math.max(most, data.stop(row));
        }
        this.last = most;
    }

    /**
     * What then happened.
     *
     * @param data  rows watched from time 0, at least one
     * @return the evaluation
     */
    public static SurvivalEvaluation of(SurvivalData data) {
        if (data.hasStarts() || data.size() == 0) {
            throw new IllegalArgumentException("data must have at least one row, and rows watched from time 0.");
        }
        return new SurvivalEvaluation(data);
    }

    private void requireWatched(double when) {
        if (!(when > 0 && when < last) || !(watched.at(when) > 0)) {
            throw new IllegalArgumentException("when (" + when
                    + ") must be above 0 and before the last time at which somebody was watched (" + last + ").");
        }
    }

    private void requireRows(String name, int length) {
        if (length != data.size()) {
            throw new IllegalArgumentException(
                    name + " must have one value for each of the " + data.size() + " rows, had " + length + ".");
        }
    }

    /**
     * Brier's score at a time.
     *
     * @param when  the time
     * @param survival  for each row the predicted share that is still there after it
     * @return 0 is best, 0.25 is what 0.5 for everybody gives
     */
    public double brier(double when, double... survival) {
        requireWatched(when);
        requireRows("survival", survival.length);
        double sum = 0;
        double total = 0;
        for (int row = 0; row < survival.length; row++) {
            double weight = data.weight(row);
            total += weight;
            if (data.stop(row) > when) {
                sum += weight * (1 - survival[row]) * (1 - survival[row]) / watched.at(when);
            } else if (data.event(row)) {
                sum += weight * survival[row] * survival[row] / watched.before(data.stop(row));
            }
        }
        return sum / total;
    }

    /** Predictions at any time. */
    @FunctionalInterface
    public interface Prediction {

        /**
         * Predicts.
         *
         * @param row  the row
         * @param when  the time
         * @return the share that is still there after it
         */
        double survival(int row, double when);
    }

    /**
     * Brier's score over a span of time: its mean along straight lines between the given times.
     *
     * @param prediction  what was predicted
     * @param times  at least two, rising
     * @return 0 is best
     */
    public double integratedBrier(Prediction prediction, double... times) {
        if (times.length < 2) {
            throw new IllegalArgumentException("times must be at least two, were " + times.length + ".");
        }
        double area = 0;
        double before = Double.NaN;
        for (int i = 0; i < times.length; i++) {
            double[] survival = new double[data.size()];
            for (int row = 0; row < survival.length; row++) {
                survival[row] = prediction.survival(row, times[i]);
            }
            double now = brier(times[i], survival);
            if (i > 0) {
                if (!(times[i] > times[i - 1])) {
                    throw new IllegalArgumentException("times[" + i + "] (" + times[i]
                            + ") must be above the one before it, " + times[i - 1] + ".");
                }
                area += (now + before) / 2 * (times[i] - times[i - 1]);
            }
            before = now;
        }
        return area / (times[times.length - 1] - times[0]);
    }

    /**
     * Uno's concordance: as Harrell's, but it does not depend on how long customers happened to be watched.
     *
     * @param horizon  events up to this time count
     * @param risk  for each row a number that is larger for those expected to leave sooner
     * @return 0.5 is chance, also if no pair can be compared
     */
    public double concordance(double horizon, double... risk) {
        requireWatched(horizon);
        requireRows("risk", risk.length);
        WeightedPairs pairs = new WeightedPairs(risk);
        RiskSets sets = RiskSets.of(data);
        for (int step = 0; step < sets.steps; step++) {
            if (sets.first[step]) {
                pairs.clear();
            }
            for (int p = sets.enterFrom[step]; p < sets.enterTo[step]; p++) {
                if (!data.event(sets.row[p])) {
                    pairs.enter(sets.row[p], data.weight(sets.row[p]));
                }
            }
            double share = 1 / watched.before(sets.time[step]);
            for (int i = sets.deadFrom[step]; sets.time[step] <= horizon && i < sets.deadTo[step]; i++) {
                int row = sets.row[sets.dead[i]];
                pairs.compare(row, data.weight(row) * share * share);
            }
            for (int i = sets.deadFrom[step]; i < sets.deadTo[step]; i++) {
                pairs.enter(sets.row[sets.dead[i]], data.weight(sets.row[sets.dead[i]]));
            }
        }
        return pairs.share();
    }

    /**
     * The area under the curve of those who have left by a time against those who are still there.
     *
     * @param when  the time
     * @param risk  for each row a number that is larger for those expected to leave sooner
     * @return 0.5 is chance, also if there is nobody on one of the sides
     */
    public double auc(double when, double... risk) {
        requireWatched(when);
        requireRows("risk", risk.length);
        WeightedPairs pairs = new WeightedPairs(risk);
        for (int row = 0; row < risk.length; row++) {
            if (data.stop(row) > when) {
                pairs.enter(row, data.weight(row));
            }
        }
        for (int row = 0; row < risk.length; row++) {
            if (data.event(row) && data.stop(row) <= when) {
                pairs.compare(row, data.weight(row) / watched.before(data.stop(row)));
            }
        }
        return pairs.share();
    }

    /** Counts pairs of somebody who left with those who entered, by rank of risk. */
    private static final class WeightedPairs {

        private final int[] rank;
        private final double[] tree;
        private double right;
        private double all;

        WeightedPairs(double[] risk) {
            int[] order = Sorting.descending(risk);
            rank = new int[risk.length];
            int ranks = 0;
            for (int i = order.length - 1; i >= 0; i--) {
                if (i + 1 < order.length && risk[order[i]] != risk[order[i + 1]]) {
                    ranks++;
                }
                rank[order[i]] = ranks;
            }
            tree = new double[ranks + 2];
        }

        void clear() {
            java.util.Arrays.fill(tree, 0);
        }

        void enter(int row, double weight) {
            for (int i = rank[row] + 1; i < tree.length; i += i & -i) {
                tree[i] += weight;
            }
        }

        void compare(int row, double weight) {
            double below = sum(rank[row] - 1);
            double upTo = sum(rank[row]);
            right += weight * (below + upTo) / 2;
            all += weight * sum(tree.length - 2);
        }

        private double sum(int to) {
            double sum = 0;
            for (int i = to + 1; i > 0; i -= i & -i) {
                sum += tree[i];
            }
            return sum;
        }

        double share() {
            return all > 0 ? right / all : 0.5;
        }
    }
}
