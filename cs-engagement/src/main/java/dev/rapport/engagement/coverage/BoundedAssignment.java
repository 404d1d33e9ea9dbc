package dev.rapport.engagement.coverage;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.allocation.Allocation;
import dev.rapport.engagement.allocation.Allocator;
import dev.rapport.engagement.allocation.StopCondition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places everybody at once, and says how far from the best that can be: an {@link Allocator} at work. First as few as
 * possible are left out; then, with so many left out, the misfits, uneven ARR and uneven work count. Both have a bound of their own.
 *
 * <p>The same problem, seed and budget of steps give the same answer. Where the budget of moves cannot be kept with the
 * present hours, everybody else stays and those whom nobody can keep are left out.
 */
public final class BoundedAssignment implements AssignmentStrategy {

    private static final long STEPS_TO_COUNT = 5_000_000;
    private static final long STEPS_TO_COUNT_A_CUSTOMER = 80_000;

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

    /** One problem being answered. */
    private final class Run {

        private final AssignmentProblem problem;
        private final StopCondition stop;
        private final List<AssignmentNeed> needs;
        private final List<AssignmentCandidate> candidates;
        private final PlacingInput input;
        private int[] agentOf;
        private int leastUnplaced;
        private long steps;

        Run(AssignmentProblem problem, StopCondition stop) {
            this.problem = problem;
            this.stop = stop;
            this.needs = problem.needs();
            this.candidates = problem.candidates();
            this.input = new PlacingInput(problem, needs, candidates);
            this.agentOf = input.withoutSearch();
        }

        Assignment answer() {
            int leftOut = leaveOutFew();
            Allocation found = allocator.allocate(input.placing(leftOut), agentOf, rest());
            steps += found.steps();
            agentOf = found.agentOf();
            input.fill(agentOf);
            Assignment.Builder answer = Assignment.builder(problem);
            AssignmentScore score = place(answer);
            double rounding = needs.size() / PlacingInput.POINT + 1e-6;
            double bound = found.bound() / PlacingInput.POINT - rounding;
            answer.bound(Math.max(0, Math.min(bound, score.misfit())));
            answer.leastUnplaced(Math.min(leastUnplaced, score.unplaced()));
            if (score.unplaced() > 0) {
                answer.clashes(new ClashSearch(problem, allocator).find(stop));
            }
            return answer.build(score, steps);
        }

        /** Finds how few can be left out, and whom. */
        private int leaveOutFew() {
            int leftOut = input.fill(agentOf);
            leastUnplaced = input.hopeless();
            if (leftOut == leastUnplaced) {
                return leftOut;
            }
            long most = STEPS_TO_COUNT + STEPS_TO_COUNT_A_CUSTOMER * needs.size();
            Allocation counted =
                    allocator.allocate(input.counting(), agentOf, made -> made >= most || stop.stopsAfter(2 * made));
            steps = counted.steps();
            agentOf = counted.agentOf();
            int reached = input.fill(agentOf);
            leastUnplaced = (int) Math.min(reached, Math.max(leastUnplaced, Math.ceil(counted.bound() - 1e-6)));
            return reached;
        }

        private StopCondition rest() {
            long before = steps;
            return made -> stop.stopsAfter(before + made);
        }

        private AssignmentScore place(Assignment.Builder answer) {
            PlacementReasons reasons = new PlacementReasons(problem, agentOf);
            double misfit = 0;
            int unplaced = 0;
            Map<String, Long> arr = new HashMap<>();
            Map<String, Long> work = new HashMap<>();
            for (int at = 0; at < needs.size(); at++) {
                AssignmentNeed need = needs.get(at);
                if (agentOf[at] == input.nobody()) {
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
            return new AssignmentScore(unplaced, misfit + problem.evenness().of(arr, work));
        }
    }
}
