package dev.rapport.examples.coveragestudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who looks after whom in a book whose answers are known. */
class BookStudyTest {

    @TempDir
    private Path folder;

    @Test
    void whereEverybodyHasTheHours_nobodyMoves() throws IOException {
        StudyFolder study = StudyFolder.of(folder, "2", "2");
        StudyFolder.Run run = study.run("book");

        assertThat(run.exit()).as(run.error()).isZero();
        // two of ben, who does not speak German: 8 each
        assertThat(run.out())
                .contains("csm: 5 of 5 customers placed, 0 handed over, 0 get their first owner, 0 cannot be placed."
                        + " Misfit 16, proven to be the best.");
        assertThat(study.result())
                .contains("\"asOf\":\"2026-06-30\"", "\"misfit\":16", "\"handOvers\":0", "\"moves\":[]")
                .contains("{\"member\":\"anna\",\"hoursNeeded\":60,\"hoursAvailable\":104")
                .doesNotContain("\"without\"", "\"budget\"");
        assertThat(study.page())
                .contains("<td>Large l1</td><td>Anna</td><td>Anna</td>")
                .doesNotContain("http");
    }

    @Test
    void afterADeparture_onlyTheCustomersOfThatOneMove_andEachSaysWhy() throws IOException {
        StudyFolder study = StudyFolder.of(folder, "2", "2");
        StudyFolder.Run run = study.run("book", "--without", "anna");

        assertThat(run.exit()).as(run.error()).isZero();
        // each hand-over 30; carl speaks German and has 104 h for the 60
        assertThat(run.out())
                .contains("Without Anna (anna):", "5 of 5 customers placed, 3 handed over (at most 3 may be)")
                .contains("Misfit 106, proven to be the best.");
        assertThat(study.result())
                .contains("\"without\":\"anna\"", "\"handOvers\":3,\"budget\":3")
                .contains("{\"customer\":\"l1\",\"from\":\"anna\",\"to\":\"carl\",\"hours\":20,\"misfit\":30,"
                        + "\"takes\":\"20.0hayear;misfit:hand-over30\",\"why\":\"annaisnotthereanymore;")
                .contains("\"kind\":\"owner-has-left\"", "\"unplaced\":[]")
                .doesNotContain("\"member\":\"anna\"");
        assertThat(study.page()).contains("csm: who moves", "<td>Large l1</td><td>Anna</td><td>Carl</td>");
    }

    @Test
    void whomNobodyHasTheHoursFor_isNamed_withABound() throws IOException {
        // ben has 52 h, 40 of them taken; carl 26: one of the three customers of anna, 20 h each, can be placed
        StudyFolder study = StudyFolder.of(folder, "1", "0.5");
        StudyFolder.Run run = study.run("book", "--without", "anna");

        assertThat(run.out())
                .contains(
                        "3 of 5 customers placed, 1 handed over (at most 3 may be), 0 get their first owner, 2 cannot be"
                                + " placed. Misfit 46, proven to be the best.");
        assertThat(study.result())
                .contains("\"leftOut\":2,\"leftOutAtLeast\":2")
                .contains("\"reason\":\"needs20.0h;of2whoareable,benhasmostleft:12.0h\"");
        assertThat(study.page()).contains("csm: who cannot be placed");
    }

    @Test
    void overloadedPerson_isRelieved_onlyAsFarAsTheBudgetGoes() throws IOException {
        // ben has 26 h for 40: one has to leave, which is nothing that the departure of carl asks for
        StudyFolder study = StudyFolder.of(folder, "0.5", "2");

        assertThat(study.run("book", "--without", "carl").out())
                .contains("4 of 5 customers placed, 0 handed over (at most 0 may be)", "1 cannot be placed")
                .contains("1 person has customers now who need more hours than there are.");
        assertThat(study.run("book", "--without", "carl", "--moves", "1").out())
                .contains("5 of 5 customers placed, 1 handed over (at most 1 may be)");
        assertThat(study.result()).contains("\"from\":\"ben\",\"to\":\"anna\"", "thehoursofbenareneededforothers");
    }

    @Test
    void whoIsIll_keepsWhatTheOtherDaysAllow_andHasTheHoursBackAfterwards() throws IOException {
        // anna has 104 h for 60: ill for 30 of 90 days they are 69, for 60 of them 35, for all of them nothing
        StudyFolder study = StudyFolder.of(folder, "2", "2");

        assertThat(study.run("book", "--without", "anna", "--until", "2026-07-31")
                        .out())
                .contains("5 of 5 customers placed, 0 handed over (at most 0 may be)");
        assertThat(study.run("book", "--without", "anna", "--until", "2026-08-30", "--moves", "2")
                        .out())
                .contains("5 of 5 customers placed, 2 handed over (at most 2 may be)");
        assertThat(study.run("book", "--without", "anna", "--until", "2026-08-30", "--moves", "1")
                        .out())
                .contains("1 handed over (at most 1 may be)", "1 cannot be placed");
        assertThat(study.result()).contains("\"clashes\":[{\"customers\":[\"l1\",\"l2\",\"l3\"]");
        assertThat(study.run("book", "--without", "anna", "--until", "2026-10-01")
                        .out())
                .contains("3 handed over (at most 3 may be)");
        assertThat(study.run("book", "--without", "anna", "--until", "2026-06-30")
                        .error())
                .contains("option (--until 2026-06-30) must be after the plan's date (2026-06-30).");
    }

    @Test
    void whoIsNotThere_isRefused_withTheChoices() throws IOException {
        StudyFolder study = StudyFolder.of(folder, "2", "2");

        StudyFolder.Run run = study.run("book", "--without", "ana");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .contains("option (--without ana) must be one of anna, ben, carl, vera.\nMaybe \"anna\".");
        assertThat(study.run("whatif", "--without", "anna").error())
                .contains("option (--without) must follow a command: book.");
        assertThat(study.run("gap").error()).contains("option (--book) must follow a command: book or whatif.");
    }
}
