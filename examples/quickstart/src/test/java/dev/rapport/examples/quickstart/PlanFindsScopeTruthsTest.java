package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was planted in scope.json and organisation.json: a VP who still owns all that one could own while the company was
 * small, and rights that do not fit together.
 */
class PlanFindsScopeTruthsTest {

    @TempDir
    private static Path folder;

    private static Tree scope = Tree.of("{}");

    @BeforeAll
    static void run() {
        Run.ok("--customers", 20, "--out", folder);
        scope = Tree.of(folder.resolve("plan.json")).at("scope");
    }

    private static Tree fit(String id) {
        return scope.at("scopes").only(one -> one.text("id").equals(id));
    }

    @Test
    void scopeOfToday_isTooMuchForOneLeader() {
        assertThat(scope.text("current")).isEqualTo("vp-owns-all");
        assertThat(fit("vp-owns-all").truth("fits")).isFalse();
        assertThat(fit("vp-owns-all").list("leaders").get(0).texts("tooMuch"))
                .containsExactly(
                        "vp-customer-success has 4 areas with 13 people, more than the 8 that one can lead directly;"
                                + " then at most 2 areas are well led");
        assertThat(fit("vp-owns-all").list("leaderChanges")).isEmpty();
    }

    @Test
    void scopeThatFits_needsNoNewLeader_andSaysWhatMovesAndUntilWhen() {
        assertThat(scope.text("best")).isEqualTo("services-with-success");
        Tree best = fit("services-with-success");
        assertThat(best.truth("fits")).isTrue();
        assertThat(best.texts("moves")).containsExactly("renewals", "expansion");
        assertThat(best.list("leaderChanges"))
                .as("sales comes in for expansions, has renewals alone, and gives back")
                .extracting(change -> change.text("from") + " to " + change.text("to") + ": " + change.text("leaders"))
                .containsExactly(
                        "adoption to value: vp-customer-success to head-of-sales",
                        "value to renewal: vp-customer-success to head-of-sales",
                        "renewal to adoption: head-of-sales to vp-customer-success");
        // 9 CSMs and 3 of onboarding need more than 8 leads of 8 when they are 49 and 17, at 5.34 times today
        assertThat(best.number("outgrown", "years")).isCloseTo(Math.log(5.34) / Math.log(1.35), within(0.02));
        assertThat(fit("customer-success-alone").list("leaders").get(1).texts("holders"))
                .as("nobody heads services yet")
                .isEmpty();
    }

    @Test
    void choice_hasItsReasons() {
        assertThat(scope.texts("because"))
                .containsExactly(
                        "services-with-success fits the 13 people of today and the 18 expected in 1 year, at a growth of 35 % a year",
                        "under it at most 3 people report to one leader by then, of 8 that one can lead; one leads at"
                                + " most 2 areas; and there are 3 hand-overs between leaders on a round",
                        "vp-owns-all does not fit today: vp-customer-success has 4 areas with 13 people, more than the 8 that"
                                + " one can lead directly; then at most 2 areas are well led",
                        "customer-success-alone has 4 hand-overs between leaders on a round, services-with-success 3");
    }

    /** In August 2022 eight people were there for all areas: it still fitted, with nobody to hire. */
    @Test
    void scopeThatIsOutgrownWithinTheYear_isNotBest_thoughItFits(@TempDir Path then) {
        Run.ok("--customers", 20, "--as-of", "2022-08-31", "--out", then);
        Tree early = Tree.of(then.resolve("plan.json")).at("scope");
        Tree whole = early.at("scopes").only(one -> one.text("id").equals("vp-owns-all"));

        assertThat(whole.truth("fits")).isTrue();
        assertThat(whole.list("leaderChanges")).isEmpty();
        assertThat(whole.truth("fitsAhead")).isFalse();
        assertThat(early.text("best")).isEqualTo("services-with-success");
        assertThat(early.texts("because"))
                .contains(
                        "vp-owns-all fits today, but not in 1 year: vp-customer-success has 4 areas with 11 people, more"
                                + " than the 8 that one can lead directly; then at most 2 areas are well led");
    }

    @Test
    void responsibilities_areToldByDepartment_andWhereTheyDoNotAgree() {
        Tree sales = scope.at("departments").only(one -> one.text("department").equals("sales"));
        assertThat(sales.texts("areas")).containsExactly("expansion");
        assertThat(sales.texts("leaders")).containsExactly("vp-customer-success");
        assertThat(sales.texts("delivers")).containsExactly("renewal");
        assertThat(sales.list("helps").get(0).text("stage")).isEqualTo("onboarding");
        assertThat(sales.list("helps").get(0).text("does")).isEqualTo("hands over what was promised and to whom");
        assertThat(scope.list("departments")).as("every department has a part").hasSize(10);
        assertThat(scope.list("disagreements"))
                .extracting(found -> found.text("text"))
                .containsExactly(
                        "sales delivers the stage renewal, but renewals is the responsibility of customer-success",
                        "account-executive of sales does the work of renewals, which is the responsibility of"
                                + " customer-success");
    }

    @Test
    void rights_thatDoNotFitTogether_areFound() {
        assertThat(scope.list("decisionRights"))
                .extracting(finding -> finding.text("text"))
                .containsExactly(
                        "only vp-customer-success and those above may decide extended-onboarding: whoever meets the"
                                + " customer must ask each time",
                        "renewal-discount comes up to EUR 40000.00, nobody who is there may decide more than EUR 20000.00",
                        "account-executive may decide renewal-discount up to EUR 20000.00, more than head-of-sales above"
                                + " (EUR 10000.00)",
                        "csm may decide goodwill-licences up to EUR 1000.00, account-executive beside up to EUR 2000.00:"
                                + " the answer depends on whom the customer asks",
                        "head-of-services may decide free-workshop, and nobody holds that role",
                        "only vp-customer-success and those above may decide free-workshop: whoever meets the customer"
                                + " must ask each time");
    }

    @Test
    void page_tellsUntilWhenEachScopeFits_why_whoDoesWhat_andWhatRightsLack() throws IOException {
        String page = Files.readString(folder.resolve("index.html"));
        String section = page.substring(page.indexOf("<section id=\"scope\""));
        section = section.substring(0, section.indexOf("</section>")).replace('\u00a0', ' ');

        assertThat(section)
                .contains(
                        ">Outgrown</th>", "<td>yes</td><td>71 people, in 5.6 years</td>", "<td>no</td><td>already</td>")
                .contains("<h3>Why services with success</h3>", "customer-success-alone has 4 hand-overs")
                .contains("<h3>Where responsibilities do not agree</h3>", "sales delivers the stage renewal")
                .contains(
                        "<h3>Who may decide without asking</h3>",
                        "nobody who is there may decide more than EUR 20000.00")
                .contains("account-executive beside up to EUR 2000.00", "<th scope=\"row\">sales</th>");
    }
}
