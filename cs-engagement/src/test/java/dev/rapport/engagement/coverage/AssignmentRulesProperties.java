package dev.rapport.engagement.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.rapport.engagement.allocation.Allocator;
import dev.rapport.engagement.allocation.StopCondition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Even shares, budgets of moves and clashes against every possible answer, on instances small enough to try them all. */
class AssignmentRulesProperties {

    private static final Instant AT = Instant.parse("2026-06-30T22:00:00Z");

    private static AssignmentProblem.Builder random(Random random, int customers) {
        AssignmentProblem.Builder problem =
                AssignmentProblem.builder("csm", AT, new AssignmentWeights(random.nextInt(5), random.nextInt(5), 0));
        int people = 1 + random.nextInt(3);
        for (int p = 0; p < people; p++) {
            problem.add(AssignmentCandidate.builder()
                    .memberId("p" + p)
                    .hoursPerYear(BigDecimal.valueOf(random.nextInt(40)))
                    .addLanguages(random.nextBoolean() ? "de" : "en")
                    .zone(ZoneOffset.UTC)
                    .team(random.nextBoolean() ? "red" : "blue")
                    .build());
        }
        for (int c = 0; c < customers; c++) {
            AssignmentNeed.Builder need = AssignmentNeed.builder()
                    .customerId("c" + c)
                    .hoursPerYear(BigDecimal.valueOf(1 + random.nextInt(20)))
                    .arr(random.nextInt(100))
                    .handOverFactor(1 + random.nextInt(3))
                    .language(random.nextBoolean() ? "de" : "en");
            if (random.nextInt(4) > 0) {
                need.presentOwner("p" + random.nextInt(4));
            }
            if (random.nextInt(5) == 0) {
                need.addRules(PlacementRule.builder().id("red").addTeams("red").build());
            }
            problem.add(need.build());
        }
        return problem;
    }

    @Property(tries = 300)
    void evenShares_areReckonedAsTheyAre_andNothingIsBetter(@ForAll long seed) {
        Random random = new Random(seed);
        AssignmentProblem problem = random(random, random.nextInt(5))
                .unevenArr(random.nextInt(4) / 8.0)
                .unevenHours(random.nextInt(4) / 8.0)
                .build();
        Assignment found = new BoundedAssignment(1).assign(problem, StopCondition.never());
        double best = Double.POSITIVE_INFINITY;
        int fewest = Integer.MAX_VALUE;
        for (Map<String, String> answer : answers(problem)) {
            int out = problem.needs().size() - answer.size();
            double misfit = naive(problem, answer);
            if (out < fewest || (out == fewest && misfit < best)) {
                fewest = out;
                best = misfit;
            }
        }

        assertThat(AssignmentCheck.of(problem, found).violations()).isEmpty();
        assertThat(found.score().unplaced()).isEqualTo(fewest);
        assertThat(found.score().misfit()).isCloseTo(best, offset(0.01));
        assertThat(found.bound().orElseThrow()).isLessThanOrEqualTo(best + 1e-9);
    }

    @Property(tries = 300)
    void afterADeparture_noMoreMovesThanTheBudget_butThoseThatMust(@ForAll long seed) {
        Random random = new Random(seed);
        int budget = random.nextInt(4);
        AssignmentProblem whole = random(random, random.nextInt(8))
                .unevenArr(random.nextInt(2))
                .mostMoves(budget)
                .build();
        AssignmentProblem left = whole.without("p0");
        long have = left.needs().stream()
                .filter(need -> need.presentOwner()
                        .filter(owner -> left.candidate(owner).isEmpty())
                        .isPresent())
                .count();
        Assignment found = new BoundedAssignment(1).assign(left, StopCondition.steps(200_000));

        assertThat(AssignmentCheck.of(left, found).violations()).isEmpty();
        assertThat(found.handOvers()).isLessThanOrEqualTo((int) Math.max(budget, have));
        assertThat(found.mostMoves()).hasValue((int) Math.max(budget, have));
    }

