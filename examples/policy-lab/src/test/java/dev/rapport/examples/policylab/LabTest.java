package dev.rapport.examples.policylab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src|action|url)\\s*[=(]\\s*[\"']?([^\"'> ]*)");

    @TempDir
    private Path folder;

    private Lab lab() {
        return Lab.of(
                        folder,
                        24,
                        text -> text.replace("\"weight\": 40,\n      \"parts\"", "\"weight\": 70,\n      \"parts\""))
                .option("from", "2026-01-31");
    }

    @Test
    void simulationOfTheLittleBook_isAsKept() {
        Lab lab = Lab.little(folder).option("from", "2026-01-31");

        Lab.Run run = lab.ok();

        GoldenFile.assertSame("simulation.json", lab.text("out/simulation.json"));
        GoldenFile.assertSame("summary.txt", run.out().replace(folder.toString(), "DIR"));
    }

    @Test
    void sameQuestion_getsTheSameBytes() {
        Lab lab = lab();
        lab.ok();
        lab.option("out", lab.path("again")).ok();

        assertThat(lab.text("again/simulation.json")).isEqualTo(lab.text("out/simulation.json"));
        assertThat(lab.text("again/index.html")).isEqualTo(lab.text("out/index.html"));
    }

    @Test
    void page_isSelfContained_andNamesWhatMoves() {
        Lab lab = lab();
        lab.ok();

        String page = lab.text("out/index.html");
        assertThat(LINK.matcher(page).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("#") || link.equals("data:,"));
        assertThat(page).doesNotContain("<script").doesNotContain("{{").doesNotContain("http");
        assertThat(page)
                .contains("What health@proposed would do, 2026-06-30")
                .contains("id=\"bands\"", "id=\"alerts\"", "id=\"movers\"", "id=\"history\"", "id=\"groups\"")
                .contains("By segment", "By owner.csm");
        assertThat(page.split("<table", -1)).hasSameSizeAs(page.split("<caption", -1));
    }

    @Test
    void names_stayText() {
        Lab lab = lab();
        List<String> lines = lab.text("book/customers.csv").lines().toList();
        int name = List.of(lines.get(0).split(",", -1)).indexOf("name");
        StringBuilder hostile = new StringBuilder(lines.get(0)).append('\n');
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            cells[name] = "\"<script>alert('x')</script>\u202E&\"";
            hostile.append(String.join(",", cells)).append('\n');
        }
        lab.file("book/customers.csv", hostile.toString());
        lab.edit("book/owners.csv", text -> text.replace("csm-grace", "<img src=x onerror=alert(1)>"));

        lab.option("movers", 24).ok();

        String page = lab.text("out/index.html");
        assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\uFFFD&amp; (c-0000");
        assertThat(page).contains("&lt;img src=x");
        assertThat(page).doesNotContain("<script").doesNotContain("<img").doesNotContain("\u202E");
    }

    /** As docs/formats.md declares the series. */
    @Test
    void overridesOfTheBook_stayInForce_whateverTheScorecard() {
        Lab lab = Lab.little(folder);
        lab.ok();
        assertThat(Json.of(lab.text("out/simulation.json")).texts("raised", "customer"))
                .containsExactly("apple");

        lab.edit("book/book.json", text -> text.replace("\"currency\": \"EUR\",", "\"currency\": \"EUR\"," + """
            "series": [{
              "name": "health-overrides", "nature": "records", "required": ["owner", "reason", "from", "until"],
              "fields": [{"name": "owner", "kind": "text"}, {"name": "reason", "kind": "text"},
                         {"name": "from", "kind": "date"}, {"name": "until", "kind": "date"},
                         {"name": "band", "kind": "text"}, {"name": "score", "kind": "number"},
                         {"name": "policy", "kind": "text"}]}],\
            """));
        lab.file("book/health-overrides.csv", """
            customer,id,at,owner,reason,from,until,band,score
            apple,o1,2026-06-01,ada,they migrate,2026-06-01,2026-08-01,green,
            bean,o2,2026-06-01,ada,they leave,2026-06-01,2026-08-01,,12
            corn,o3,2026-01-01,grace,it was so,2026-01-01,2026-06-30,green,
            """).ok();

        Json simulation = Json.of(lab.text("out/simulation.json"));
        assertThat(simulation.list("raised")).isEmpty();
        assertThat(simulation.texts("cleared", "customer")).containsExactly("corn", "grape");
        assertThat(simulation.list("matrix").stream()
                        .filter(cell -> cell.text("from").equals("red")
                                && cell.text("to").equals("red"))
                        .map(cell -> cell.number("customers")))
                .containsExactly(1.0);
    }

    @Test
    void rowsThatCouldNotBeTaken_areSaid() {
        Lab lab = lab().edit("book/tickets.csv", text -> text + "nobody,x,2026-01-01\n");

        assertThat(lab.ok().out()).contains("1 row of the book could not be taken: 1 of tickets.csv (cell-count).");
        assertThat(lab.text("out/index.html")).contains("1 row of the book could not be taken");
    }

    @Test
    void help_namesTheOptions() {
        assertThat(Lab.run("--help").out()).contains("--book DIR", "--proposed FILE", "--from DATE");
    }
}
