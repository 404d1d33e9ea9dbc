package dev.rapport.engagement.coverage;

import dev.rapport.engagement.coverage.NextBest.Swap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of a finished assignment why each customer is where it is, and what the next best would take. */
final class PlacementReasons {

    private final AssignmentProblem problem;
    private final List<AssignmentNeed> needs;
    private final List<AssignmentCandidate> candidates;
    private final List<List<Integer>> customersOf = new ArrayList<>();
    private final BigDecimal[] left;
    private final double[] misfits;
    private final List<Integer> able = new ArrayList<>();
    private Optional<AssignmentNeed> looked = Optional.empty();

    /** The agent of each customer is the index of a candidate, or behind the last one: nobody. */
    PlacementReasons(AssignmentProblem problem, int[] agentOf) {
        this.problem = problem;
        this.needs = problem.needs();
        this.candidates = problem.candidates();
        this.left = candidates.stream().map(AssignmentCandidate::hoursPerYear).toArray(BigDecimal[]::new);
        this.misfits = new double[candidates.size()];
        candidates.forEach(candidate -> customersOf.add(new ArrayList<>()));
        for (int at = 0; at < agentOf.length; at++) {
            if (agentOf[at] < candidates.size()) {
                customersOf.get(agentOf[at]).add(at);
                left[agentOf[at]] = left[agentOf[at]].subtract(needs.get(at).hoursPerYear());
            }
        }
    }

    String why(AssignmentNeed need, AssignmentCandidate candidate) {
        if (need.lock().isPresent()) {
            return "is not to be moved: " + need.lock().get();
        }
        if (need.presentOwner().filter(candidate.memberId()::equals).isPresent()) {
            return "already looks after the customer and has the hours";
        }
        List<Integer> able = able(need);
        double misfit = problem.misfit(need, candidate);
        Optional<Integer> better =
                able.stream().filter(at -> misfits[at] < misfit).min(bestFirst());
        String why = able.size() == 1
                ? "the only one who is able"
                : "best for all together of " + able.size() + " who are able";
        return better.map(at -> why + "; " + fuller(need, at)).orElse(why);
    }

    private String fuller(AssignmentNeed need, int at) {
        String who = candidates.get(at).memberId() + " would fit better and ";
        return hasHours(at, need)
                ? who + "is kept for others, for even ARR or for the budget of moves"
                : who + "has " + hours(left[at]) + " h left of the " + hours(need.hoursPerYear()) + " h needed";
    }

    /** The cheapest other one: with the hours left, or by a swap. */
    Optional<NextBest> nextBest(int customer, AssignmentCandidate chosen) {
        AssignmentNeed need = needs.get(customer);
        double now = problem.misfit(need, chosen);
        return able(need).stream()
                .filter(at -> !candidates.get(at).equals(chosen))
                .min(Comparator.comparing((Integer at) -> !hasHours(at, need)).thenComparing(bestFirst()))
                .map(at -> {
                    double then = misfits[at];
                    String other = candidates.get(at).memberId();
                    NextBest.Builder next = NextBest.builder().memberId(other).misfit(then);
                    StringBuilder words = new StringBuilder("the misfit would be " + then + " in place of " + now);
                    if (need.presentOwner()
                            .filter(owner -> !owner.equals(other))
                            .isPresent()) {
                        need.handOverReasons()
                                .forEach(reason -> words.append("; ").append(reason));
                    }
                    if (!hasHours(at, need)) {
                        Optional<Swap> swap = swap(need, chosen, at);
                        next.swap(swap);
                        words.append("; " + other + " has " + hours(left[at]) + " h left of the "
                                + hours(need.hoursPerYear()) + " h needed, "
                                + swap.map(back -> "a swap for " + back.customerId() + " would cost "
                                                + hours(BigDecimal.valueOf(back.cost())))
                                        .orElse("and no swap of two makes room"));
                    }
                    return next.reason(words.toString()).build();
                });
    }

    /** The cheapest customer that could go the other way. */
    private Optional<Swap> swap(AssignmentNeed need, AssignmentCandidate chosen, int with) {
        int own = candidates.indexOf(chosen);
        AssignmentCandidate other = candidates.get(with);
        return customersOf.get(with).stream()
                .map(needs::get)
                .filter(theirs -> problem.barring(theirs, chosen).isEmpty()
                        && left[with].add(theirs.hoursPerYear()).compareTo(need.hoursPerYear()) >= 0
                        && left[own].add(need.hoursPerYear()).compareTo(theirs.hoursPerYear()) >= 0)
                .map(theirs -> new Swap(
                        theirs.customerId(),
                        problem.misfit(need, other)
                                - problem.misfit(need, chosen)
                                + problem.misfit(theirs, chosen)
                                - problem.misfit(theirs, other)))
                .min(Comparator.comparingDouble(Swap::cost).thenComparing(Swap::customerId));
    }

    String whyNobody(AssignmentNeed need) {
        if (candidates.isEmpty()) {
            return "nobody holds the role " + problem.role();
        }
        List<Integer> able = able(need);
        if (able.isEmpty() && !need.onlyWith().isEmpty()) {
            return "nobody is able of those who come into question: " + String.join(", ", need.onlyWith());
        }
        if (able.isEmpty() && !need.rules().isEmpty()) {
            return "nobody is able of those whom the rules let come into question: "
                    + need.rules().stream().map(PlacementRule::id).collect(Collectors.joining(", "));
        }
        if (able.isEmpty()) {
            return "nobody has "
                    + need.skills().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(skill -> skill.getKey() + " at level " + skill.getValue())
                            .reduce((a, b) -> a + " and " + b)
                            .orElse("the skills");
        }
        int most = able.stream()
                .max(Comparator.comparing((Integer at) -> left[at]).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        String words = "needs " + hours(need.hoursPerYear()) + " h; of " + able.size() + " who are able, "
                + candidates.get(most).memberId() + " has most left: " + hours(left[most]) + " h";
        return hasHours(most, need) ? words + ", which the budget of steps or of moves did not let it have" : words;
    }

    /** Who is able, and how badly each of them fits; of the customer asked for last it is kept. */
    private List<Integer> able(AssignmentNeed need) {
        if (looked.filter(need::equals).isPresent()) {
            return able;
        }
        able.clear();
        for (int at = 0; at < candidates.size(); at++) {
            if (problem.barring(need, candidates.get(at)).isEmpty()) {
                able.add(at);
                misfits[at] = problem.misfit(need, candidates.get(at));
            }
        }
        looked = Optional.of(need);
        return able;
    }

    private boolean hasHours(int at, AssignmentNeed need) {
        return left[at].compareTo(need.hoursPerYear()) >= 0;
    }

    private Comparator<Integer> bestFirst() {
        return Comparator.comparingDouble((Integer at) -> misfits[at]).thenComparing(Comparator.naturalOrder());
    }

    private static String hours(BigDecimal hours) {
        return hours.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
