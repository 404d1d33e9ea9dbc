package dev.rapport.engagement.coverage;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.allocation.Allocation;
import dev.rapport.engagement.allocation.AllocationProblem;
import dev.rapport.engagement.allocation.Allocator;
import dev.rapport.engagement.allocation.Load;
import dev.rapport.engagement.allocation.StopCondition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.Optional;

/**
 * Places everybody at once, and says how far from the best that can be: an {@link Allocator} at work. Nobody is left out
 * whom moving ten thousand others would help; then the misfits and uneven ARR count.
 *
 * <p>The same problem, seed and budget of steps give the same answer. Where the budget of moves cannot be kept with the
 * present hours, everybody else stays and those whom nobody can keep are left out.
 */
public final class BoundedAssignment implements AssignmentStrategy {

    private static final double POINT = 1000;
    private static final int LEFT_OUT = 1_000_000_000;
    private static final double MOST_POINTS = LEFT_OUT / POINT / 10_000;

    private final Allocator allocator;

    /**
     * Makes the strategy.
     *
     * @param seed  the seed of what is drawn at random
     */
    public BoundedAssignment(long seed) {
        this.allocator = new Allocator(seed);
    }

    @Override
    public Assignment assign(AssignmentProblem problem, StopCondition stop) {
        return new Run(requireNonNull(problem, "problem"), requireNonNull(stop, "stop")).answer();
    }

    /** One problem being answered. The last agent is nobody. */
    private final class Run {

        private final AssignmentProblem problem;
        private final StopCondition stop;
        private final List<AssignmentNeed> needs;
        private final List<AssignmentCandidate> candidates;
        private final Map<String, Integer> indexOf = new HashMap<>();
        private final int agents;

        Run(AssignmentProblem problem, StopCondition stop) {
            this.problem = problem;
            this.stop = stop;
            this.needs = problem.needs();
            this.candidates = problem.candidates();
            this.agents = candidates.size() + 1;
            for (int at = 0; at < candidates.size(); at++) {
                indexOf.put(candidates.get(at).memberId(), at);
            }
        }

        Assignment answer() {
            Allocation found = allocator.allocate(allocation(), stop);
            int[] agentOf = found.isFeasible() ? found.agentOf() : nobodyMoves();
            Assignment.Builder answer = Assignment.builder(problem);
            PlacementReasons reasons = new PlacementReasons(problem, agentOf);
            double misfit = 0;
            int unplaced = 0;
            Map<String, Long> arr = new HashMap<>();
            Map<String, Long> work = new HashMap<>();
            for (int at = 0; at < needs.size(); at++) {
                AssignmentNeed need = needs.get(at);
                if (agentOf[at] == agents - 1) {
                    unplaced++;
                    answer.leaveOut(need, reasons.whyNobody(need));
                } else {
                    AssignmentCandidate candidate = candidates.get(agentOf[at]);
                    misfit += problem.misfit(need, candidate);
                    arr.merge(candidate.memberId(), need.arr(), Long::sum);
                    work.merge(candidate.memberId(), (long) Evenness.work(need), Long::sum);
                    answer.place(need, candidate, reasons.why(need, candidate), reasons.nextBest(at, candidate));
                }
            }
            AssignmentScore score =
                    new AssignmentScore(unplaced, misfit + problem.evenness().of(arr, work));
            if (found.isFeasible()) {
                double rounding = needs.size() / POINT + 1e-6;
                double bound = (found.bound() - (double) unplaced * LEFT_OUT) / POINT - rounding;
                answer.bound(Math.max(0, Math.min(bound, score.misfit())));
                double least = Math.ceil((found.bound() - POINT * (problem.mostMisfit() + needs.size())) / LEFT_OUT - 1e-6);
                answer.leastUnplaced((int) Math.max(0, Math.min(unplaced, least)));
            }
            if (unplaced > 0) {
                answer.clashes(new ClashSearch(problem, allocator).find(stop));
            }
            return answer.build(score, found.steps());
        }

