package dev.rapport.engagement.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.scope.RightFinding.Kind;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Who may decide what, found by looking at each pair of rights and each holder. */
class RightsProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final int ROLES = 6;
    private static final int LARGEST = 3;

    /**
     * Rights in a line of roles.
     *
     * @param parents  the role above each but the first: one before it
     * @param held  whether somebody holds each role but the first, which somebody does
     * @param rights  role and limit; the limit 0 for any amount
     */
    record Line(List<Integer> parents, List<Boolean> held, List<List<Integer>> rights) {

        List<Integer> above(int role) {
            return role == 0 ? List.of() : rest(parents.get(role - 1));
        }

        private List<Integer> rest(int parent) {
            return IntStream.concat(IntStream.of(parent), above(parent).stream().mapToInt(one -> one))
                    .boxed()
                    .toList();
        }

        boolean isHeld(int role) {
            return role == 0 || held.get(role - 1);
        }

        static int limit(List<Integer> right) {
            return right.get(1) == 0 ? Integer.MAX_VALUE : right.get(1);
        }
    }

    @Provide
    static Arbitrary<Line> lines() {
        Arbitrary<List<Integer>> parents = Arbitraries.integers()
                .between(0, 999)
                .list()
                .ofSize(ROLES - 1)
                .map(drawn -> IntStream.range(0, drawn.size())
                        .map(i -> drawn.get(i) % (i + 1))
                        .boxed()
                        .toList());
        Arbitrary<List<Integer>> right = Combinators.combine(
                        Arbitraries.integers().between(0, ROLES - 1),
                        Arbitraries.integers().between(0, LARGEST))
                .as(List::of);
        return Combinators.combine(
                        parents,
                        Arbitraries.of(true, false).list().ofSize(ROLES - 1),
                        right.list().ofMaxSize(5))
                .as(Line::new);
    }

    private static List<RightFinding> found(Line line) {
        Organisation.Builder organisation =
                Organisation.builder(DocumentHeader.of("us", "1")).add(Department.of("d", "D"));
        for (int role = 0; role < ROLES; role++) {
            int i = role;
            organisation.add(Role.builder()
                    .id("r" + i)
                    .title("R")
                    .department("d")
                    .reportsTo(line.above(i).stream().findFirst().map(above -> "r" + above))
                    .build());
            if (line.isHeld(i)) {
                organisation.add(Member.builder()
                        .id("m" + i)
                        .name("M")
                        .role("r" + i)
                        .reportsTo(Optional.of("m0").filter(top -> i > 0))
                        .zone(ZoneOffset.UTC)
                        .hoursPerWeek(BigDecimal.TEN)
                        .hourlyCost(Money.of(CurrencyUnit.EUR, 60))
                        .build());
            }
        }
        ScopePolicy policy = ScopePolicy.builder()
                .header(DocumentHeader.of("scope", "1"))
                .limits(ScopeLimits.standard())
                .growthPerYear(0)
                .horizonYears(1)
                .addAreas(Area.builder()
                        .id("all")
                        .addRoles("r5")
                        .addDepartments("d")
                        .build())
                .addScopes(new Scope("one", "One leader.", List.of(new Leader("r1", List.of("all")))))
                .current("one")
                .addDecisions(new DecisionKind("credit", "all", Optional.of(eur(LARGEST))))
                .addAllRights(line.rights().stream()
                        .map(right -> new DecisionRight(
                                "credit",
                                "r" + right.get(0),
                                right.get(1) == 0 ? Optional.empty() : Optional.of(eur(right.get(1)))))
                        .toList())
                .build();
        return RightsCheck.of(policy, organisation.build(), TODAY);
    }

    private static Money eur(int amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    private static long count(List<RightFinding> found, Kind kind) {
        return found.stream().filter(one -> one.kind() == kind).count();
    }

    @Property(tries = 300)
    void clashes_areThePairsThatDiffer_ofOneRole_ofPeers_orOfALine(@ForAll("lines") Line line) {
        int clashes = 0;
        for (int i = 0; i < line.rights().size(); i++) {
            for (int j = 0; j < i; j++) {
                List<Integer> one = line.rights().get(i);
                List<Integer> other = line.rights().get(j);
                int difference = Integer.compare(Line.limit(one), Line.limit(other));
                List<Integer> aboveOne = line.above(one.get(0));
                List<Integer> aboveOther = line.above(other.get(0));
                boolean isClash = aboveOne.contains(other.get(0))
                        ? difference > 0
                        : aboveOther.contains(one.get(0))
                                ? difference < 0
                                : aboveOne.size() == aboveOther.size() && difference != 0;
                clashes += isClash ? 1 : 0;
            }
        }
        assertThat(count(found(line), Kind.CLASH)).isEqualTo(clashes);
    }

    @Property(tries = 300)
    void onlyWhoIsThere_fillsAGap_andTakesDecisionsOffTheLeader(@ForAll("lines") Line line) {
        List<RightFinding> found = found(line);
        List<List<Integer>> held = line.rights().stream()
                .filter(right -> line.isHeld(right.get(0)))
                .toList();

        assertThat(count(found, Kind.NOBODY_THERE)).isEqualTo(line.rights().size() - held.size());
        boolean isGap = line.rights().isEmpty()
                || (!held.isEmpty() && held.stream().allMatch(right -> Line.limit(right) < LARGEST));
        assertThat(count(found, Kind.GAP)).isEqualTo(isGap ? 1 : 0);
        boolean isLeaders = !held.isEmpty() && held.stream().allMatch(right -> right.get(0) == 1 || right.get(0) == 0);
        assertThat(count(found, Kind.NOT_PUSHED_DOWN)).isEqualTo(isLeaders ? 1 : 0);
    }
}
