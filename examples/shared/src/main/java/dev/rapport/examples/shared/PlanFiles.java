package dev.rapport.examples.shared;

import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.json.CustomerFileJson;
import dev.rapport.engagement.json.PlanJson;
import dev.rapport.engagement.json.ReviewPackJson;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.pack.ReviewPack;
import dev.rapport.engagement.page.CustomerPage;
import dev.rapport.engagement.page.DigestPage;
import dev.rapport.engagement.page.PlanLinks;
import dev.rapport.engagement.page.PlanPage;
import dev.rapport.engagement.page.ReviewPackPage;
import dev.rapport.engagement.page.YouSaidPage;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.DepartmentDigest;
import dev.rapport.engagement.plan.HealthHistory;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.voice.VoiceReport;
import dev.rapport.model.json.JsonLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a plan into a folder: {@code plan.json}, {@code index.html}, JSON and a page for each customer, for each who said
 * something what became of it, and the digest of each department.
 */
public final class PlanFiles {

    private PlanFiles() {}

    /**
     * Where the pages are, seen from the plan's.
     *
     * @param names  the names of files by customer
     */
    private record Links(Map<String, String> names) implements PlanLinks {

        @Override
        public String customer(String customerId) {
            return page("customers", customerId);
        }

        @Override
        public Optional<String> digest(String department) {
            return Optional.of("digests/" + department + ".html");
        }

        @Override
        public Optional<String> youSaid(String customerId) {
            return Optional.of(page("voice", customerId));
        }

        private String page(String folder, String customerId) {
            String name = names.getOrDefault(customerId, OutputFolder.fileName(customerId));
            return folder + "/" + name.replace("%", "%25") + ".html";
        }
    }

    /** Writes all files of a plan. */
    public static void write(
            Plan plan,
            Planner planner,
            HealthHistory history,
            MilestoneLedger ledger,
            OutputFolder out,
            Progress progress) {
        Map<String, String> names = names(plan);
        out.write("plan.json", writer -> JsonLayout.PRETTY.write(writer, json -> PlanJson.write(plan, json)));
        out.write("index.html", writer -> PlanPage.write(plan, new Links(names), writer));
        writeVoice(plan, names, out);
        progress.begin("Writing customer files");
        long done = 0;
        for (CustomerLine line : plan.customers()) {
            CustomerFile file = planner.file(plan, line.customerId(), ledger).orElseThrow();
            write(file.withHealthHistory(history.of(line.customerId())), names, out);
            progress.at(++done, plan.customers().size());
        }
        progress.finish();
    }

    /** What became of what each customer said, and the digest of each department. */
    private static void writeVoice(Plan plan, Map<String, String> names, OutputFolder out) {
        for (String id : plan.voice().value().map(VoiceReport::customers).orElse(List.of())) {
            out.write("voice/" + names.get(id) + ".html", writer -> YouSaidPage.write(plan, id, writer));
        }
        Links links = new Links(names);
        for (DepartmentDigest digest : DepartmentDigest.of(plan)) {
            out.write(
                    "digests/" + digest.department() + ".html",
                    writer -> DigestPage.write(plan, digest, id -> "../" + links.customer(id), writer));
        }
    }

    /**
     * Writes the file of one customer of a plan.
     *
     * @return the page
     */
    public static Path writeFile(CustomerFile file, Plan plan, OutputFolder out) {
        return write(file, names(plan), out);
    }

    /**
     * Writes the pack for the annual review with one customer of a plan.
     *
     * @return the page
     */
    public static Path writePack(ReviewPack pack, Plan plan, OutputFolder out) {
        String name = "reviews/" + names(plan).get(pack.file().customerId());
        out.write(name + ".json", writer -> JsonLayout.PRETTY.write(writer, json -> ReviewPackJson.write(pack, json)));
        out.write(name + ".html", writer -> ReviewPackPage.write(pack, writer));
        return out.path().resolve(name + ".html");
    }

    private static Path write(CustomerFile file, Map<String, String> names, OutputFolder out) {
        String name = "customers/" + names.get(file.customerId());
        out.write(
                name + ".json", writer -> JsonLayout.PRETTY.write(writer, json -> CustomerFileJson.write(file, json)));
        out.write(name + ".html", writer -> CustomerPage.write(file, writer));
        return out.path().resolve(name + ".html");
    }

    private static Map<String, String> names(Plan plan) {
        return OutputFolder.fileNames(
                plan.customers().stream().map(CustomerLine::customerId).toList());
    }
}
