package dev.rapport.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.StringTokenizer;

/** Items to agents: what each pair costs and uses, capacities, and revenue that should be even. The same for all solvers. */
final class AssignmentCase {

    static final String BALANCED = "balanced";

    private static final int CUSTOMERS = 2_000;
    private static final int PEOPLE = 40;
    private static final double USED = 0.91;
    private static final int LANGUAGES = 5;
    private static final int ZONES = 4;
    private static final int LEVELS = 5;
    private static final int OTHER_LANGUAGE = 8;
    private static final int EACH_ZONE = 3;
    private static final int EACH_LEVEL = 2;
    private static final int HAND_OVER = 10;

    final int items;
    final int agents;
    /** Of each item with each agent. */
    final int[] costs;

    final int[] usage;
    final long[] capacities;
    /** Of each item; zero where nothing is to be even. */
    final int[] revenue;

    final long target;

    private AssignmentCase(int[] costs, int[] usage, long[] capacities, int[] revenue) {
        this.items = revenue.length;
        this.agents = capacities.length;
        this.costs = costs;
        this.usage = usage;
        this.capacities = capacities;
        this.revenue = revenue;
        this.target = Arrays.stream(revenue).asLongStream().sum() / agents;
    }

    static AssignmentCase of(String name, long seed) throws IOException {
        return name.equals(BALANCED) ? balanced(new SplittableRandom(seed)) : read(Path.of(name));
    }

    /** As OR-Library writes it: agents and items; costs of each agent; usage with each agent; capacities. */
    private static AssignmentCase read(Path file) throws IOException {
        StringTokenizer words = new StringTokenizer(Files.readString(file));
        int agents = Integer.parseInt(words.nextToken());
        int items = Integer.parseInt(words.nextToken());
        int[] costs = transposed(words, items, agents);
        int[] usage = transposed(words, items, agents);
        long[] capacities = new long[agents];
        Arrays.setAll(capacities, agent -> Long.parseLong(words.nextToken()));
        return new AssignmentCase(costs, usage, capacities, new int[items]);
    }

    private static int[] transposed(StringTokenizer words, int items, int agents) {
        int[] byItem = new int[items * agents];
        for (int agent = 0; agent < agents; agent++) {
            for (int item = 0; item < items; item++) {
                byItem[item * agents + agent] = Integer.parseInt(words.nextToken());
            }
        }
        return byItem;
    }

    /**
     * Two thousand customers with one to twelve hours a month and revenue in thousands, forty people whose hours are used to
     * 91 %: a cost for a language that is not spoken, for zones apart, for levels of skill that are missing, and for a
     * hand-over.
     */
    private static AssignmentCase balanced(SplittableRandom random) {
        int[] language = random.ints(CUSTOMERS, 0, LANGUAGES).toArray();
        int[] zone = random.ints(CUSTOMERS, 0, ZONES).toArray();
        int[] level = random.ints(CUSTOMERS, 0, LEVELS).toArray();
        int[] hours = random.ints(CUSTOMERS, 1, 13).toArray();
        int[] revenue = revenue(random);
        int[] first = random.ints(PEOPLE, 0, LANGUAGES).toArray();
        int[] second = random.ints(PEOPLE, 0, LANGUAGES).toArray();
        int[] zoneOf = random.ints(PEOPLE, 0, ZONES).toArray();
        int[] levelOf = random.ints(PEOPLE, 0, LEVELS).toArray();
        int[] present = random.ints(CUSTOMERS, 0, PEOPLE).toArray();
        int[] costs = new int[CUSTOMERS * PEOPLE];
        int[] usage = new int[CUSTOMERS * PEOPLE];
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            for (int person = 0; person < PEOPLE; person++) {
                boolean isSpoken = language[customer] == first[person] || language[customer] == second[person];
                costs[customer * PEOPLE + person] = (isSpoken ? 0 : OTHER_LANGUAGE)
                        + EACH_ZONE * Math.abs(zone[customer] - zoneOf[person])
                        + EACH_LEVEL * Math.max(0, level[customer] - levelOf[person])
                        + (present[customer] == person ? 0 : HAND_OVER);
                usage[customer * PEOPLE + person] = hours[customer];
            }
        }
        return new AssignmentCase(costs, usage, capacities(random, Arrays.stream(hours).sum()), revenue);
    }

    /** Few large and many small; the sum can be shared out evenly. */
    private static int[] revenue(SplittableRandom random) {
        int[] revenue = new int[CUSTOMERS];
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            double share = random.nextDouble();
            revenue[customer] = 4 + (int) (70 * share * share);
        }
        revenue[0] += PEOPLE - Arrays.stream(revenue).sum() % PEOPLE;
        return revenue;
    }

    /** Some have a fifth more hours than others. */
    private static long[] capacities(SplittableRandom random, int hours) {
        double[] shares = random.doubles(PEOPLE, 0.9, 1.1).toArray();
        double all = Arrays.stream(shares).sum();
        long[] capacities = new long[PEOPLE];
        Arrays.setAll(capacities, person -> Math.round(hours / USED * shares[person] / all));
        return capacities;
    }

    boolean isBalanced() {
        return target > 0;
    }

    int cost(int item, int agent) {
        return costs[item * agents + agent];
    }

    int usage(int item, int agent) {
        return usage[item * agents + agent];
    }

    /** The revenue of each agent. */
    long[] earned(int[] agentOf) {
        long[] earned = new long[agents];
        for (int item = 0; item < items; item++) {
            earned[agentOf[item]] += revenue[item];
        }
        return earned;
    }

    /** What an answer is worth, whoever gave it: infinite if an item is with nobody or a capacity is exceeded. */
    double evaluate(int[] agentOf) {
        if (agentOf.length != items) {
            return Double.POSITIVE_INFINITY;
        }
        long[] used = new long[agents];
        long objective = 0;
        for (int item = 0; item < items; item++) {
            int agent = agentOf[item];
            if (agent < 0 || agent >= agents) {
                return Double.POSITIVE_INFINITY;
            }
            objective += cost(item, agent);
            used[agent] += usage(item, agent);
        }
        long[] earned = earned(agentOf);
        for (int agent = 0; agent < agents; agent++) {
            if (used[agent] > capacities[agent]) {
                return Double.POSITIVE_INFINITY;
            }
            objective += Math.abs(earned[agent] - target);
        }
        return objective;
    }
}
