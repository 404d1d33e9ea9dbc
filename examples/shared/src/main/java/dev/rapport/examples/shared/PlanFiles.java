package dev.rapport.examples.shared;

import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.json.CustomerFileJson;
import dev.rapport.engagement.json.PlanJson;
import dev.rapport.engagement.milestone.FiringLedger;
import dev.rapport.engagement.page.CustomerPage;
import dev.rapport.engagement.page.PlanPage;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.model.json.JsonLayout;

/** Writes a plan into a folder: {@code plan.json}, {@code index.html}, and JSON and a page for each customer. */
public final class PlanFiles {

    private PlanFiles() {}

    /** Writes all files of a plan. */
    public static void write(Plan plan, Planner planner, FiringLedger ledger, OutputFolder out, Progress progress) {
        out.write("plan.json", writer -> JsonLayout.PRETTY.write(writer, json -> PlanJson.write(plan, json)));
        out.write("index.html", writer -> PlanPage.write(plan, PlanFiles::pageOf, writer));
        progress.begin("Writing customer files");
        long done = 0;
        for (CustomerLine line : plan.customers()) {
            CustomerFile file = planner.file(plan, line.customerId(), ledger).orElseThrow();
            writeFile(file, out);
            progress.at(++done, plan.customers().size());
        }
        progress.finish();
    }

    /** Writes the file of one customer. */
    public static void writeFile(CustomerFile file, OutputFolder out) {
        String name = "customers/" + OutputFolder.fileName(file.customerId());
        out.write(
                name + ".json", writer -> JsonLayout.PRETTY.write(writer, json -> CustomerFileJson.write(file, json)));
        out.write(name + ".html", writer -> CustomerPage.write(file, writer));
    }

    private static String pageOf(String customerId) {
        return "customers/" + OutputFolder.fileName(customerId).replace("%", "%25") + ".html";
    }
}
