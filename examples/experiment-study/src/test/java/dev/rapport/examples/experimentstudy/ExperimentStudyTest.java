package dev.rapport.examples.experimentstudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user runs it: what it finds, what it refuses, and what must be mended first. */
class ExperimentStudyTest {

    private static final String ARMS = "--treatment arm --outcome y ";
    private static final String PERIODS = "--treatment treated --outcome y --cluster region --period month ";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    private int run(Path data, String line) {
        error.reset();
        out.reset();
        return Main.PROGRAM.run(
                ("--data " + data + " " + line + " --out " + folder.resolve("out"))
                        .replaceAll(" +", " ")
                        .split(" ", -1),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
    }

    private String errors(Path data, String line) {
        assertThat(run(data, line)).isEqualTo(2);
        return error.toString(StandardCharsets.UTF_8);
    }

    private String result(Path data, String line) throws IOException {
        assertThat(run(data, line)).as(error.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(Files.readString(folder.resolve("out/index.html")))
                .contains("<h1>")
                .doesNotContain("<script");
        return Files.readString(folder.resolve("out/result.json"));
    }

    private Path file(CharSequence text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    /** Of each hundred, about 30 stay without, 50 with a call; what they spent is known from before. */
    private Path customers(String call) throws IOException {
        Random random = new Random(2);
        StringBuilder text = new StringBuilder("arm,y,stayed,before,csm\n");
        for (int i = 0; i < 400; i++) {
            boolean isCalled = i % 2 == 1;
            double before = random.nextGaussian();
            text.append(isCalled ? call : "none")
                    .append(',')
                    .append(3 * before + random.nextGaussian() + (isCalled ? 0.5 : 0))
                    .append(',')
                    .append(random.nextDouble() < (isCalled ? 0.5 : 0.3) ? 1 : 0)
                    .append(',')
                    .append(before)
                    .append(",csm-")
                    .append(i % 16)
                    .append('\n');
        }
        return file(text);
    }

    @Test
    void twoArms_areCompared_asTheOutcomeIs() throws IOException {
        Path data = customers("<script>");
        assertThat(result(data, ARMS))
                .contains("\"method\": \"difference of means, Welch's interval\"", "\"verdict\": \"cannot tell yet\"")
                .contains("\"mismatch\": false", "\"rejected\": 0");
        assertThat(result(data, ARMS + "--covariate before"))
                .contains("(CUPED), Welch's interval\"", "\"verdict\": \"works\"", "The covariate explains ");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("<script> works: with it y is 0.", " higher, from ");
        assertThat(result(data, "--treatment arm --outcome stayed --score before --peek 400"))
                .contains("Newcombe's interval\"", "\"verdict\": \"works\"", "\"scikitUplift\"", "\"causalMl\"")
                .contains(", at any look\"");
        assertThat(result(data, "--treatment arm --outcome stayed --lower-is-better"))
                .contains("\"verdict\": \"makes it worse\"");
        assertThat(result(data, ARMS + "--matters 5")).contains("\"verdict\": \"does not work\"");
        assertThat(result(data, ARMS + "--cluster csm"))
                .contains("difference of means of clusters, bias-reduced")
                .contains(", jackknife\"", "of clusters, jackknife errors, one cluster left out at a time (CR3)");
    }

    @Test
    void whatTheDataCannotBear_isRefused_inTheResult() throws IOException {
        StringBuilder text = new StringBuilder("arm,y,csm\n");
        for (int i = 0; i < 100; i++) {
            text.append(i < 70 ? "0," : "1,")
                    .append(i % 7)
                    .append(",c")
                    .append(i % 70 == 0 ? 1 : 2)
                    .append('\n');
        }
        Path data = file(text);
        assertThat(result(data, ARMS))
                .contains("\"effect\": null", "\"interval\": null", "\"verdict\": \"refused\"")
                .contains("\"reason\": \"the arms are not as large as planned\"", "Maybe --shares");
        assertThat(result(data, ARMS + "--shares 7:3")).contains("\"verdict\": \"cannot tell yet\"");
        assertThat(result(data, ARMS + "--shares any")).contains("\"verdict\": \"cannot tell yet\"");
        assertThat(result(data, ARMS + "--cluster csm")).contains("2 of at least 3 clusters with the treatment");
        assertThat(result(file("arm,y\n1,2\n1,3\n"), ARMS)).contains("2 of at least 10 customers with the treatment");
        assertThat(result(file("arm,y\n0,2\n0,3\n"), ARMS)).contains("0 of at least 10 customers with the treatment");
        assertThat(result(file("arm,y\n" + "0,2\n1,2\n".repeat(20)), ARMS)).contains("the outcome never varies");
        assertThat(result(file("arm,y\n" + "0,2\n1,2\n".repeat(20) + "1,NaN\n0,x\n,1\n"), ARMS))
                .contains("\"rejected\": 3");
    }

    /** Nine regions over four months, in which the treated gain 5. */
    private Path regions(String mark, int start) throws IOException {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder("region,month,treated,y\n");
        for (int region = 0; region < 15; region++) {
            int begins = region < 5 ? 99 : region < 10 ? start : 3;
            for (int month = 0; month < 5; month++) {
                boolean isTreated = month >= begins;
                text.append('r')
                        .append(region)
                        .append(",2026-0")
                        .append(month + 1)
                        .append(',');
                text.append(mark.equals("always") ? begins < 99 : isTreated).append(',');
                text.append(region + month + (isTreated ? 5 : 0) + random.nextGaussian())
                        .append('\n');
            }
        }
        return file(text);
    }

    @Test
    void periods_areADifferenceInDifferences_orARollout() throws IOException {
        assertThat(result(regions("always", 3), PERIODS + "--from 2026-04"))
                .contains("\"method\": \"difference in differences, bias-reduced clustered errors (CR2)\"")
                .contains("\"verdict\": \"works\"", "\"treatedBefore\": ", "one cluster left out at a time (CR3)");
        String marked = result(regions("always", 3), PERIODS + "--from 2026-04");
        assertThat(result(regions("begins", 3), PERIODS)).isEqualTo(marked);
        assertThat(result(regions("begins", 1), PERIODS))
                .contains(
                        "\"method\": \"effects by cohort and period (Callaway and Sant'Anna)\"",
                        "\"verdict\": \"works\"")
                .contains("0 periods after the first", "2 periods before")
                .contains("(Callaway and Sant'Anna), jackknife errors, one cluster left out at a time (CR3)");
    }

    @Test
    void whatMustBeMended_isSaidInOneMessage() throws IOException {
        Path data = regions("always", 3);
        assertThat(errors(data, PERIODS))
                .isEqualTo(
                        "option (--from) must say with which of the 5 periods the treatment began, since the treated are"
                                + " marked in all.\nMaybe --from 2026-02.\n");
        assertThat(errors(data, PERIODS + "--from May")).startsWith("option (--from May) must be one of 2026-02, ");
        assertThat(errors(data, "--treatment treated --outcome y --period month"))
                .startsWith("option (--period) must come with --cluster");
        assertThat(errors(data, PERIODS + "--covariate y"))
                .startsWith("option (--covariate) must stand without --cluster.");
        assertThat(errors(data, "--treatment treated --outcome y --from 2026-02"))
                .startsWith("option (--from) must stand with --cluster and --period.");
        assertThat(errors(data, "--treatment y --outcome y"))
                .startsWith("column (y) must say who was treated, but has 75");
        assertThat(errors(data, "--treatment region --outcome y --treated x"))
                .startsWith("column (region) must have one value that means no treatment");
        assertThat(errors(data, "--treatment region --outcome y --control r0 --treated x"))
                .startsWith("option (--treated x) must be one of r1, ");
        assertThat(errors(data, "--treatment treated --outcome y --level 95")).contains("Maybe 0.95 for 95 %.");
        assertThat(errors(data, "--treatment treated --outcome y --matters much"))
                .isEqualTo("option (--matters much) must be a number.\n");
        assertThat(errors(data, "--treatment treated --outcome y --shares 1:1:1"))
                .contains("must have 2 numbers");
        assertThat(errors(data, "--treatment treated")).startsWith("option (--outcome) is missing.");
        assertThat(errors(data, "--treatment treated --outcome z")).contains("column (z) must be one of those of");
        assertThat(errors(data, "compare --treatment treated --outcome y"))
                .startsWith("argument (compare) must be one of --");
        Path ending = file("region,month,treated,y\na,1,0,1\na,2,1,1\na,3,0,1\nb,1,0,1\nb,2,0,2\nb,3,1,2\n");
        assertThat(errors(ending, PERIODS))
                .startsWith("cluster (a) must be treated as a whole and stay so once it is, was not in 3.");
        assertThat(errors(file("region,month,treated,y\na,1,0,1\nb,1,1,1\n"), PERIODS))
                .isEqualTo("column (month) must hold 2 to 1000 periods, holds 1.\n");
        assertThat(Main.PROGRAM.run(new String[] {"--help"}, new PrintStream(out), new PrintStream(error)))
                .isZero();
    }

    private int plan(String line) {
        error.reset();
        out.reset();
        return Main.PROGRAM.run(
                ("--plan " + line + " --out " + folder.resolve("out")).split(" ", -1),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
    }

    private String planned(String line) throws IOException {
        assertThat(plan(line)).as(error.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(Files.readString(folder.resolve("out/index.html"))).contains("What could the experiment show?");
        return Files.readString(folder.resolve("out/result.json"));
    }

    private String planErrors(String line) {
        assertThat(plan(line)).isEqualTo(2);
        return error.toString(StandardCharsets.UTF_8);
    }

    /** R 4.2.2: power.prop.test gives 2,036 customers, a power of 0.5709 and a least difference of 0.0638. */
    @Test
    void plan_saysHowMany_howProbable_andTheLeastEffect() throws IOException {
        assertThat(planned("--baseline 0.85 --effect 0.03")).contains("\"customersNeededPerArm\": 2036");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "To see an effect of 0.03000 in 80 % of cases takes 2036 customers in each arm (intervals of 95 %).");
        assertThat(planned("--baseline 0.85 --effect 0.05 --customers 400"))
                .contains("\"power\": 0.57088865", "\"detectableEffect\": 0.063834");
        assertThat(planned("--deviation 1 --effect 0.5")).contains("\"customersNeededPerArm\": 64");
        assertThat(planned("--baseline 0.99 --effect 0.05")).contains("\"customersNeededPerArm\": null");
    }

    /** Clusters of 40 who resemble each other by 0.05 are worth a third of their customers. */
    @Test
    void plan_ofClusters_takesMore_andCountsWholeOnes() throws IOException {
        String alike = planned("--baseline 0.5 --effect 0.1 --size 40 --likeness 0");
        assertThat(alike).contains("\"clustersNeededPerArm\": 11", "\"customersNeededPerArm\": 440");
        assertThat(planned("--baseline 0.5 --effect 0.1 --size 40 --likeness 0.05"))
                .contains("\"clustersNeededPerArm\": 30", "\"customersNeededPerArm\": 1200");
        assertThat(planned("--baseline 0.5 --effect 0.1 --clusters 8 --size 40 --likeness 0.05"))
                .contains("\"customersPerArm\": 320", "\"power\": 0.2");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("The least effect that 320 customers in each arm show in 80 % of cases is 0.1976.");
    }

    @Test
    void plan_thatLacksSomething_saysWhat() {
        assertThat(planErrors("--effect 0.03")).startsWith("option (--baseline), the share without the treatment, or");
        assertThat(planErrors("--baseline 0.8 --deviation 2 --effect 1"))
                .contains("one of them.\nMaybe --baseline 0.85.");
        assertThat(planErrors("--baseline 0.8")).startsWith("option (--effect) or (--customers) must come with --plan");
        assertThat(planErrors("--baseline 0.8 --clusters 8")).startsWith("options (--size), how many customers share");
        assertThat(planErrors("--baseline 0.8 --clusters 8 --customers 9 --size 4 --likeness 0.1"))
                .startsWith("options (--clusters) and (--customers) must not come together");
        assertThat(planErrors("--baseline 1.8 --effect 0.1")).startsWith("without (1.8) must be above 0 and below 1.");
        assertThat(planErrors("--baseline 0.8 --effect -0.1")).startsWith("effect (-0.1) must be above 0.");
        assertThat(planErrors("--baseline 0.8 --effect 0.1 --data F.csv"))
                .startsWith("option (--data) must stand without --plan");
        assertThat(planErrors("--baseline 0.8 --effect 0.1 --lower-is-better"))
                .startsWith("option (--lower-is-better) must stand without --plan");
        assertThat(Main.PROGRAM.run(
                        new String[] {"--data", "F.csv", "--baseline", "0.8"},
                        new PrintStream(out),
                        new PrintStream(error)))
                .isEqualTo(2);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("option (--baseline) must come with --plan.");
    }

    /** The figures of the field: see the validation of the library for their origin. */
    @Test
    @Tag("validation")
    @EnabledIfSystemProperty(
            named = "validation.data",
            matches = ".+",
            disabledReason = "give -Dvalidation.data=/absolute/folder with the public data sets")
    void publicData_givesThePublishedFigures() throws IOException {
        Path data = Path.of(System.getProperty("validation.data"));
        assertThat(result(data.resolve("uplift/hillstrom.csv"), "--treatment segment --outcome spend"))
                .contains("\"effect\": 0.769827155", "\"standardError\": 0.145246560", "\"verdict\": \"works\"");
        assertThat(result(
                        data.resolve("uplift/hillstrom.csv"),
                        "--treatment segment --outcome spend --covariate history"))
                .contains("\"effect\": 0.767438499", "\"standardError\": 0.145215042");
        assertThat(result(data.resolve("did/card-krueger.csv"), "--treatment nj --outcome fte --cluster id --period d"))
                .contains(
                        "\"effect\": 2.75360578",
                        "\"standardError\": 1.3066070",
                        "\"interval\": [0.1927030",
                        "5.3145084")
                .contains("\"rejected\": 26");
    }
}
