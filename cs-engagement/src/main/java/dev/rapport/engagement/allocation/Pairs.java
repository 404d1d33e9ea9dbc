package dev.rapport.engagement.allocation;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** What pairs of an item and an agent cost: a table whose rows items may share, lists, or a function. */
abstract class Pairs {

    /** What a pair costs, or {@link AllocationProblem#FORBIDDEN}. */
    abstract int cost(int item, int agent);

    /** Writes the agents that may have an item, in order, and what they cost; returns how many they are. */
    abstract int fill(int item, int[] agentsInto, int[] costsInto);

    /** The cost of every item with every agent, by rows. */
    static final class Table extends Pairs {
        private final int agents;
        private final int[] rows;
        private final int[] rowOf;

        Table(int agents, int[] rows, int[] rowOf) {
            this.agents = agents;
            this.rows = rows;
            this.rowOf = rowOf;
            for (int row : rowOf) {
                if (row < 0 || (row + 1L) * agents > rows.length) {
                    throw new IllegalArgumentException(
                            "rows (" + rows.length + " costs) must have " + agents + " costs for row " + row + ".");
                }
            }
            if (Arrays.stream(rows).anyMatch(cost -> cost < 0)) {
                throw new IllegalArgumentException("rows must not have negative costs.");
            }
        }

        @Override
        int cost(int item, int agent) {
            return rows[rowOf[item] * agents + agent];
        }

        @Override
        int fill(int item, int[] agentsInto, int[] costsInto) {
            int from = rowOf[item] * agents;
            int count = 0;
            for (int agent = 0; agent < agents; agent++) {
                int cost = rows[from + agent];
                if (cost != AllocationProblem.FORBIDDEN) {
                    agentsInto[count] = agent;
                    costsInto[count++] = cost;
                }
            }
            return count;
        }
    }

    /** The few agents that may have an item. */
    static final class Listed extends Pairs {
        private final int[] starts;
        private final int[] listed;
        private final int[] costs;

        Listed(int agents, int[] starts, int[] listed, int[] costs) {
            this.starts = starts;
            this.listed = listed;
            this.costs = costs;
            if (starts.length == 0 || starts[0] != 0 || starts[starts.length - 1] != listed.length) {
                throw new IllegalArgumentException("starts must begin with 0 and end with " + listed.length + ".");
            }
            if (costs.length != listed.length) {
                throw new IllegalArgumentException(
                        "costs (" + costs.length + ") must be as many as listed agents (" + listed.length + ").");
            }
            for (int item = 0; item + 1 < starts.length; item++) {
                if (starts[item + 1] < starts[item]) {
                    throw new IllegalArgumentException("starts must not fall after item " + item + ".");
                }
                for (int at = starts[item]; at < starts[item + 1]; at++) {
                    boolean isInOrder = listed[at] < agents && listed[at] > (at == starts[item] ? -1 : listed[at - 1]);
                    if (!isInOrder || costs[at] < 0) {
                        throw new IllegalArgumentException("agents of item " + item
                                + " must be listed in order, each once, with costs of at least 0.");
                    }
                }
            }
        }

        @Override
        int cost(int item, int agent) {
            int at = Arrays.binarySearch(listed, starts[item], starts[item + 1], agent);
            return at < 0 ? AllocationProblem.FORBIDDEN : costs[at];
        }

        @Override
        int fill(int item, int[] agentsInto, int[] costsInto) {
            int count = starts[item + 1] - starts[item];
            System.arraycopy(listed, starts[item], agentsInto, 0, count);
            System.arraycopy(costs, starts[item], costsInto, 0, count);
            return count;
        }
    }

    /** Reckoned whenever it is asked for. */
    static final class Reckoned extends Pairs {
        private final int agents;
        private final IntBinaryOperator function;

        Reckoned(int agents, IntBinaryOperator function) {
            this.agents = agents;
            this.function = function;
        }

        @Override
        int cost(int item, int agent) {
            int cost = function.applyAsInt(item, agent);
            if (cost < 0) {
                throw new IllegalArgumentException(
                        "cost (" + cost + ") of item " + item + " with agent " + agent + " must be at least 0.");
            }
            return cost;
        }

        @Override
        int fill(int item, int[] agentsInto, int[] costsInto) {
            int count = 0;
            for (int agent = 0; agent < agents; agent++) {
                int cost = cost(item, agent);
                if (cost != AllocationProblem.FORBIDDEN) {
                    agentsInto[count] = agent;
                    costsInto[count++] = cost;
                }
            }
            return count;
        }
    }
}
