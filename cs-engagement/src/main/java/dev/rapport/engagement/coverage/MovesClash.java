package dev.rapport.engagement.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Proves that a budget of moves is too little: so many customers have to leave members who do not have the hours for all
 * of theirs. Fewest leave when those who need most go first, which makes the number exact.
 */
final class MovesClash {

    private static final int MOST_CUSTOMERS = 2_000;
    private static final int MOST_NAMED = 5;

    private final AssignmentProblem problem;

    MovesClash(AssignmentProblem problem) {
        this.problem = problem;
    }

    /** Of customers who can be placed at all, each of which is needed for the proof. */
    Optional<PlacementClash> find(List<AssignmentNeed> placeable) {
        if (problem.mostMoves().isEmpty()) {
            return Optional.empty();
        }
        int budget = Math.max(0, problem.mostMoves().getAsInt() - problem.forcedMoves());
        Map<String, List<AssignmentNeed>> ofMember = new TreeMap<>();
        for (AssignmentNeed need : placeable) {
            need.presentOwner()
                    .filter(owner -> problem.candidate(owner)
                            .filter(member -> problem.barring(need, member).isEmpty())
                            .isPresent())
                    .ifPresent(owner -> ofMember.computeIfAbsent(owner, absent -> new ArrayList<>())
                            .add(need));
        }
        List<Map.Entry<String, List<AssignmentNeed>>> fewest = ofMember.entrySet().stream()
                .sorted(Comparator.comparingInt(own -> -leaving(own.getKey(), own.getValue())))
                .toList();
        int leaving = 0;
        List<String> members = new ArrayList<>();
        List<AssignmentNeed> customers = new ArrayList<>();
        for (Map.Entry<String, List<AssignmentNeed>> own : fewest) {
            if (leaving <= budget) {
                leaving += leaving(own.getKey(), own.getValue());
                members.add(own.getKey());
                customers.addAll(own.getValue());
            }
        }
        if (leaving <= budget || customers.size() > MOST_CUSTOMERS) {
            return Optional.empty();
        }
        return Optional.of(inWords(members, needed(members, customers, budget), budget));
    }

    /** How many customers of a member have to go at least. */
    private int leaving(String member, List<AssignmentNeed> customers) {
        BigDecimal hours = problem.candidate(member).orElseThrow().hoursPerYear();
        BigDecimal used = customers.stream().map(AssignmentNeed::hoursPerYear).reduce(BigDecimal.ZERO, BigDecimal::add);
        int leaving = 0;
        for (AssignmentNeed most : customers.stream()
                .sorted(Comparator.comparing(AssignmentNeed::hoursPerYear).reversed())
                .toList()) {
            if (used.compareTo(hours) <= 0) {
                break;
            }
            used = used.subtract(most.hoursPerYear());
            leaving++;
        }
        return leaving;
    }

    private int leaving(List<String> members, List<AssignmentNeed> customers) {
        int sum = 0;
        for (String member : members) {
            sum += leaving(
                    member,
                    customers.stream()
                            .filter(need -> need.presentOwner().equals(Optional.of(member)))
                            .toList());
        }
        return sum;
    }

    /** Without any one of them the budget would do. */
    private List<AssignmentNeed> needed(List<String> members, List<AssignmentNeed> customers, int budget) {
        List<AssignmentNeed> kept = new ArrayList<>(customers);
        for (AssignmentNeed one : customers) {
            List<AssignmentNeed> rest = new ArrayList<>(kept);
            rest.remove(one);
            if (leaving(members, rest) > budget) {
                kept = rest;
            }
        }
        return kept;
    }

    private PlacementClash inWords(List<String> members, List<AssignmentNeed> customers, int budget) {
        List<String> constraints = new ArrayList<>();
        for (String member : members) {
            constraints.add(member + " has "
                    + hours(problem.candidate(member).orElseThrow().hoursPerYear()) + " h");
        }
        constraints.add("at most " + problem.mostMoves().orElse(budget) + " may be handed over");
        BigDecimal needed =
                customers.stream().map(AssignmentNeed::hoursPerYear).reduce(BigDecimal.ZERO, BigDecimal::add);
        String named = customers.stream()
                .limit(MOST_NAMED)
                .map(AssignmentNeed::customerId)
                .collect(Collectors.joining(", "));
        int others = Math.max(0, customers.size() - MOST_NAMED);
        return new PlacementClash(
                customers.stream().map(AssignmentNeed::customerId).sorted().toList(),
                constraints,
                named + (others == 0 ? "" : " and " + others + " others") + " need " + hours(needed) + " h of "
                        + String.join(" and ", members) + ", so that " + leaving(members, customers)
                        + " have to be handed over; " + String.join(", ", constraints));
    }

    static String hours(BigDecimal hours) {
        return hours.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
