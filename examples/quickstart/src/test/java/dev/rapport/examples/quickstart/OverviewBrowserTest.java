package dev.rapport.examples.quickstart;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The first screen of the plan of businesses and of consumers, in a browser where one is installed. */
class OverviewBrowserTest {

    private static final List<String> PARTS =
            List.of(".verdict", ".decisions", ".by-segment", ".by-month", ".bridge", ".trust");

    /** Words that mean nothing to somebody who leads a company. */
    private static final List<String> STATISTICAL = List.of(
            "interval",
            "confidence",
            "quantile",
            "percentile",
            "significan",
            "p-value",
            "deviation",
            "standard error",
            "variance",
            "probabilit",
            "distribution",
            "median",
            "regression",
            "bootstrap",
            "monte carlo",
            "simulat",
            "estimat",
            "hypothes",
            "sigma",
            "wilson",
            "kaplan",
            "hazard",
            "logistic");

    @TempDir
    static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void startTheBrowser() {
        browser = Chromium.start(folder.resolve("profile"));
    }

    @AfterAll
    static void stopTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    static Stream<Path> plans() {
        Path consumers = folder.resolve("consumers");
        if (!Files.exists(consumers)) {
            Run.ok("--b2c", "--customers", 120, "--out", consumers);
        }
        return Stream.of(SamplePlan.of(), consumers)
                .map(plan -> plan.resolve("index.html").toAbsolutePath());
    }

    private static void open(Path plan, int width, int height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        browser.get(plan.toUri().toString());
        assertThat(run("return window.innerWidth")).isEqualTo((long) width);
    }

    private static @Nullable Object run(String script) {
        return browser.executeScript(script);
    }