    @Property(tries = 300)
    void clash_cannotBeKept_andWithoutAnyPartOfItCan(@ForAll long seed) {
        Random random = new Random(seed);
        AssignmentProblem.Builder drawn = random(random, 1 + random.nextInt(5));
        if (random.nextBoolean()) {
            drawn.mostMoves(random.nextInt(3));
        }
        AssignmentProblem problem = drawn.build();
        Assignment found = new BoundedAssignment(1).assign(problem, StopCondition.never());

        assertThat(found.clashes().isEmpty())
                .as("a clash where not everybody can be placed, and only there")
                .isEqualTo(!answers(problem).stream()
                        .noneMatch(answer -> answer.size() == problem.needs().size()));
        for (PlacementClash clash : found.clashes()) {
            Set<String> customers = new TreeSet<>(clash.customers());
            assertThat(canAllBePlaced(problem, customers, clash.constraints()))
                    .as(clash.message())
                    .isFalse();
            for (String one : clash.customers()) {
                Set<String> rest = new TreeSet<>(customers);
                rest.remove(one);
                assertThat(canAllBePlaced(problem, rest, clash.constraints()))
                        .as(clash + " without " + one)
                        .isTrue();
            }
            for (String one : clash.constraints()) {
                List<String> rest = new ArrayList<>(clash.constraints());
                rest.remove(one);
                assertThat(one.startsWith("rule ") || canAllBePlaced(problem, customers, rest))
                        .as(clash + " without " + one)
                        .isTrue();
            }
        }
    }

    @Property(tries = 300)
    void budgetThatIsTooLittle_isProven_byCustomersEachOfWhomIsNeeded(@ForAll long seed) {
        Random random = new Random(seed);
        AssignmentProblem problem = random(random, 1 + random.nextInt(6))
                .mostMoves(random.nextInt(3))
                .build();
        for (PlacementClash clash :
                new MovesClash(problem).find(problem.needs()).stream().toList()) {
            Set<String> customers = new TreeSet<>(clash.customers());
            assertThat(canAllBePlaced(problem, customers, clash.constraints()))
                    .as(clash.message())
                    .isFalse();
            for (String one : customers) {
                List<AssignmentNeed> rest = problem.needs().stream()
                        .filter(need -> customers.contains(need.customerId())
                                && !need.customerId().equals(one))
                        .toList();
                assertThat(new MovesClash(problem).find(rest))
                        .as(clash + " without " + one)
                        .isEmpty();
            }
        }
    }

