package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the plan decides about money and people is on its page, row for row. */
class PageSectionsTest {

    private static Tree plan = Tree.of("{}");
    private static String page = "";

    @BeforeAll
    static void read() throws IOException {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
        page = Files.readString(SamplePlan.of().resolve("index.html"));
    }

    private static String section(String id) {
        Matcher found = Pattern.compile("<section id=\"" + id + "\".*?</section>", Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).as(id).isTrue();
        return found.group().replace("\u00A0", " ");
    }

    private static int rows(String section) {
        return section.split("<tbody>", -1)[1].split("</tbody>", -1)[0].split("<tr>", -1).length - 1;
    }

    @Test
    void everyModelThatIsKnown_isPriced_withWhatEachEuroBuys() {
        assertThat(rows(section("models")))
                .isEqualTo(plan.list("evaluation", "options").size());
        assertThat(section("models")).contains("mid touch <span class=\"tag green\">proposed</span>", "In the way of");
        assertThat(section("models")).contains("in a bad and EUR");
    }

    @Test
    void everyRole_hasItsHoursAndHires() {
        assertThat(rows(section("capacity")))
                .isEqualTo(plan.list("capacity", "roles").size());
    }

    @Test
    void everyRuleOfHelp_andEverySponsor_isThere() {
        assertThat(rows(section("flex"))).isEqualTo(plan.list("flex", "helps").size());
        assertThat(rows(section("sponsors")))
                .isEqualTo(Math.min(20, plan.list("sponsors", "sponsored").size()));
        assertThat(section("sponsors")).contains("at most " + (int) plan.number("sponsors", "atMostEach") + " each.");
    }

    @Test
    void growth_sumsByCauseAndSegment() {
        String growth = section("expansions");
        assertThat(growth).contains("By what speaks for it", "By segment");
        assertThat(rows(growth))
                .isEqualTo(plan.at("expansions", "byCause").names().size());
    }

    @Test
    void whatWasForecast_standsBesideWhatHappened() {
        assertThat(section("changes")).contains("id=\"since-last-plan\"", "Was kept", "The forecast was EUR ");
        assertThat(page).contains("href=\"#since-last-plan\"");
    }
}
