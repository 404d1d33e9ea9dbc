package dev.rapport.examples.renewaldesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Milestones in the calendars of countries that a folder names. */
class CountriesTest {

    private static final String MILESTONES = """
            {"format": "rapport/milestones", "version": 1, "id": "m", "revision": "1", "milestones": [
              {"id": "renewal", "trigger": {"type": "renewal"}, "steps": ["5 business days before"],
               "timing": {"calendars": ["munich"]},
               "fireLateUpToDays": 3, "reissueWhenMovedByDays": 30, "alerts": "csm"}]}
            """;

    @TempDir
    Path folder = Path.of(".");

    private DeskFolder.Run ahead(String country) throws IOException {
        DeskFolder desk = DeskFolder.of(folder, "Acme");
        Path book = folder.resolve("book");
        Files.writeString(book.resolve("policies").resolve("milestones.json"), MILESTONES);
        String manifest = Files.readString(book.resolve("book.json"));
        int end = manifest.lastIndexOf('}');
        Files.writeString(
                book.resolve("book.json"),
                manifest.substring(0, end).stripTrailing()
                        + ", \"countryCalendars\": [{\"id\": \"munich\", \"country\": \"" + country + "\"}]}");
        return desk.run("ahead", "--from", "2026-12-01", "--to", "2027-01-02", "--as-of", "2026-11-30");
    }

    @Test
    void countryThatTheBookNames_saysWhichDaysAreWorked() throws IOException {
        DeskFolder.Run run = ahead("DE-BY");

        assertThat(run.error()).isEmpty();
        assertThat(run.out()).as("the 25th is a holiday there").contains("\"due\":\"2026-12-24\"");
    }

    @Test
    void countryThatIsRefused_isAnErrorWithTheChoices() throws IOException {
        assertThat(ahead("JP").error())
                .contains("country (JP) must be one whose holidays agree with a second source: AT, ")
                .contains("Maybe list its holidays yourself");
    }
}
