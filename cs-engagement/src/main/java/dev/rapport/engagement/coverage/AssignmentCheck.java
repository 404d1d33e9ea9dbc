package dev.rapport.engagement.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an assignment is worth, whoever made it: rules that are broken, the score, the loads, all reckoned again from the
 * problem. Believes nothing the assignment says about itself. Immutable.
 */
public final class AssignmentCheck {

    private static final double TOLERANCE = 1e-9;

    private final List<String> violations;
    private final AssignmentScore score;
    private final List<MemberLoad> loads;
    private final int handOvers;

    private AssignmentCheck(List<String> violations, AssignmentScore score, List<MemberLoad> loads, int handOvers) {
        this.violations = List.copyOf(violations);
        this.score = score;
        this.loads = List.copyOf(loads);
        this.handOvers = handOvers;
    }

    /**
     * Evaluates an assignment.
     *
     * @param problem  the problem
     * @param assignment  somebody's answer to it
     * @return what it is worth
     */
    public static AssignmentCheck of(AssignmentProblem problem, Assignment assignment) {
        List<String> violations = new ArrayList<>();
        Map<String, BigDecimal> hours = new TreeMap<>();
        Map<String, Long> arr = new TreeMap<>();
        Map<String, Long> work = new TreeMap<>();
        Set<String> named = new HashSet<>();
        double misfit = 0;
        int handOvers = 0;
        int placed = 0;
        for (Placement placement : assignment.placements()) {
            Optional<AssignmentNeed> need = problem.need(placement.customerId());
            Optional<AssignmentCandidate> candidate = problem.candidate(placement.memberId());
            named.add(placement.customerId());
            if (need.isEmpty() || candidate.isEmpty()) {
                violations.add((need.isEmpty() ? placement.customerId() : placement.memberId())
                        + " is placed and not part of the problem");
                continue;
            }
            placed++;
            hours.merge(placement.memberId(), need.get().hoursPerYear(), BigDecimal::add);
            misfit += problem.misfit(need.get(), candidate.get());
            handOvers += need.get()
                            .presentOwner()
                            .filter(owner -> !owner.equals(placement.memberId()))
                            .isPresent()
                    ? 1
                    : 0;
            arr.merge(placement.memberId(), need.get().arr(), Long::sum);
            work.merge(placement.memberId(), (long) Evenness.work(need.get()), Long::sum);
            problem.barring(need.get(), candidate.get())
                    .ifPresent(reason -> violations.add(
                            placement.memberId() + " is to look after " + placement.customerId() + " and " + reason));
        }
        for (Unplaced unplaced : assignment.unplaced()) {
            if (problem.need(unplaced.customerId()).isEmpty()) {
                violations.add(unplaced.customerId() + " is left out and not part of the problem");
            }
            if (!named.add(unplaced.customerId())) {
                violations.add(unplaced.customerId() + " is named twice");
            }
        }
        List<MemberLoad> loads = new ArrayList<>();
        for (AssignmentCandidate candidate : problem.candidates()) {
            MemberLoad load = new MemberLoad(
                    candidate.memberId(),
                    hours.getOrDefault(candidate.memberId(), BigDecimal.ZERO),
                    candidate.hoursPerYear());
            loads.add(load);
            if (load.isOverloaded()) {
                violations.add(load.memberId() + " has " + load.available().toPlainString() + " h and was given "
                        + load.needed().toPlainString() + " h");
            }
        }
        problem.needs().stream()
                .filter(need -> !named.contains(need.customerId()))
                .forEach(need -> violations.add(need.customerId() + " is neither placed nor left out with a reason"));
        int allowed = Math.max(problem.mostMoves().orElse(Integer.MAX_VALUE), problem.forcedMoves());
        if (handOvers > allowed) {
            violations.add(handOvers + " customers are to be handed over; the budget is " + allowed);
        }
        AssignmentScore score = new AssignmentScore(
                problem.needs().size() - placed, misfit + problem.evenness().of(arr, work));
        if (!agree(score, assignment.score())) {
            violations.add("the strategy says its score is " + assignment.score() + ", it is " + score);
        }
        return new AssignmentCheck(violations, score, loads, handOvers);
    }

    private static boolean agree(AssignmentScore own, AssignmentScore claimed) {
        return own.unplaced() == claimed.unplaced()
                && Math.abs(own.misfit() - claimed.misfit()) <= TOLERANCE * Math.max(1, own.misfit());
    }

    /**
     * What is wrong with the answer.
     *
     * @return a sentence for each rule that is broken; empty if it keeps them all
     */
    public List<String> violations() {
        return violations;
    }

    /**
     * Says whether the answer keeps all rules.
     *
     * @return true if there are no violations
     */
    public boolean isValid() {
        return violations.isEmpty();
    }

    /**
     * How good the answer is.
     *
     * @return the score, reckoned from the problem
     */
    public AssignmentScore score() {
        return score;
    }

    /**
     * What every member would have to do.
     *
     * @return the loads by member
     */
    public List<MemberLoad> loads() {
        return loads;
    }

    /**
     * How many customers would get somebody else than now.
     *
     * @return the number
     */
    public int handOvers() {
        return handOvers;
    }
}
