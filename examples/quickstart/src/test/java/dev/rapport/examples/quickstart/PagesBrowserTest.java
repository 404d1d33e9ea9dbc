package dev.rapport.examples.quickstart;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.plan.Policies;
import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.PlanFiles;
import dev.rapport.examples.shared.Progress;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The pages of a book with hostile names, in a browser where one is installed. */
class PagesBrowserTest {

    private static final Instant SINCE = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1);document.title='taken'</script>",
            "\" onmouseover=\"document.title='taken'",
            "<img src=x onerror=alert(1)>",
            "\u202Eevil\u202C \u200Frtl",
            "nul\u0000 and \uD83D\uDE00",
            "x".repeat(500));

    @TempDir
    static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void writePages_andStartTheBrowser() {
        Chromium.assumeInstalled();
        writePages(OutputFolder.at(folder.resolve("plan")));
        browser = Chromium.start(folder.resolve("profile"));
    }

    @AfterAll
    static void stopTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static void writePages(OutputFolder out) {
        SampleBook book = SampleBook.generate(60, 7);
        List<Customer> customers = new ArrayList<>(book.stream().toList());
        for (String name : HOSTILE) {
            String id = name.substring(0, Math.min(40, name.length())) + customers.size();
            customers.add(Customer.builder(id, SINCE)
                    .set(CustomerAttributes.NAME, name, SINCE)
                    .add(
                            Contract.SERIES,
                            entry -> entry.id(id + "-contract")
                                    .at(SINCE)
                                    .with(Contract.START, SampleBook.UNTIL.minusDays(300))
                                    .with(Contract.END, SampleBook.UNTIL.plusDays(2))
                                    .with(Contract.ARR, Money.of(SampleBook.CURRENCY, 90_000)))
                    .build());
        }
        Facts facts = Facts.of(Customer.adapter(customers), customers)
                .derive(StandardAttributes.all(book.reckoning()))
                .in(SampleBook.ZONE, SampleBook.CURRENCY);
        AsOf asOf = AsOf.endOf(SampleBook.UNTIL, SampleBook.ZONE);
        Policies policies = PolicyDocuments.read(
                        Sources.sampleDocuments(false), facts.asOf(asOf).provides())
                .orThrow();
        Planner planner =
                Planner.of(policies, book.reckoning()).counting(book.timeSheet().orElseThrow());
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        AsOf since = AsOf.endOf(SampleBook.UNTIL.minusMonths(3), SampleBook.ZONE);
        Plan plan = planner.plan(facts, asOf, since, Memory.empty(), ledger);
        PlanFiles.write(
                plan,
                planner,
                planner.healthHistory(facts, asOf, Memory.empty()),
                ledger,
                out,
                Progress.onStandardError());
    }

    @BeforeEach
    void openThePlan() {
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.manage().window().setSize(new Dimension(1280, 900));
        browser.get(plan());
        browser.manage().logs().get(LogType.BROWSER);
    }

    private static String plan() {
        return folder.resolve("plan/index.html").toUri().toString();
    }

    /** The pages of the customers with hostile names; those of the sample begin with {@code c-}. */
    private static List<Path> hostilePages() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("plan/customers"))) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.getFileName().toString().startsWith("c-"))
                    .sorted()
                    .toList();
            assertThat(pages).hasSize(HOSTILE.size());
            return pages;
        }
    }

    private static Path samplePage() {
        return folder.resolve("plan/customers/c-000001.html");
    }

    private static @Nullable Object run(String script) {
        return browser.executeScript(script);
    }

    @Test
    void hostileNames_runNoScript_onAnyPage() throws IOException {
        assertThat(browser.getTitle()).isEqualTo("Plan as of 2026-06-30");
        for (Path page : hostilePages()) {
            browser.get(page.toUri().toString());
            assertThat(browser.getTitle()).doesNotStartWith("taken").endsWith(", 2026-06-30");
            assertThat(run("return document.querySelectorAll('script, img, [onmouseover], [onerror]').length"))
                    .isEqualTo(0L);
        }
        assertThat(browser.findElements(By.tagName("h1"))).hasSize(1);
    }

    @Test
    void pages_askNothingOfTheNetwork_andReportNoErrors() {
        browser.manage().logs().get(LogType.PERFORMANCE);
        browser.get(plan());
        browser.get(samplePage().toUri().toString());

        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        List<String> requests = browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .toList();
        assertThat(requests)
                .isNotEmpty()
                .allMatch(request -> request.contains("\"url\":\"file:") || request.contains("\"url\":\"data:"));
        assertThat(
                        run(
                                "return performance.getEntriesByType('resource').filter(r => !r.name.startsWith('data:')).length"))
                .isEqualTo(0L);
    }

    @Test
    void links_leadToFiles_andToPlacesOnThePage() {
        List<?> broken = (List<?>) run("""
                return [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))
                    .filter(id => !document.getElementById(id))""");
        assertThat(broken).isEmpty();
        List<?> links = (List<?>) run("return [...document.querySelectorAll('a:not([href^=\"#\"])')].map(a => a.href)");
        assertThat(links).hasSizeGreaterThan(HOSTILE.size());
        assertThat(links)
                .allSatisfy(
                        link -> assertThat(Path.of(URI.create(link.toString()))).exists());
    }

    @Test
    void keyboard_reachesTheFirstScreen_thenTheNavigation() {
        int links = browser.findElements(By.cssSelector("#overview a")).size();
        for (int i = 0; i < links; i++) {
            tab();
        }
        assertThat(tab().findElement(By.xpath("..")).getTagName()).isEqualTo("nav");
    }

    private static WebElement tab() {
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        return browser.switchTo().activeElement();
    }

    @Test
    void pages_doNotOverflow_onAWideNorOnANarrowScreen() throws IOException {
        List<Path> pages = new ArrayList<>(hostilePages());
        pages.add(samplePage());
        pages.add(folder.resolve("plan/index.html"));
        for (int width : List.of(1280, 400)) {
            for (Path page : pages) {
                browser.get(page.toUri().toString());
                narrowTo(width);
                assertThat((Long) requireNonNull(run("return document.documentElement.scrollWidth")))
                        .as(page.getFileName() + " at " + width)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void plan_printed_fitsOnA4() {
        int between = 688; // A4 less its margins of 14 mm, at 96 dots per inch
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        try {
            narrowTo(between);
            assertThat((Long) requireNonNull(run("return document.documentElement.scrollWidth")))
                    .isLessThanOrEqualTo(between);
            assertThat(browser.findElement(By.tagName("nav")).isDisplayed()).isFalse();
        } finally {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        }
    }

    /** Windows have a least width; a device that is emulated has none. */
    private static void narrowTo(int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        assertThat(run("return window.innerWidth")).isEqualTo((long) width);
    }

    @Test
    void texts_haveEnoughContrast() {
        List<String> pages = List.of(plan(), samplePage().toUri().toString());
        for (String page : pages) {
            browser.get(page);
            assertThat((List<?>) run(CONTRAST)).as(page).isEmpty();
        }
    }

    /** All texts whose contrast is below 4.5 : 1 (WCAG 2.2, 1.4.3), with what it is. */
    private static final String CONTRAST = """
            document.querySelectorAll('details').forEach(d => d.open = true);
            const parse = c => (c.match(/[0-9.]+/g) || []).map(Number);
            const light = c => { const [r, g, b] = c.slice(0, 3).map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const back = e => { for (; e; e = e.parentElement) {
                const c = parse(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0) return c; }
                return [255, 255, 255]; };
            const poor = [];
            for (const e of document.body.querySelectorAll('*')) {
                if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
                const style = getComputedStyle(e);
                const svg = e.namespaceURI.endsWith('svg');
                if (svg && e.tagName === 'title') continue;
                const a = light(parse(svg ? style.fill : style.color)), b = light(back(e));
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if (!(ratio >= 4.5)) poor.push(e.tagName + '.' + e.className + ' ' + ratio);
            }
            return [...new Set(poor)];""";
}
