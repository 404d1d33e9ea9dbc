package dev.rapport.examples.coveragestudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another model for a segment, in a book whose answers are known. */
class WhatIfStudyTest {

    @TempDir
    private Path folder;

    @Test
    void modelThatKeepsMuchLess_doesNotPay_howeverCheapItIs() throws IOException {
        StudyFolder study = StudyFolder.of(folder, "2", "2");
        StudyFolder.Run run = study.run("whatif", "--segment", "large", "--model", "low");

        assertThat(run.exit()).as(run.error()).isZero();
        // 5 customers: 19 h less each at EUR 50; gross profit 80,000, of which a fifth is kept
        assertThat(run.out())
                .contains("large under low in place of high: it costs EUR 4,750 less a year.", "That does not pay.")
                .contains("It is meant to keep 90.0 % of its ARR, and would not under low");
        assertThat(study.result())
                .contains("\"answer\":\"does-not-pay\"", "\"customers\":5,\"arr\":100000.00")
                .contains("\"now\":{\"model\":\"high\",\"costToServe\":5000.00", "\"margin\":75000.00")
                .contains("\"then\":{\"model\":\"low\",\"costToServe\":250.00", "\"margin\":79750.00")
                .contains("\"difference\":{\"costToServe\":-4750.00", "\"breakEvenPoints\":-5.9375")
                // 5 x 20 h and 4 x 1 h now, 9 x 1 h then, of 3 x 104 h
                .contains(
                        "{\"role\":\"csm\",\"hoursNow\":104", "\"hoursAvailable\":312,\"hiresNow\":0,\"hiresThen\":0");
        assertThat(study.page())
                .contains("What if large got low, on 2026-06-30", "<td>cost to serve</td><td>5,000</td><td>250</td>")
                .contains("<td>-4,750</td>")
                .doesNotContain("http");
    }

    @Test
    void modelThatCostsMoreThanThereIsToKeep_doesNotPay_whateverItKeeps() throws IOException {
        StudyFolder study = StudyFolder.of(folder, "2", "2");
        StudyFolder.Run run = study.run("whatif", "--segment", "large", "--model", "lavish");

        assertThat(run.exit()).as(run.error()).isZero();
        // 4,000 h each of a person who has 104 on average: 20,000 h and 4 less 312
        assertThat(run.out()).contains("it costs EUR 995,000 more a year.", "csm needs 190 people more then; now 0.");
        assertThat(study.result()).contains("\"answer\":\"does-not-pay\"", "\"hoursThen\":20004", "\"hiresThen\":190");
    }

    @Test
    void whereItIsNotKnownWhatAModelKeeps_theAnswerSaysWhatItHasTo() throws IOException {
        StudyFolder study = StudyFolder.of(folder, "2", "2");
        StudyFolder.Run run = study.run("whatif", "--segment", "small", "--model", "high");

        // 4 x 19 h at EUR 50 against a gross profit of 3,200
        assertThat(run.out()).contains("it costs EUR 3,800 more a year.");
        assertThat(study.result()).contains("\"breakEvenPoints\":118.75").doesNotContain("\"chanceOfGain\"");
    }

    @Test
    void whatIsNotOfThePolicy_isRefused_withTheChoices() throws IOException {
        StudyFolder study = StudyFolder.of(folder, "2", "2");

        assertThat(study.run("whatif", "--segment", "larg", "--model", "low").error())
                .contains("option (--segment larg) must be one of large, small.\nMaybe \"large\".");
        assertThat(study.run("whatif", "--segment", "large", "--model", "lo").error())
                .contains("option (--model lo) must be one of high, low, lavish.\nMaybe \"low\".");
        assertThat(study.run("whatif", "--segment", "large", "--model", "high").error())
                .contains("option (--model high) must be another than segment large has already: one of low, lavish.");
        assertThat(study.run("whatif", "--segment", "large").error()).contains("option (--model) is missing.");
    }
}
