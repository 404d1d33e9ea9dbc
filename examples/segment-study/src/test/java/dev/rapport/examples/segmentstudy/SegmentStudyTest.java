package dev.rapport.examples.segmentstudy;

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
class SegmentStudyTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    private int run(String line) {
        error.reset();
        return Main.PROGRAM.run(
                line.replace("OUT", folder.resolve("out").toString()).split(" ", -1),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
    }

    private String errors() {
        return error.toString(StandardCharsets.UTF_8);
    }

    private String result() throws IOException {
        return Files.readString(folder.resolve("out/result.json"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    /** Two groups far apart, and rows that somebody has spoilt. */
    private Path customers() throws IOException {
        StringBuilder text = new StringBuilder("id,\"arr, EUR\",seats,plan,note\n");
        for (int i = 1; i <= 20; i++) {
            boolean large = i % 2 == 0;
            text.append(String.format(
                    Locale.ROOT,
                    "%04d,%s,%d,%s,<script>\n",
                    i,
                    large ? 1000 + i : 10 + i,
                    large ? 90 + i : i,
                    large ? "gold" : "free"));
        }
        return file(text.append("0021,oops,5,free,\n0022,12,,,\n0003,12,3,free,\n,12,3,free,\n0025,,,,\n")
                .toString());
    }

    private Path plain() throws IOException {
        return Files.writeString(
                folder.resolve("data.csv"), Files.readString(customers()).replace("\"arr, EUR\"", "arr"));
    }

    @Test
    void kmeans_findsTheGroups_andCountsWhatItLeavesOut() throws IOException {
        assertThat(run("kmeans --data " + plain() + " --id id --columns arr,seats --out OUT"))
                .isZero();
        assertThat(result())
                .contains("\"k\": 2", "\"kChosenBySilhouette\": true", "\"rejected\": 5", "\"customers\": 20")
                .contains("\"0001\": \"c1\"", "\"0002\": \"c2\"", "\"objective\": ", "\"silhouette\": 0.9")
                .contains("arr high (mean 1011, all 515.5)");
        assertThat(Files.readString(folder.resolve("out/rejected-rows.csv"))).isEqualTo("""
                        line,column,value,reason
                        25,id,,id must not be missing
                        24,id,0003,id must be in one row only
                        22,arr,oops,arr must be a number
                        26,arr,,arr must not be missing
                        23,seats,,seats must not be missing
                        """);
        assertThat(Files.readString(folder.resolve("out/index.html")))
                .contains("Sizes", "Profiles", "Silhouette", "How many clusters", "Map", "<svg")
                .doesNotContain("<script");
        assertThat(Files.readString(folder.resolve("out/segmentation.json")))
                .contains("\"format\": \"rapport/segmentation\"", "\"type\": \"clusters\"", "\"attribute\": \"seats\"");
        assertThat(errors()).isEmpty();
    }

    @Test
    void columnNames_mayBeQuoted_andTiersAreADocumentToo() throws IOException {
        customers();
        assertThat(Main.PROGRAM.run(
                        new String[] {
                            "natural-breaks",
                            "--data",
                            folder.resolve("data.csv").toString(),
                            "--id",
                            "id",
                            "--columns",
                            "\"arr, EUR\"",
                            "--k",
                            "2",
                            "--out",
                            folder.resolve("out").toString()
                        },
                        System.out,
                        System.err))
                .isZero();
        assertThat(Files.readString(folder.resolve("out/segmentation.json")))
                .contains("\"type\": \"value-tiers\"", "\"attribute\": \"arr-eur\"", "\"from\": 515.5");
    }

    @Test
    void kmedoidsAndKprototypes_takeTextsAndMissingValues() throws IOException {
        for (String method : new String[] {"kmedoids", "kprototypes"}) {
            assertThat(run(method + " --data " + plain()
                            + " --id id --columns arr,seats,plan:categorical --k 2 --out OUT"))
                    .as(errors())
                    .isZero();
            assertThat(result()).contains("\"customers\": 21", "\"0022\": \"c1\"", "plan more often gold (100 %");
        }
    }

    @Test
    void sameSeed_givesTheSameBytes() throws IOException {
        Path data = plain();
        run("kmeans --data " + data + " --id id --columns arr,seats --k 3 --seed 7 --standardise --out OUT");
        String first = result();
        run("kmeans --data " + data + " --id id --columns arr,seats --k 3 --seed 7 --standardise --out OUT");
        assertThat(result()).isEqualTo(first);
    }

    @Test
    void tiers_haveBreaks() throws IOException {
        Path data = file("v\n1\n2\n3\n10\n11\n12\n100\n");
        assertThat(run("natural-breaks --data " + data + " --columns v --k 3 --out OUT"))
                .isZero();
        assertThat(result())
                .contains(
                        "\"breaks\": [1, 6.5, 56, 100]", "\"objective\": 4", "\"7\": \"t3\"", "v from 6.5 to below 56");
        assertThat(run("quantiles --data " + data + " --columns v --k 2 --type 7 --out OUT"))
                .isZero();
        assertThat(result()).contains("\"breaks\": [1, 10, 100]", "\"1\": \"q1\"");
        assertThat(run("pareto --data " + data + " --columns v --out OUT")).isZero();
        assertThat(result()).contains("\"7\": \"A\"", "\"6\": \"A\"", "\"5\": \"B\"", "\"1\": \"C\"");
    }

    @Test
    void rfm_scoresPurchases_untilTheDay() throws IOException {
        StringBuilder text = new StringBuilder("who,when,much\n");
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j <= i; j++) {
                text.append(String.format(Locale.ROOT, "w%d,2026-0%d-01,%d\n", i, 1 + (i + j) / 4, 10 * i));
            }
        }
        Path data = file(text.append("w1,2027-01-01,5\nw1,soon,5\n").toString());
        assertThat(run("rfm --data " + data + " --id who --date when --amount much --as-of 2026-06-30 --out OUT"))
                .as(errors())
                .isZero();
        assertThat(result())
                .contains("\"asOf\": \"2026-06-30\"", "\"rejected\": 2", "\"w9\": \"555\"", "\"w0\": \"111\"")
                .contains("\"w9\": \"Champions\"", "\"Lost\": ");
        assertThat(Files.readString(folder.resolve("out/index.html")))
                .containsSubsequence("<h2>The eleven usual names</h2>", "<h2>Recency and frequency</h2>");
    }

    @Test
    void cellsOfManyCustomers_standBehindTheirNames() throws IOException {
        StringBuilder text = new StringBuilder("who,when,much\n");
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j <= i % 7; j++) {
                text.append(
                        String.format(Locale.ROOT, "w%d,2026-0%d-1%d,%d\n", i, 1 + i * 5 % 6, j, 10 + i * 37 % 211));
            }
        }
        assertThat(run("rfm --data " + file(text.toString()) + " --id who --date when --amount much --out OUT"))
                .as(errors())
                .isZero();
        assertThat(Files.readString(folder.resolve("out/index.html")))
                .containsSubsequence(
                        "<h2>The eleven usual names</h2>",
                        "<h2>Sizes</h2>",
                        "<th scope=\"col\" class=\"words\">what sets it apart</th>",
                        "<td class=\"words\">recency ");
    }

    @Test
    void whatCannotBeDone_isSaidInOneMessage() throws IOException {
        Path data = plain();
        assertThat(run("kmeans --data " + data + " --id id --columns arr,plan")).isEqualTo(2);
        assertThat(errors())
                .isEqualTo("column (plan) must hold numbers, it holds none.\n"
                        + "Maybe plan:categorical, with kmedoids or kprototypes.\n");
        assertThat(run("kmeans --data " + data + " --id id --columns plan:categorical"))
                .isEqualTo(2);
        assertThat(errors()).startsWith("kmeans takes numeric columns only");
        assertThat(run("kmeans --data " + data + " --id id --columns arr --k 500"))
                .isEqualTo(2);
        assertThat(errors())
                .isEqualTo("k (500) must be at most the number of customers that differ from one another (21).\n");
        assertThat(run("kmeans --data " + data + " --id idd --columns arr --k 2"))
                .isEqualTo(2);
        assertThat(errors()).contains("column (idd) must be one of those of", "Maybe \"id\".");
        assertThat(run("kmeans --data " + data + " --columns arr --k two")).isEqualTo(2);
        assertThat(errors()).isEqualTo("option (--k two) must be a whole number from 1 to 1000.\n");
        assertThat(run("kmeans --columns arr")).isEqualTo(2);
        assertThat(errors()).startsWith("option (--data) is missing.");
        assertThat(run("kmeans --data " + data)).isEqualTo(2);
        assertThat(errors()).startsWith("option (--columns) is missing.");
        assertThat(run("pareto --data " + data + " --columns arr,seats")).isEqualTo(2);
        assertThat(errors()).isEqualTo("option (--columns arr,seats) must name one numeric column.\n");
        assertThat(run("kmeans --data " + data + " --columns arr --as-of 2026-01-01"))
                .isEqualTo(2);
        assertThat(errors()).startsWith("option (--as-of) must follow a command: rfm.");
        assertThat(run("kmean --data " + data)).isEqualTo(2);
        assertThat(errors()).contains("argument (kmean) must be one of");
        assertThat(run("--help")).isZero();
    }
}
