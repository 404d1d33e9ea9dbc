package dev.rapport.engagement.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.Stage;
import dev.rapport.model.shape.DocumentHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Hand-overs on a round, counted by the bits of the leaders of each stage. */
class HandOversProperties {

    private static final int STAGES = 4;
    private static final int LEADERS = 4;

    /**
     * A way and who leads it.
     *
     * @param stages  in which stages each area works, a bit each
     * @param leaders  who leads each area
     * @param goesOn  where the way goes on; -1 where it ends
     */
    record Way(List<Integer> stages, List<Integer> leaders, int goesOn) {

        int leadersOf(int stage) {
            return IntStream.range(0, stages.size())
                    .filter(area -> (stages.get(area) >> stage & 1) == 1)
                    .map(area -> 1 << leaders.get(area))
                    .reduce(0, (one, other) -> one | other);
        }

        /** The same way, where one leader has the areas of another too. */
        Way merged(int one, int other) {
            return new Way(
                    stages,
                    leaders.stream()
                            .map(leader -> leader == other ? one : leader)
                            .toList(),
                    goesOn);
        }
    }

    @Provide
    static Arbitrary<Way> ways() {
        // The first areas work in a stage each, so that no stage is without a leader
        Arbitrary<List<Integer>> more =
                Arbitraries.integers().between(0, (1 << STAGES) - 1).list().ofMaxSize(3);
        Arbitrary<List<Integer>> stages = more.map(others -> {
            List<Integer> all = new ArrayList<>(
                    IntStream.range(0, STAGES).mapToObj(stage -> 1 << stage).toList());
            all.addAll(others);
            return List.copyOf(all);
        });
        return stages.flatMap(of -> Combinators.combine(
                        Arbitraries.integers().between(0, LEADERS - 1).list().ofSize(of.size()),
                        Arbitraries.integers().between(-1, STAGES - 1))
                .as((leaders, goesOn) -> new Way(of, leaders, goesOn)));
    }

    private static List<LeaderChange> handOvers(Way way) {
        ScopePolicy.Builder policy = ScopePolicy.builder()
                .header(DocumentHeader.of("scope", "1"))
                .limits(ScopeLimits.standard())
                .growthPerYear(0)
                .horizonYears(1)
                .current("one")
                .goesOnIn(Optional.of("s" + way.goesOn()).filter(stage -> way.goesOn() >= 0));
        for (int i = 0; i < way.stages().size(); i++) {
            int bits = way.stages().get(i);
            policy.addAreas(Area.builder()
                    .id("a" + i)
                    .addRoles("r")
                    .addDepartments("d")
                    .stages(IntStream.range(0, STAGES)
                            .filter(stage -> (bits >> stage & 1) == 1)
                            .mapToObj(stage -> "s" + stage)
                            .toList())
                    .build());
        }
        List<Leader> leaders = IntStream.range(0, LEADERS)
                .filter(way.leaders()::contains)
                .mapToObj(leader -> new Leader(
                        "l" + leader,
                        IntStream.range(0, way.stages().size())
                                .filter(area -> way.leaders().get(area) == leader)
                                .mapToObj(area -> "a" + area)
                                .toList()))
                .toList();
        Scope scope = new Scope("one", "One of many.", leaders);
        LifeCycle lifeCycle = LifeCycle.builder()
                .header(DocumentHeader.of("way", "1"))
                .stuckFactor(1.5)
                .addAllStages(IntStream.range(0, STAGES)
                        .mapToObj(stage -> Stage.builder()
                                .id("s" + stage)
                                .department("d")
                                .accountable("r")
                                .build())
                        .toList())
                .build();
        return HandOvers.of(scope, policy.addScopes(scope).build(), lifeCycle);
    }

    @Property(tries = 300)
    void handOvers_areCountedOnARound_byAllAreasOfAStage(@ForAll("ways") Way way) {
        List<Integer> round = new ArrayList<>(IntStream.range(0, STAGES).boxed().toList());
        if (way.goesOn() >= 0) {
            round.add(way.goesOn());
        }
        int expected = 0;
        for (int i = 1; i < round.size(); i++) {
            int before = way.leadersOf(round.get(i - 1));
            int after = way.leadersOf(round.get(i));
            int coming = Integer.bitCount(after & ~before);
            expected += coming > 0 ? coming : (before & ~after) == 0 ? 0 : 1;
        }
        for (int area = 0; area < way.stages().size(); area++) {
            int leader = 1 << way.leaders().get(area);
            boolean isElsewhere = IntStream.range(0, STAGES).anyMatch(stage -> (way.leadersOf(stage) & leader) == 0);
            expected += way.stages().get(area) == 0 && isElsewhere ? 1 : 0;
        }
        assertThat(handOvers(way)).hasSize(expected);
    }

    @Property(tries = 300)
    void fewerLeaders_neverHandOverMoreOften(@ForAll("ways") Way way) {
        for (int one = 0; one < LEADERS; one++) {
            for (int other = 0; other < LEADERS; other++) {
                assertThat(handOvers(way.merged(one, other)))
                        .hasSizeLessThanOrEqualTo(handOvers(way).size());
            }
        }
    }

    @Example
    void round_areasBesideOneAnother_andWorkBesideTheWay() {
        // Leader 0 has the first two stages, leader 1 the last, leader 2 works in the third too and beside the way
        Way way = new Way(List.of(1, 2, 4, 8, 4, 0), List.of(0, 0, 0, 1, 2, 2), 1);

        assertThat(handOvers(way))
                .containsExactly(
                        new LeaderChange("s1", "s2", "l0 to l2"),
                        new LeaderChange("s2", "s3", "l0 and l2 to l1"),
                        new LeaderChange("s3", "s1", "l1 to l0"),
                        new LeaderChange("s0", "a5", "l0 to l2"));
        assertThat(handOvers(new Way(List.of(1, 2, 4, 8, 4), List.of(0, 0, 0, 0, 2), -1)))
                .containsExactly(new LeaderChange("s1", "s2", "l0 to l2"), new LeaderChange("s2", "s3", "l2 to l0"));
    }
}
