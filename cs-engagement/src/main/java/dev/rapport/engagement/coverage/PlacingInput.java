package dev.rapport.engagement.coverage;

import dev.rapport.engagement.allocation.AllocationProblem;
import dev.rapport.engagement.allocation.Load;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * An assignment problem in whole numbers: misfits in thousandths, hours in thousandths, and customers who fit everybody
 * alike share a row. The last agent is nobody.
 */
final class PlacingInput {

    static final double POINT = 1000;

    private static final double MOST_POINTS = 1_000_000;
    private static final long NO_LIMIT = Long.MAX_VALUE / 4;

    private final AssignmentProblem problem;
    private final int agents;
    private final int[] rows;
    private final int[] rowOf;
    private final int[] present;
    private final int[] leaving;
    private final int[] hours;
    private final int[] arr;
    private final long[] capacities;
    private final OptionalLong mostMoves;

    PlacingInput(AssignmentProblem problem, List<AssignmentNeed> needs, List<AssignmentCandidate> candidates) {
        this.problem = problem;
        this.agents = candidates.size() + 1;
        this.rowOf = new int[needs.size()];
        this.present = new int[needs.size()];
        this.leaving = new int[needs.size()];
        this.hours = new int[needs.size()];
        this.arr = new int[needs.size()];
        this.rows = read(needs, candidates);
        this.capacities = new long[agents];
        for (int at = 0; at < candidates.size(); at++) {
            capacities[at] = Evenness.units(candidates.get(at).hoursPerYear(), RoundingMode.FLOOR);
        }
        capacities[nobody()] = NO_LIMIT;
        this.mostMoves = problem.mostMoves().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, problem.mostMoves().getAsInt() - problem.forcedMoves()));
    }

    private int[] read(List<AssignmentNeed> needs, List<AssignmentCandidate> candidates) {
        Map<String, Integer> indexOf = new HashMap<>();
        for (int at = 0; at < candidates.size(); at++) {
            indexOf.put(candidates.get(at).memberId(), at);
        }
        Map<AssignmentNeed, Integer> rowIds = new HashMap<>();
        int[] read = new int[0];
        for (int at = 0; at < needs.size(); at++) {
            AssignmentNeed need = needs.get(at);
            present[at] = need.presentOwner()
                    .map(owner -> indexOf.getOrDefault(owner, -1))
                    .orElse(-1);
            AssignmentNeed profile = profile(need, present[at] < 0);
            int next = rowIds.size();
            rowOf[at] = rowIds.computeIfAbsent(profile, unseen -> next);
            if (rowOf[at] == next) {
                read = Arrays.copyOf(read, Math.max(read.length, (next + 1) * agents * 2));
                row(profile, candidates, read, next * agents);
            }
            leaving[at] = present[at] < 0 ? 0 : points(problem.handOver(need));
            hours[at] = Evenness.work(need);
            arr[at] = (int) Math.min(Integer.MAX_VALUE - 1, need.arr());
        }
        return Arrays.copyOf(read, rowIds.size() * agents);
    }

    /** What a customer's row depends on. Whose owner is gone is handed over, whoever comes. */
    private static AssignmentNeed profile(AssignmentNeed need, boolean isWithNobody) {
        boolean isForced = isWithNobody && need.presentOwner().isPresent();
        return AssignmentNeed.builder()
                .customerId("")
                .hoursPerYear(BigDecimal.ZERO)
                .skills(need.skills())
                .language(need.language())
                .zone(need.zone())
                .onlyWith(need.onlyWith())
                .rules(need.rules())
                .presentOwner(isForced ? need.presentOwner() : Optional.empty())
                .handOverFactor(isForced ? need.handOverFactor() : 1)
                .build();
    }

    private void row(AssignmentNeed profile, List<AssignmentCandidate> candidates, int[] into, int from) {
        for (int at = 0; at < candidates.size(); at++) {
            AssignmentCandidate candidate = candidates.get(at);
            into[from + at] = problem.barring(profile, candidate).isPresent()
                    ? AllocationProblem.FORBIDDEN
                    : points(problem.misfit(profile, candidate));
        }
    }

    /** The agent who stands for nobody. */
    int nobody() {
        return agents - 1;
    }

    /** How many customers each answer leaves out: the hours and the budget of moves are kept, and nothing else counts. */
    AllocationProblem counting() {
        int[] places = new int[rows.length];
        for (int pair = 0; pair < rows.length; pair++) {
            places[pair] = rows[pair] == AllocationProblem.FORBIDDEN ? rows[pair] : 0;
        }
        for (int pair = nobody(); pair < rows.length; pair += agents) {
            places[pair] = 1;
        }
        AllocationProblem.Builder counting =
                AllocationProblem.sharing(agents, places, rowOf).load(Load.capacity("hours", hours, capacities));
        limitMoves(counting);
        return counting.build();
    }

    /** The misfits and the uneven ARR, if so many may be left out. */
    AllocationProblem placing(int mostLeftOut) {
        int[] misfits = rows.clone();
        for (int pair = nobody(); pair < rows.length; pair += agents) {
            misfits[pair] = mostLeftOut == 0 ? AllocationProblem.FORBIDDEN : 0;
        }
        AllocationProblem.Builder placing = AllocationProblem.sharing(agents, misfits, rowOf)
                .leaving(present, leaving, nobody())
                .load(Load.capacity("hours", hours, capacities));
        if (mostLeftOut > 0) {
            int[] one = new int[rowOf.length];
            Arrays.fill(one, 1);
            long[] places = new long[agents];
            Arrays.fill(places, NO_LIMIT);
            places[nobody()] = mostLeftOut;
            placing.load(Load.capacity("left out", one, places));
        }
        Evenness evenness = problem.evenness();
        if (evenness.countsArr()) {
            placing.load(Load.balanced("arr", arr, shares(evenness::arrShare), POINT * evenness.perArr(), nobody()));
        }
        if (evenness.countsWork()) {
            placing.load(Load.balanced(
                    "work", hours, shares(evenness::workShare), POINT * evenness.perUnitOfWork(), nobody()));
        }
        limitMoves(placing);
        return placing.build();
    }

    private void limitMoves(AllocationProblem.Builder allocation) {
        mostMoves.ifPresent(most -> allocation.load(Load.moves("moves", present, agents, nobody(), most)));
    }

    private long[] shares(ToLongFunction<String> share) {
        long[] targets = new long[agents];
        int at = 0;
        for (AssignmentCandidate candidate : problem.candidates()) {
            targets[at++] = share.applyAsLong(candidate.memberId());
        }
        return targets;
    }

    /** An answer without a search: everybody stays who can, then the others go where most hours are left, small ones first. */
    int[] withoutSearch() {
        int[] agentOf = new int[rowOf.length];
        Arrays.fill(agentOf, nobody());
        long[] left = capacities.clone();
        for (int at : smallestFirst()) {
            if (present[at] >= 0 && allows(at, present[at]) && left[present[at]] >= hours[at]) {
                agentOf[at] = present[at];
                left[present[at]] -= hours[at];
            }
        }
        fill(agentOf);
        return agentOf;
    }

    /** Places whoever is left out and can be placed without moving anybody else; returns how many are still left out. */
    int fill(int[] agentOf) {
        long[] left = capacities.clone();
        long moves = mostMoves.orElse(NO_LIMIT);
        for (int at = 0; at < agentOf.length; at++) {
            if (agentOf[at] != nobody()) {
                left[agentOf[at]] -= hours[at];
                moves -= present[at] >= 0 && agentOf[at] != present[at] ? 1 : 0;
            }
        }
        int leftOut = 0;
        for (int at : smallestFirst()) {
            if (agentOf[at] == nobody()) {
                int agent = roomiest(at, left, moves > 0 || present[at] < 0);
                agentOf[at] = agent;
                left[agent] -= agent == nobody() ? 0 : hours[at];
                moves -= agent != nobody() && present[at] >= 0 && agent != present[at] ? 1 : 0;
                leftOut += agent == nobody() ? 1 : 0;
            }
        }
        return leftOut;
    }

    private int roomiest(int at, long[] left, boolean mayMove) {
        int best = nobody();
        for (int agent = 0; agent < nobody(); agent++) {
            boolean fits = left[agent] >= hours[at]
                    && (mayMove || agent == present[at])
                    && (best == nobody() || left[agent] > left[best])
                    && allows(at, agent);
            best = fits ? agent : best;
        }
        return best;
    }

    /** How many customers nobody can have, whoever else is placed. */
    int hopeless() {
        int count = 0;
        for (int at = 0; at < rowOf.length; at++) {
            count += roomiest(at, capacities, true) == nobody() ? 1 : 0;
        }
        return count;
    }

    private boolean allows(int at, int agent) {
        return rows[rowOf[at] * agents + agent] != AllocationProblem.FORBIDDEN;
    }

    private int[] smallestFirst() {
        return IntStream.range(0, hours.length)
                .mapToLong(at -> (long) hours[at] << Integer.SIZE | at)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
    }

    private static int points(double misfit) {
        return (int) Math.rint(POINT * Math.min(MOST_POINTS, misfit));
    }
}
