package dev.rapport.examples.coveragestudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anything changed in a book whose answers are known. */
class DifferenceStudyTest {

    @TempDir
    private Path folder;

    private StudyFolder study = new StudyFolder(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        study = StudyFolder.of(folder, "2", "2");
    }

    /** A copy of a file of the book, changed. */
    private void change(String name, UnaryOperator<String> change) throws IOException {
        Path copy = folder.resolve("changes").resolve(name);
        Files.createDirectories(copy.getParent());
        String text = Files.readString(folder.resolve("book").resolve(name));
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(copy, changed);
    }

    private StudyFolder.Run run(String... more) {
        String[] line = new String[more.length + 2];
        line[0] = "--with";
        line[1] = folder.resolve("changes").toString();
        System.arraycopy(more, 0, line, 2, more.length);
        return study.run("whatif", line);
    }

    @Test
    void lostCustomer_takesArrHoursAndMargin_withIt() throws IOException {
        change("contracts.csv", text -> text.replace("l5,l5-1,2023-01-01,2028-01-01", "l5,l5-1,2023-01-01,2026-03-01"));
        StudyFolder.Run run = run();

        assertThat(run.exit()).as(run.error()).isZero();
        // 104,000 less 20,000; 104 h less 20 of them; a gross margin of 80 % less EUR 50 an hour
        assertThat(run.out())
                .contains("What if: contracts.csv changed.", "customers: 9 now, 8 then.")
                .contains("ARR: 104,000 now, 84,000 then.", "cost to serve: 5,200 now, 4,200 then.")
                .contains("margin if all stay: 78,000 now, 63,000 then.")
                .contains("GRR, %: 100.0 now, 80.8 then.");
        assertThat(study.result())
                .contains("\"format\":\"rapport/plan-difference\"")
                .contains("\"hoursNeeded\":{\"now\":104", "\"difference\":-20")
                .contains("{\"customer\":\"l5\",\"arr\":{\"now\":\"EUR20000.00\"}");
        assertThat(study.page())
                .contains("Customers that differ: 1", "<td>Large l5</td>")
                .doesNotContain("http");
    }

    @Test
    void higherPrice_isAllMargin() throws IOException {
        change(
                "contracts.csv",
                text -> text.replace("l1,l1-1,2023-01-01,2028-01-01,20000", "l1,l1-1,2023-01-01,2028-01-01,25000"));

        assertThat(run().out())
                .contains("ARR: 104,000 now, 109,000 then.", "margin if all stay: 78,000 now, 82,000 then.")
                .doesNotContain("cost to serve: 5", "to hire");
    }

    @Test
    void morePeople_areMoreHours_andAnotherModelTakesThem() throws IOException {
        change(
                "policies/organisation.json",
                text -> text.replace("\"id\": \"us\"", "\"id\": \"more\"")
                        .replace(
                                "{\"id\": \"carl\"",
                                "{\"id\": \"dora\", \"name\": \"Dora\", \"role\": \"csm\", \"zone\":"
                                        + " \"Europe/Berlin\", \"hoursPerWeek\": 2, \"hourlyCost\": \"EUR 50.00\"},\n{\"id\": \"carl\""));
        change(
                "policies/models.json",
                text -> text.replace(
                        "\"segment\": \"small\", \"model\": \"low\"", "\"segment\": \"small\", \"model\": \"high\""));
        StudyFolder.Run run = run();

        assertThat(run.out())
                .contains("What if: policies/models.json changed, policies/organisation.json changed.")
                .contains("cost to serve: 5,200 now, 9,000 then.");
        assertThat(study.result())
                .contains("\"organisation\":{\"now\":{\"id\":\"us\"", "\"then\":{\"id\":\"more\"")
                .contains("\"hoursAvailable\":{\"now\":312,\"then\":416,\"difference\":104}")
                .contains("\"people\":{\"now\":3,\"then\":4,\"difference\":1}")
                .contains("\"model\":{\"now\":\"low\",\"then\":\"high\"}")
                .contains("\"customers\":[]}");
    }

    @Test
    void moreWork_thanThereAreHours_saysWhoIsToBeHired() throws IOException {
        change(
                "policies/models.json",
                text -> text.replace(
                        "\"timesPerYear\": 4, \"hoursEach\": 5", "\"timesPerYear\": 20, \"hoursEach\": 5"));

        // 5 x 100 h and 4 x 1 h of 3 x 104 h
        assertThat(run().out()).contains("csm: 0 to hire now, 2 then.");
    }

    @Test
    void changeThatChangesNothing_saysSo() throws IOException {
        change("policies/models.json", text -> text + "\n");

        assertThat(run().out()).contains("Nothing of the headline changes, and nobody more or less is to be hired.");
    }

    @Test
    void changes_thatAreNone_orCannotBe_areRefused() throws IOException {
        assertThat(run().error()).contains("changes) must be a folder that can be read.");
        Files.createDirectories(folder.resolve("changes"));
        assertThat(run().error())
                .contains("changes) must have tables, or policies in a folder policies, has none.")
                .contains("Maybe copy a file of the book into it, and change it there.");
        assertThat(run("--segment", "large", "--model", "low").error())
                .contains("option (--with) must come without --segment and --model.");
        change("policies/models.json", text -> text.replace("\"version\": 1", "\"version\": 9"));
        assertThat(run().exit()).isEqualTo(2);
    }

    @Test
    void policyBesideTheTables_isRefused_forItWouldChangeNothing() throws IOException {
        Files.createDirectories(folder.resolve("changes"));
        Files.writeString(folder.resolve("changes/models.json"), "{}");
        assertThat(run().error())
                .contains("models.json) must be where the book has it.")
                .contains("Maybe ")
                .contains(Path.of("changes", "policies", "models.json") + ".");
    }
}
