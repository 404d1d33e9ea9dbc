package dev.rapport.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All solvers are given the same problem: what each says of its answer is what the one evaluation says. */
class AssignmentAgreementTest {

    /** Three agents and six items; the best of all 729 answers is found by trying them. */
    private static final String INSTANCE =
            """
            3 6
            5 9 2 7 4 8
            6 3 8 7 5 4
            9 6 4 3 8 5
            4 3 6 5 4 7
            5 4 3 6 5 4
            3 6 5 4 7 5
            10 9 11
            """;

    @Test
    void solversAgree_onWhatAnAnswerIsWorth(@TempDir Path folder) throws IOException {
        AssignmentCase problem =
                AssignmentCase.of(Files.writeString(folder.resolve("small"), INSTANCE).toString(), 1);
        double best = best(problem);
        AssignmentAnswer ours = AssignmentBesidePeers.answer("rapport", problem, 0.5, 1);
        assertThat(problem.evaluate(ours.agentOf)).isEqualTo(best).isEqualTo(ours.said);
        assertThat(ours.bound).isLessThanOrEqualTo(best);
        AssignmentAnswer satisfied = AssignmentBesidePeers.answer("cp-sat", problem, 10, 1);
        assertThat(problem.evaluate(satisfied.agentOf)).isEqualTo(best).isEqualTo(satisfied.said);
        AssignmentAnswer local = AssignmentBesidePeers.answer("timefold", problem, 2, 1);
        assertThat(problem.evaluate(local.agentOf)).isEqualTo(local.said).isGreaterThanOrEqualTo(best);
        assertThat(AssignmentBesidePeers.answer("glop", problem, 0, 1).bound).isLessThanOrEqualTo(best + 1e-6);
    }

    private static double best(AssignmentCase problem) {
        double best = Double.POSITIVE_INFINITY;
        int[] agentOf = new int[problem.items];
        for (int all = 0; all < Math.pow(problem.agents, problem.items); all++) {
            int rest = all;
            for (int item = 0; item < problem.items; item++) {
                agentOf[item] = rest % problem.agents;
                rest /= problem.agents;
            }
            best = Math.min(best, problem.evaluate(agentOf));
        }
        return best;
    }

    @Test
    void balancedCase_isUsedTo91PerCent_andItsRevenueCanBeEven() throws IOException {
        AssignmentCase problem = AssignmentCase.of(AssignmentCase.BALANCED, 1);
        assertThat(problem.items).isEqualTo(2000);
        assertThat(problem.agents).isEqualTo(40);
        double hours = 0;
        double there = 0;
        double revenue = 0;
        for (int item = 0; item < problem.items; item++) {
            hours += problem.usage(item, 0);
            revenue += problem.revenue[item];
        }
        for (long capacity : problem.capacities) {
            there += capacity;
        }
        assertThat(hours / there).isCloseTo(0.91, within(0.001));
        assertThat(revenue).isEqualTo(40.0 * problem.target);
    }
}
