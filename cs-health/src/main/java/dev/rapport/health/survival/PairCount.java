package dev.rapport.health.survival;

import java.util.Arrays;

/**
 * For each row the weight of those with whom it forms a concordant, discordant or tied pair, whether it left first or the
 * other did. Two trees over the ranks of risk: who is at risk, and who has left (the latter tells a row what happened while
 * it was at risk).
 */
final class PairCount {

    final double[] concordant;
    final double[] discordant;
    final double[] tied;
    double tiedTime;

    private final SurvivalData data;
    private final RiskSets sets;
    private final int[] rank;
    private final double[] atRisk;
    private final double[] gone;

    private PairCount(SurvivalData data, RiskSets sets, double[] risk) {
        this.data = data;
        this.sets = sets;
        this.concordant = new double[data.size()];
        this.discordant = new double[data.size()];
        this.tied = new double[data.size()];
        double[] distinct = Ranks.distinct(sets.row, row -> risk[row]);
        this.rank = new int[data.size()];
        for (int row : sets.row) {
            rank[row] = Arrays.binarySearch(distinct, risk[row] + 0.0);
        }
        this.atRisk = new double[distinct.length + 1];
        this.gone = new double[distinct.length + 1];
    }

    static PairCount of(SurvivalData data, RiskSets sets, double[] risk) {
        PairCount count = new PairCount(data, sets, risk);
        for (int step = 0; step < count.sets.steps; step++) {
            count.step(step);
        }
        return count;
    }

    private void step(int step) {
        if (sets.first[step]) {
            Arrays.fill(atRisk, 0);
            Arrays.fill(gone, 0);
        }
        for (int p = sets.enterFrom[step]; p < sets.enterTo[step]; p++) {
            int row = sets.row[p];
            if (!data.event(row)) {
                enter(row);
            }
        }
        for (int i = sets.leaveFrom[step]; i < sets.leaveTo[step]; i++) {
            int row = sets.row[sets.leaving[i]];
            watch(row, 1);
            add(atRisk, rank[row], -data.weight(row));
        }
        double all = sum(atRisk, atRisk.length - 2);
        double weights = 0;
        for (int i = sets.deadFrom[step]; i < sets.deadTo[step]; i++) {
            int row = sets.row[sets.dead[i]];
            double below = sum(atRisk, rank[row] - 1);
            double upTo = sum(atRisk, rank[row]);
            concordant[row] += below;
            tied[row] += upTo - below;
            discordant[row] += all - upTo;
            tiedTime += weights * data.weight(row);
            weights += data.weight(row);
        }
        for (int i = sets.deadFrom[step]; i < sets.deadTo[step]; i++) {
            int row = sets.row[sets.dead[i]];
            add(gone, rank[row], data.weight(row));
        }
        for (int i = sets.deadFrom[step]; i < sets.deadTo[step]; i++) {
            enter(sets.row[sets.dead[i]]);
        }
        if (step + 1 == sets.steps || sets.first[step + 1]) {
            finish(step);
        }
    }

    private void enter(int row) {
        watch(row, -1);
        add(atRisk, rank[row], data.weight(row));
    }

    /** What has happened so far counts against a row that enters, and for one that leaves. */
    private void watch(int row, int sign) {
        double below = sum(gone, rank[row] - 1);
        double upTo = sum(gone, rank[row]);
        double all = sum(gone, gone.length - 2);
        discordant[row] += sign * below;
        tied[row] += sign * (upTo - below);
        concordant[row] += sign * (all - upTo);
    }

    /** Those who were at risk to the beginning of time leave at the end of their stratum. */
    private void finish(int step) {
        int from = step;
        while (!sets.first[from]) {
            from--;
        }
        boolean[] left = new boolean[sets.leaving.length == 0 ? 0 : sets.row.length];
        for (int s = from; s <= step && left.length > 0; s++) {
            for (int i = sets.leaveFrom[s]; i < sets.leaveTo[s]; i++) {
                left[sets.leaving[i]] = true;
            }
        }
        for (int p = sets.enterFrom[from]; p < sets.enterTo[step]; p++) {
            if (left.length == 0 || !left[p]) {
                watch(sets.row[p], 1);
            }
        }
    }

    private static void add(double[] tree, int rank, double weight) {
        for (int i = rank + 1; i < tree.length; i += i & -i) {
            tree[i] += weight;
        }
    }

    /** The sum over ranks 0 to the given one. */
    private static double sum(double[] tree, int rank) {
        double sum = 0;
        for (int i = rank + 1; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }
}
