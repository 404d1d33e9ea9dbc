package dev.rapport.engagement.page;

import static dev.rapport.engagement.page.SmallPlan.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.file.FileViews;
import dev.rapport.engagement.plan.Remark;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    private static final SmallPlan TWO =
            SmallPlan.of(customer("a", "Acme", 8_000, 80), customer("b", "Beta", 20_000, 1), SmallPlan.former("gone"));

    static List<String> hostileNames() {
        return List.of(
                "<script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "' onfocus='alert(1)",
                "</title></style></svg><img src=x onerror=alert(1)>",
                "<!-- ]]> {{verdict}} {{{style}}} &lt;b&gt;",
                "\u202Eevil\u202C \u2067rtl\u2069",
                "smile \uD83D\uDE00 and half of it \uD83D",
                "nul\u0000 bell\u0007",
                "=cmd()",
                "x".repeat(500),
                "\u05D0\u05D1\u05D2");
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void hostileText_changesNoTag_ofEitherPage(String text) {
        assertTextIsInert(text);
    }

    @Property(tries = 40)
    void anyText_changesNoTag_ofEitherPage(@ForAll @NotBlank @StringLength(max = 200) String text) {
        assertTextIsInert(text);
    }

    private static void assertTextIsInert(String text) {
        SmallPlan plain = SmallPlan.of(customer("a", "Acme", 8_000, 80));
        SmallPlan hostile = SmallPlan.of(customer("a", text, 8_000, 80));

        Skeleton page = new Skeleton(hostile.pageWith(new Remark("contradiction", 1, text)));
        assertThat(page.tags()).isEqualTo(new Skeleton(plain.pageWith(new Remark("contradiction", 1, "plain"))).tags());
        Skeleton file = new Skeleton(hostile.customerPage("a"));
        assertThat(file.tags()).isEqualTo(new Skeleton(plain.customerPage("a")).tags());
        assertThat(file.text()).contains(Skeleton.unescaped(Text.escape(text)));
        assertThat(file.text() + page.text()).doesNotContain("\u0000", "\u202E", "\u2067");
    }

    @Test
    void hostileId_isInert() {
        String id = "\"><script>alert(1)</script>";
        SmallPlan hostile = SmallPlan.of(customer(id, "Acme", 8_000, 80));

        SmallPlan plain = SmallPlan.of(customer("a", "Acme", 8_000, 80));
        assertThat(new Skeleton(hostile.page()).tags()).isEqualTo(new Skeleton(plain.page()).tags());
        assertThat(new Skeleton(hostile.customerPage(id)).tags())
                .isEqualTo(new Skeleton(plain.customerPage("a")).tags());
    }

    @Test
    void pages_areSelfContained_withoutScripts() {
        for (String page : List.of(TWO.page(), TWO.customerPage("a"))) {
            assertThat(page).doesNotContain("<script", "http:", "https:", "@import", "url(");
            assertThat(new Skeleton(page).tags()).noneMatch(tag -> tag.contains(" on"));
            assertThat(page)
                    .startsWith("<!doctype html>")
                    .contains("<html lang=\"en\">", "<main>", "<header>", "<footer>");
        }
    }

    @Test
    void pages_tablesHaveCaptionsAndHeaders_imagesHaveLabels() {
        for (String page : List.of(TWO.page(), TWO.customerPage("a"))) {
            List<String> tags = new Skeleton(page).tags();
            assertThat(tags.stream().filter("<caption>"::equals))
                    .hasSameSizeAs(tags.stream().filter("<table>"::equals).toList());
            assertThat(tags).contains("<caption>");
            assertThat(tags)
                    .noneMatch(tag -> tag.startsWith("<th") && !tag.startsWith("<thead") && !tag.contains("scope="));
            assertThat(tags)
                    .noneMatch(tag ->
                            tag.startsWith("<svg") && !tag.contains("aria-label=") && !tag.contains("aria-hidden="));
        }
    }

    @Test
    void plan_everyLinkWithinThePage_hasItsTarget() {
        String page = TWO.page();
        List<String> targets =
                links(page).stream().filter(link -> link.startsWith("#")).toList();

        assertThat(targets).contains("#segments", "#at-risk", "#decisions", "#customers-0");
        assertThat(targets).allSatisfy(link -> assertThat(page).contains("id=\"" + link.substring(1) + "\""));
    }

    @Test
    void plan_namesEveryCustomer_withTheWayToTheirPage() {
        assertThat(links(TWO.page()))
                .contains("customers/a.html", "customers/b.html")
                .doesNotContain("customers/gone.html");
    }

    @Test
    void plan_verdict_saysWhatIsDecided_andWhatMayBeLost() {
        assertThat(new Skeleton(TWO.page()).text())
                .contains("2\u00A0customers pay EUR\u00A028,000 a year. GRR is 98.2\u00A0%, without a target; "
                        + "NRR is 98.2\u00A0%. EUR\u00A028,000 of it is decided within 60\u00A0days. "
                        + "We expect to lose EUR\u00A05,000 of that if nothing is done.");
    }

    @Test
    void plan_risks_haveReasonsInWords_eachAttributeOnce() {
        String text = new Skeleton(TWO.page()).text();

        assertThat(text).contains("not seen 80 days");
        assertThat(text).doesNotContain("usage.last-seen-days", "last seen 80 days");
    }

    @Test
    void plan_months_areSplitIntoSafeAndAtRisk() {
        assertThat(TWO.page())
                .contains("aria-label=\"ARR by month of decision, in EUR. 2026-07: 0; 2026-08: safe 20\u00A0k, "
                        + "at risk 8\u00A0k; 2026-09: 0; 2026-10: 0.\"");
    }

    @Test
    void plan_saysEachMissingFieldOnce() {
        String page = TWO.page();

        for (String field : List.of("policy organisation", "policy engagement-models", "policy milestones")) {
            assertThat(page.split("<code>" + field + "</code>", -1)).hasSize(2);
        }
        assertThat(page).doesNotContain("id=\"team\"", "#team", "Does it pay?");
    }

    @Test
    void plan_mentionsFormerCustomers() {
        assertThat(TWO.page())
                .contains("The contracts of 1\u00A0customer are all over; nothing here is about them: gone.");
    }

    @Test
    void plan_namesThoseWhoHaveGivenNotice() {
        SmallPlan plan = SmallPlan.of(customer("a", "Acme", 8_000, 1), SmallPlan.leaving("b", "Beta", 20_000));
        String text = new Skeleton(plan.page()).text();

        assertThat(text).contains("1\u00A0customer has given notice (EUR\u00A020,000).");
        assertThat(text).containsPattern("leaving\\s+Beta, EUR\u00A020,000: notice was given on 2026-06-25");
        assertThat(links(plan.page())).contains("customers/b.html");
        assertThat(new Skeleton(TWO.page()).text()).doesNotContain("given notice", "leaving");
    }

    @Test
    void plan_showsTimeAndFamilies_whereTheyAreFed() {
        SmallPlan plan = SmallPlan.of(
                customer("a", "Acme", 8_000, 80),
                SmallPlan.child("b", "a", 12, "anna"),
                SmallPlan.child("c", "a", 30, "ben"));
        String text = new Skeleton(plan.page()).text();

        assertThat(text)
                .contains("In the 90\u00A0days from 2026-04-02: 42 hours, 0 of them for no customer: call 42.")
                .contains("family of")
                .contains("3\u00A0customers, EUR\u00A010,000")
                .as("nobody's hours are known, and so nobody is overloaded")
                .doesNotContain("overloaded");
        assertThat(plan.page())
                .contains("<code>hours without customer</code></th><td>Time (in part)")
                .contains("aria-label=\"Hours for customers by team member. anna: spent for customers 12; ben: ");
        assertThat(links(TWO.page())).doesNotContain("#time", "#families");
    }

    @Test
    void plan_ofAnEmptyBook_saysSo() {
        String page = SmallPlan.of(SmallPlan.former("gone")).page();

        assertThat(page).contains("The book has no customers as of this date.", "EUR\u00A00");
        assertThat(page).doesNotContain("NaN", "id=\"customers\"", "Infinity");
        assertThat(new Skeleton(page).tags()).doesNotContain("<bdi>");
        assertThat(links(page)).noneMatch(link -> link.startsWith("#customers"));
    }

    @Test
    void plan_withoutContracts_countsCustomers_andClaimsNoRevenue() {
        String page = SmallPlan.byRules(SmallPlan.withoutContract("a", 80), SmallPlan.withoutContract("b", 1))
                .page();

        assertThat(new Skeleton(page).text())
                .contains(
                        "2\u00A0customers; what they pay a year is not known. By health, 1\u00A0is poor, 0\u00A0are fair.");
        assertThat(page).contains("Customers in each health band by segment. Seen lately: good 1; The rest: poor 1.");
        assertThat(page).doesNotContain("EUR\u00A00");
    }

    @Test
    void plan_ofOneCustomer_isInTheSingular() {
        assertThat(new Skeleton(SmallPlan.of(customer("a", "Acme", 8_000, 1)).page()).text())
                .contains("1\u00A0customer pays EUR\u00A08,000 a year.");
    }

    @Test
    void customer_page_saysWhatWasRead_andWhatItScores() {
        String text = new Skeleton(TWO.customerPage("a")).text();

        assertThat(text).contains("Health 20 of 100, with 100\u00A0% of the data there.");
        assertThat(text).contains("last seen 80 days");
        assertThat(text).contains("Churn risk at the next decision 50\u00A0%.");
    }

    @Test
    void page_forACustomer_hasNoWordOfHealth_andNoWayToThePlan() {
        String page =
                TWO.customerPage("a", FileViews.standard().find("customer").orElseThrow());

        assertThat(new Skeleton(page).text())
                .contains("Contracts", "For customer.")
                .doesNotContain("Health", "Churn", "Segment", "Timeline");
        assertThat(links(page)).containsExactly("data:,");
    }

    private static List<String> links(String page) {
        List<String> links = new ArrayList<>();
        for (int at = page.indexOf("href=\""); at >= 0; at = page.indexOf("href=\"", at + 1)) {
            links.add(page.substring(at + 6, page.indexOf('"', at + 6)));
        }
        return links;
    }

    @Test
    void atRisk_showsWhatCanBeDone_andWhatIsDoneAlready() {
        String page = SmallPlan.withPlays(
                        SmallPlan.customer("a", "Acme", 8_000, 70), SmallPlan.calledBack("b", "Beta", 4_000, 70))
                .page();

        assertThat(page)
                .contains("<th scope=\"col\" class=\"number\">An hour saves</th>")
                .contains("<span title=\"takes 2 h\">call back</span></td><td class=\"number\">25\u00a0%</td>"
                        + "<td class=\"number\">EUR\u00a0500</td>")
                .contains("<span title=\"to be begun by 2026-08-15, decided by 2026-08-29\">46</span>")
                .contains("<bdi>Acme</bdi></a>: EUR\u00a0500 an hour, call back (2 h)")
                .contains(
                        "<bdi>Beta</bdi></a> (EUR\u00a02,000 expected loss): call back by ann&lt;a&gt; until 2026-07-09"
                                + " <span class=\"tag red\">review due 2026-06-30</span>")
                .doesNotContain("Where hours are missing");
    }

    @Test
    void atRisk_withoutPlays_hasNoColumnsForThem() {
        assertThat(SmallPlan.of(SmallPlan.customer("a", "Acme", 8_000, 70)).page())
                .contains("<code>policy at-risk</code>")
                .contains("decided by 2026-08-29\">60</span>")
                .doesNotContain("An hour saves")
                .doesNotContain("Where an hour saves most");
    }
}
