package dev.rapport.engagement.testkit;

import dev.rapport.engagement.coverage.AssignmentStrategy;
import dev.rapport.engagement.coverage.BoundedAssignment;

class BoundedAssignmentContractTest extends AssignmentStrategyContract {

    @Override
    protected AssignmentStrategy strategy() {
        return new BoundedAssignment(1);
    }
}
