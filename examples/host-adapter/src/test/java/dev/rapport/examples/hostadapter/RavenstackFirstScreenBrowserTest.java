package dev.rapport.examples.hostadapter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The first screen where little is fed: no ends of contracts, no organisation, no engagement models. In a browser where one
 * is installed, on data that {@code -Dvalidation.data} names.
 */
@Tag("validation")
class RavenstackFirstScreenBrowserTest {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final List<String> PARTS =
            List.of(".verdict", ".decisions", ".by-segment", ".by-month", ".bridge", ".trust");

    @TempDir
    private static Path folder;

    private static @Nullable ChromeDriver browser;

    @BeforeAll
    static void planAndOpen() {
        String given = System.getProperty("validation.data", "");
        assumeTrue(!given.isBlank(), "-Dvalidation.data does not name the folder of the public data");
        Path data = Path.of(given).resolve("ravenstack");
        assumeTrue(Files.isDirectory(data), data.toAbsolutePath() + " is no folder");
        assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER), "no Chromium with its driver in /usr/bin");
        Path out = folder.resolve("plan");
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int exit = Main.PROGRAM.run(
                new String[] {"--data", data.toString(), "--as-of", "2024-12-31", "--out", out.toString()},
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        assertThat(exit).as(error.toString(StandardCharsets.UTF_8)).isZero();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--user-data-dir=" + folder.resolve("profile"));
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 1280, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        browser.get(out.resolve("index.html").toUri().toString());
    }

    @AfterAll
    static void stopTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static WebElement part(String name) {
        return requireNonNull(browser).findElement(By.cssSelector("#overview " + name));
    }

    private static List<?> list(String script) {
        return (List<?>) requireNonNull(requireNonNull(browser).executeScript(script));
    }

    @Test
    void firstScreen_hasAllSixParts_unscrolled() {
        for (String name : PARTS) {
            WebElement found = part(name);
            assertThat(found.getText()).as(name).isNotBlank();
            assertThat(found.getRect().getY() + found.getRect().getHeight())
                    .as(name)
                    .isLessThanOrEqualTo(800);
        }
    }

    @Test
    void eachPart_saysWhatItLacks() {
        assertThat(part(".decisions").getText())
                .contains("What to decide first cannot be told", "nobody feeds contracts.end");
        assertThat(part(".by-segment").getText()).contains("Nobody feeds engagement models and organisation");
        assertThat(part(".by-month").getText()).contains("Nobody feeds when contracts end: no month can be told.");
        assertThat(part(".bridge").getText())
                .contains("Happened", "What was to be expected then cannot be told: nobody feeds contracts.end.");
        assertThat(part(".trust").getText()).contains("who looks after whom is not fed");
    }

    @Test
    void noGridIsEmpty_andNoColumnIsThereForNothing() {
        assertThat(list("""
                return [...document.querySelectorAll('#overview td')]
                    .filter(cell => !cell.textContent.trim()).map(cell => cell.parentElement.textContent)""")).isEmpty();
        assertThat(list("""
                return [...document.querySelectorAll('#overview .by-segment thead th')].map(cell => cell.textContent)""")).isEqualTo(List.of("Segment", "ARR", "GRR"));
        assertThat(part(".verdict").getText()).contains("500 customers pay USD 121,915,296 a year.");
        assertThat(part(".by-segment tfoot").getText()).contains("121,915,296");
    }

    @Test
    void everyLink_leadsSomewhere() {
        assertThat(list("""
                return [...document.querySelectorAll('#overview a')]
                    .filter(a => !document.getElementById(a.getAttribute('href').slice(1)))
                    .map(a => a.outerHTML)""")).isEmpty();
        assertThat(list("return [...document.querySelectorAll('#overview a[href=\"#left-out\"]')]"))
                .hasSizeGreaterThan(3);
    }
}
