package dev.rapport.examples.churnstudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user runs it: what it writes, what it leaves out and counts, and what it refuses. */
class ChurnStudyTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    private int run(String line) {
        return Main.PROGRAM.run(
                line.replace("OUT", folder.resolve("out").toString()).split(" ", -1),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
    }

    private String errors() {
        return error.toString(StandardCharsets.UTF_8);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private Path customers() throws IOException {
        StringBuilder text = new StringBuilder("id,months,lost,plan,seats,note\n");
        for (int i = 1; i <= 40; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "c%d,%d,%s,%s,%d,<script>%d\n",
                    i,
                    1 + i * 7 % 23,
                    i % 3 == 0 ? "no" : "yes",
                    i % 2 == 0 ? "gold" : "<script>",
                    5 + i * 11 % 17,
                    i));
        }
        return file(text.append("c41,0,yes,gold,3,\nc42,5,maybe,gold,3,\nc43,5,yes,gold,,\n")
                .toString());
    }

    private String result() throws IOException {
        return Files.readString(folder.resolve("out/result.json"));
    }

    @Test
    void km_writesCurveMedianAndLogRank_andCountsWhatItLeavesOut() throws IOException {
        int exit = run("km --data " + customers() + " --time months --event lost --group plan --out OUT");
        assertThat(errors()).isEmpty();
        assertThat(exit).isZero();
        assertThat(result())
                .contains("\"method\": \"km\"", "\"n\": 41", "\"groups\"", "\"gold\"", "\"logRank\"", "\"df\": 1")
                .contains("\"rejected\": 2");
        assertThat(Files.readString(folder.resolve("out/rejected-rows.csv"))).isEqualTo("""
                        line,column,value,reason
                        42,months,0,months must be a number above 0
                        43,lost,maybe,"lost must be 0 or 1, no or yes, false or true"
                        """);
        assertThat(Files.readString(folder.resolve("out/index.html")))
                .contains("<svg")
                .doesNotContain("<script");
    }

    @Test
    void cox_turnsTextIntoIndicators_againstTheFirstLevel() throws IOException {
        int exit = run("cox --data " + customers()
                + " --time months --event lost --covariates seats,plan --cluster id --out OUT");
        assertThat(errors()).isEmpty();
        assertThat(exit).isZero();
        assertThat(result())
                .contains("\"name\": \"seats\"", "\"name\": \"plan=gold\"", "\"likelihoodRatio\"", "\"GLOBAL\"")
                .doesNotContain("\"robustStandardError\": null")
                .contains("\"rejected\": 3");
    }

    @Test
    void everyMethod_writesItsResult() throws IOException {
        Path data = customers();
        assertThat(run("aft --data " + data
                        + " --time months --event lost --covariates seats --distribution weibull --out OUT"))
                .isZero();
        assertThat(result()).contains("\"scale\"", "\"intercept\"");
        assertThat(run("logistic --data " + data + " --target lost --covariates seats --out OUT"))
                .isZero();
        assertThat(result()).contains("\"auc\"", "\"averagePrecision\"", "\"brier\"", "\"logLoss\"");
        Path retention = file("cohort,period,alive\na,0,1000\na,1,869\na,2,743\na,3,653\na,4,593\n");
        assertThat(run("retention --data " + retention + " --out OUT")).isZero();
        assertThat(result()).contains("\"sBG\"", "\"alpha\"", "\"BdW\"");
        assertThat(errors()).isEmpty();
    }

    @Test
    void whatCannotBeDone_isSaidInOneMessage() throws IOException {
        Path data = customers();
        assertThat(run("km --data " + data + " --time mnths --event lost")).isEqualTo(2);
        assertThat(errors()).contains("column (mnths) must be one of those of").contains("Maybe \"months\".");
        assertThat(run("km --data nothing.csv --time a --event b")).isEqualTo(2);
        assertThat(errors()).contains("must be a file that can be read");
        assertThat(run("cux --data a")).isEqualTo(2);
        assertThat(errors()).contains("argument (cux) must be one of");
        assertThat(run("cox --data " + data + " --time months --event lost --covariates seats --ties exact"))
                .isEqualTo(2);
        assertThat(errors()).contains("option (--ties exact) must be efron or breslow.");
    }
}
