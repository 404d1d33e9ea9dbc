package dev.rapport.engagement.coverage;

import dev.rapport.engagement.allocation.AllocationProblem;
import dev.rapport.engagement.allocation.Allocator;
import dev.rapport.engagement.allocation.Clash;
import dev.rapport.engagement.allocation.Load;
import dev.rapport.engagement.allocation.StopCondition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds out why not everybody can be placed: first customers for whom nobody is able, each with the fewest constraints that
 * keep everybody away; then those who are too many together.
 */
final class ClashSearch {

    private static final long MOST_PAIRS = 1_000_000;
    private static final int MOST_NAMED = 5;

    private final AssignmentProblem problem;
    private final Allocator allocator;
    private final List<AssignmentCandidate> candidates;

    ClashSearch(AssignmentProblem problem, Allocator allocator) {
        this.problem = problem;
        this.allocator = allocator;
        this.candidates = problem.candidates();
    }

    /** The clashes; those who are too many together are looked for until the caller stops. */
    List<PlacementClash> find(StopCondition stop) {
        List<AssignmentNeed> placeable = new ArrayList<>();
        Map<List<String>, List<String>> alone = new LinkedHashMap<>();
        for (AssignmentNeed need : problem.needs()) {
            if (candidates.stream().anyMatch(one -> problem.barring(need, one).isEmpty())) {
                placeable.add(need);
            } else {
                alone.computeIfAbsent(keepingAllAway(need), absent -> new ArrayList<>())
                        .add(need.customerId());
            }
        }
        List<PlacementClash> clashes = new ArrayList<>();
        alone.forEach((constraints, customers) -> clashes.add(alone(constraints, customers)));
        together(placeable, stop)
                .or(() -> new MovesClash(problem).find(placeable))
                .or(() -> tooFewHours(placeable))
                .ifPresent(clashes::add);
        return List.copyOf(clashes);
    }

    private PlacementClash alone(List<String> constraints, List<String> customers) {
        int others = customers.size() - 1;
        String message = constraints.isEmpty()
                ? "nobody holds the role " + problem.role() + ", which " + customers.get(0) + " needs"
                : "nobody who holds the role " + problem.role() + " keeps what " + customers.get(0) + " needs: "
                        + String.join(", ", constraints);
        return new PlacementClash(
                List.of(customers.get(0)),
                constraints,
                others == 0 ? message : message + "; so it is with " + others + (others == 1 ? " other" : " others"));
    }

