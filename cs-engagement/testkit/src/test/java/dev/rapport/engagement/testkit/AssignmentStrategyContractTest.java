package dev.rapport.engagement.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.AssignmentCandidate;
import dev.rapport.engagement.coverage.AssignmentNeed;
import dev.rapport.engagement.coverage.AssignmentProblem;
import dev.rapport.engagement.coverage.AssignmentScore;
import dev.rapport.engagement.coverage.AssignmentStrategy;
import dev.rapport.engagement.coverage.BoundedAssignment;
import dev.rapport.engagement.allocation.StopCondition;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract finds strategies that break it. */
class AssignmentStrategyContractTest {

    private static AssignmentStrategyContract holding(AssignmentStrategy strategy) {
        return new AssignmentStrategyContract() {
            @Override
            protected AssignmentStrategy strategy() {
                return strategy;
            }
        };
    }

    /** Gives everybody to the first member. */
    private static Assignment careless(AssignmentProblem problem, StopCondition stop) {
        Assignment.Builder answer = Assignment.builder(problem);
        double misfit = 0;
        int unplaced = 0;
        Optional<AssignmentCandidate> first = problem.candidates().stream().findFirst();
        for (AssignmentNeed need : problem.needs()) {
            if (first.isPresent()) {
                answer.place(need, first.get(), "why not", Optional.empty());
                misfit += problem.misfit(need, first.get());
            } else {
                answer.leaveOut(need, "nobody");
                unplaced++;
            }
        }
        return answer.build(new AssignmentScore(unplaced, misfit), 0);
    }

    /** Leaves everybody out, and says otherwise. */
    private static Assignment boastful(AssignmentProblem problem, StopCondition stop) {
        Assignment.Builder answer = Assignment.builder(problem);
        problem.needs().forEach(need -> answer.leaveOut(need, "no reason"));
        return answer.build(new AssignmentScore(0, 0), 0);
    }

    /** Forgets everybody. */
    private static Assignment forgetful(AssignmentProblem problem, StopCondition stop) {
        return Assignment.builder(problem)
                .build(new AssignmentScore(problem.needs().size(), 0), 0);
    }

    @Test
    void overload_isFound() {
        assertThatThrownBy(
                        () -> holding(AssignmentStrategyContractTest::careless).answer_keepsCapacitiesAndSkills())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void falseScore_isFound() {
        assertThatThrownBy(
                        () -> holding(AssignmentStrategyContractTest::boastful).score_isWhatAnIndependentCheckFinds())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void forgottenCustomer_isFound() {
        assertThatThrownBy(() ->
                        holding(AssignmentStrategyContractTest::forgetful).answer_namesEachCustomerOnce_withReasons())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void answersThatChange_areFound() {
        AssignmentStrategy greedy = new BoundedAssignment(1);
        long[] calls = new long[1];
        AssignmentStrategy moody =
                (problem, stop) -> greedy.assign(problem, StopCondition.steps(calls[0]++ % 2 == 0 ? 100_000 : 3));

        assertThatThrownBy(() -> holding(moody).answer_isTheSameEachTime()).isInstanceOf(AssertionError.class);
    }
}
