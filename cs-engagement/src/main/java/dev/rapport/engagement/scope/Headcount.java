package dev.rapport.engagement.scope;

import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How many people do the work of a leader's areas, today or with all areas grown alike. */
final class Headcount {

    private final Leader leader;
    private final List<Integer> byArea;
    private final int people;

    private Headcount(Leader leader, List<Integer> byArea, int people) {
        this.leader = leader;
        this.byArea = byArea;
        this.people = people;
    }

    /** Who does work of two areas is one of the leader's people, and one of each area's. */
    static Headcount of(Leader leader, ScopePolicy policy, Organisation organisation, LocalDate date) {
        Set<String> people = new LinkedHashSet<>();
        List<Integer> byArea = new ArrayList<>();
        for (String area : leader.areas()) {
            Set<String> there = new LinkedHashSet<>();
            for (String role : policy.area(area).orElseThrow().roles()) {
                if (!role.equals(leader.role())) {
                    organisation.holders(role, date).stream().map(Member::id).forEach(there::add);
                }
            }
            people.addAll(there);
            byArea.add(there.size());
        }
        return new Headcount(leader, List.copyOf(byArea), people.size());
    }

    /** How many people do the work of all areas, each once. */
    static int all(ScopePolicy policy, Organisation organisation, LocalDate date) {
        return (int) policy.areas().stream()
                .flatMap(area -> area.roles().stream())
                .flatMap(role -> organisation.holders(role, date).stream())
                .map(Member::id)
                .distinct()
                .count();
    }

    Leader leader() {
        return leader;
    }

    /** The same with so many hundredths of the people, at least 100; who is a fraction is a whole person. */
    Headcount grownTo(int hundredths) {
        return new Headcount(
                leader, byArea.stream().map(count -> grown(count, hundredths)).toList(), grown(people, hundredths));
    }

    /** So many hundredths of a number, rounded up. */
    static int grown(int count, int hundredths) {
        return Math.toIntExact(((long) count * hundredths + 99) / 100);
    }

    int people() {
        return people;
    }

    int leads(ScopeLimits limits) {
        return people <= limits.directReports()
                ? 0
                : byArea.stream()
                        .mapToInt(count -> (count + limits.directReports() - 1) / limits.directReports())
                        .sum();
    }

    List<String> tooMuch(ScopeLimits limits) {
        List<String> sentences = new ArrayList<>();
        int leads = leads(limits);
        int areas = leader.areas().size();
        if (leads == 0 && areas > limits.areasWhileSmall()) {
            sentences.add(leader.role() + " has " + areas + " areas, at most " + limits.areasWhileSmall()
                    + " are well led even while everybody reports to the leader");
        }
        if (leads > 0 && areas > limits.areas()) {
            sentences.add(leader.role() + " has " + areas + " areas with " + people + " people, more than the "
                    + limits.directReports() + " that one can lead directly; then at most " + limits.areas()
                    + " areas are well led");
        }
        if (leads > limits.directReports()) {
            sentences.add(leader.role() + " needs " + leads + " leads for " + people + " people, of whom "
                    + limits.directReports() + " can report to one");
        }
        return sentences;
    }
}
