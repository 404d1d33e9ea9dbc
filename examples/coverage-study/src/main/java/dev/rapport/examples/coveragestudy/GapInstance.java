package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.allocation.AllocationProblem;
import dev.rapport.engagement.allocation.Load;
import dev.rapport.examples.shared.UserError;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * An instance of the generalised assignment problem as OR-Library writes it: the number of agents and of items; for each
 * agent, what each item costs; for each agent, how much of the capacity each item takes; the capacities. To be minimised.
 */
final class GapInstance {

    private static final long MOST_PAIRS = 200_000_000;

    private final int agents;
    private final int items;
    private final int[] costs;
    private final int[] usage;
    private final long[] capacities;

    private GapInstance(Numbers numbers) {
        this.agents = numbers.next("the number of agents", 1);
        this.items = numbers.next("the number of items", 1);
        if ((long) agents * items > MOST_PAIRS) {
            throw numbers.wrong(agents + " agents and " + items + " items must make at most " + MOST_PAIRS + " pairs.");
        }
        this.costs = numbers.transposed("cost", agents, items);
        this.usage = numbers.transposed("usage", agents, items);
        this.capacities = new long[agents];
        for (int agent = 0; agent < agents; agent++) {
            capacities[agent] = numbers.next("the capacity of agent " + agent, 0);
        }
        numbers.end();
    }

    static GapInstance read(Path file) {
        try {
            return new GapInstance(new Numbers(file, Files.readString(file, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException e) {
            throw new UserError("file (" + file + ") is not there.\nMaybe the path is relative to another folder.", e);
        } catch (MalformedInputException e) {
            throw new UserError("file (" + file + ") must be text.", e);
        } catch (IOException e) {
            throw new UserError("file (" + file + ") cannot be read: " + e.getMessage(), e);
        }
    }

    AllocationProblem problem() {
        return AllocationProblem.builder(items, agents, costs)
                .load(Load.capacityByPair("capacity", usage, capacities))
                .build();
    }

    int agents() {
        return agents;
    }

    int items() {
        return items;
    }

    int usage(int item, int agent) {
        return usage[item * agents + agent];
    }

    int cost(int item, int agent) {
        return costs[item * agents + agent];
    }

    long capacity(int agent) {
        return capacities[agent];
    }

    /** Whole numbers one after the other. */
    private static final class Numbers {
        private final Path file;
        private final StringTokenizer words;

        Numbers(Path file, String text) {
            this.file = file;
            this.words = new StringTokenizer(text);
        }

        int next(String what, int least) {
            if (!words.hasMoreTokens()) {
                throw wrong("it ends before " + what + ".");
            }
            String word = words.nextToken();
            try {
                int number = Integer.parseInt(word);
                if (number >= least && number < Integer.MAX_VALUE) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw wrong(what + " (" + word + ") must be a whole number of at least " + least + ".");
        }

        int[] transposed(String what, int agents, int items) {
            int[] byItem = new int[agents * items];
            for (int agent = 0; agent < agents; agent++) {
                for (int item = 0; item < items; item++) {
                    byItem[item * agents + agent] = next("the " + what + " of item " + item + " with agent " + agent, 0);
                }
            }
            return byItem;
        }

        void end() {
            if (words.hasMoreTokens()) {
                throw wrong("something follows the capacities: " + words.nextToken() + ".");
            }
        }

        UserError wrong(String rule) {
            return new UserError("file (" + file + ") is not an instance: " + rule
                    + "\nMaybe it has several: cut out one. It begins with the number of agents and of items.");
        }
    }
}
