package dev.rapport.health.warning.change;

import java.util.Arrays;

/**
 * What is usual in a series of levels: a level, a factor for each kind of period, and how far observations scatter.
 *
 * <p><strong>Formula.</strong> An observation in slot s is {@code u = x / (factor[s] * common)} in units of the level. Level
 * m and variance v follow {@code m + g e} and {@code (1 - g)(v + g e^2)} with the error {@code e = u - m}, bounded to 2.5
 * standard deviations. The observation is standardised to {@code t = e / sqrt(v (1 + V + 1 / n[s]))}, where V is the sum of
 * the squared weights in m and n[s] the observations of the slot, and then to a z that is as normal as t is Student's with
 * {@code d = 1/V - 1} degrees of freedom: {@code (8d + 1)/(8d + 3) sqrt(d ln(1 + t^2/d))} with the sign of t, above d = 25
 * {@code t (1 - 1/(4d)) / sqrt(1 + t^2/(2d))}.
 *
 * <p><strong>Units.</strong> x and m in the unit of the series; factors, V and z without unit.
 *
 * <p><strong>Edges.</strong> A series whose median in its commonest slot is 0, or that scatters by more than its level, has
 * no level: it is not ready, and learns on from its last observations. A slot with less than a twentieth of the level, such
 * as the weekend of an office, has no factor. The standard deviation is at least a share of the level, so that a very quiet
 * series does not alarm for changes that do not matter.
 *
 * <p><strong>Algorithm.</strong> Start-up: medians by slot, median absolute deviation, then one step of Huber's estimate.
 * Afterwards exponential weights with {@code g = max(1 / (memory + 1), V / (1 + V))}, which are those of a plain mean until
 * the memory is filled. The slot that is commonest in the start-up is the measure: its factor stays 1. Bounded squares are
 * divided by 0.97757, their mean where the scatter is normal. What is learnt lags behind by a quarter of the memory, so
 * that a change is not usual before it is found; to stop learning while one is suspected instead would leave out the low
 * observations of a series that does not change, and cost two thirds of its run length.
 *
 * <p><strong>Reference.</strong> D. M. Hawkins, "Self-starting cusum charts for location and scale", The Statistician 36
 * (1987), doi:10.2307/2348827; D. L. Wallace, "Bounds on normal approximations to Student's and the chi-square
 * distributions", Annals of Mathematical Statistics 30 (1959), doi:10.1214/aoms/1177706100; Abramowitz and Stegun 26.7.8;
 * P. J. Huber, E. M. Ronchetti,
 * Robust Statistics, 2nd edition, Wiley 2009, doi:10.1002/9780470434697, chapter 6.
 */
final class Baseline {

    private static final double BOUND = 2.5;
    private static final double NORMAL_MEDIAN_DEVIATION = 1.4826;
    private static final double IDLE = 0.05;
    private static final double LEAST_GAIN_OF_SLOT = 0.05;
    private static final int LEARNT = 2;
    /** The mean of the square of a standard normal deviate that is bounded to 2.5. */
    private static final double BOUNDED_SQUARE = 0.97757;
    /** For the median deviation of few observations: C. Croux, P. J. Rousseeuw 1992, doi:10.1007/978-3-662-26811-7_58. */
    private static final double FEW = 0.8;
    /** From so many degrees of freedom on, the shorter formula is as good. */
    private static final double MANY = 25;

    private final int startUp;
    private final double leastGain;
    private final double floor;

    private final double[] startValues;
    private final double[] startSlots;
    private int started;
    private boolean ready;
    private int measure;
    private double level;
    private double variance;
    private double spread;
    private double freedom;
    /** The standard deviation, at least the floor; follows from level and variance. */
    private double noise;

    private final double[] factor;
    private final double[] seen;

    /** What is still to be learnt, oldest first. */
    private final double[] pendingValues;

    private final double[] pendingSlots;
    private int pending;
    private int oldest;

