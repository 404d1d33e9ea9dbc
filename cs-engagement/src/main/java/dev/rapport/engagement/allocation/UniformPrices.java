package dev.rapport.engagement.allocation;

/**
 * One price for each capacity, the same for all agents, found by halving on a sample of the items: where the search for
 * the prices of each begins when there are many.
 */
final class UniformPrices {

    private static final int SAMPLE = 1_000;
    private static final int DOUBLINGS = 60;
    private static final int HALVINGS = 20;

    private final AllocationProblem problem;
    private final double[] prices;
    private final Budget budget;
    private final PricedRow row;
    private final int stride;
    private final int[] first = new int[1];
    private final double[] least = new double[1];

    private UniformPrices(AllocationProblem problem, double[] prices, Budget budget) {
        this.problem = problem;
        this.prices = prices;
        this.budget = budget;
        this.row = new PricedRow(problem);
        this.stride = Math.max(1, problem.items / SAMPLE);
    }

    static void set(AllocationProblem problem, double[] prices, Budget budget) {
        for (int kind = 0; kind < problem.loads.length; kind++) {
            if (problem.loads[kind].isHard()) {
                new UniformPrices(problem, prices, budget).set(kind);
            }
        }
    }

    private void set(int kind) {
        double dear = 1.0 / (1 << 20);
        for (int doubling = 0; doubling < DOUBLINGS && isShort(kind, dear); doubling++) {
            dear *= 2;
        }
        double cheap = 0;
        for (int halving = 0; halving < HALVINGS && !budget.isOver(); halving++) {
            double middle = (cheap + dear) / 2;
            if (isShort(kind, middle)) {
                cheap = middle;
            } else {
                dear = middle;
            }
        }
        price(kind, cheap);
    }

    private void price(int kind, double price) {
        for (int slot : problem.slots[kind]) {
            prices[slot] = price;
        }
    }

    /** Says whether more is wanted at a price than there is. */
    private boolean isShort(int kind, double price) {
        if (budget.isOver()) {
            return false;
        }
        price(kind, price);
        double[] wanted = new double[problem.slotCount];
        double all = 0;
        for (int item = 0; item < problem.items; item += stride) {
            row.read(item, prices);
            if (row.cheapest(item, 1, first, least, 0) > 0) {
                double usage = (double) stride * problem.loads[kind].usage(item, first[0]);
                wanted[problem.slots[kind][first[0]]] += usage;
                all += usage;
            }
            budget.made(problem.agents);
        }
        double there = 0;
        boolean[] isSeen = new boolean[problem.slotCount];
        for (int slot : problem.slots[kind]) {
            there += isSeen[slot] ? 0 : Math.min(problem.targets[slot], Math.max(all, wanted[slot]));
            isSeen[slot] = true;
        }
        return all > there;
    }
}
