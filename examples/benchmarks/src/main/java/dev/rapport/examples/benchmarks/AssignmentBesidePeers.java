package dev.rapport.examples.benchmarks;

import dev.rapport.engagement.allocation.Allocation;
import dev.rapport.engagement.allocation.AllocationProblem;
import dev.rapport.engagement.allocation.Allocator;
import dev.rapport.engagement.allocation.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One assignment in a fresh process, {@code rapport|cp-sat|cp-sat-hinted|timefold|glop CASE SEED SECONDS FOLDER}, then all
 * answers held beside each other by one evaluation, {@code compare CASE SEED FOLDER}. A case is {@code balanced} or the file
 * of an instance. See {@code allocation.sh}.
 */
final class AssignmentBesidePeers {

    private static final List<String> SOLVERS = List.of("rapport", "cp-sat", "cp-sat-hinted", "timefold", "glop");
    private static final double HINT_SECONDS = 1;
    private static final double NANOS = 1e9;

    private AssignmentBesidePeers() {}

    public static void main(String[] arguments) throws IOException {
        long seed = Long.parseLong(arguments[2]);
        AssignmentCase problem = AssignmentCase.of(arguments[1], seed);
        if (arguments[0].equals("compare")) {
            compare(problem, Path.of(arguments[3]));
        } else {
            long start = System.nanoTime();
            AssignmentAnswer answer = answer(arguments[0], problem, Double.parseDouble(arguments[3]), seed);
            answer.after((System.nanoTime() - start) / NANOS).write(file(Path.of(arguments[4]), arguments[0]));
        }
    }

    private static Path file(Path folder, String solver) {
        return folder.resolve(solver + ".answer");
    }

    static AssignmentAnswer answer(String solver, AssignmentCase problem, double seconds, long seed) {
        return switch (solver) {
            case "rapport" -> rapport(problem, seconds, seed);
            case "cp-sat" -> OrToolsAssignment.satisfied(problem, seconds, new int[0]);
            case "cp-sat-hinted" ->
                OrToolsAssignment.satisfied(problem, seconds, rapport(problem, HINT_SECONDS, seed).agentOf);
            case "timefold" -> TimefoldAssignment.solved(problem, seconds);
            case "glop" -> AssignmentAnswer.none(OrToolsAssignment.relaxed(problem));
            default -> throw new IllegalArgumentException("solver (" + solver + ") must be one of " + SOLVERS + ".");
        };
    }

    private static AssignmentAnswer rapport(AssignmentCase problem, double seconds, long seed) {
        AllocationProblem.Builder stated = AllocationProblem.builder(problem.items, problem.agents, problem.costs);
        if (!problem.isBalanced()) {
            stated.load(Load.capacityByPair("hours", problem.usage, problem.capacities));
        } else {
            stated.load(Load.capacity("hours", hours(problem), problem.capacities));
            long[] targets = new long[problem.agents];
            Arrays.fill(targets, problem.target);
            stated.load(Load.balanced("revenue", problem.revenue, targets, 1, -1));
        }
        AllocationProblem built = stated.build();
        long end = System.nanoTime() + (long) (seconds * NANOS);
        Allocation answer = new Allocator(seed).allocate(built, steps -> System.nanoTime() >= end);
        return AssignmentAnswer.of(answer.agentOf(), answer.objective(), answer.bound());
    }

    private static void compare(AssignmentCase problem, Path folder) throws IOException {
        AssignmentAnswer ours = AssignmentAnswer.read(file(folder, "rapport"));
        double objective = problem.evaluate(ours.agentOf);
        System.out.printf(
                Locale.ROOT,
                "%d items, %d agents, %s our bound %.1f%n",
                problem.items,
                problem.agents,
                problem.isBalanced() ? String.format(Locale.ROOT, "hours used %.1f %%,", used(problem)) : "",
                ours.bound);
        System.out.printf(
                Locale.ROOT,
                "%-14s %8s %12s %12s %12s %12s %12s%n",
                "",
                "seconds",
                "objective",
                "above bound",
                "times ours",
                "says itself",
                "its bound");
        for (String solver : SOLVERS) {
            if (Files.exists(file(folder, solver))) {
                AssignmentAnswer answer = AssignmentAnswer.read(file(folder, solver));
                double value = problem.evaluate(answer.agentOf);
                System.out.printf(
                        Locale.ROOT,
                        "%-14s %8.1f %12s %12s %12s %12s %12s%n",
                        solver,
                        answer.seconds,
                        number(value, "%.0f"),
                        number(100 * (value / ours.bound - 1), "%.2f %%"),
                        number(value / objective, "%.3f"),
                        number(answer.said, "%.0f"),
                        number(answer.bound, "%.1f"));
            }
        }
        if (Files.exists(file(folder, "glop"))) {
            double relaxed = AssignmentAnswer.read(file(folder, "glop")).bound;
            System.out.printf(Locale.ROOT, "our bound / that of the LP: %.5f%n", ours.bound / relaxed);
        }
    }

    /** Of customers who take the same with everybody. */
    private static int[] hours(AssignmentCase problem) {
        return IntStream.range(0, problem.items)
                .map(item -> problem.usage(item, 0))
                .toArray();
    }

    private static double used(AssignmentCase problem) {
        return 100.0 * Arrays.stream(hours(problem)).sum() / Arrays.stream(problem.capacities).sum();
    }

    private static String number(double value, String format) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
    }
}
