package dev.rapport.engagement.allocation;

import java.util.Arrays;

/**
 * A sharper bound for problems with one capacity for each agent, and the proof that nothing is better: that each item is
 * placed once is priced, and each agent's knapsack is solved exactly, by dynamic programming; what cannot be decided so
 * is branched on, item by item. Fisher, Jaikumar and Van Wassenhove (1986), doi:10.1287/mnsc.32.9.1095.
 */
final class KnapsackTree {

    private static final long MOST_CELLS = 3_000_000;
    private static final int CELLS_A_STEP = 4;
    private static final int PATIENCE = 8;
    private static final int LEAST_STEP = 1_000;
    private static final double ROUNDING = 1e-6;

    private final AllocationProblem problem;
    private final Budget budget;
    private final Load load;
    private final boolean[] isAllowed;
    private final int[] timesPlaced;
    private final boolean[] isTaken;
    private final double[] table;
    private final boolean[] decisions;
    private final int[] inUse;
    private double best;
    private int[] answer = new int[0];
    private long roundsLeft;

    /** Only for problems that {@link #fits}. */
    KnapsackTree(AllocationProblem problem, Budget budget) {
        this.problem = problem;
        this.budget = budget;
        this.load = problem.loads[0];
        int pairs = problem.items * problem.agents;
        this.isAllowed = new boolean[pairs];
        this.timesPlaced = new int[problem.items];
        this.isTaken = new boolean[pairs];
        this.inUse = new int[problem.items];
        int widest = (int) Arrays.stream(load.targets).max().orElse(0) + 1;
        this.table = new double[widest];
        this.decisions = new boolean[widest * problem.items];
        for (int item = 0; item < problem.items; item++) {
            for (int agent = 0; agent < problem.agents; agent++) {
                isAllowed[item * problem.agents + agent] =
                        problem.allows(item, agent) && load.usage(item, agent) <= load.targets[agent];
            }
        }
    }

    static boolean fits(AllocationProblem problem) {
        if (problem.loads.length != 1 || !problem.loads[0].isHard() || !problem.isWhole()) {
            return false;
        }
        long[] capacities = problem.loads[0].targets;
        return capacities.length == problem.agents
                && cells(problem) <= MOST_CELLS
                && Arrays.stream(capacities).min().orElse(0) >= 0;
    }

    private static double cells(AllocationProblem problem) {
        return problem.items
                * (1.0 + Arrays.stream(problem.loads[0].targets).asDoubleStream().sum());
    }

    /** About how many steps a round takes. */
    long stepsARound() {
        return (long) (cells(problem) / CELLS_A_STEP);
    }

    /** The best bound for everything that is allowed, not above what is known to be reached; prices are improved. */
    double bound(double[] prices, double reached, int rounds) {
        double[] at = prices.clone();
        double greatest = Double.NEGATIVE_INFINITY;
        double share = 1;
        int idle = 0;
        for (int round = 0; round < rounds && !budget.isOver(); round++) {
            double value = relaxed(at);
            idle++;
            if (value > greatest + ROUNDING) {
                greatest = value;
                idle = 0;
                System.arraycopy(at, 0, prices, 0, at.length);
            }
            double square = 0;
            for (int times : timesPlaced) {
                square += (times - 1.0) * (times - 1.0);
            }
            if (square == 0 || Math.ceil(greatest - ROUNDING) >= reached) {
                break;
            }
            if (idle > PATIENCE) {
                share /= 2;
                idle = 0;
                if (share < 1.0 / LEAST_STEP) {
                    break;
                }
            }
            double length = share * Math.max(ROUNDING, reached - value) / square;
            for (int item = 0; item < at.length; item++) {
                at[item] += length * (1 - timesPlaced[item]);
            }
        }
        return greatest;
    }

    private double relaxed(double[] prices) {
        double value = 0;
        Arrays.fill(timesPlaced, 0);
        for (double price : prices) {
            value += price;
        }
        for (int agent = 0; agent < problem.agents; agent++) {
            value -= knapsack(agent, prices);
        }
        return value;
    }

