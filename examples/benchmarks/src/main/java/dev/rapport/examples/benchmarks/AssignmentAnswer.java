package dev.rapport.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a solver answered: who has which item, and what it says of that itself. Kept as a file of two lines. */
final class AssignmentAnswer {

    final int[] agentOf;
    final double said;
    final double bound;
    final Took took;

    private AssignmentAnswer(int[] agentOf, double said, double bound, Took took) {
        this.agentOf = agentOf;
        this.said = said;
        this.bound = bound;
        this.took = took;
    }

    /** Seconds by the clock, and those of processors that the process had in them. */
    record Took(double seconds, double processor) {}

    /** An answer, the objective that its solver names, and what it says that no answer is below. */
    static AssignmentAnswer of(int[] agentOf, double said, double bound) {
        return new AssignmentAnswer(agentOf, said, bound, new Took(0, 0));
    }

    static AssignmentAnswer none(double bound) {
        return of(new int[0], Double.NaN, bound);
    }

    AssignmentAnswer after(Took elapsed) {
        return new AssignmentAnswer(agentOf, said, bound, elapsed);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(
                file,
                List.of(
                        said + " " + bound + " " + took.seconds() + " " + took.processor(),
                        Arrays.stream(agentOf).mapToObj(String::valueOf).collect(Collectors.joining(" "))));
    }

    static AssignmentAnswer read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        double[] numbers = Arrays.stream(lines.get(0).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        int[] agents = lines.get(1).isEmpty()
                ? new int[0]
                : Arrays.stream(lines.get(1).split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray();
        return new AssignmentAnswer(agents, numbers[0], numbers[1], new Took(numbers[2], numbers[3]));
    }
}