    Baseline(Learning learning, double floor) {
        this.startUp = learning.startUp();
        this.leastGain = 1.0 / (learning.memory() + 1);
        this.floor = floor;
        this.startValues = new double[startUp];
        this.startSlots = new double[startUp];
        this.factor = new double[learning.slots()];
        this.seen = new double[learning.slots()];
        int lag = Math.max(1, learning.memory() / 4);
        this.pendingValues = new double[lag];
        this.pendingSlots = new double[lag];
    }

    boolean isReady() {
        return ready;
    }

    /** Whether it is known what is usual in a slot. */
    boolean knows(int slot) {
        return ready && seen[slot] >= LEARNT && factor[slot] >= IDLE;
    }

    double level() {
        return level;
    }

    double factor(int slot) {
        return factor[slot];
    }

    double noise() {
        return noise;
    }

    private void setNoise() {
        noise = Math.max(StrictMath.sqrt(variance), floor * level);
    }

    /** An observation of the start-up, free of what is common. */
    void start(double value, int slot) {
        if (started == startUp) {
            System.arraycopy(startValues, 1, startValues, 0, startUp - 1);
            System.arraycopy(startSlots, 1, startSlots, 0, startUp - 1);
            started--;
        }
        startValues[started] = value;
        startSlots[started++] = slot;
        if (started == startUp) {
            fit();
        }
    }

    private void fit() {
        Arrays.fill(seen, 0);
        for (double slot : startSlots) {
            seen[(int) slot]++;
        }
        measure = 0;
        double most = 0;
        double medianOfMeasure = 0;
        for (int slot = 0; slot < seen.length; slot++) {
            double median = seen[slot] >= LEARNT ? medianOf(slot) : 0;
            factor[slot] = median;
            boolean isCommoner = median > 0 && (seen[slot] > most || (seen[slot] == most && median > medianOfMeasure));
            if (isCommoner) {
                measure = slot;
                most = seen[slot];
                medianOfMeasure = median;
            }
        }
        if (medianOfMeasure > 0 && Double.isFinite(medianOfMeasure)) {
            for (int slot = 0; slot < factor.length; slot++) {
                factor[slot] /= medianOfMeasure;
            }
            fitLevel();
        }
    }

    private double medianOf(int slot) {
        double[] values = new double[(int) seen[slot]];
        int count = 0;
        for (int i = 0; i < startUp; i++) {
            if ((int) startSlots[i] == slot) {
                values[count++] = startValues[i];
            }
        }
        return median(values, count);
    }

