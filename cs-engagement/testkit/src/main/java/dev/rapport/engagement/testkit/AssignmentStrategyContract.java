package dev.rapport.engagement.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.AssignmentCandidate;
import dev.rapport.engagement.coverage.AssignmentCheck;
import dev.rapport.engagement.coverage.AssignmentNeed;
import dev.rapport.engagement.coverage.AssignmentProblem;
import dev.rapport.engagement.coverage.AssignmentStrategy;
import dev.rapport.engagement.coverage.AssignmentWeights;
import dev.rapport.engagement.coverage.MemberLoad;
import dev.rapport.engagement.coverage.Placement;
import dev.rapport.engagement.allocation.StopCondition;
import dev.rapport.engagement.coverage.Unplaced;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AssignmentStrategy} has to keep. Extend it, hand over your strategy, and run it as a test.
 *
 * <pre>{@code
 * class MyStrategyTest extends AssignmentStrategyContract {
 *     protected AssignmentStrategy strategy() {
 *         return new MyStrategy();
 *     }
 * }
 * }</pre>
 */
public abstract class AssignmentStrategyContract {

    private static final int PROBLEMS = 60;
    private static final long BUDGET = 20_000;
    private static final Instant AT = Instant.parse("2026-06-30T22:00:00Z");
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "Europe/London", "Asia/Tokyo", "America/Chicago");
    private static final List<String> LANGUAGES = List.of("de", "en", "ja");

    /** For those who extend it. */
    protected AssignmentStrategyContract() {}

    /**
     * The strategy that is held to the contract.
     *
     * @return a strategy, the same or a new one each time
     */
    protected abstract AssignmentStrategy strategy();

    /** Nobody gets more hours than there are or a customer they are not able or allowed to have; the budget of moves is kept. */
    @Test
    public void answer_keepsCapacitiesAndSkills() {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            AssignmentProblem problem = problem(seed, seed);
            Assignment answer = strategy().assign(problem, StopCondition.steps(BUDGET));
            assertThat(AssignmentCheck.of(problem, answer).loads())
                    .as("loads of problem %d", seed)
                    .noneMatch(MemberLoad::isOverloaded);
            assertThat(AssignmentCheck.of(problem, answer).violations())
                    .as("violations in problem %d", seed)
                    .isEmpty();
        }
    }

    /** Each customer is placed with reasons, or left out with a reason; never both, never neither. */
    @Test
    public void answer_namesEachCustomerOnce_withReasons() {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            AssignmentProblem problem = problem(seed, seed);
            Assignment answer = strategy().assign(problem, StopCondition.steps(BUDGET));
            List<String> named = new ArrayList<>();
            for (Placement placement : answer.placements()) {
                named.add(placement.customerId());
                assertThat(placement.why()).as("why %s", placement.customerId()).isNotBlank();
                assertThat(placement.misfit().foldsToItsValue()).isTrue();
            }
            for (Unplaced unplaced : answer.unplaced()) {
                named.add(unplaced.customerId());
                assertThat(unplaced.reason())
                        .as("why not %s", unplaced.customerId())
                        .isNotBlank();
            }
            assertThat(named)
                    .as("customers of problem %d", seed)
                    .containsExactlyInAnyOrderElementsOf(problem.needs().stream()
                            .map(AssignmentNeed::customerId)
                            .toList());
        }
    }

    /** What the strategy says its answer is worth is what it is worth. */
    @Test
    public void score_isWhatAnIndependentCheckFinds() {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            AssignmentProblem problem = problem(seed, seed);
            Assignment answer = strategy().assign(problem, StopCondition.steps(BUDGET));
            AssignmentCheck check = AssignmentCheck.of(problem, answer);
            assertThat(answer.score().unplaced())
                    .as("left out of problem %d", seed)
                    .isEqualTo(check.score().unplaced());
            assertThat(Math.abs(answer.score().misfit() - check.score().misfit()))
                    .as("misfit of problem %d", seed)
                    .isLessThanOrEqualTo(1e-9 * Math.max(1, check.score().misfit()));
        }
    }

    /** A bound that the strategy states is not above what it reached. */
    @Test
    public void bound_isNotAboveTheScore() {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            AssignmentProblem problem = problem(seed, seed);
            Assignment answer = strategy().assign(problem, StopCondition.steps(BUDGET));
            assertThat(answer.bound().orElse(0))
                    .as("bound of problem %d", seed)
                    .isLessThanOrEqualTo(answer.score().misfit() + 1e-9);
        }
    }

    /** The same problem and budget give the same answer. */
    @Test
    public void answer_isTheSameEachTime() {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            assertSame(
                    strategy().assign(problem(seed, seed), StopCondition.steps(BUDGET)),
                    strategy().assign(problem(seed, seed), StopCondition.steps(BUDGET)),
                    seed);
        }
    }

    /** The order in which customers and people were added does not matter. */
    @Test
    public void answer_doesNotDependOnTheOrder() {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            assertSame(
                    strategy().assign(problem(seed, 1), StopCondition.steps(BUDGET)),
                    strategy().assign(problem(seed, 2), StopCondition.steps(BUDGET)),
                    seed);
        }
    }

    /** Without any step left, there is still an answer that keeps the rules. */
    @Test
    public void answer_withoutABudget_keepsTheRules() {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            AssignmentProblem problem = problem(seed, seed);
            for (long budget : new long[] {0, 1, 7}) {
                Assignment answer = strategy().assign(problem, StopCondition.steps(budget));
                assertThat(AssignmentCheck.of(problem, answer).violations())
                        .as("violations in problem %d with %d steps", seed, budget)
                        .isEmpty();
            }
        }
    }

    /** Problems without customers or without people have an answer. */
    @Test
    public void emptyProblems_haveAnAnswer() {
        AssignmentProblem nobody = AssignmentProblem.builder("csm", AT, AssignmentWeights.CONTINUITY_FIRST)
                .add(AssignmentNeed.builder()
                        .customerId("c")
                        .hoursPerYear(BigDecimal.ONE)
                        .build())
                .build();
        AssignmentProblem nothing = AssignmentProblem.builder("csm", AT, AssignmentWeights.CONTINUITY_FIRST)
                .build();

        assertThat(strategy().assign(nobody, StopCondition.steps(BUDGET)).unplaced())
                .hasSize(1);
        assertThat(strategy().assign(nothing, StopCondition.steps(BUDGET)).placements())
                .isEmpty();
    }

    private static void assertSame(Assignment one, Assignment other, int seed) {
        assertThat(pairs(other)).as("placements of problem %d", seed).isEqualTo(pairs(one));
        assertThat(other.unplaced()).as("left out of problem %d", seed).isEqualTo(one.unplaced());
        assertThat(other.score()).as("score of problem %d", seed).isEqualTo(one.score());
    }

    private static List<String> pairs(Assignment assignment) {
        return assignment.placements().stream()
                .map(placement -> placement.customerId() + " with " + placement.memberId() + ": " + placement.why()
                        + ", " + placement.nextBest())
                .toList();
    }

    /** A random problem; the same for the same seed, whatever the order in which its parts are added. */
    private static AssignmentProblem problem(int seed, int order) {
        Random random = new Random(seed);
        List<AssignmentCandidate> people = new ArrayList<>();
        for (int i = 0; i < random.nextInt(7); i++) {
            people.add(AssignmentCandidate.builder()
                    .memberId("p" + i)
                    .hoursPerYear(BigDecimal.valueOf(random.nextInt(160_000), 2))
                    .putSkills("reviews", 1 + random.nextInt(5))
                    .addLanguages(LANGUAGES.get(random.nextInt(LANGUAGES.size())))
                    .zone(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))))
                    .build());
        }
        List<AssignmentNeed> customers = new ArrayList<>();
        for (int i = 0; i < random.nextInt(80); i++) {
            AssignmentNeed.Builder need = AssignmentNeed.builder()
                    .customerId("c" + i)
                    .hoursPerYear(BigDecimal.valueOf(random.nextInt(12_000), 2))
                    .putSkills("reviews", 1 + random.nextInt(4));
            if (random.nextInt(4) > 0) {
                need.language(LANGUAGES.get(random.nextInt(LANGUAGES.size())))
                        .zone(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
            }
            if (random.nextBoolean()) {
                need.presentOwner("p" + random.nextInt(7)).handOverFactor(1 + random.nextInt(3));
            }
            if (random.nextInt(10) == 0) {
                need.addOnlyWith("p" + random.nextInt(7));
            }
            need.arr(random.nextInt(100_000));
            customers.add(need.build());
        }
        Collections.shuffle(people, new Random(order));
        Collections.shuffle(customers, new Random(order));
        AssignmentProblem.Builder problem = AssignmentProblem.builder("csm", AT, AssignmentWeights.CONTINUITY_FIRST);
        people.forEach(problem::add);
        customers.forEach(problem::add);
        if (seed % 3 == 0) {
            problem.unevenArr(0.001);
        }
        if (seed % 4 == 0) {
            problem.mostMoves(seed % 5);
        }
        return problem.build();
    }
}
