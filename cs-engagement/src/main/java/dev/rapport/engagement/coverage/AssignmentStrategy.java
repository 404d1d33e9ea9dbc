package dev.rapport.engagement.coverage;

import dev.rapport.engagement.allocation.StopCondition;

/**
 * Places customers with people. Open: hosts bring their own, and hold them to {@code AssignmentStrategyContract} of the
 * test kit.
 *
 * <p>An answer keeps every capacity and every required skill, names each customer once, as placed or with the reason why
 * not, and depends on nothing but the problem and the stop condition. {@link AssignmentCheck} evaluates it again.
 */
@FunctionalInterface
public interface AssignmentStrategy {

    /**
     * Places the customers of a problem.
     *
     * @param problem  the customers, the people and what counts
     * @param stop  when to answer with what there is
     * @return the answer
     */
    Assignment assign(AssignmentProblem problem, StopCondition stop);
}
