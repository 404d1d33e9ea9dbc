package dev.rapport.examples.policylab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be taken is said in one message, and nothing is written. */
class BadInputTest {

    private final Path folder;
    private final Lab lab;

    BadInputTest(@TempDir Path folder) {
        this.folder = folder;
        this.lab = Lab.of(folder, 2, text -> text.replace("\"atMost\": \"yellow\"", "\"atMost\": 45"));
    }

    private void refused(String... lines) {
        Lab.Run run = lab.run();
        assertThat(run.error().replace(folder.toString(), "DIR").lines()).containsExactly(lines);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(lab.path("out/simulation.json")).doesNotExist();
    }

    @Test
    void requiredOptions_mustBeThere() {
        lab.without("book");
        refused("option (--book) is missing.", "Maybe see --help.");
        lab.option("book", lab.path("book")).without("current");
        refused("option (--current) is missing.", "Maybe see --help.");
        lab.option("current", lab.path("book/policies/scorecard.json")).without("proposed");
        refused("option (--proposed) is missing.", "Maybe see --help.");
        lab.option("proposed", lab.path("proposed.json")).without("as-of");
        refused("option (--as-of) is missing.", "Maybe --as-of 2026-06-30.");
    }

    @Test
    void unknownOption_isRefused() {
        assertThat(Lab.run("--proposd", "x").error())
                .startsWith("argument (--proposd) must be one of ")
                .contains("Maybe \"--proposed\".");
        assertThat(Lab.run("--proposd", "x").exit()).isEqualTo(2);
    }

    @Test
    void dates_mustBeDates_inTheirOrder() {
        lab.option("as-of", "30.06.2026");
        refused("option (--as-of 30.06.2026) must be a date like 2026-06-30.");
        lab.option("as-of", "2026-06-30").option("from", "2026-06-15");
        refused("option (--from 2026-06-15) must be at least a month before --as-of 2026-06-30.");
        lab.option("from", "2027-01-01");
        refused("option (--from 2027-01-01) must be at least a month before --as-of 2026-06-30.");
        lab.without("from").option("as-of", "1999-01-01");
        refused(
                "book (DIR/book) must have customers on 1999-01-01, has none.",
                "Maybe the date is before its first customer.");
    }

    @Test
    void book_mustBeAFolderWithABook() {
        lab.option("book", lab.path("nowhere"));
        assertThat(lab.run().error()).contains("nowhere) must be a folder that can be read.");
        assertThat(lab.run().exit()).isEqualTo(2);
        lab.option("book", folder);
        assertThat(lab.run().error()).contains("book.json");
        assertThat(lab.run().exit()).isEqualTo(2);
    }

    @Test
    void scorecards_mustBeFiles_andScorecards() {
        lab.option("proposed", lab.path("nothing.json"));
        refused("option (--proposed DIR/nothing.json) must be a file that can be read.");
        lab.option("proposed", folder);
        refused("option (--proposed DIR) must be a file that can be read.");
        lab.file("text.json", "no json").option("proposed", lab.path("text.json"));
        assertThat(lab.run().error()).startsWith("1 error in ").contains("text.json:1:1");
        lab.option("proposed", lab.path("book/policies/churn-risk.json"));
        assertThat(lab.run().error())
                .contains("churn-risk.json:2:13 /format: expected the format \"rapport/scorecard\", got"
                        + " \"rapport/churn-risk\"");
        assertThat(lab.run().exit()).isEqualTo(2);
    }

    @Test
    void attribute_mustBeFed() {
        lab.edit("proposed.json", text -> text.replace("survey.nps-180d", "survey.nps-18d"));
        assertThat(lab.run().error())
                .startsWith("1 error in ")
                .contains("proposed.json:")
                .contains(" /parts/3/attribute: unknown attribute \"survey.nps-18d\", nothing feeds it.")
                .contains("Maybe \"survey.nps-180d\".");
        assertThat(lab.run().exit()).isEqualTo(2);
    }

    @Test
    void proposal_mustHaveARevisionOfItsOwn() {
        lab.edit("proposed.json", text -> text.replace("\"revision\": \"proposed\"", "\"revision\": \"2026-05\""));
        refused(
                "proposed scorecard (health@2026-05) must have another revision than the current one.",
                "Maybe give it the revision \"2026-05-proposed\".");
    }

    @Test
    void groups_mustBeTextAttributes() {
        lab.option("group-by", "segmnt");
        refused(
                "option (--group-by segmnt) must name text attributes of the book, segmnt is none.",
                "Maybe \"segment\".");
        lab.option("group-by", "segment,arr");
        refused("option (--group-by segment,arr) must name text attributes of the book, arr is none.");
    }

    @Test
    void badBands_mustBeBands() {
        lab.option("bad-bands", "red,orange");
        refused("option (--bad-bands red,orange) must name bands of the scorecards, [green, red, yellow], orange is"
                + " none.");
    }

    @Test
    void numbers_mustBeInTheirRange() {
        lab.option("movers", "-1");
        refused("option (--movers -1) must be a whole number from 0 to 10000.");
        lab.option("movers", "5").option("flap-within", "0");
        refused("option (--flap-within 0) must be a whole number from 1 to 120.");
    }

    @Test
    void segmentation_mustBeOne() {
        lab.option("segmentation", lab.path("proposed.json"));
        assertThat(lab.run().error())
                .contains("expected the format \"rapport/segmentation\", got \"rapport/scorecard\"");
        assertThat(lab.run().exit()).isEqualTo(2);
    }

    @Test
    void history_needsContractsOrOutcomes(@TempDir Path other) {
        Lab little = Lab.little(other).option("from", "2026-01-31");
        little.withoutFile("book/contracts.csv").withoutFile("book/outcomes.csv");
        assertThat(little.run().error())
                .contains("option (--from) needs the table contracts or outcomes, which the book does not have.")
                .contains("Maybe leave it out.");
    }

    @Test
    void out_mustNotBeAFile() {
        lab.file("taken", "x").option("out", lab.path("taken"));
        refused("output folder (DIR/taken) must not be a file.");
    }
}
