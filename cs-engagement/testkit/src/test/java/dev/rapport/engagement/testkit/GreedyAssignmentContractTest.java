package dev.rapport.engagement.testkit;

import dev.rapport.engagement.coverage.AssignmentStrategy;
import dev.rapport.engagement.coverage.GreedyAssignment;

class GreedyAssignmentContractTest extends AssignmentStrategyContract {

    @Override
    protected AssignmentStrategy strategy() {
        return new GreedyAssignment();
    }
}
