package dev.rapport.engagement.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds the constraints that clash where a problem has no answer, by halving: Junker's QuickXplain (AAAI 2004). That a
 * set cannot be kept is proven by the relaxation, or by trying everything where the problem is small.
 */
final class Conflict {

    private static final int ROUNDS = 400;
    private static final long NODES = 200_000;
    private static final double PROOF = 1e-6;

    private final AllocationProblem problem;
    private final Budget budget;
    private final List<Integer> hard = new ArrayList<>();

    Conflict(AllocationProblem problem, Budget budget) {
        this.problem = problem;
        this.budget = budget;
        for (int slot = 0; slot < problem.slotCount; slot++) {
            if (Double.isInfinite(problem.over[slot])) {
                hard.add(slot);
            }
        }
    }

    /** A constraint is an item, by its index, or a slot, counted after the items. */
    Optional<Clash> find() {
        for (int item = 0; item < problem.items; item++) {
            if (!isPlaceable(item)) {
                return Optional.of(new Clash(List.of(item), List.of()));
            }
        }
        List<Integer> all = new ArrayList<>();
        for (int item = 0; item < problem.items; item++) {
            all.add(item);
        }
        hard.forEach(slot -> all.add(problem.items + slot));
        if (!cannotBeKept(all)) {
            return Optional.empty();
        }
        List<Integer> clashing = explain(List.of(), false, all);
        List<Integer> items = new ArrayList<>();
        List<Clash.Capacity> capacities = new ArrayList<>();
        for (int constraint : clashing.stream().sorted().toList()) {
            if (constraint < problem.items) {
                items.add(constraint);
            } else {
                capacities.add(capacity(constraint - problem.items));
            }
        }
        return Optional.of(new Clash(items, capacities));
    }

    private boolean isPlaceable(int item) {
        for (int agent = 0; agent < problem.agents; agent++) {
            if (problem.allows(item, agent)) {
                return true;
            }
        }
        return false;
    }

    private Clash.Capacity capacity(int slot) {
        int from = 0;
        for (Load load : problem.loads) {
            if (slot < from + load.targets.length) {
                return new Clash.Capacity(load.name, slot - from);
            }
            from += load.targets.length;
        }
        throw new IllegalStateException("no load has slot " + slot);
    }

    /** The constraints of a list that clash with those that are kept anyway. */
    private List<Integer> explain(List<Integer> kept, boolean isNew, List<Integer> among) {
        if (isNew && cannotBeKept(kept)) {
            return List.of();
        }
        if (among.size() == 1) {
            return among;
        }
        int half = among.size() / 2;
        List<Integer> left = among.subList(0, half);
        List<Integer> right = among.subList(half, among.size());
        List<Integer> ofRight = explain(joined(kept, left), true, right);
        List<Integer> ofLeft = explain(joined(kept, ofRight), !ofRight.isEmpty(), left);
        return joined(ofLeft, ofRight);
    }

    private static List<Integer> joined(List<Integer> one, List<Integer> other) {
        List<Integer> both = new ArrayList<>(one);
        both.addAll(other);
        return Collections.unmodifiableList(both);
    }

    private boolean cannotBeKept(List<Integer> constraints) {
        int[] items = constraints.stream()
                .filter(constraint -> constraint < problem.items)
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] isKept = new boolean[problem.slotCount];
        constraints.stream()
                .filter(constraint -> constraint >= problem.items)
                .forEach(constraint -> isKept[constraint - problem.items] = true);
        if (items.length == 0) {
            return false;
        }
        AllocationProblem part = part(items, isKept);
        Multipliers multipliers = new Multipliers(part, budget);
        multipliers.improve(ROUNDS);
        if (multipliers.bound() > PROOF) {
            return true;
        }
        if (items.length > Allocator.MOST_ITEMS_TO_PROVE) {
            return false;
        }
        Candidates free = new Candidates(part, new double[part.slotCount], budget);
        Enumeration everything = new Enumeration(part, free, budget);
        double found = everything.search(
                new double[part.slotCount],
                sequence(items.length),
                items.length,
                nowhere(items.length),
                sequence(part.agents),
                part.agents,
                PROOF,
                NODES);
        budget.made(everything.nodes());
        return everything.isComplete() && found >= PROOF;
    }

    /** The items alone; what is above a kept capacity is priced, in shares of it, and nothing else. */
    private AllocationProblem part(int[] items, boolean[] isKept) {
        AllocationProblem.Builder part = AllocationProblem.reckoning(
                items.length,
                problem.agents,
                (at, agent) -> problem.allows(items[at], agent) ? 0 : AllocationProblem.FORBIDDEN);
        for (Load load : problem.loads) {
            if (load.isHard()) {
                part.load(load.of(items));
            }
        }
        AllocationProblem built = part.build();
        int slot = 0;
        int own = 0;
        for (Load load : problem.loads) {
            for (int bucket = 0; bucket < load.targets.length; bucket++, slot++) {
                if (load.isHard()) {
                    built.over[own++] = isKept[slot] ? 1 / Math.max(1, (double) load.targets[bucket]) : 0;
                }
            }
        }
        return built;
    }

    private static int[] sequence(int length) {
        int[] sequence = new int[length];
        Arrays.setAll(sequence, at -> at);
        return sequence;
    }

    private static int[] nowhere(int length) {
        int[] nowhere = new int[length];
        Arrays.fill(nowhere, -1);
        return nowhere;
    }
}
