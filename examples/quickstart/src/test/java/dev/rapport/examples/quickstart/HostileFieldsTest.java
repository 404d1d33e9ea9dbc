package dev.rapport.examples.quickstart;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.file.FileView;
import dev.rapport.engagement.file.FileViews;
import dev.rapport.engagement.file.Pseudonyms;
import dev.rapport.engagement.json.CustomerFileJson;
import dev.rapport.engagement.json.PlanJson;
import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.milestone.LookAhead;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.page.CustomerPage;
import dev.rapport.engagement.page.DigestPage;
import dev.rapport.engagement.page.PlanPage;
import dev.rapport.engagement.page.YouSaidPage;
import dev.rapport.engagement.plan.DepartmentDigest;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.plan.Policies;
import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.examples.shared.PlanSummary;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.tables.BookManifest;
import dev.rapport.model.tables.BookReader;
import dev.rapport.model.tables.BookTables;
import dev.rapport.model.tables.BookWriter;
import dev.rapport.model.tables.FileKind;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A text that would like to be code, in every text field of the standard model at once, stays a text: on the page of the
 * plan, in the files for each reader, in digests and "you said, we did", in the calendar, in JSON, in tables, on the
 * terminal. Databases: {@code HostileLedgerTest} of the test kit.
 */
class HostileFieldsTest {

    private static final String PLAIN = "word";

