package dev.rapport.examples.renewaldesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page as it is served, with hostile names, in a browser where one is installed. */
class PageBrowserTest {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String HOSTILE = "<script>document.title='taken'</script>\"'><img src=x onerror=alert(1)>";

    @TempDir
    Path folder = Path.of(".");

    private Ledger ledger = Ledger.open("jdbc:sqlite::memory:");
    private Optional<DeskServer> server = Optional.empty();
    private Optional<ChromeDriver> browser = Optional.empty();

    @BeforeEach
    void serve() throws IOException {
        DeskFolder desk = DeskFolder.of(folder, "Acme", HOSTILE);
        desk.run("tick", "--as-of", "2026-12-02");
        ledger.close();
        ledger = Ledger.open(desk.ledger());
        Desk served = new Desk(
                DeskBook.read(folder.resolve("book"), Optional.empty()),
                ledger.store(),
                new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        server = Optional.of(DeskServer.start(served, () -> AsOf.of(Instant.parse("2026-12-03T10:00:00Z")), 0));
    }

    @AfterEach
    void stop() {
        browser.ifPresent(ChromeDriver::quit);
        server.ifPresent(DeskServer::close);
        ledger.close();
    }

    private String address() {
        return server.orElseThrow().address();
    }

    private ChromeDriver open() {
        assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER), "no Chromium with its driver in /usr/bin");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"));
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver opened = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        browser = Optional.of(opened);
        opened.get(address());
        return opened;
    }

    /** One look at the page, which may be reloading. */
    private static @Nullable Object customers(ChromeDriver page) {
        return page.executeScript("return [...document.querySelectorAll('section:first-of-type tbody"
                + " th')].map(cell => cell.innerText)");
    }

    private static void awaitCustomers(ChromeDriver page, List<String> expected) {
        Instant end = Instant.now().plusSeconds(20);
        while (!expected.equals(customers(page)) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(customers(page)).isEqualTo(expected);
    }

    @Test
    void dueAlerts_areShown_hostileNamesAsText_andAcknowledgedByAButton() {
        ChromeDriver page = open();

        assertThat(page.getTitle()).isEqualTo("What is due on 2026-12-03");
        awaitCustomers(page, List.of("Acme", HOSTILE));
        page.findElement(By.name("by")).sendKeys("anna", Keys.ENTER);
        assertThat(customers(page)).as("who presses Enter has not chosen what").isEqualTo(List.of("Acme", HOSTILE));
        page.findElement(By.cssSelector("tbody button")).sendKeys(Keys.ENTER);
        awaitCustomers(page, List.of(HOSTILE));
        assertThat(page.findElement(By.name("by")).getDomProperty("value")).isEqualTo("anna");
        assertThat(page.findElement(By.cssSelector("tbody button")).getAccessibleName())
                .isEqualTo("Acknowledge renewal, 30 days before of " + HOSTILE);
        assertThat(page.findElement(By.id("open")).getText()).isEqualTo("Told and not acknowledged: 1");
        assertThat(page.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> !entry.getMessage().contains("favicon"))
                .isEmpty();
    }

    @Test
    void form_mustBeThatOfThePage() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "ack"))
                                .POST(HttpRequest.BodyPublishers.ofString("token=guess&key=x&by=mallory"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void otherPaths_areNotThere() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "../etc/passwd"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
