package dev.rapport.health.estimate;

import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How often intervals hold the truth, by simulation: answers are cut from a normal number that is partly the account's and
 * partly the respondent's own.
 */
final class Coverage {

    /**
     * What is simulated.
     *
     * @param accounts  how many accounts
     * @param most  the most answers of an account; few have so many
     * @param likeness  the correlation of two answers of one account
     */
    record Design(int accounts, int most, double likeness) {}

    private static final int RUNS = 2000;

    /** Promoters above this, detractors below its negative plus the shift: shares of about 46, 29 and 25 %. */
    private static final double CUT = 0.67;

    private final Design design;
    private final double shift;
    private final Random random;

    private Coverage(Design design, double shift, long seed) {
        this.design = design;
        this.shift = shift;
        this.random = new Random(seed);
    }

    /** The share of intervals of one sample that hold the true mean. */
    static double ofSamples(Design design, double shift, Function<ClusteredSample, Interval> interval) {
        Coverage simulation = new Coverage(design, shift, 4);
        double truth = simulation.truth(0);
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            ClusteredSample sample = simulation.draw(new double[design.accounts()], 0);
            held += interval.apply(sample).contains(100 * truth) ? 1 : 0;
        }
        return (double) held / RUNS;
    }

    /** The share of intervals of the change between two samples of the same accounts that hold the true change. */
    static double ofChanges(
            Design design, double shift, BiFunction<ClusteredSample, ClusteredSample, Interval> interval) {
        Coverage simulation = new Coverage(design, shift, 5);
        double later = -0.3;
        double truth = simulation.truth(later) - simulation.truth(0);
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] moods = new double[design.accounts()];
            for (int i = 0; i < moods.length; i++) {
                moods[i] = simulation.random.nextGaussian();
            }
            ClusteredSample before = simulation.draw(moods, 0);
            held += interval.apply(before, simulation.draw(moods, later)).contains(100 * truth) ? 1 : 0;
        }
        return (double) held / RUNS;
    }

    /** The expected answer: the share above one cut less the share below the other, by the normal distribution. */
    private double truth(double moved) {
        return upperTail(CUT - shift - moved) - upperTail(CUT + shift + moved);
    }

    private static double upperTail(double x) {
        return org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1)
                .survivalProbability(x);
    }

    /** A sample; moods of zero are drawn anew. */
    private ClusteredSample draw(double[] moods, double moved) {
        ClusteredSample.Builder sample = ClusteredSample.builder();
        for (int account = 0; account < moods.length; account++) {
            double mood = moods[account] == 0 ? random.nextGaussian() : moods[account];
            double size = random.nextDouble();
            int answers = 1 + (int) (size * size * size * design.most());
            for (int i = 0; i < answers; i++) {
                double own = random.nextGaussian();
                double x = Math.sqrt(design.likeness()) * mood + Math.sqrt(1 - design.likeness()) * own + shift + moved;
                sample.add("account-" + account, x > CUT ? 1 : x < -CUT ? -1 : 0);
            }
        }
        return sample.build();
    }
}
