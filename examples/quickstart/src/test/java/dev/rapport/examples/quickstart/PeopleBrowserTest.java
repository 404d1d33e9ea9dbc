package dev.rapport.examples.quickstart;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** What the page of the plan says about our people, in a browser where one is installed. */
class PeopleBrowserTest {

    @TempDir
    static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void openThePlan() {
        browser = Chromium.start(folder.resolve("profile"));
        resize(1280);
        browser.get(
                SamplePlan.of().resolve("index.html").toAbsolutePath().toUri().toString());
    }

    @AfterAll
    static void stopTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static void resize(int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    }

    private static @Nullable Object run(String script) {
        return browser.executeScript(script);
    }

    private static WebElement people() {
        return browser.findElement(By.id("people"));
    }

    private static WebElement table(String caption) {
        return people().findElements(By.tagName("table")).stream()
                .filter(table -> table.findElements(By.tagName("caption")).stream()
                        .anyMatch(found -> found.getText().startsWith(caption)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + caption));
    }

    private static String row(WebElement table, String header) {
        return table.findElements(By.tagName("tr")).stream()
                .map(WebElement::getText)
                .filter(text -> text.startsWith(header))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + header));
    }

    @Test
    void people_areReachedFromTheContents() {
        assertThat(browser.findElement(By.cssSelector("nav a[href='#people']")).getText())
                .isEqualTo("People");
        assertThat(people().findElement(By.tagName("h2")).getText()).isEqualTo("Who does what, and who could");
    }

    @Test
    void eachArea_hasItsLeaderAndSuccessor_orSaysThatNobodyFits() {
        WebElement areas = table("One leader and a successor");
        assertThat(row(areas, "customer success")).contains("csm-grace", "100", "csm-anna");
        assertThat(row(areas, "onboarding")).contains("nobody", "onboarding-olivia, who lacks 1 level of integration");
        assertThat(row(areas, "renewals")).contains("ae-ines", "sales-hugo could follow and leads expansion");
    }

    @Test
    void eachSegment_hasItsTeam_withWhatItLacks() {
        List<String> rows = table("What each segment takes").findElements(By.tagName("tr")).stream()
                .map(WebElement::getText)
                .filter(text -> text.contains("solution architect"))
                .toList();
        assertThat(rows)
                .hasSize(3)
                .allSatisfy(text ->
                        assertThat(text).contains("architect-sam", "security reviews at level 3, nobody has it"));
    }

    @Test
    void eachPerson_hasARow_andTheHoursByKindBehindIt() {
        assertThat(row(table("Each person"), "csm-elif")).contains("overloaded");
        WebElement drifting = people().findElements(By.tagName("details")).stream()
                .filter(details -> details.getText().startsWith("csm-chloe"))
                .findFirst()
                .orElseThrow();
        drifting.findElement(By.tagName("summary")).click();
        assertThat(row(drifting.findElement(By.tagName("table")), "ticket")).startsWith("ticket 0 ");
        assertThat(row(drifting.findElement(By.tagName("table")), "success plan"))
                .contains(" 0 -");
    }

    @Test
    void whatIsMissing_andWhatHangsOnOne_isToldInSentences() {
        assertThat(people().getText())
                .contains(
                        "Nobody in the role solution architect has security reviews at level 3",
                        "architect-sam: the role solution architect; integration");
    }

    @Test
    void tables_haveCaptionsAndHeaders_andNoListIsEmpty() {
        assertThat(run("return document.querySelectorAll('#people table:not(:has(caption))').length"))
                .isEqualTo(0L);
        assertThat(run("return document.querySelectorAll('#people th:not([scope])').length"))
                .isEqualTo(0L);
        assertThat(run("return document.querySelectorAll('#people ul:not(:has(li))').length"))
                .isEqualTo(0L);
        assertThat(run("return document.querySelectorAll('#people script, #people [onclick]').length"))
                .isEqualTo(0L);
    }

    @Test
    void narrowScreen_hasNoSidewaysScrolling_andNothingIsReportedByTheBrowser() {
        resize(360);
        try {
            assertThat((Long) requireNonNull(run("return document.documentElement.scrollWidth")))
                    .isLessThanOrEqualTo(360);
        } finally {
            resize(1280);
        }
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }
}