    @Property(tries = 300)
    void hoursOfAllThatAreTooFew_areProven_byAsFewCustomersAsThatTakes(@ForAll long seed) {
        Random random = new Random(seed);
        AssignmentProblem problem = random(random, 1 + random.nextInt(6)).build();
        Optional<PlacementClash> found = new ClashSearch(problem, new Allocator(1)).tooFewHours(problem.needs());
        boolean redOnly =
                problem.needs().stream().noneMatch(need -> need.rules().isEmpty());
        double there = problem.candidates().stream()
                .filter(one -> !redOnly || one.team().filter("red"::equals).isPresent())
                .mapToDouble(one -> one.hoursPerYear().doubleValue())
                .sum();
        List<Double> largest = problem.needs().stream()
                .map(need -> need.hoursPerYear().doubleValue())
                .sorted(Comparator.reverseOrder())
                .toList();
        int fewest = 0;
        double needed = 0;
        while (fewest < largest.size() && needed <= there) {
            needed += largest.get(fewest++);
        }

        assertThat(found.isPresent()).isEqualTo(needed > there);
        if (found.isPresent()) {
            assertThat(found.get().customers()).hasSize(fewest);
            assertThat(canAllBePlaced(
                            problem,
                            new TreeSet<>(found.get().customers()),
                            found.get().constraints()))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void turns_areAsManyAsTheHours(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        int all = 0;
        for (int p = 0; p < 1 + random.nextInt(4); p++) {
            int hours = random.nextInt(6);
            shares.put("p" + p, BigDecimal.valueOf(hours));
            all += hours;
        }
        Map<String, Integer> had = new HashMap<>();
        new PoolQueue("pool", BigDecimal.TEN, shares).next(all).forEach(member -> had.merge(member, 1, Integer::sum));

        shares.forEach(
                (member, hours) -> assertThat(had.getOrDefault(member, 0)).isEqualTo(hours.intValue()));
    }

    /** Whether these customers can all have somebody when only these hours, and this budget, count. */
    private static boolean canAllBePlaced(AssignmentProblem problem, Set<String> customers, List<String> constraints) {
        AssignmentProblem.Builder part = AssignmentProblem.builder("csm", AT, AssignmentWeights.CONTINUITY_FIRST);
        problem.needs().stream()
                .filter(need -> customers.contains(need.customerId()))
                .forEach(part::add);
        for (AssignmentCandidate one : problem.candidates()) {
            boolean counts = constraints.stream().anyMatch(name -> name.startsWith(one.memberId() + " has "));
            part.add(AssignmentCandidate.builder()
                    .from(one)
                    .hoursPerYear(counts ? one.hoursPerYear() : BigDecimal.valueOf(1_000_000))
                    .build());
        }
        if (constraints.stream().anyMatch(name -> name.startsWith("at most"))) {
            part.mostMoves(Math.max(
                    0,
                    problem.mostMoves().orElseThrow()
                            - problem.forcedMoves()
                            + part.build().forcedMoves()));
        }
        return answers(part.build()).stream().anyMatch(answer -> answer.size() == customers.size());
    }

    private static List<Map<String, String>> answers(AssignmentProblem problem) {
        List<Map<String, String>> answers = new ArrayList<>();
        enumerate(problem, problem.needs(), 0, new HashMap<>(), answers);
        return answers;
    }

    private static void enumerate(
            AssignmentProblem problem,
            List<AssignmentNeed> needs,
            int next,
            Map<String, String> placed,
            List<Map<String, String>> into) {
        if (next == needs.size()) {
            if (keepsTheRules(problem, placed)) {
                into.add(new HashMap<>(placed));
            }
            return;
        }
        enumerate(problem, needs, next + 1, placed, into);
        for (AssignmentCandidate candidate : problem.candidates()) {
            placed.put(needs.get(next).customerId(), candidate.memberId());
            enumerate(problem, needs, next + 1, placed, into);
            placed.remove(needs.get(next).customerId());
        }
    }

    private static boolean keepsTheRules(AssignmentProblem problem, Map<String, String> placed) {
        Map<String, BigDecimal> used = new HashMap<>();
        int moves = 0;
        for (Map.Entry<String, String> one : placed.entrySet()) {
            AssignmentNeed need = problem.need(one.getKey()).orElseThrow();
            AssignmentCandidate member = problem.candidate(one.getValue()).orElseThrow();
            boolean isBarred = !need.rules().isEmpty()
                    && member.team().filter("red"::equals).isEmpty();
            BigDecimal all = used.merge(member.memberId(), need.hoursPerYear(), BigDecimal::add);
            moves += need.presentOwner()
                            .filter(owner -> problem.candidate(owner).isPresent() && !owner.equals(member.memberId()))
                            .isPresent()
                    ? 1
                    : 0;
            if (isBarred || all.compareTo(member.hoursPerYear()) > 0) {
                return false;
            }
        }
        return problem.mostMoves().isEmpty()
                || moves <= Math.max(0, problem.mostMoves().getAsInt() - problem.forcedMoves());
    }

    /** Misfits of those who are placed, and how far each is from the share by hours. */
    private static double naive(AssignmentProblem problem, Map<String, String> placed) {
        double sum = 0;
        Map<String, Double> arr = new HashMap<>();
        Map<String, Double> work = new HashMap<>();
        for (Map.Entry<String, String> one : placed.entrySet()) {
            AssignmentNeed need = problem.need(one.getKey()).orElseThrow();
            sum += problem.misfit(need, problem.candidate(one.getValue()).orElseThrow());
            arr.merge(one.getValue(), (double) need.arr(), Double::sum);
            work.merge(one.getValue(), need.hoursPerYear().doubleValue(), Double::sum);
        }
        double hours = problem.candidates().stream()
                .mapToDouble(one -> one.hoursPerYear().doubleValue())
                .sum();
        double allArr =
                problem.needs().stream().mapToDouble(AssignmentNeed::arr).sum();
        double allWork = problem.needs().stream()
                .mapToDouble(need -> need.hoursPerYear().doubleValue())
                .sum();
        for (AssignmentCandidate one : problem.candidates()) {
            double share = hours == 0 ? 0 : one.hoursPerYear().doubleValue() / hours;
            sum += problem.unevenArr() * Math.abs(arr.getOrDefault(one.memberId(), 0.0) - Math.rint(share * allArr));
            sum += problem.unevenHours() * Math.abs(work.getOrDefault(one.memberId(), 0.0) - share * allWork);
        }
        return sum;
    }
}
