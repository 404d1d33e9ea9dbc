package dev.rapport.examples.benchmarks;

import dev.rapport.engagement.json.PlanJson;
import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.plan.ChurnLearning;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.plan.Policies;
import dev.rapport.examples.shared.FolderTables;
import dev.rapport.examples.shared.PolicyFolder;
import dev.rapport.model.book.Facts;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.tables.BookReader;
import dev.rapport.model.tables.BookReading;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What a plan costs in processor time of the thread that makes it. {@code PlanFigures BOOK DATE [SINCE]}: a folder that the
 * quickstart's {@code --write-sample} wrote, the day of the plan, and the day since which changes are told. One size in one
 * process: what compiled code of another size would save is not in the figure.
 */
public final class PlanFigures {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private PlanFigures() {}

    /** Prints the figures of one book. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        LocalDate date = LocalDate.parse(args[1]);
        LocalDate since = args.length > 2 ? LocalDate.parse(args[2]) : date.minusMonths(3);
        long began = processorTime();
        BookReading reading =
                BookReader.standard().read(FolderTables.in(folder)).orThrow();
        Facts facts = reading.facts(StandardAttributes.all(reading.reckoning()));
        long read = processorTime();
        AsOf asOf = AsOf.endOf(date, facts.zone());
        Policies policies = PolicyDocuments.read(
                        PolicyFolder.read(folder.resolve("policies")),
                        facts.asOf(asOf).provides())
                .orThrow();
        Planner planner = Planner.of(policies, reading.reckoning())
                .learningChurn(policies.churnLearning().orElseGet(ChurnLearning::standard));
        planner = reading.timeSheet().map(planner::counting).orElse(planner);
        Plan plan = planner.plan(
                facts, asOf, AsOf.endOf(since, facts.zone()), Memory.empty(), new InMemoryMilestoneLedger());
        long planned = processorTime();
        StringWriter json = new StringWriter();
        JsonLayout.PRETTY.write(json, out -> PlanJson.write(plan, out));
        long written = processorTime();
        System.out.printf(
                Locale.ROOT,
                "%,d customers: read %.1f s, planned %.1f s (%.2f ms a customer), plan.json %.1f s, %,d characters%n",
                plan.customers().size(),
                (read - began) / 1e9,
                (planned - read) / 1e9,
                (planned - read) / 1e6 / Math.max(1, plan.customers().size()),
                (written - planned) / 1e9,
                json.getBuffer().length());
    }

    private static long processorTime() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
