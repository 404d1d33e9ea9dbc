package dev.rapport.engagement.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.allocation.StopCondition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Answers against every possible answer, on instances small enough to try them all. */
class BoundedAssignmentProperties {

    private static final Instant AT = Instant.parse("2026-06-30T22:00:00Z");
    private static final List<String> ZONES = List.of("Europe/Berlin", "Asia/Tokyo", "America/Chicago");
    private static final List<String> LANGUAGES = List.of("de", "en", "ja");

    private static AssignmentProblem random(Random random) {
        AssignmentProblem.Builder problem =
                AssignmentProblem.builder("csm", AT, new AssignmentWeights(random.nextInt(40), random.nextInt(10), 1));
        int people = random.nextInt(4);
        for (int p = 0; p < people; p++) {
            problem.add(AssignmentCandidate.builder()
                    .memberId("p" + p)
                    .hoursPerYear(BigDecimal.valueOf(random.nextInt(30)))
                    .putSkills("reviews", 1 + random.nextInt(5))
                    .addLanguages(LANGUAGES.get(random.nextInt(3)))
                    .zone(ZoneId.of(ZONES.get(random.nextInt(3))))
                    .build());
        }
        for (int c = 0; c < random.nextInt(6); c++) {
            AssignmentNeed.Builder need = AssignmentNeed.builder()
                    .customerId("c" + c)
                    .hoursPerYear(BigDecimal.valueOf(random.nextInt(15)))
                    .putSkills("reviews", random.nextInt(5));
            if (random.nextBoolean()) {
                need.language(LANGUAGES.get(random.nextInt(3)));
            }
            if (random.nextBoolean()) {
                need.zone(ZoneId.of(ZONES.get(random.nextInt(3))));
            }
            if (random.nextBoolean()) {
                need.presentOwner("p" + random.nextInt(4));
            }
            problem.add(need.build());
        }
        return problem.build();
    }

    @Property(tries = 500)
    void answer_isTheBestOfAllThatKeepTheRules(@ForAll long seed) {
        AssignmentProblem problem = random(new Random(seed));
        Assignment found = new BoundedAssignment(1).assign(problem, StopCondition.never());

        Map<Map<String, String>, AssignmentScore> feasible = new HashMap<>();
        enumerate(problem, 0, new HashMap<>(), new HashMap<>(), feasible);
        Map<String, String> answer = new HashMap<>();
        found.placements().forEach(placement -> answer.put(placement.customerId(), placement.memberId()));

        assertThat(feasible).containsKey(answer);
        assertThat(feasible.get(answer)).isEqualTo(found.score());
        AssignmentScore best =
                feasible.values().stream().min(AssignmentScore::compareTo).orElseThrow();
        assertThat(found.score()).isEqualTo(best);
        assertThat(found.bound().orElseThrow()).isLessThanOrEqualTo(best.misfit());
        assertThat(found.leastUnplaced()).hasValue(best.unplaced());
        assertThat(AssignmentCheck.of(problem, found).violations()).isEmpty();
    }

    @Property(tries = 500)
    void customerLeftOut_fitsNowhere_inWhatIsLeft(@ForAll long seed) {
        AssignmentProblem problem = random(new Random(seed));
        Assignment found = new BoundedAssignment(1).assign(problem, StopCondition.never());
        Map<String, BigDecimal> used = new HashMap<>();
        found.placements()
                .forEach(placement -> used.merge(
                        placement.memberId(),
                        problem.need(placement.customerId()).orElseThrow().hoursPerYear(),
                        BigDecimal::add));

        for (Unplaced unplaced : found.unplaced()) {
            AssignmentNeed need = problem.need(unplaced.customerId()).orElseThrow();
            for (AssignmentCandidate candidate : problem.candidates()) {
                BigDecimal left =
                        candidate.hoursPerYear().subtract(used.getOrDefault(candidate.memberId(), BigDecimal.ZERO));
                assertThat(isAble(need, candidate) && left.compareTo(need.hoursPerYear()) >= 0)
                        .as(unplaced + " with " + candidate.memberId())
                        .isFalse();
            }
        }
    }

    @Property(tries = 200)
    void nextBest_isNeverBetter_andNeverTheSame(@ForAll long seed) {
        AssignmentProblem problem = random(new Random(seed));
        List<Placement> placements = new ArrayList<>(
                new BoundedAssignment(1).assign(problem, StopCondition.never()).placements());
        for (Placement placement : placements) {
            Optional<NextBest> next = placement.nextBest();
            if (next.isPresent()) {
                AssignmentNeed need = problem.need(placement.customerId()).orElseThrow();
                AssignmentCandidate other =
                        problem.candidate(next.get().memberId()).orElseThrow();
                assertThat(other.memberId()).isNotEqualTo(placement.memberId());
                assertThat(next.get().misfit()).isEqualTo(problem.misfit(need, other));
                boolean stays =
                        need.presentOwner().filter(placement.memberId()::equals).isPresent();
                assertThat(stays
                                || next.get().reason().contains("h needed")
                                || next.get().misfit()
                                        >= placement.misfit().value().orElseThrow())
                        .isTrue();
            }
        }
    }

    private static boolean isAble(AssignmentNeed need, AssignmentCandidate candidate) {
        return candidate.skills().getOrDefault("reviews", 0) >= need.skills().getOrDefault("reviews", 0);
    }

    /** Every way to place some of the customers that keeps the rules. */
    private static void enumerate(
            AssignmentProblem problem,
            int next,
            Map<String, String> placed,
            Map<String, BigDecimal> used,
            Map<Map<String, String>, AssignmentScore> into) {
        if (next == problem.needs().size()) {
            double misfit = 0;
            for (AssignmentNeed need : problem.needs()) {
                String member = placed.get(need.customerId());
                misfit += member == null
                        ? 0
                        : problem.misfit(need, problem.candidate(member).orElseThrow());
            }
            into.put(new HashMap<>(placed), new AssignmentScore(problem.needs().size() - placed.size(), misfit));
            return;
        }
        enumerate(problem, next + 1, placed, used, into);
        AssignmentNeed need = problem.needs().get(next);
        for (AssignmentCandidate candidate : problem.candidates()) {
            BigDecimal before = used.getOrDefault(candidate.memberId(), BigDecimal.ZERO);
            BigDecimal after = before.add(need.hoursPerYear());
            if (isAble(need, candidate) && after.compareTo(candidate.hoursPerYear()) <= 0) {
                placed.put(need.customerId(), candidate.memberId());
                used.put(candidate.memberId(), after);
                enumerate(problem, next + 1, placed, used, into);
                placed.remove(need.customerId());
                used.put(candidate.memberId(), before);
            }
        }
    }
}
