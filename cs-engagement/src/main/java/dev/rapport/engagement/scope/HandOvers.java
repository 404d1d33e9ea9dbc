package dev.rapport.engagement.scope;

import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.Stage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where leaders take over from one another on one round of the customer's way: from each stage to the next, and from the last
 * to where the customer goes on. A stage has the leaders of all areas that work in it. Each leader who is new in a stage takes
 * over; where nobody is new, those who leave hand over to those who stay, once. So fewer leaders never hand over more often. Work beside the way comes up once a round: its
 * leader takes over from those of the first stage that it does not lead.
 */
final class HandOvers {

    private final Scope scope;
    private final ScopePolicy policy;
    private final List<LeaderChange> changes = new ArrayList<>();

    private HandOvers(Scope scope, ScopePolicy policy) {
        this.scope = scope;
        this.policy = policy;
    }

    static List<LeaderChange> of(Scope scope, ScopePolicy policy, LifeCycle lifeCycle) {
        HandOvers handOvers = new HandOvers(scope, policy);
        List<String> way =
                new ArrayList<>(lifeCycle.stages().stream().map(Stage::id).toList());
        policy.goesOnIn().ifPresent(way::add);
        for (int i = 1; i < way.size(); i++) {
            handOvers.between(way.get(i - 1), way.get(i));
        }
        policy.areas().stream().filter(area -> area.stages().isEmpty()).forEach(area -> handOvers.beside(area, way));
        return List.copyOf(handOvers.changes);
    }

    private void between(String from, String to) {
        Set<String> before = leadersOf(from);
        Set<String> after = leadersOf(to);
        List<String> coming = without(after, before);
        List<String> going = without(before, after);
        String givers = names(going.isEmpty() ? List.copyOf(before) : going);
        coming.forEach(one -> add(from, to, givers, one));
        if (coming.isEmpty() && !going.isEmpty()) {
            add(from, to, givers, names(List.copyOf(after)));
        }
    }

    private void beside(Area area, List<String> way) {
        String leader = scope.leaderOf(area.id()).orElseThrow();
        Optional<String> first =
                way.stream().filter(stage -> !leadersOf(stage).contains(leader)).findFirst();
        first.ifPresent(stage -> add(stage, area.id(), names(List.copyOf(leadersOf(stage))), leader));
    }

    private Set<String> leadersOf(String stage) {
        Set<String> leaders = new LinkedHashSet<>();
        for (Area area : policy.areas()) {
            if (area.stages().contains(stage)) {
                leaders.add(scope.leaderOf(area.id()).orElseThrow());
            }
        }
        return leaders;
    }

    private static List<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }

    private static String names(List<String> leaders) {
        return String.join(" and ", leaders);
    }

    private void add(String from, String to, String givers, String takers) {
        changes.add(new LeaderChange(from, to, givers + " to " + takers));
    }
}