    /** The fewest constraints of a customer of which everybody breaks one. */
    private List<String> keepingAllAway(AssignmentNeed need) {
        List<Map.Entry<String, AssignmentNeed>> each =
                List.copyOf(constraints(need).entrySet());
        for (int size = 1; size <= each.size() && !candidates.isEmpty(); size++) {
            Optional<List<String>> found = subsets(each, size, 0, new ArrayList<>());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return List.of();
    }

    private Optional<List<String>> subsets(
            List<Map.Entry<String, AssignmentNeed>> each,
            int size,
            int from,
            List<Map.Entry<String, AssignmentNeed>> chosen) {
        if (chosen.size() == size) {
            boolean keepsAllAway = candidates.stream()
                    .allMatch(one -> chosen.stream()
                            .anyMatch(constraint ->
                                    problem.barring(constraint.getValue(), one).isPresent()));
            return keepsAllAway
                    ? Optional.of(chosen.stream().map(Map.Entry::getKey).toList())
                    : Optional.empty();
        }
        for (int at = from; at < each.size(); at++) {
            chosen.add(each.get(at));
            Optional<List<String>> found = subsets(each, size, at + 1, chosen);
            if (found.isPresent()) {
                return found;
            }
            chosen.remove(chosen.size() - 1);
        }
        return Optional.empty();
    }

    /** The customer with one constraint at a time. */
    private static Map<String, AssignmentNeed> constraints(AssignmentNeed need) {
        Map<String, AssignmentNeed> each = new LinkedHashMap<>();
        if (!need.onlyWith().isEmpty()) {
            String only = "only with " + String.join(", ", need.onlyWith());
            each.put(
                    need.lock().map(why -> only + " (" + why + ")").orElse(only),
                    bare(need).onlyWith(need.onlyWith()).build());
        }
        need.rules()
                .forEach(rule ->
                        each.put("rule " + rule.id(), bare(need).addRules(rule).build()));
        new TreeMap<>(need.skills())
                .forEach((skill, level) -> each.put(
                        skill + " at level " + level,
                        bare(need).putSkills(skill, level).build()));
        return each;
    }

    private static AssignmentNeed.Builder bare(AssignmentNeed need) {
        return AssignmentNeed.builder().customerId(need.customerId()).hoursPerYear(need.hoursPerYear());
    }

    private Optional<PlacementClash> together(List<AssignmentNeed> needs, StopCondition stop) {
        if (needs.isEmpty() || (long) needs.size() * candidates.size() > MOST_PAIRS) {
            return Optional.empty();
        }
        return allocator.allocate(withoutNobody(needs), stop).clash().map(clash -> inWords(clash, needs));
    }

    private AllocationProblem withoutNobody(List<AssignmentNeed> needs) {
        int agents = candidates.size();
        Map<String, Integer> indexOf = new HashMap<>();
        long[] hours = new long[agents];
        for (int at = 0; at < agents; at++) {
            indexOf.put(candidates.get(at).memberId(), at);
            hours[at] = Evenness.units(candidates.get(at).hoursPerYear(), RoundingMode.FLOOR);
        }
        int[] rows = new int[needs.size() * agents];
        int[] present = new int[needs.size()];
        for (int item = 0; item < needs.size(); item++) {
            AssignmentNeed need = needs.get(item);
            present[item] = need.presentOwner()
                    .map(owner -> indexOf.getOrDefault(owner, -1))
                    .orElse(-1);
            for (int at = 0; at < agents; at++) {
                boolean isBarred = problem.barring(need, candidates.get(at)).isPresent();
                rows[item * agents + at] = isBarred ? AllocationProblem.FORBIDDEN : 0;
            }
        }
        int[] work = needs.stream().mapToInt(Evenness::work).toArray();
        AllocationProblem.Builder strict =
                AllocationProblem.builder(needs.size(), agents, rows).load(Load.capacity("hours", work, hours));
        problem.mostMoves()
                .ifPresent(budget -> strict.load(
                        Load.moves("moves", present, agents, -1, Math.max(0, budget - problem.forcedMoves()))));
        return strict.build();
    }

    /** The fewest customers who together need more hours than everybody has who is able to look after any of them. */
    Optional<PlacementClash> tooFewHours(List<AssignmentNeed> needs) {
        List<AssignmentCandidate> able = candidates.stream()
                .filter(one -> needs.stream()
                        .anyMatch(need -> problem.barring(need, one).isEmpty()))
                .toList();
        BigDecimal there =
                able.stream().map(AssignmentCandidate::hoursPerYear).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal needed = BigDecimal.ZERO;
        List<AssignmentNeed> clashing = new ArrayList<>();
        for (AssignmentNeed need : needs.stream()
                .sorted(Comparator.comparing(AssignmentNeed::hoursPerYear)
                        .reversed()
                        .thenComparing(AssignmentNeed::customerId))
                .toList()) {
            clashing.add(need);
            needed = needed.add(need.hoursPerYear());
            if (needed.compareTo(there) > 0) {
                return Optional.of(inWords(
                        clashing, able.stream().map(ClashSearch::capacity).toList()));
            }
        }
        return Optional.empty();
    }

    private static String capacity(AssignmentCandidate candidate) {
        return candidate.memberId() + " has " + MovesClash.hours(candidate.hoursPerYear()) + " h";
    }

    private PlacementClash inWords(Clash clash, List<AssignmentNeed> needs) {
        List<AssignmentNeed> clashing = clash.items().stream().map(needs::get).toList();
        List<String> constraints = new ArrayList<>();
        for (Clash.Capacity capacity : clash.capacities()) {
            constraints.add(
                    capacity.load().equals("hours")
                            ? capacity(candidates.get(capacity.bucket()))
                            : "at most " + problem.mostMoves().orElse(0) + " may be handed over");
        }
        return inWords(clashing, constraints);
    }

    private PlacementClash inWords(List<AssignmentNeed> clashing, List<String> constraints) {
        BigDecimal needed =
                clashing.stream().map(AssignmentNeed::hoursPerYear).reduce(BigDecimal.ZERO, BigDecimal::add);
        String named = clashing.stream()
                .limit(MOST_NAMED)
                .map(need -> need.customerId() + " (" + MovesClash.hours(need.hoursPerYear()) + " h)")
                .collect(Collectors.joining(", "));
        int others = Math.max(0, clashing.size() - MOST_NAMED);
        return new PlacementClash(
                clashing.stream().map(AssignmentNeed::customerId).sorted().toList(),
                constraints,
                named + (others == 0 ? "" : " and " + others + " others") + " together need " + MovesClash.hours(needed)
                        + " h of " + problem.role() + "; of those who are able " + String.join(", ", constraints));
    }
}
