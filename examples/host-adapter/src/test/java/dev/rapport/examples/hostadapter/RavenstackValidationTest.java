package dev.rapport.examples.hostadapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.rapport.model.json.JsonArray;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonNumber;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way on five CSV files that nobody here wrote, against numbers counted from the raw rows. The data is not in the
 * repository: {@code -Dvalidation.data} names its folder, as an absolute path.
 */
@Tag("validation")
class RavenstackValidationTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 31);
    private static final LocalDate EARLIER = LocalDate.of(2024, 6, 30);

    @TempDir
    private static Path folder;

    private static Path data = Path.of("");
    private static JsonValue plan = json("{}");

    @BeforeAll
    static void run() throws IOException {
        String given = System.getProperty("validation.data", "");
        assumeTrue(!given.isBlank(), "-Dvalidation.data does not name the folder of the public data");
        data = Path.of(given).resolve("ravenstack");
        assumeTrue(Files.isDirectory(data), data.toAbsolutePath() + " is no folder");
        plan = planAt(data, END, "end");
    }

    private static JsonValue planAt(Path export, LocalDate date, String name) throws IOException {
        Path out = folder.resolve(name);
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int exit = Main.PROGRAM.run(
                new String[] {"--data", export.toString(), "--as-of", date.toString(), "--out", out.toString()},
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        assertThat(exit).as(error.toString(StandardCharsets.UTF_8)).isZero();
        return JsonInput.text("plan.json", Files.readString(out.resolve("plan.json")))
                .tree()
                .orThrow();
    }

    private static JsonValue json(String text) {
        return JsonInput.text("", text).tree().orThrow();
    }

    private static JsonValue at(JsonValue value, String... path) {
        JsonValue found = value;
        for (String name : path) {
            found = ((JsonObject) found).find(name).orElseThrow(() -> new AssertionError(name + " must be there"));
        }
        return found;
    }

    private static String text(JsonValue value, String... path) {
        return ((JsonText) at(value, path)).text();
    }

    private static int whole(JsonValue value, String... path) {
        return (int) ((JsonNumber) at(value, path)).toDouble();
    }

    private static List<JsonValue> list(JsonValue value, String... path) {
        return ((JsonArray) at(value, path)).elements();
    }

    private static List<String> missing(String section) {
        return list(plan, section, "missing").stream()
                .map(one -> ((JsonText) one).text())
                .toList();
    }

    private static List<NamedCsvRecord> rows(String table) throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(data.resolve("ravenstack_" + table + ".csv"))) {
            return csv.stream().toList();
        }
    }

    private static boolean runs(NamedCsvRecord subscription, LocalDate on) {
        String end = subscription.getField("end_date");
        return !LocalDate.parse(subscription.getField("start_date")).isAfter(on)
                && (end.isEmpty() || LocalDate.parse(end).isAfter(on));
    }

    /** What is paid a year on a day, counted from the raw rows. */
    private static BigDecimal arr(LocalDate on) throws IOException {
        return rows("subscriptions").stream()
                .filter(row -> runs(row, on) && !row.getField("is_trial").equals("True"))
                .map(row -> new BigDecimal(row.getField("arr_amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void customersAndRevenue_areThoseOfTheRawRows() throws IOException {
        assertThat(whole(plan, "headline", "customers")).isEqualTo(500);
        assertThat(text(plan, "headline", "arr")).isEqualTo("USD 121915296.00");
        assertThat(rows("subscriptions").stream().filter(row -> runs(row, END))).hasSize(4514);
    }

    @Test
    void everyCustomer_hasTheRevenue_ofItsOwnRows() throws IOException {
        for (LocalDate date : List.of(EARLIER, END)) {
            Map<String, BigDecimal> expected = rows("subscriptions").stream()
                    .filter(row -> runs(row, date) && !row.getField("is_trial").equals("True"))
                    .collect(Collectors.toMap(
                            row -> row.getField("account_id"),
                            row -> new BigDecimal(row.getField("arr_amount")),
                            BigDecimal::add,
                            TreeMap::new));
            JsonValue then = date.equals(END) ? plan : planAt(data, date, "each");
            int compared = 0;
            for (JsonValue customer : list(then, "customers")) {
                BigDecimal arr = new BigDecimal(text(customer, "arr").substring(4));
                assertThat(arr)
                        .as(text(customer, "id"))
                        .isEqualByComparingTo(expected.getOrDefault(text(customer, "id"), BigDecimal.ZERO));
                compared++;
            }
            assertThat(compared).isGreaterThan(300);
        }
    }

    @Test
    void earlierDay_hasItsOwnCounts() throws IOException {
        JsonValue then = planAt(data, EARLIER, "earlier");
        List<String> signedUp = rows("accounts").stream()
                .filter(row -> !LocalDate.parse(row.getField("signup_date")).isAfter(EARLIER))
                .map(row -> row.getField("account_id"))
                .toList();
        assertThat(whole(then, "headline", "customers") + whole(then, "headline", "formerCustomers"))
                .isEqualTo(signedUp.size());
        BigDecimal sum = rows("subscriptions").stream()
                .filter(row -> signedUp.contains(row.getField("account_id")))
                .filter(row -> runs(row, EARLIER) && !row.getField("is_trial").equals("True"))
                .map(row -> new BigDecimal(row.getField("arr_amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(new BigDecimal(text(then, "headline", "arr").substring(4))).isEqualByComparingTo(sum);
        assertThat(sum).isLessThanOrEqualTo(arr(EARLIER));
    }

    @Test
    void sections_sayWhichFieldIsMissing() {
        assertThat(missing("atRisk")).contains("contracts.end");
        assertThat(missing("decisions")).containsExactly("contracts.end");
        assertThat(missing("milestones")).isNotEmpty();
        assertThat(missing("coverage")).contains("series owners");
        assertThat(missing("economics")).contains("policy organisation");
        assertThat(missing("lifeCycle")).contains("series stages");
        assertThat(missing("escalations")).contains("series feedback", "series invoices");
    }

    @Test
    void contradictions_areCounted_notAveragedAway() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        for (JsonValue remark : list(plan, "data", "remarks")) {
            counts.put(text(remark, "code"), whole(remark, "count"));
            texts.put(text(remark, "code"), text(remark, "text"));
        }
        assertThat(texts.get("churn-has-three-answers"))
                .isEqualTo(
                        "110 accounts are flagged as churned, 352 accounts have 600 churn events, and 486 subscriptions"
                                + " have ended.");
        assertThat(counts)
                .containsEntry("usage-id-twice", 21)
                .containsEntry("ticket-without-satisfaction", 825)
                .containsEntry("flagged-churned-but-subscribed", 110);
        assertThat(rows("accounts").stream()
                        .filter(row -> row.getField("churn_flag").equals("True")))
                .hasSize(110);
        assertThat(rows("churn_events")).hasSize(600);
        assertThat(rows("churn_events").stream()
                        .map(row -> row.getField("account_id"))
                        .distinct())
                .hasSize(352);
        assertThat(rows("subscriptions").stream()
                        .filter(row -> !row.getField("end_date").isEmpty()))
                .hasSize(486);
        assertThat(rows("support_tickets").stream()
                        .filter(row -> row.getField("satisfaction_score").isEmpty()))
                .hasSize(825);
        long ids = rows("feature_usage").stream()
                .map(row -> row.getField("usage_id"))
                .distinct()
                .count();
        assertThat(rows("feature_usage").size() - ids).isEqualTo(21);
    }

    @Test
    void planOfAnEarlierDay_doesNotSeeWhatCameLater() throws IOException {
        Path cut = folder.resolve("cut");
        Files.createDirectories(cut);
        keep(cut, "accounts", "signup_date");
        keep(cut, "subscriptions", "start_date", "end_date");
        keep(cut, "feature_usage", "usage_date");
        keep(cut, "support_tickets", "submitted_at");
        keep(cut, "churn_events", "churn_date");
        planAt(data, EARLIER, "with");
        planAt(cut, EARLIER, "without");
        assertThat(withoutRemarks("without")).isEqualTo(withoutRemarks("with"));
        try (Stream<Path> files = Files.list(folder.resolve("with").resolve("customers"))) {
            for (Path file : files.toList()) {
                assertThat(folder.resolve("without")
                                .resolve("customers")
                                .resolve(file.getFileName().toString()))
                        .hasSameTextualContentAs(file);
            }
        }
    }

    /** A plan without what it says of the files, which is of no day: remarks, and how many rows were rejected. */
    private static String withoutRemarks(String name) throws IOException {
        String text = Files.readString(folder.resolve(name).resolve("plan.json"));
        return text.substring(0, text.indexOf("\"remarks\"")).replaceFirst("\"rowsRejected\": [0-9]+", "");
    }

    /** Keeps the rows up to the earlier day; ends that come later are not known yet. */
    private static void keep(Path cut, String table, String since, String... until) throws IOException {
        List<NamedCsvRecord> rows = rows(table);
        try (CsvWriter csv = CsvWriter.builder().build(cut.resolve("ravenstack_" + table + ".csv"))) {
            csv.writeRecord(rows.get(0).getHeader());
            for (NamedCsvRecord row : rows) {
                if (!isLater(row.getField(since))) {
                    Map<String, String> fields = new TreeMap<>(row.getFieldsAsMap());
                    for (String field : until) {
                        fields.computeIfPresent(field, (key, day) -> isLater(day) ? "" : day);
                    }
                    csv.writeRecord(row.getHeader().stream().map(fields::get).toList());
                }
            }
        }
    }

    private static boolean isLater(String day) {
        return !day.isEmpty() && LocalDate.parse(day.substring(0, 10)).isAfter(EARLIER);
    }
}