        private AllocationProblem allocation() {
            Map<Object, Integer> rowIds = new HashMap<>();
            int[] rowOf = new int[needs.size()];
            int[] present = new int[needs.size()];
            int[] leaving = new int[needs.size()];
            int[] hours = new int[needs.size()];
            int[] arr = new int[needs.size()];
            int[] rows = new int[0];
            for (int at = 0; at < needs.size(); at++) {
                AssignmentNeed need = needs.get(at);
                present[at] = need.presentOwner()
                        .map(owner -> indexOf.getOrDefault(owner, -1))
                        .orElse(-1);
                boolean isForced = present[at] < 0 && need.presentOwner().isPresent();
                AssignmentNeed profile = AssignmentNeed.builder()
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
                int next = rowIds.size();
                rowOf[at] = rowIds.computeIfAbsent(profile, unseen -> next);
                if (rowOf[at] == next) {
                    rows = Arrays.copyOf(rows, Math.max(rows.length, (next + 1) * agents * 2));
                    row(profile, rows, next * agents);
                }
                leaving[at] = present[at] < 0 ? 0 : points(problem.handOver(need));
                hours[at] = Evenness.work(need);
                arr[at] = (int) Math.min(Integer.MAX_VALUE - 1, need.arr());
            }
            long[] capacities = new long[agents];
            for (int at = 0; at < candidates.size(); at++) {
                capacities[at] = Evenness.units(candidates.get(at).hoursPerYear(), RoundingMode.FLOOR);
            }
            capacities[agents - 1] = Long.MAX_VALUE / 4;
            AllocationProblem.Builder allocation = AllocationProblem.sharing(
                            agents, Arrays.copyOf(rows, rowIds.size() * agents), rowOf)
                    .leaving(present, leaving, agents - 1)
                    .load(Load.capacity("hours", hours, capacities));
            Evenness evenness = problem.evenness();
            if (evenness.countsArr()) {
                allocation.load(Load.balanced(
                        "arr", arr, shares(evenness::arrShare), POINT * evenness.perArr(), agents - 1));
            }
            if (evenness.countsWork()) {
                allocation.load(Load.balanced(
                        "work", hours, shares(evenness::workShare), POINT * evenness.perUnitOfWork(), agents - 1));
            }
            problem.mostMoves()
                    .ifPresent(budget -> allocation.load(Load.moves(
                            "moves", present, agents, agents - 1, Math.max(0, budget - problem.forcedMoves()))));
            return allocation.build();
        }

        private long[] shares(ToLongFunction<String> share) {
            long[] targets = new long[agents];
            for (int at = 0; at < candidates.size(); at++) {
                targets[at] = share.applyAsLong(candidates.get(at).memberId());
            }
            return targets;
        }

        private void row(AssignmentNeed profile, int[] rows, int from) {
            for (int at = 0; at < candidates.size(); at++) {
                AssignmentCandidate candidate = candidates.get(at);
                rows[from + at] = problem.barring(profile, candidate).isPresent()
                        ? AllocationProblem.FORBIDDEN
                        : points(problem.misfit(profile, candidate));
            }
            rows[from + agents - 1] = LEFT_OUT;
        }

        /** Everybody stays where that is possible within the hours; all others are left out. */
        private int[] nobodyMoves() {
            int[] agentOf = new int[needs.size()];
            Arrays.fill(agentOf, agents - 1);
            BigDecimal[] left =
                    candidates.stream().map(AssignmentCandidate::hoursPerYear).toArray(BigDecimal[]::new);
            for (int at = 0; at < needs.size(); at++) {
                AssignmentNeed need = needs.get(at);
                int owner = need.presentOwner()
                        .map(id -> indexOf.getOrDefault(id, -1))
                        .orElse(-1);
                boolean stays = owner >= 0
                        && problem.barring(need, candidates.get(owner)).isEmpty()
                        && left[owner].compareTo(need.hoursPerYear()) >= 0;
                if (stays) {
                    left[owner] = left[owner].subtract(need.hoursPerYear());
                    agentOf[at] = owner;
                }
            }
            return agentOf;
        }

        private int points(double misfit) {
            return (int) Math.rint(POINT * Math.min(MOST_POINTS, misfit));
        }
    }
}
