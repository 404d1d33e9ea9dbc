package dev.rapport.health.warning.change;

/**
 * Thins out runs that are hardly probable, so that there are few of them.
 *
 * <p><strong>Formula.</strong> Runs of at least the step s stay as they are. The masses of the others are added up, oldest
 * first; whenever the sum reaches s, the run at hand stays, with the mass s, and the sum is less by s. Then all masses are
 * divided by their sum.
 *
 * <p><strong>Units.</strong> s as a probability.
 *
 * <p><strong>Edges.</strong> If more runs stay than may, s is doubled until they are few enough.
 *
 * <p><strong>Algorithm.</strong> One pass. The probability that the current run is longer than any length changes by at most
 * 2 s: by less than s before the division and by less than s with it. What of the sum is left over is the beginning of the
 * next one, so that rare runs do not lose for ever what one thinning takes from them.
 *
 * <p><strong>Reference.</strong> Stratified rejection control of P. Fearnhead, Z. Liu, "On-line inference for multiple
 * changepoint problems", Journal of the Royal Statistical Society B 69 (2007), doi:10.1111/j.1467-9868.2007.00601.x; with
 * a sum that goes on in place of a random beginning.
 */
final class Thinning {

    private final double share;
    private final int most;
    private double sum;

    Thinning(double share, int most) {
        this.share = share;
        this.most = most;
        this.sum = share / 2;
    }

    double sum() {
        return sum;
    }

    void resume(double kept) {
        sum = kept;
    }

    void thin(Runs runs) {
        double step = share;
        while (pass(runs, step, false) > most) {
            step *= 2;
        }
        runs.size = pass(runs, step, true);
        double total = 0;
        for (int i = 0; i < runs.size; i++) {
            total += runs.mass[i];
        }
        for (int i = 0; i < runs.size; i++) {
            runs.mass[i] /= total;
        }
    }

    /** How many runs stay with a step; the others leave, unless this only counts. */
    private int pass(Runs runs, double step, boolean leave) {
        double left = Math.min(sum, step);
        int staying = 0;
        for (int i = 0; i < runs.size; i++) {
            double mass = runs.mass[i];
            if (mass < step) {
                left += mass;
                if (left < step) {
                    continue;
                }
                left -= step;
                mass = step;
            }
            if (leave) {
                runs.move(i, staying);
                runs.mass[staying] = mass;
            }
            staying++;
        }
        sum = leave ? left : sum;
        return staying;
    }
}
