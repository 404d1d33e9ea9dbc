package dev.rapport.examples.coveragestudy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with a book whose answers are known: three large customers of anna, two of ben, and carl who has nobody yet. Each
 * large customer takes 20 hours a year of a CSM at EUR 50, each of the four small ones 1.
 *
 * @param folder  where everything lies
 */
record StudyFolder(Path folder) {

    private static final String BOOK = """
            {"format": "rapport/book", "version": 1, "id": "known", "revision": "1", "zone": "Europe/Berlin",
             "currency": "EUR", "attributes": [
              {"name": "use", "kind": "number", "dimension": "behavioural", "sensitivity": "open"}]}
            """;
    private static final String SCORECARD = """
            {"format": "rapport/scorecard", "version": 1, "id": "points", "revision": "1", "handling": "redistribute",
             "minimumCompleteness": 0.3, "caps": [], "parts": [
              {"type": "measure", "code": "use", "weight": 100, "attribute": "use",
               "curve": {"type": "linear", "points": [[0, 0], [100, 100]]}}],
             "bands": {"hysteresis": 0, "bands": [{"code": "red", "from": 0}, {"code": "green", "from": 50}]}}
            """;
    private static final String TIERS = """
            {"format": "rapport/segmentation", "version": 1, "id": "tiers", "revision": "1", "strategy":
             {"type": "value-tiers", "attribute": "arr", "currency": "EUR", "tiers": [
              {"id": "small", "name": "Small"}, {"id": "large", "name": "Large", "from": 10000}]}}
            """;
    private static final String MODELS = """
            {"format": "rapport/engagement-models", "version": 1, "id": "models", "revision": "1",
             "grossMargin": {"share": 0.8, "source": "made up"}, "targetMargin": 0.5,
             "models": [
              {"id": "high", "name": "High", "touchpoints": [
                {"kind": "visit", "timesPerYear": 4, "hoursEach": 5, "role": "csm"}],
               "toolCostPerYear": "EUR 0.00", "owners": [{"role": "csm"}]},
              {"id": "low", "name": "Low", "touchpoints": [
                {"kind": "call", "timesPerYear": 2, "hoursEach": 0.5, "role": "csm"}],
               "toolCostPerYear": "EUR 0.00", "owners": []},
              {"id": "lavish", "name": "Lavish", "touchpoints": [
                {"kind": "visit", "timesPerYear": 500, "hoursEach": 8, "role": "csm"}],
               "toolCostPerYear": "EUR 0.00", "owners": [{"role": "csm"}]}],
             "segments": [
              {"segment": "large", "model": "high", "retentionTarget": 0.9}, {"segment": "small", "model": "low"}],
             "expectations": [
              {"segment": "large", "model": "low", "low": 0.1, "likely": 0.2, "high": 0.3, "source": "a pilot"}]}
            """;
    private static final String ORGANISATION = """
            {"format": "rapport/organisation", "version": 1, "id": "us", "revision": "1",
             "departments": [{"id": "cs", "name": "Customer success"}],
             "roles": [{"id": "vp", "title": "VP", "department": "cs"},
               {"id": "csm", "title": "CSM", "department": "cs", "reportsTo": "vp"}],
             "members": [
              {"id": "vera", "name": "Vera", "role": "vp", "zone": "Europe/Berlin", "hoursPerWeek": 1,
               "hourlyCost": "EUR 100.00"},
              {"id": "anna", "name": "Anna", "role": "csm", "languages": ["de"], "zone": "Europe/Berlin",
               "hoursPerWeek": 2, "hourlyCost": "EUR 50.00"},
              {"id": "ben", "name": "Ben", "role": "csm", "languages": ["en"], "zone": "Europe/Berlin",
               "hoursPerWeek": HOURS_OF_BEN, "hourlyCost": "EUR 50.00"},
              {"id": "carl", "name": "Carl", "role": "csm", "languages": ["de"], "zone": "Europe/Berlin",
               "hoursPerWeek": HOURS_OF_CARL, "hourlyCost": "EUR 50.00"}]}
            """;

    /** The book where ben and carl have some hours a week. */
    static StudyFolder of(Path folder, String hoursOfBen, String hoursOfCarl) throws IOException {
        Path book = Files.createDirectories(folder.resolve("book"));
        Path policies = Files.createDirectories(book.resolve("policies"));
        Files.writeString(book.resolve("book.json"), BOOK);
        StringBuilder customers = new StringBuilder("id,since,valid-from,name,use,language\n");
        StringBuilder contracts = new StringBuilder("customer,id,start,end,arr\n");
        for (String id : new String[] {"l1", "l2", "l3", "l4", "l5"}) {
            customers.append(id + ",2023-01-01,2023-01-01,Large " + id + ",80,de\n");
            contracts.append(id + "," + id + "-1,2023-01-01,2028-01-01,20000\n");
        }
        for (String id : new String[] {"s1", "s2", "s3", "s4"}) {
            customers.append(id + ",2023-01-01,2023-01-01,Small " + id + ",80,\n");
            contracts.append(id + "," + id + "-1,2023-01-01,2028-01-01,1000\n");
        }
        Files.writeString(book.resolve("customers.csv"), customers);
        Files.writeString(book.resolve("contracts.csv"), contracts);
        Files.writeString(book.resolve("owners.csv"), """
                customer,id,role,owner,from
                l1,o1,csm,anna,2023-01-01
                l2,o2,csm,anna,2023-01-01
                l3,o3,csm,anna,2023-01-01
                l4,o4,csm,ben,2023-01-01
                l5,o5,csm,ben,2023-01-01
                """);
        Files.writeString(policies.resolve("scorecard.json"), SCORECARD);
        Files.writeString(policies.resolve("tiers.json"), TIERS);
        Files.writeString(policies.resolve("models.json"), MODELS);
        Files.writeString(
                policies.resolve("organisation.json"),
                ORGANISATION.replace("HOURS_OF_BEN", hoursOfBen).replace("HOURS_OF_CARL", hoursOfCarl));
        return new StudyFolder(folder);
    }

    /**
     * What a run of the program gave.
     *
     * @param exit  its exit code
     * @param out  what it wrote to standard output
     * @param error  what it wrote to standard error
     */
    record Run(int exit, String out, String error) {}

    /** A run of a command on this book. */
    Run run(String command, String... more) {
        String[] line = new String[more.length + 7];
        System.arraycopy(
                new String[] {
                    command,
                    "--book",
                    folder.resolve("book").toString(),
                    "--as-of",
                    "2026-06-30",
                    "--out",
                    folder.resolve("out").toString()
                },
                0,
                line,
                0,
                7);
        System.arraycopy(more, 0, line, 7, more.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int exit = Main.PROGRAM.run(
                line,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    /** What a run wrote, without white space. */
    String result() throws IOException {
        return Files.readString(folder.resolve("out/result.json")).replaceAll("\\s+", "");
    }

    /** The page, whatever its cells are styled like. */
    String page() throws IOException {
        return Files.readString(folder.resolve("out/index.html")).replaceAll("<td class=\"[a-z]+\">", "<td>");
    }
}
