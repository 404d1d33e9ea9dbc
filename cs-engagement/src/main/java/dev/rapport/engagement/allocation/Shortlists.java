package dev.rapport.engagement.allocation;

/**
 * The cheapest agents of each item at some prices, and the relaxation with these only. Where all agents fit onto the lists
 * it is the whole relaxation. Otherwise those who are not listed stand behind them with what the next of them cost when
 * the lists were made, and a little more: so far the lists are trusted.
 */
final class Shortlists {

    private static final int MOST_LISTED = 24;

    private final AllocationProblem problem;
    private final Budget budget;
    private final PricedRow row;
    private final int width;
    private final int[] counts;
    private final int[] listed;
    private final int[] costs;
    private final double[] elsewhere;
    private final int[] cheapest;
    private final double[] priced;
    private final int[] near;
    private double trust;
    private double unsmoothed;

    Shortlists(AllocationProblem problem, Budget budget) {
        this.problem = problem;
        this.budget = budget;
        this.row = new PricedRow(problem);
        this.width = Math.min(MOST_LISTED, problem.agents);
        this.counts = new int[problem.items];
        this.listed = new int[problem.items * width];
        this.costs = new int[problem.items * width];
        this.elsewhere = new double[problem.items];
        this.cheapest = new int[width + 1];
        this.priced = new double[width + 1];
        this.near = new int[width + 1];
    }

    /** Says whether everybody is listed. */
    boolean isComplete() {
        return width == problem.agents;
    }

    /** How many pairs are listed at most. */
    long pairs() {
        return (long) problem.items * width;
    }

    /**
     * Chooses the cheapest agents of each item at some prices.
     *
     * @param off  by how much each load is then off its target is written here
     * @param mayStop  whether to give up when the budget is over
     * @return the value of the whole relaxation: infinite if nobody may have an item, minus infinite if it was given up
     */
    double choose(double[] at, double[] off, boolean mayStop) {
        double value = withoutItems(at, off);
        double spread = 0;
        for (int item = 0; item < problem.items; item++) {
            row.read(item, at);
            int from = item * width;
            int found = row.cheapest(item, width + 1, cheapest, priced, 0);
            if (found == 0) {
                return Double.POSITIVE_INFINITY;
            }
            counts[item] = Math.min(width, found);
            elsewhere[item] = found > width ? priced[width] : Double.POSITIVE_INFINITY;
            spread += found > width ? priced[width] - priced[0] : 0;
            for (int place = 0; place < counts[item]; place++) {
                listed[from + place] = cheapest[place];
                costs[from + place] = problem.cost(item, cheapest[place]);
            }
            value += priced[0];
            use(item, 0, 1, off);
            budget.made(problem.agents);
            if (mayStop && budget.isOver()) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        trust = spread / Math.max(1, problem.items);
        return value;
    }

    /** The value of the relaxation at some prices, and by how much each load is then off its target. */
    double relaxed(double[] at, double[] off) {
        double value = withoutItems(at, off);
        long pairs = 0;
        for (int item = 0; item < problem.items; item++) {
            int cheapest = price(item, at);
            value += priced[cheapest];
            use(item, cheapest, 1, off);
            pairs += counts[item];
        }
        budget.made(pairs);
        return value;
    }

    /**
     * The same, made smooth: an item is shared among those who are nearly as cheap as the cheapest, {@code x} of it with
     * each, and half of {@code x * x * width} is added. {@link #unsmoothed} has the value without that.
     */
    double smoothed(double[] at, double[] off, double smoothing) {
        double value = withoutItems(at, off);
        unsmoothed = value;
        long pairs = 0;
        for (int item = 0; item < problem.items; item++) {
            int cheapest = price(item, at);
            unsmoothed += priced[cheapest];
            value += share(item, cheapest, off, smoothing);
            pairs += counts[item];
        }
        budget.made(pairs);
        return value;
    }

    /** The value of the relaxation where it was last smoothed. */
    double unsmoothed() {
        return unsmoothed;
    }

    private int price(int item, double[] at) {
        int from = item * width;
        int cheapest = 0;
        for (int place = 0; place < counts[item]; place++) {
            int agent = listed[from + place];
            double cost = costs[from + place];
            for (int kind = 0; kind < problem.loads.length; kind++) {
                cost += at[problem.slots[kind][agent]] * problem.loads[kind].usage(item, agent);
            }
            priced[place] = cost;
            if (cost < priced[cheapest]) {
                cheapest = place;
            }
        }
        int others = counts[item];
        if (hasOthers(item)) {
            priced[others] = elsewhere[item] + trust;
            cheapest = priced[others] < priced[cheapest] ? others : cheapest;
        }
        return cheapest;
    }

    private boolean hasOthers(int item) {
        return elsewhere[item] < Double.POSITIVE_INFINITY;
    }

    private double share(int item, int cheapest, double[] off, double smoothing) {
        int count = 0;
        double most = priced[cheapest] + smoothing;
        int options = counts[item] + (hasOthers(item) ? 1 : 0);
        for (int place = 0; place < options; place++) {
            if (priced[place] < most) {
                int to = count++;
                for (; to > 0 && priced[near[to - 1]] > priced[place]; to--) {
                    near[to] = near[to - 1];
                }
                near[to] = place;
            }
        }
        double sum = 0;
        double level = 0;
        int sharing = 0;
        while (sharing < count && (sharing == 0 || priced[near[sharing]] < level)) {
            sum += priced[near[sharing++]];
            level = (smoothing + sum) / sharing;
        }
        double value = 0;
        for (int rank = 0; rank < sharing; rank++) {
            double share = (level - priced[near[rank]]) / smoothing;
            value += share * priced[near[rank]] + share * share * smoothing / 2;
            use(item, near[rank], share, off);
        }
        return value;
    }

    private double withoutItems(double[] at, double[] off) {
        double value = 0;
        for (int slot = 0; slot < at.length; slot++) {
            value -= at[slot] * problem.targets[slot];
            off[slot] = -problem.targets[slot];
        }
        return value;
    }

    private void use(int item, int place, double share, double[] off) {
        if (place == counts[item]) {
            return;
        }
        int agent = listed[item * width + place];
        for (int kind = 0; kind < problem.loads.length; kind++) {
            off[problem.slots[kind][agent]] += share * problem.loads[kind].usage(item, agent);
        }
    }

    /** How far apart the agents of an item are listed at present, in the mean. */
    double spread(double[] at) {
        double sum = 0;
        for (int item = 0; item < problem.items; item++) {
            int cheapest = price(item, at);
            double dearest = priced[cheapest];
            for (int place = 0; place < counts[item]; place++) {
                dearest = Math.max(dearest, priced[place]);
            }
            sum += dearest - priced[cheapest];
        }
        return sum / Math.max(1, problem.items);
    }

    /** The mean square of what items use, by slot: the scale of its price. */
    double[] scales() {
        double[] scales = new double[problem.slotCount];
        double[] counts = new double[problem.slotCount];
        for (int item = 0; item < problem.items; item++) {
            for (int place = item * width; place < item * width + this.counts[item]; place++) {
                for (int kind = 0; kind < problem.loads.length; kind++) {
                    int slot = problem.slots[kind][listed[place]];
                    double usage = problem.loads[kind].usage(item, listed[place]);
                    scales[slot] += usage * usage;
                    counts[slot]++;
                }
            }
        }
        for (int slot = 0; slot < scales.length; slot++) {
            scales[slot] = scales[slot] > 0 ? scales[slot] / counts[slot] : 1;
        }
        return scales;
    }
}
