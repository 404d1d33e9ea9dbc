package dev.rapport.health.warning.change;

/**
 * What is usual in a series of counts: a rate, a factor for each kind of period, and how much more than Poisson counts they
 * scatter.
 *
 * <p><strong>Formula.</strong> The rate is {@code a / b} with {@code a = w a + x} and {@code b = w b + e}, where the exposure
 * e of a period is the factor of its slot times what is common; w is 1 until the memory is filled, then {@code 1 - 1 /
 * (memory + 1)}. A slot's factor is {@code (its events + 5) / (what the rate expects of it + 5)}. The dispersion is the
 * mean of {@code (x - r e)^2 / (r e)}, with as many 1 as the start-up has periods before it.
 *
 * <p><strong>Units.</strong> x and a in events, e and b in usual periods, the rate r in events of a usual period.
 *
 * <p><strong>Edges.</strong> Not ready before the start-up is over and five events were seen.
 *
 * <p><strong>Algorithm.</strong> The recursions, each in constant memory; what is learnt lags behind by a quarter of the
 * memory.
 *
 * <p><strong>Reference.</strong> M. West, J. Harrison, Bayesian Forecasting and Dynamic Models, 2nd edition, Springer 1997,
 * doi:10.1007/b98971, 2.3 and 10.8 (discounted gamma priors).
 */
final class CountBaseline {

    private static final double LEAST_EVENTS = 5;
    private static final double SHRINK = 5;

    private final int startUp;
    private final double keep;
    private final double[] slotEvents;
    private final double[] slotExpected;
    private final double[] pending;
    private int pendingSize;
    private int periods;
    private double events;
    private double exposure;
    private double dispersion = 1;

    CountBaseline(Learning learning) {
        this.startUp = learning.startUp();
        this.keep = 1 - 1.0 / (learning.memory() + 1);
        this.slotEvents = new double[learning.slots()];
        this.slotExpected = new double[learning.slots()];
        this.pending = new double[3 * Math.max(1, learning.memory() / 4)];
    }

    boolean isReady() {
        return periods >= startUp && events >= LEAST_EVENTS;
    }

    double events() {
        return events;
    }

    double exposure() {
        return exposure;
    }

    double rate() {
        return events / exposure;
    }

    double dispersion() {
        return Math.max(1, dispersion);
    }

    double factor(int slot) {
        return slotEvents.length == 1 ? 1 : (slotEvents[slot] + SHRINK) / (slotExpected[slot] + SHRINK);
    }

    /** Takes a period, to learn from it later; in the start-up, at once. */
    void learn(double value, int slot, double common) {
        if (!isReady()) {
            learnNow(value, slot, common);
            return;
        }
        if (pendingSize == pending.length) {
            learnNow(pending[0], (int) pending[1], pending[2]);
            System.arraycopy(pending, 3, pending, 0, pending.length - 3);
            pendingSize -= 3;
        }
        pending[pendingSize] = value;
        pending[pendingSize + 1] = slot;
        pending[pendingSize + 2] = common;
        pendingSize += 3;
    }

    private void learnNow(double value, int slot, double common) {
        double covered = factor(slot) * common;
        if (periods > 0 && events > 0) {
            double expected = rate() * covered;
            double gain = Math.max(1 - keep, 1.0 / (startUp + periods + 1));
            dispersion += gain * ((value - expected) * (value - expected) / expected - dispersion);
            slotEvents[slot] += value;
            slotExpected[slot] += rate() * common;
        }
        double kept = exposure * (1 - keep) < 1 ? 1 : keep;
        events = kept * events + value;
        exposure = kept * exposure + covered;
        periods++;
    }

    /** Takes the rate since a change for the usual one. */
    void moveTo(double seenEvents, double seenExposure) {
        double before = Math.max(rate(), CountCusum.LEAST_RATE);
        pendingSize = 0;
        events = seenEvents + 1;
        exposure = seenExposure + 1 / before;
    }

    void write(Numbers into) {
        into.put(periods)
                .put(events)
                .put(exposure)
                .put(dispersion)
                .put(slotEvents)
                .put(slotExpected);
        into.put(pendingSize);
        for (int i = 0; i < pendingSize; i++) {
            into.put(pending[i]);
        }
    }

    void read(Numbers from) {
        periods = from.takeWhole(0, Integer.MAX_VALUE);
        events = from.take();
        exposure = from.take();
        dispersion = from.take();
        from.takeInto(slotEvents);
        from.takeInto(slotExpected);
        pendingSize = from.takeWhole(0, pending.length);
        for (int i = 0; i < pendingSize; i++) {
            pending[i] = from.take();
        }
    }
}
