package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.allocation.Allocation;
import dev.rapport.engagement.allocation.Allocator;
import dev.rapport.engagement.allocation.Clash;
import dev.rapport.engagement.allocation.StopCondition;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.json.JsonOut;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Solves one instance of the generalised assignment problem. */
final class GapStudy {

    private static final long MOST_SECONDS = 86_400;
    private static final double NANOS = 1e9;

    private final Path file;
    private final GapInstance instance;
    private final Allocation answer;

    private GapStudy(Path file, GapInstance instance, Allocation answer) {
        this.file = file;
        this.instance = instance;
        this.answer = answer;
    }

    static void run(Arguments arguments, long started, PrintStream out) {
        Path file = arguments.getPath("instance");
        long seed = arguments.findWhole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1L);
        StopCondition stop = stop(arguments, started);
        GapInstance instance = GapInstance.read(file);
        Allocation answer = new Allocator(seed).allocate(instance.problem(), stop);
        new GapStudy(file, instance, answer)
                .write(OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "coverage-study"))), out);
    }

    private static StopCondition stop(Arguments arguments, long started) {
        if (arguments.find("steps").isPresent()) {
            if (arguments.find("seconds").isPresent()) {
                throw new UserError("option (--steps) must not come with --seconds.");
            }
            return StopCondition.steps(
                    arguments.findWhole("steps", 0, Long.MAX_VALUE).orElseThrow());
        }
        long seconds = arguments.findWhole("seconds", 1, MOST_SECONDS).orElse(5L);
        long nanos = (long) (seconds * NANOS);
        return steps -> System.nanoTime() - started >= nanos;
    }

    private void write(OutputFolder folder, PrintStream out) {
        folder.write("result.json", writer -> JsonLayout.PRETTY.write(writer, json -> json.object(this::result)));
        StudyPage page = StudyPage.titled("Assignment: " + file.getFileName());
        page.paragraph(instance.items() + " items to " + instance.agents() + " agents. " + verdict());
        if (answer.isFeasible()) {
            page.table(List.of("agent", "items", "cost", "used", "capacity", "used, %"), agents());
        }
        folder.write("index.html", page::writeTo);
        out.println(verdict());
        out.println("Written to " + folder.path().toAbsolutePath().normalize().resolve("result.json")
                + " and index.html beside it.");
    }

    private void result(JsonOut fields) {
        number(fields, "objective", answer.objective());
        number(fields, "bound", answer.bound());
        number(fields, "gap", answer.gap());
        fields.field("feasible", answer.isFeasible());
        fields.array("assignment", agents -> {
            if (answer.isFeasible()) {
                for (int agent : answer.agentOf()) {
                    agents.value(agent);
                }
            }
        });
        fields.field("optimal", answer.isOptimal());
        fields.field("steps", answer.steps());
        answer.clash()
                .ifPresent(clash -> fields.object("clash", parts -> {
                    parts.array("items", items -> clash.items().forEach(item -> items.value((long) item)));
                    parts.array(
                            "agents",
                            agents -> clash.capacities().forEach(capacity -> agents.value((long) capacity.bucket())));
                }));
    }

    private static void number(JsonOut fields, String name, double value) {
        if (Double.isFinite(value)) {
            fields.field(name, value);
        } else {
            fields.nullField(name);
        }
    }

    private String verdict() {
        if (answer.isOptimal()) {
            return "Objective " + StudyPage.number(answer.objective()) + ", proven to be the best.";
        }
        if (answer.isFeasible()) {
            return String.format(
                    Locale.ROOT,
                    "Objective %s, at most %.3f %% above the best: nothing is below %s.",
                    StudyPage.number(answer.objective()),
                    100 * answer.gap(),
                    StudyPage.number(answer.bound()));
        }
        return answer.clash()
                .map(GapStudy::words)
                .orElse(
                        "No answer was found in the time given, nor a proof that there is none.\nMaybe more --seconds help.");
    }

    private static String words(Clash clash) {
        String items = clash.items().stream().map(String::valueOf).collect(Collectors.joining(", "));
        if (clash.capacities().isEmpty()) {
            return "There is no answer: nobody is allowed to have item " + items + ".";
        }
        String agents = clash.capacities().stream()
                .map(capacity -> String.valueOf(capacity.bucket()))
                .collect(Collectors.joining(", "));
        return "There is no answer: the items " + items + " cannot all be placed within the capacities of the agents "
                + agents + ". Without any one of these there is no clash among the others.";
    }

    private List<List<String>> agents() {
        long[] counts = new long[instance.agents()];
        long[] costs = new long[instance.agents()];
        long[] used = new long[instance.agents()];
        int[] agentOf = answer.agentOf();
        for (int item = 0; item < agentOf.length; item++) {
            int agent = agentOf[item];
            counts[agent]++;
            costs[agent] += instance.cost(item, agent);
            used[agent] += instance.usage(item, agent);
        }
        List<List<String>> rows = new ArrayList<>();
        for (int agent = 0; agent < counts.length; agent++) {
            long capacity = instance.capacity(agent);
            rows.add(List.of(
                    String.valueOf(agent),
                    String.valueOf(counts[agent]),
                    String.valueOf(costs[agent]),
                    String.valueOf(used[agent]),
                    String.valueOf(capacity),
                    capacity == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * used[agent] / capacity)));
        }
        return rows;
    }
}
