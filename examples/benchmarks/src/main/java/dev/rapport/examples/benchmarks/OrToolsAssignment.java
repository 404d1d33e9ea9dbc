package dev.rapport.examples.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.Arrays;

/** The assignment as OR-Tools takes it: a yes or no for each pair, and what is above and below the even revenue. */
final class OrToolsAssignment {

    private static final int WORKERS = 2;

    private OrToolsAssignment() {}

    /** By CP-SAT; begun with an answer where one is given. */
    static AssignmentAnswer satisfied(AssignmentCase problem, double seconds, int[] hint) {
        Loader.loadNativeLibraries();
        CpModel model = new CpModel();
        BoolVar[] pairs = new BoolVar[problem.items * problem.agents];
        for (int pair = 0; pair < pairs.length; pair++) {
            pairs[pair] = model.newBoolVar("");
            if (hint.length > 0) {
                model.addHint(pairs[pair], hint[pair / problem.agents] == pair % problem.agents);
            }
        }
        for (int item = 0; item < problem.items; item++) {
            model.addExactlyOne(Arrays.copyOfRange(pairs, item * problem.agents, (item + 1) * problem.agents));
        }
        LinearExprBuilder objective = LinearExpr.newBuilder();
        for (int pair = 0; pair < pairs.length; pair++) {
            objective.addTerm(pairs[pair], problem.costs[pair]);
        }
        long most = Arrays.stream(problem.revenue).asLongStream().sum();
        for (int agent = 0; agent < problem.agents; agent++) {
            LinearExprBuilder used = LinearExpr.newBuilder();
            LinearExprBuilder earned = LinearExpr.newBuilder();
            for (int item = 0; item < problem.items; item++) {
                used.addTerm(pairs[item * problem.agents + agent], problem.usage(item, agent));
                earned.addTerm(pairs[item * problem.agents + agent], problem.revenue[item]);
            }
            model.addLessOrEqual(used.build(), problem.capacities[agent]);
            if (problem.isBalanced()) {
                IntVar over = model.newIntVar(0, most, "");
                IntVar under = model.newIntVar(0, most, "");
                if (hint.length > 0) {
                    long off = problem.earned(hint)[agent] - problem.target;
                    model.addHint(over, Math.max(0, off));
                    model.addHint(under, Math.max(0, -off));
                }
                model.addEquality(earned.addTerm(over, -1).addTerm(under, 1).build(), problem.target);
                objective.addTerm(over, 1).addTerm(under, 1);
            }
        }
        model.minimize(objective.build());
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(WORKERS).setRandomSeed(1);
        CpSolverStatus status = solver.solve(model);
        if (status != CpSolverStatus.FEASIBLE && status != CpSolverStatus.OPTIMAL) {
            return AssignmentAnswer.none(solver.bestObjectiveBound());
        }
        int[] agentOf = new int[problem.items];
        for (int pair = 0; pair < pairs.length; pair++) {
            if (solver.booleanValue(pairs[pair])) {
                agentOf[pair / problem.agents] = pair % problem.agents;
            }
        }
        return AssignmentAnswer.of(agentOf, solver.objectiveValue(), solver.bestObjectiveBound());
    }

    /** The value of the linear relaxation, by GLOP: what no answer can be below. */
    static double relaxed(AssignmentCase problem) {
        Loader.loadNativeLibraries();
        MPSolver solver = MPSolver.createSolver("GLOP");
        MPVariable[] pairs = new MPVariable[problem.items * problem.agents];
        for (int pair = 0; pair < pairs.length; pair++) {
            pairs[pair] = solver.makeNumVar(0, 1, "");
            solver.objective().setCoefficient(pairs[pair], problem.costs[pair]);
        }
        for (int item = 0; item < problem.items; item++) {
            MPConstraint one = solver.makeConstraint(1, 1);
            for (int agent = 0; agent < problem.agents; agent++) {
                one.setCoefficient(pairs[item * problem.agents + agent], 1);
            }
        }
        for (int agent = 0; agent < problem.agents; agent++) {
            MPConstraint used = solver.makeConstraint(-MPSolver.infinity(), (double) problem.capacities[agent]);
            MPConstraint even = solver.makeConstraint((double) problem.target, (double) problem.target);
            for (int item = 0; item < problem.items; item++) {
                used.setCoefficient(pairs[item * problem.agents + agent], problem.usage(item, agent));
                even.setCoefficient(pairs[item * problem.agents + agent], problem.revenue[item]);
            }
            for (int sign : new int[] {-1, 1}) {
                MPVariable off = solver.makeNumVar(0, MPSolver.infinity(), "");
                solver.objective().setCoefficient(off, 1);
                even.setCoefficient(off, sign);
            }
        }
        solver.objective().setMinimization();
        MPSolver.ResultStatus status = solver.solve();
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("GLOP ended with " + status + ".");
        }
        return solver.objective().value();
    }
}
