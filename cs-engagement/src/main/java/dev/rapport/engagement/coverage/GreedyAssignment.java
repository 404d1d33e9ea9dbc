package dev.rapport.engagement.coverage;

import dev.rapport.engagement.allocation.StopCondition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Places one customer after the other and takes nothing back. First, whoever looks after a customer and can go on doing so
 * does, those with most hours first; then the others, those for whom fewest people come into question first, then those
 * with most hours. Each goes to whoever fits best of those who have the hours left, of equals to the one with most hours
 * left, then by id.
 *
 * <p>A step is one member considered for one customer. The answer is good, not the best: a customer left out might find
 * a place if others were moved.
 */
public final class GreedyAssignment implements AssignmentStrategy {

    private static final String STOPPED = "the budget of steps was used up before the customer came up";

    /** Makes the strategy. */
    public GreedyAssignment() {}

    @Override
    public Assignment assign(AssignmentProblem problem, StopCondition stop) {
        return new Run(problem, stop).answer();
    }

    /** One problem being answered. */
    private static final class Run {
        private final AssignmentProblem problem;
        private final StopCondition stop;
        private final Map<String, BigDecimal> left = new HashMap<>();
        private final Map<String, AssignmentCandidate> chosen = new HashMap<>();
        private final Assignment.Builder answer;
        private long steps;

        Run(AssignmentProblem problem, StopCondition stop) {
            this.problem = problem;
            this.stop = stop;
            this.answer = Assignment.builder(problem);
            problem.candidates().forEach(candidate -> left.put(candidate.memberId(), candidate.hoursPerYear()));
        }

        Assignment answer() {
            List<AssignmentNeed> rest = stay();
            Map<String, Integer> choice = new HashMap<>();
            rest.forEach(need -> choice.put(need.customerId(), able(need).size()));
            rest.sort(Comparator.comparing((AssignmentNeed need) -> choice.get(need.customerId()))
                    .thenComparing(mostHoursFirst()));
            for (AssignmentNeed need : rest) {
                if (stop.stopsAfter(steps)) {
                    answer.leaveOut(need, STOPPED);
                } else {
                    place(need);
                }
            }
            double misfit = 0;
            int unplaced = 0;
            for (AssignmentNeed need : problem.needs()) {
                AssignmentCandidate candidate = chosen.get(need.customerId());
                if (candidate == null) {
                    unplaced++;
                } else {
                    misfit += problem.misfit(need, candidate);
                }
            }
            return answer.build(new AssignmentScore(unplaced, misfit), steps);
        }

        /** Keeps present owners where that is possible; returns the customers that remain. */
        private List<AssignmentNeed> stay() {
            List<AssignmentNeed> rest = new ArrayList<>();
            List<AssignmentNeed> byHours = new ArrayList<>(problem.needs());
            byHours.sort(mostHoursFirst());
            for (AssignmentNeed need : byHours) {
                Optional<AssignmentCandidate> owner = need.presentOwner().flatMap(problem::candidate);
                if (owner.isEmpty() || stop.stopsAfter(steps)) {
                    rest.add(need);
                    continue;
                }
                steps++;
                if (problem.lacking(need, owner.get()).isEmpty() && hasHours(owner.get(), need)) {
                    List<AssignmentCandidate> others = able(need).stream()
                            .filter(other -> !other.equals(owner.get()) && hasHours(other, need))
                            .sorted(bestFirst(need))
                            .toList();
                    take(need, owner.get(), "already looks after the customer and has the hours", others);
                } else {
                    rest.add(need);
                }
            }
            return rest;
        }

        private void place(AssignmentNeed need) {
            List<AssignmentCandidate> able = able(need);
            steps += problem.candidates().size();
            List<AssignmentCandidate> free = able.stream()
                    .filter(candidate -> hasHours(candidate, need))
                    .sorted(bestFirst(need))
                    .toList();
            if (free.isEmpty()) {
                answer.leaveOut(need, able.isEmpty() ? nobodyAble(need) : nobodyFree(need, able));
                return;
            }
            AssignmentCandidate best = free.get(0);
            String why = free.size() == 1
                    ? "the only one who is able and has the hours"
                    : "fits best of " + free.size() + " who are able and have the hours";
            take(need, best, why + fuller(need, able, best), free.subList(1, free.size()));
        }

        /** Says who would fit better and has not the hours. */
        private String fuller(AssignmentNeed need, List<AssignmentCandidate> able, AssignmentCandidate best) {
            return able.stream()
                    .filter(candidate ->
                            !hasHours(candidate, need) && problem.misfit(need, candidate) < problem.misfit(need, best))
                    .min(bestFirst(need))
                    .map(candidate -> "; " + candidate.memberId() + " would fit better and has "
                            + hours(left(candidate)) + " h left of the " + hours(need.hoursPerYear()) + " h needed")
                    .orElse("");
        }

        private void take(
                AssignmentNeed need, AssignmentCandidate candidate, String why, List<AssignmentCandidate> others) {
            Optional<NextBest> nextBest = others.stream()
                    .findFirst()
                    .map(next -> new NextBest(
                            next.memberId(),
                            problem.misfit(need, next),
                            "the misfit would be " + problem.misfit(need, next) + " in place of "
                                    + problem.misfit(need, candidate)));
            left.merge(candidate.memberId(), need.hoursPerYear(), BigDecimal::subtract);
            chosen.put(need.customerId(), candidate);
            answer.place(need, candidate, why, nextBest);
        }

        private String nobodyAble(AssignmentNeed need) {
            if (problem.candidates().isEmpty()) {
                return "nobody holds the role " + problem.role();
            }
            return "nobody has "
                    + need.skills().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(skill -> skill.getKey() + " at level " + skill.getValue())
                            .reduce((a, b) -> a + " and " + b)
                            .orElse("the skills");
        }

        private String nobodyFree(AssignmentNeed need, List<AssignmentCandidate> able) {
            AssignmentCandidate most = able.stream()
                    .max(Comparator.comparing(this::left)
                            .thenComparing(AssignmentCandidate::memberId, Comparator.reverseOrder()))
                    .orElseThrow();
            return "needs " + hours(need.hoursPerYear()) + " h; of " + able.size() + " who are able, " + most.memberId()
                    + " has most left: " + hours(left(most)) + " h";
        }

        private List<AssignmentCandidate> able(AssignmentNeed need) {
            return problem.candidates().stream()
                    .filter(candidate -> problem.lacking(need, candidate).isEmpty())
                    .toList();
        }

        private boolean hasHours(AssignmentCandidate candidate, AssignmentNeed need) {
            return left(candidate).compareTo(need.hoursPerYear()) >= 0;
        }

        private BigDecimal left(AssignmentCandidate candidate) {
            return left.getOrDefault(candidate.memberId(), BigDecimal.ZERO);
        }

        private Comparator<AssignmentCandidate> bestFirst(AssignmentNeed need) {
            return Comparator.comparingDouble((AssignmentCandidate candidate) -> problem.misfit(need, candidate))
                    .thenComparing(this::left, Comparator.reverseOrder())
                    .thenComparing(AssignmentCandidate::memberId);
        }

        private static Comparator<AssignmentNeed> mostHoursFirst() {
            return Comparator.comparing(AssignmentNeed::hoursPerYear, Comparator.reverseOrder())
                    .thenComparing(AssignmentNeed::customerId);
        }

        private static String hours(BigDecimal hours) {
            return hours.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
        }
    }
}
