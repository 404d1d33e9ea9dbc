package dev.rapport.engagement.allocation;

/**
 * A search through the ways to place some items with some agents, in depth-first order, all other items being where they
 * are.
 */
abstract class Placings {

    private static final int LOOK_UP = 4096;

    final AllocationProblem problem;
    final Candidates candidates;
    int items;
    int agents;
    int[] agentAt = new int[0];
    int[] chosen = new int[0];
    private final Budget budget;
    private int[] presentAt = new int[0];
    private int[] found = new int[0];
    private long nodes;
    private long most;

    Placings(AllocationProblem problem, Candidates candidates, Budget budget) {
        this.problem = problem;
        this.candidates = candidates;
        this.budget = budget;
    }

    /**
     * Looks for the best way below a limit that is not the present one.
     *
     * @param now  the loads, which are changed on the way and are back where they were in the end
     * @param freed  the items, taken off the loads already, in the order in which they are placed
     * @param itemCount  how many they are
     * @param present  where they are now, by index of the agents
     * @param among  the agents
     * @param agentCount  how many they are
     * @param mustBeBelow  reduced costs of the items and waste of the loads of these agents together
     * @param mostNodes  when to give up
     * @return reduced costs and waste of the way found, or the limit if there is none
     */
    abstract double search(
            double[] now,
            int[] freed,
            int itemCount,
            int[] present,
            int[] among,
            int agentCount,
            double mustBeBelow,
            long mostNodes);

    /** With how few agents a search is worth it. */
    abstract int fewestAgents();

    /** With how many agents a search still ends. */
    abstract int mostAgents();

    /** Begins a search; nothing is chosen, visited or found yet. */
    final void begin(int itemCount, int[] present, int[] among, int agentCount, long mostNodes) {
        items = itemCount;
        agents = agentCount;
        agentAt = among;
        presentAt = present;
        most = mostNodes;
        nodes = 0;
        if (chosen.length < items) {
            chosen = new int[items];
            found = new int[items];
        }
    }

    /** Counts a node, and says whether it may be visited. */
    final boolean visits() {
        if (++nodes > most) {
            return false;
        }
        if (nodes % LOOK_UP == 0 && budget.isOverAfter(nodes)) {
            most = nodes - 1;
            return false;
        }
        return true;
    }

    /** Counts work that is none of visiting nodes, and is no reason to give up. */
    final void countBesides(long more) {
        nodes += more;
        most += more;
    }

    /** Says whether what is chosen is where the items are now. */
    final boolean isPresent() {
        for (int at = 0; at < items; at++) {
            if (chosen[at] != presentAt[at]) {
                return false;
            }
        }
        return true;
    }

    /** What is chosen is the best so far. */
    final void keep() {
        System.arraycopy(chosen, 0, found, 0, items);
    }

    /** Where an item of the last search goes, after {@link #search} found something. */
    final int found(int at) {
        return agentAt[found[at]];
    }

    /** How many nodes the last search visited. */
    final long nodes() {
        return nodes;
    }

    /** Says whether the last search saw everything that could be below its limit. */
    final boolean isComplete() {
        return nodes <= most;
    }
}