    /** What an agent can save at most, and with which items. */
    private double knapsack(int agent, double[] prices) {
        int width = (int) load.targets[agent] + 1;
        Arrays.fill(table, 0, width, 0);
        int count = 0;
        for (int item = 0; item < problem.items; item++) {
            int pair = item * problem.agents + agent;
            isTaken[pair] = false;
            double saved = isAllowed[pair] ? prices[item] - problem.cost(item, agent) : 0;
            if (saved > 0) {
                int usage = load.usage(item, agent);
                int from = count * width;
                for (int room = width - 1; room >= usage; room--) {
                    double with = table[room - usage] + saved;
                    boolean isBetter = with > table[room];
                    decisions[from + room] = isBetter;
                    if (isBetter) {
                        table[room] = with;
                    }
                }
                Arrays.fill(decisions, from, from + Math.min(usage, width), false);
                inUse[count++] = item;
            }
        }
        budget.made((long) count * width / CELLS_A_STEP + problem.items);
        int room = width - 1;
        for (int at = count - 1; at >= 0; at--) {
            if (decisions[at * width + room]) {
                int item = inUse[at];
                isTaken[item * problem.agents + agent] = true;
                timesPlaced[item]++;
                room -= load.usage(item, agent);
            }
        }
        return table[width - 1];
    }

    /**
     * Searches for an answer that is better than what is reached.
     *
     * @return true if everything was searched; {@link #answer} has the best that was found
     */
    boolean search(double[] prices, double reached, long mostRounds) {
        best = reached;
        roundsLeft = mostRounds;
        branch(prices.clone());
        return roundsLeft > 0 && !budget.isOver();
    }

    /** The best answer that was found, empty if nothing is better than what was reached. */
    int[] answer() {
        return answer;
    }

    private void branch(double[] prices) {
        int rounds = (int) Math.min(60, roundsLeft);
        if (rounds <= 0 || budget.isOver()) {
            return;
        }
        roundsLeft -= rounds;
        double bound = bound(prices, best, rounds);
        if (Math.ceil(bound - ROUNDING) >= best) {
            return;
        }
        relaxed(prices);
        int open = mostContested();
        if (open < 0) {
            take();
            return;
        }
        boolean[] row = Arrays.copyOfRange(isAllowed, open * problem.agents, (open + 1) * problem.agents);
        boolean[] first = Arrays.copyOfRange(isTaken, open * problem.agents, (open + 1) * problem.agents);
        for (int pass = 0; pass < 2; pass++) {
            for (int agent = 0; agent < problem.agents; agent++) {
                if (row[agent] && first[agent] == (pass == 0)) {
                    Arrays.fill(isAllowed, open * problem.agents, (open + 1) * problem.agents, false);
                    isAllowed[open * problem.agents + agent] = true;
                    branch(prices.clone());
                }
            }
        }
        System.arraycopy(row, 0, isAllowed, open * problem.agents, problem.agents);
    }

    /** The item that most agents want, or that none wants; -1 if each is placed once. */
    private int mostContested() {
        int open = -1;
        for (int item = 0; item < timesPlaced.length; item++) {
            boolean isMore = timesPlaced[item] != 1
                    && (open < 0 || Math.abs(timesPlaced[item] - 1) > Math.abs(timesPlaced[open] - 1));
            if (isMore) {
                open = item;
            }
        }
        return open;
    }

    private void take() {
        int[] agentOf = new int[problem.items];
        for (int item = 0; item < problem.items; item++) {
            for (int agent = 0; agent < problem.agents; agent++) {
                if (isTaken[item * problem.agents + agent]) {
                    agentOf[item] = agent;
                }
            }
        }
        double value = problem.evaluate(agentOf);
        if (value < best) {
            best = value;
            answer = agentOf;
        }
    }
}