    static Stream<String> texts() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "javascript:alert(1)",
                "</title></style></svg><h1>",
                "{{{style}}}{{#rows}}{{/main}}<!--",
                "=cmd()|' /C calc'!A0",
                "@SUM(1+1)*cmd",
                "evil\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil",
                "a'; DROP TABLE occurrence; --",
                "\u202Eevil\u202C \u2066turned",
                "bell \u0007 escape \u001B[31m tab \t line \u2028 para \u2029 next \u0085",
                "😀🧨 e\u0301 \u200D\u200B",
                "a,b;c\\,\"quoted\"\nnext line",
                "%2e%2e/../../etc/passwd");
    }

    /** All that is made of a book. */
    private record Made(Plan plan, Planner planner, Policies policies, InMemoryMilestoneLedger ledger, Facts facts) {

        static Made of(String text) {
            List<Customer> customers = HostileBook.of(text);
            SampleBook sample = SampleBook.generate(0, 7);
            Facts facts = Facts.of(Customer.adapter(Sources.fed(customers)), customers)
                    .derive(StandardAttributes.all(sample.reckoning()))
                    .in(SampleBook.ZONE, SampleBook.CURRENCY);
            AsOf asOf = AsOf.endOf(SampleBook.UNTIL, SampleBook.ZONE);
            Policies policies = PolicyDocuments.read(
                            Sources.sampleDocuments(false), facts.asOf(asOf).provides())
                    .orThrow();
            Planner planner = Planner.of(policies, sample.reckoning());
            InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
            AsOf since = AsOf.endOf(SampleBook.UNTIL.minusMonths(3), SampleBook.ZONE);
            return new Made(planner.plan(facts, asOf, since, Memory.empty(), ledger), planner, policies, ledger, facts);
        }

        /** Every page, by its name. */
        Map<String, String> pages() throws IOException {
            Map<String, String> pages = new TreeMap<>();
            StringBuilder page = new StringBuilder();
            PlanPage.write(plan, id -> "customers/" + id + ".html", page);
            pages.put("plan", page.toString());
            for (DepartmentDigest digest : DepartmentDigest.of(plan)) {
                StringBuilder html = new StringBuilder();
                DigestPage.write(plan, digest, id -> "../customers/" + id + ".html", html);
                pages.put("digest of " + digest.department(), html.toString());
            }
            for (String id : List.of(HostileBook.KNOWN, HostileBook.UNKNOWN)) {
                StringBuilder said = new StringBuilder();
                YouSaidPage.write(plan, id, said);
                pages.put("said by " + id, said.toString());
                for (FileView view : views()) {
                    StringBuilder html = new StringBuilder();
                    CustomerPage.write(
                            planner.file(plan, id, ledger, view, secret()).orElseThrow(), html);
                    pages.put(id + " for " + view.reader(), html.toString());
                }
            }
            return pages;
        }

        String json() {
            return JsonLayout.PRETTY.text(out -> PlanJson.write(plan, out));
        }

        String json(String id, FileView view) {
            return JsonLayout.PRETTY.text(out -> CustomerFileJson.write(
                    planner.file(plan, id, ledger, view, secret()).orElseThrow(), out));
        }

        LookAhead ahead() {
            Span span = new Span(plan.date(), plan.date().plusDays(400));
            MilestonePlanner milestones = MilestonePlanner.of(
                    policies.milestones().orElseThrow(),
                    SampleBook.generate(0, 7).reckoning());
            return LookAhead.of(milestones, plan.book(), span, ledger);
        }
    }

    private static List<FileView> views() {
        List<FileView> views = new ArrayList<>(FileViews.standard().views());
        views.add(FileView.everything(Sensitivity.PERSONAL));
        return views;
    }

    private static Pseudonyms secret() {
        return Pseudonyms.keyed("sixteen letters.".getBytes(StandardCharsets.UTF_8));
    }

    /** The tags of a page without what is in quotes: what a browser would build it of. */
    private static String tags(String page) {
        return page.replaceAll("\"[^\"]*\"", "\"\"").replaceAll(">[^<]*", ">");
    }

    private static Map<String, String> plainPages = Map.of();
    private static String plainCalendar = "";

    @BeforeAll
    static void makeWithAPlainWord() throws IOException {
        Made plain = Made.of(PLAIN);
        plainPages = plain.pages();
        plainCalendar = plain.ahead().toCalendar();
        assertThat(plainPages).hasSizeGreaterThan(15);
        assertThat(plainPages.get("plan")).contains("id=\"life-cycle\"", "id=\"voice\"", "id=\"escalations\"", PLAIN);
        assertThat(properties(plainCalendar)).contains("SUMMARY", "DESCRIPTION");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void text_isInert_wherever(String text) throws IOException {
        Made made = Made.of(text);
        requirePages(made.pages());
        requireJson(made, text);
        requireCalendar(made.ahead().toCalendar());
        requireTerminal(PlanSummary.of(made.plan()));
    }

    /** What names an occurrence is limited, so that some milestones are told as failures; nothing else is lost. */
    @Test
    void longText_bringsNoTagOfItsOwn_andStaysWhole() throws IOException {
        String text = "<x>".repeat(3_334);
        Made made = Made.of(text);
        made.pages()
                .forEach((name, page) -> assertThat(tags(page).split("(?=<)"))
                        .as(name)
                        .isSubsetOf(tags(requireNonNull(plainPages.get(name))).split("(?=<)")));
        requireJson(made, text);
        requireTerminal(PlanSummary.of(made.plan()));
        assertThat(properties(made.ahead().toCalendar())).isSubsetOf(properties(plainCalendar));
    }

    /** They have the tags that they have with a plain word. */
    private static void requirePages(Map<String, String> attacked) {
        assertThat(attacked.keySet()).isEqualTo(plainPages.keySet());
        attacked.forEach((name, page) -> {
            assertThat(tags(page)).as(name).isEqualTo(tags(requireNonNull(plainPages.get(name))));
            assertThat(page).as(name).doesNotContain("\u202E", "\u2066", "\u0007", "\u001B", "href=\"javascript");
        });
    }

    /** It is read, and has the text. */
    private static void requireJson(Made made, String text) {
        Tree plan = Tree.of(made.json());
        assertThat(plan.list("customers"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.text("name")).isEqualTo(text));
        for (FileView view : views()) {
            Tree file = Tree.of(made.json(HostileBook.KNOWN, view));
            assertThat(file.at("profile")
                            .only(line -> line.text("key").equals("name"))
                            .text("value"))
                    .isEqualTo(text);
        }
    }

    /** It has the events that it has with a plain word. */
    private static void requireCalendar(String calendar) {
        assertThat(properties(calendar)).isEqualTo(properties(plainCalendar));
        assertThat(calendar.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n", "").chars()).noneMatch(c -> c < ' ' || c == 0x7F || c == 0x85);
    }

    /** The names of the properties, after unfolding. */
    private static List<String> properties(String calendar) {
        return calendar.replace("\r\n ", "")
                .lines()
                .map(line -> line.replaceAll("[;:].*", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void tables_areReadBack_textForText(String text) throws IOException {
        List<Customer> customers = HostileBook.of(text);
        SampleBook sample = SampleBook.generate(0, 7);
        for (FileKind kind : FileKind.values()) {
            Map<String, StringWriter> files = new TreeMap<>();
            BookManifest manifest =
                    BookManifest.of(DocumentHeader.of("hostile", "1"), SampleBook.ZONE, SampleBook.CURRENCY);
            BookWriter.to(name -> files.computeIfAbsent(name, absent -> new StringWriter()))
                    .as(kind)
                    .write(manifest, sample.rates(), customers);
            Map<String, String> texts = new TreeMap<>();
            files.forEach((name, written) -> texts.put(name, written.toString()));
            List<Customer> read =
                    BookReader.standard().read(BookTables.of(texts)).orThrow().customers();
            assertThat(texts(read)).as(kind.name()).isEqualTo(texts(customers));
        }
    }

    /** Every text of every customer, with its place. */
    private static List<String> texts(List<Customer> customers) {
        List<String> texts = new ArrayList<>();
        for (CustomerView view : Facts.of(Customer.adapter(customers), customers)
                .in(SampleBook.ZONE, SampleBook.CURRENCY)
                .asOf(SampleBook.UNTIL)
                .customers()) {
            CustomerAttributes.all().stream()
                    .filter(HostileFieldsTest::isText)
                    .forEach(key -> texts.add(view.customerId() + " " + key.name() + "=" + view.find(key)));
            for (SeriesKey<?> series : HostileBook.series()) {
                for (Entry entry : view.entries(series)) {
                    series.fields().stream()
                            .filter(HostileFieldsTest::isText)
                            .forEach(field -> texts.add(view.customerId() + " " + series.name() + "." + field.name()
                                    + "=" + entry.find(field)));
                }
            }
        }
        return texts;
    }

    private static boolean isText(AttributeKey<?> key) {
        return key.kind() == AttributeKind.TEXT || key.kind() == AttributeKind.TEXT_SET;
    }

    /** It is not moved, and nothing is wider than it. */
    private static void requireTerminal(List<String> lines) {
        assertThat(lines).allSatisfy(line -> {
            assertThat(line).hasSizeLessThanOrEqualTo(100);
            assertThat(line.codePoints())
                    .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        });
    }
}