    private void fitLevel() {
        double[] adjusted = new double[startUp];
        int count = 0;
        int slots = 0;
        for (int i = 0; i < startUp; i++) {
            int slot = (int) startSlots[i];
            if (seen[slot] >= LEARNT && factor[slot] >= IDLE) {
                adjusted[count++] = startValues[i] / factor[slot];
            }
        }
        for (int slot = 0; slot < factor.length; slot++) {
            slots += seen[slot] >= LEARNT && factor[slot] >= IDLE ? 1 : 0;
        }
        level = median(adjusted.clone(), count);
        double[] distances = new double[count];
        for (int i = 0; i < count; i++) {
            distances[i] = Math.abs(adjusted[i] - level);
        }
        double few = count / (count - FEW);
        double deviation = Math.max(NORMAL_MEDIAN_DEVIATION * few * median(distances, count), floor * level);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double error = bounded(adjusted[i] - level, deviation);
            sum += error;
            squares += error * error;
        }
        double free = Math.max(2, count - slots);
        level += sum / count;
        variance = Math.max(0, squares - sum * sum / count) / (free * BOUNDED_SQUARE);
        setSpread(1 / (free + 1));
        setNoise();
        ready = count > 1 && level > 0 && StrictMath.sqrt(variance) <= level;
    }

    private void setSpread(double value) {
        spread = value;
        freedom = Math.max(1, 1 / value - 1);
    }

    private static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return count == 0 ? 0 : 0.5 * (values[(count - 1) / 2] + values[count / 2]);
    }

    private static double bounded(double error, double deviation) {
        double bound = BOUND * deviation;
        return Math.max(-bound, Math.min(bound, error));
    }

    /** The observation as a standard normal deviate, as long as nothing changes. */
    double standardise(double adjusted, int slot) {
        double slotSpread = factor.length == 1 ? 0 : 1 / seen[slot];
        double t = (adjusted - level) / (noise * StrictMath.sqrt(1 + spread + slotSpread));
        double d = freedom;
        if (d > MANY) {
            return t * (1 - 1 / (4 * d)) / StrictMath.sqrt(1 + t * t / (2 * d));
        }
        double z = (8 * d + 1) / (8 * d + 3) * StrictMath.sqrt(d * StrictMath.log1p(t * t / d));
        return t < 0 ? -z : z;
    }

    /** Takes an observation in a slot that is known, free of what is common, to learn from it later. */
    void learn(double value, int slot) {
        if (pending == pendingValues.length) {
            learnNow(pendingValues[oldest], (int) pendingSlots[oldest]);
            oldest = oldest + 1 == pendingValues.length ? 0 : oldest + 1;
            pending--;
        }
        int at = (oldest + pending) % pendingValues.length;
        pendingValues[at] = value;
        pendingSlots[at] = slot;
        pending++;
    }

    private void learnNow(double value, int slot) {
        double error = bounded(value / factor[slot] - level, noise);
        double gain = Math.max(leastGain, spread / (1 + spread));
        level += gain * error;
        variance = (1 - gain) * (variance + gain * error * error / BOUNDED_SQUARE);
        setNoise();
        setSpread((1 - gain) * (1 - gain) * spread + gain * gain);
        if (slot != measure) {
            double gainOfSlot = Math.max(LEAST_GAIN_OF_SLOT, 1 / (seen[slot] + 1));
            factor[slot] *= 1 + gainOfSlot * error / level;
        }
        seen[slot]++;
    }

    /** Learns what is usual in a slot that is not known. */
    void learnSlot(double value, int slot) {
        seen[slot] = Math.min(seen[slot] + 1, 1 / LEAST_GAIN_OF_SLOT);
        factor[slot] += (value / level - factor[slot]) / seen[slot];
    }

    /** Takes the level since a change for the usual one; begins anew where hardly anything is left. */
    void moveBy(double deviation, int periods) {
        pending = 0;
        if (deviation <= IDLE - 1) {
            ready = false;
            started = 0;
            return;
        }
        level *= 1 + deviation;
        variance *= (1 + deviation) * (1 + deviation);
        setNoise();
        setSpread(Math.max(spread, 1.0 / (periods + 1)));
    }

    void write(Numbers into) {
        into.put(ready ? 1 : 0)
                .put(measure)
                .put(level)
                .put(variance)
                .put(spread)
                .put(factor)
                .put(seen);
        into.put(pending);
        for (int i = 0; i < pending; i++) {
            int at = (oldest + i) % pendingValues.length;
            into.put(pendingValues[at]).put(pendingSlots[at]);
        }
        if (!ready) {
            into.put(started);
            for (int i = 0; i < started; i++) {
                into.put(startValues[i]).put(startSlots[i]);
            }
        }
    }

    void read(Numbers from) {
        ready = from.takeWhole(0, 1) == 1;
        measure = from.takeWhole(0, factor.length - 1);
        level = from.take();
        variance = from.take();
        setSpread(from.take());
        setNoise();
        from.takeInto(factor);
        from.takeInto(seen);
        oldest = 0;
        pending = from.takeWhole(0, pendingValues.length);
        for (int i = 0; i < pending; i++) {
            pendingValues[i] = from.take();
            pendingSlots[i] = from.takeWhole(0, factor.length - 1);
        }
        if (!ready) {
            started = from.takeWhole(0, startUp);
            for (int i = 0; i < started; i++) {
                startValues[i] = from.take();
                startSlots[i] = from.takeWhole(0, factor.length - 1);
            }
        }
    }
}
