package dev.rapport.examples.hostadapter;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.plan.HealthHistory;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.plan.Policies;
import dev.rapport.engagement.plan.Remark;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.ConsoleProgram;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.PlanFiles;
import dev.rapport.examples.shared.PlanSummary;
import dev.rapport.examples.shared.PolicyFolder;
import dev.rapport.examples.shared.Progress;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** The main job on a host's own classes: five CSV files in, the plan out. */
public final class Main {

    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final List<String> POLICIES =
            List.of("value-tiers.json", "scorecard.json", "churn-risk.json", "escalation.json", "loss-reasons.json");
    private static final String REJECTED = "rejected-rows.csv";
    private static final String HELP = """
            Makes the plan of a host application's own data: an export of five CSV files.

              --data DIR      the folder of the export (needed)
              --as-of DATE    the last day that the plan sees, like 2024-12-31 (needed)
              --out DIR       where plan.json, index.html and customers/ are written (default target/host-adapter)
              --help          this text
            """;

    static final ConsoleProgram PROGRAM = ConsoleProgram.of(HELP, Main::plan).options("data", "as-of", "out");

    private Main() {}

    /** Runs the program; ends with 0, or with 2 where something must be mended first. */
    public static void main(String[] args) {
        PROGRAM.runAndExit(args);
    }

    private static void plan(Arguments arguments, PrintStream out) {
        Path data = arguments.getPath("data");
        LocalDate date = arguments.getDate("as-of");
        OutputFolder folder = OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "host-adapter")));
        Progress progress = Progress.onStandardError();
        Export export = Export.read(data);
        Reckoning reckoning = Reckoning.in(CurrencyUnit.USD);
        Facts facts = Facts.of(AccountAdapter.adapter(), export.accounts())
                .derive(StandardAttributes.all(reckoning))
                .in(ZONE, CurrencyUnit.USD);
        AsOf asOf = AsOf.endOf(date, ZONE);
        Policies policies = PolicyDocuments.read(
                        PolicyFolder.read(Main.class, "policies", POLICIES),
                        facts.asOf(asOf).provides())
                .orThrow();
        progress.begin("Planning");
        Planner planner = Planner.of(policies, reckoning).reportingTo(progress::at);
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        LocalDate quarterBefore = date.with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1);
        Plan plan = planner.plan(facts, asOf, AsOf.endOf(quarterBefore, ZONE), Memory.empty(), ledger)
                .withRemarks(remarks(export));
        progress.finish();
        HealthHistory history = planner.healthHistory(facts, asOf, Memory.empty());
        PlanFiles.write(plan, planner, history, ledger, folder, progress);
        writeRejected(export, folder);
        PlanSummary.of(plan).forEach(out::println);
        out.println("Written to " + folder.path() + ": open index.html");
    }

    private static void writeRejected(Export export, OutputFolder folder) {
        if (export.rejected().isEmpty()) {
            folder.remove(REJECTED);
            return;
        }
        folder.write(REJECTED, writer -> {
            try (CsvWriter rows =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer)) {
                rows.writeRecord("file", "line", "reason");
                for (Export.Rejected row : export.rejected()) {
                    rows.writeRecord(row.file(), Long.toString(row.line()), row.reason());
                }
            }
        });
    }

    private static List<Remark> remarks(Export export) {
        List<Remark> remarks = new ArrayList<>();
        if (!export.rejected().isEmpty()) {
            Export.Rejected first = export.rejected().get(0);
            remarks.add(new Remark(
                    Remark.REJECTED + "row",
                    export.rejected().size(),
                    export.rejected().size() + " rows were rejected, the first in " + first.file() + " line "
                            + first.line() + ": " + first.reason() + " All are in " + REJECTED + "."));
        }
        for (Contradictions.Contradiction contradiction : Contradictions.in(export.accounts())) {
            remarks.add(new Remark(contradiction.code(), contradiction.count(), contradiction.sentence()));
        }
        return remarks;
    }
}