    private static WebElement overview() {
        return browser.findElement(By.id("overview"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void firstScreen_hasAllSixParts_unscrolled(Path plan) {
        open(plan, 1280, 800);
        for (String part : PARTS) {
            WebElement found = overview().findElement(By.cssSelector(part));
            assertThat(found.isDisplayed()).as(part).isTrue();
            assertThat(found.getText()).as(part).isNotBlank();
            assertThat(found.getRect().getY() + found.getRect().getHeight())
                    .as(part)
                    .isLessThanOrEqualTo(800);
        }
        assertThat(overview().findElements(By.cssSelector(".decisions li"))).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void nothingIsCutOff_onTheFirstScreen(Path plan) {
        open(plan, 1280, 800);
        assertThat((List<?>) run("""
                return [...document.querySelectorAll('#overview *')]
                    .filter(e => !e.closest('svg') && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
                        && getComputedStyle(e).display !== 'inline')
                    .map(e => e.tagName + '.' + e.className)""")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void narrowScreen_hasNoSidewaysScrolling(Path plan) {
        open(plan, 360, 800);
        assertThat((Long) requireNonNull(run("return document.documentElement.scrollWidth")))
                .isLessThanOrEqualTo(360);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void printed_fitsOnOneA4Page(Path plan) {
        int wide = 688; // A4 less its margins of 14 mm, at 96 dots per inch
        int high = 1016;
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        try {
            open(plan, wide, high);
            WebElement overview = overview();
            assertThat(overview.getRect().getY() + overview.getRect().getHeight())
                    .isLessThanOrEqualTo(high);
            assertThat((List<?>) run("""
                    return [...document.querySelectorAll('body *')]
                        .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                        .map(e => e.tagName + ' of ' + e.closest('section, body').id)""")).isEmpty();
            assertThat(overview.getCssValue("break-after")).isEqualTo("page");
        } finally {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void keyboard_reachesEveryLink_inTheOrderOfThePage(Path plan) {
        open(plan, 1280, 800);
        List<WebElement> links = overview().findElements(By.tagName("a"));
        assertThat(links).hasSizeGreaterThan(10);
        for (WebElement link : links) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
            WebElement reached = browser.switchTo().activeElement();
            assertThat(reached).as(link.getText()).isEqualTo(link);
            assertThat(reached.getCssValue("outline-style"))
                    .as("shows where one is")
                    .isNotEqualTo("none");
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyLink_leadsSomewhere_andSaysWhere(Path plan) {
        open(plan, 1280, 800);
        assertThat((List<?>) run("""
                return [...document.querySelectorAll('#overview a')]
                    .filter(a => !a.textContent.trim() || (a.getAttribute('href').startsWith('#')
                        && !document.getElementById(a.getAttribute('href').slice(1))))
                    .map(a => a.outerHTML)""")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyNumber_leadsToItsReasons(Path plan) {
        open(plan, 1280, 800);
        assertThat((List<?>) run("""
                const cells = [...document.querySelectorAll('#overview td, #overview dd, #overview .trust li')];
                const texts = document.createTreeWalker(document.querySelector('#overview .verdict'), NodeFilter.SHOW_TEXT);
                for (let text; text = texts.nextNode();) cells.push(text);
                const unlinked = node => node.nodeType === 3
                    ? node.parentElement.closest('a') ? '' : node.data
                    : [...node.childNodes].map(unlinked).join('');
                return cells.map(unlinked).filter(text => /[0-9]/.test(text))""")).allMatch(text -> text.toString().contains("decided within"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whatIsMissing_isSaid_inPlaceOfAnEmptyGrid(Path plan) {
        open(plan, 1280, 800);
        assertThat((List<?>) run("""
                return [...document.querySelectorAll('#overview tbody td, #overview tbody th, #overview dd')]
                    .filter(cell => !cell.textContent.trim())
                    .map(cell => cell.closest('section').className + ': ' + cell.parentElement.textContent)""")).isEmpty();
        if (overview().findElements(By.cssSelector(".by-month svg")).isEmpty()) {
            assertThat(overview().findElement(By.cssSelector(".decisions")).getText())
                    .contains("nobody feeds policy at-risk", "Who is accountable cannot be told: nobody feeds policy");
            assertThat(overview().findElement(By.cssSelector(".by-month")).getText())
                    .contains("Nobody feeds when contracts end");
            assertThat(overview().findElement(By.cssSelector(".by-segment")).getText())
                    .contains("Nobody feeds engagement models and organisation", "Nobody feeds contracts");
            assertThat(overview().findElement(By.cssSelector(".bridge")).getText())
                    .contains("What anybody pays a year is not known");
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void screenReaders_findHeadings_tableHeaders_andLabels(Path plan) {
        open(plan, 1280, 800);
        assertThat((List<?>) run("""
                const levels = [...document.querySelectorAll('h1, h2, h3')].map(h => Number(h.tagName[1]));
                return levels.filter((level, i) => i === 0 ? level !== 1 : level > levels[i - 1] + 1)""")).as("headings leave out no level").isEmpty();
        assertThat((List<?>) run("""
                return [...document.querySelectorAll('#overview section')]
                    .filter(s => !document.getElementById(s.getAttribute('aria-labelledby'))?.textContent.trim())
                    .concat([...document.querySelectorAll('#overview table')].filter(t => !t.caption?.textContent.trim()))
                    .concat([...document.querySelectorAll('#overview th')].filter(t => !t.scope))
                    .concat([...document.querySelectorAll('#overview svg')].filter(s => !s.getAttribute('aria-label')))
                    .map(e => e.outerHTML)""")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void words_areThoseOfTheBusiness(Path plan) {
        open(plan, 1280, 800);
        String text = requireNonNull(run("return document.getElementById('overview').textContent"))
                .toString()
                .replace('\u00A0', ' ')
                .toLowerCase(Locale.ROOT);
        assertThat(text).contains("decide first", "if nothing is done");
        for (String word : STATISTICAL) {
            assertThat(text).doesNotContain(word);
        }
    }
}
