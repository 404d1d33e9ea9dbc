package dev.rapport.examples.renewaldesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final String KEY = "c-0|renewal|c-0-contract|2027-01-01|30 days before";

    @TempDir
    Path folder = Path.of(".");

    private DeskFolder desk() throws IOException {
        return DeskFolder.of(folder, "Acme", "Beta");
    }

    @Test
    void tick_printsOneLineForEachFiring_andRunAgainNothing() throws IOException {
        DeskFolder desk = desk();

        DeskFolder.Run first = desk.run("tick", "--as-of", "2026-12-02T06:00:00Z");

        assertThat(first.error()).isEmpty();
        assertThat(first.lines())
                .containsExactly(
                        "{\"key\":\"" + KEY
                                + "\",\"customer\":\"c-0\",\"milestone\":\"renewal\",\"due\":\"2026-12-02\","
                                + "\"firedAt\":\"2026-12-02T06:00:00Z\",\"state\":\"fired\","
                                + "\"reason\":\"30 days before 2027-01-01 of c-0-contract\"}",
                        "{\"key\":\"" + KEY.replace("c-0", "c-1")
                                + "\",\"customer\":\"c-1\",\"milestone\":\"renewal\",\"due\":\"2026-12-02\","
                                + "\"firedAt\":\"2026-12-02T06:00:00Z\",\"state\":\"fired\","
                                + "\"reason\":\"30 days before 2027-01-01 of c-1-contract\"}");
        assertThat(desk.run("tick", "--as-of", "2026-12-02T06:00:00Z").out()).isEmpty();
        assertThat(desk.run("tick", "--as-of", "2026-12-02").out()).isEmpty();
        assertThat(Files.readString(folder.resolve("out/due.html")))
                .contains("<th scope=\"row\">Acme</th><td class=\"date\">2026-12-02</td>"
                        + "<td>renewal, 30 days before</td><td>anna</td><td class=\"state\">fired</td>")
                .doesNotContain("<form", "<button");
    }

    /** Nobody takes the lines: they are not marked as delivered, and the next tick prints them. */
    @Test
    void deliveryThatWasCutShort_comesAgain() throws IOException {
        DeskFolder desk = desk();
        PrintStream broken = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("the pipe is closed");
                    }
                },
                true,
                StandardCharsets.UTF_8);

        int exit = Main.PROGRAM.run(
                new String[] {
                    "tick",
                    "--book",
                    folder.resolve("book").toString(),
                    "--jdbc",
                    desk.ledger(),
                    "--out",
                    folder.resolve("out").toString(),
                    "--as-of",
                    "2026-12-02"
                },
                broken,
                broken);

        assertThat(exit).isEqualTo(2);
        assertThat(desk.run("tick", "--as-of", "2026-12-03").lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"firedAt\":\"2026-12-02T23:00:00Z\",\"state\":\"fired\""));
    }

    @Test
    void acknowledged_isNotEscalated_whatNobodyTouchedIs() throws IOException {
        DeskFolder desk = desk();
        desk.run("tick", "--as-of", "2026-12-02");

        DeskFolder.Run ack =
                desk.run("ack", "--key", KEY, "--by", "anna", "--note", "called them", "--as-of", "2026-12-03");

        assertThat(ack.out()).contains("\"state\":\"acknowledged\",\"reason\":\"called them\"");
        assertThat(desk.run("tick", "--as-of", "2026-12-07").lines())
                .singleElement()
                .asString()
                .contains("\"customer\":\"c-1\"")
                .contains("\"state\":\"escalated\"");
        assertThat(desk.run("why", "--key", KEY, "--as-of", "2026-12-07").out())
                .contains("\"history\":[{\"at\":\"2026-12-02T23:00:00Z\"")
                .endsWith(
                        "\"state\":\"acknowledged\",\"reason\":\"called them\",\"owner\":\"anna\",\"by\":\"anna\"}]}\n");
    }

    @Test
    void why_answersForWhatDidNotFire() throws IOException {
        DeskFolder desk = desk();
        desk.run("tick", "--as-of", "2026-11-01");
        desk.run("tick", "--as-of", "2026-12-10");

        assertThat(desk.run("why", "--customer", "c-0", "--as-of", "2026-12-10").lines())
                .anyMatch(line -> line.contains(KEY)
                        && line.contains("\"state\":\"expired\",\"reason\":\"it did not fire by"
                                + " 2026-12-05, the last day on which it could; no tick was taken between"))
                .anyMatch(line -> line.contains("7 days before\"") && line.contains("\"state\":\"planned\""));
    }

    @Test
    void ahead_listsWhatIsToCome_andWritesACalendar() throws IOException {
        DeskFolder desk = desk();

        DeskFolder.Run ahead = desk.run(
                "ahead", "--as-of", "2026-12-10", "--from", "2026-12-11", "--to", "2026-12-25", "--owner", "anna");

        assertThat(ahead.lines()).hasSize(2).allMatch(line -> line.contains("\"due\":\"2026-12-25\""));
        assertThat(Files.readString(folder.resolve("out/milestones.ics")))
                .contains("DTSTART;VALUE=DATE:20261225\r\n", "SUMMARY:Acme: renewal\\, 7 days before\r\n");
        assertThat(desk.run(
                                "ahead",
                                "--as-of",
                                "2026-12-10",
                                "--from",
                                "2026-12-11",
                                "--to",
                                "2026-12-25",
                                "--owner",
                                "ben")
                        .out())
                .isEmpty();
    }

    @Test
    void whatTheUserCanMend_isSaid() throws IOException {
        DeskFolder desk = desk();

        assertThat(desk.run("ack", "--key", KEY, "--by", "anna", "--as-of", "2026-12-03"))
                .isEqualTo(new DeskFolder.Run(
                        2,
                        "",
                        "key (" + KEY + ") must be that of an occurrence in the ledger.\n"
                                + "Maybe see what \"why\" says of it.\n"));
        assertThat(desk.run("ack", "--key", "x", "--by", "anna").error())
                .isEqualTo("option (--key x) must be a key as tick prints it.\n"
                        + "Maybe quote it: it has spaces and bars.\n");
        assertThat(desk.run("tick", "--as-of", "yesterday").error())
                .isEqualTo("option (--as-of yesterday) must be like 2026-06-30T06:00:00Z or 2026-06-30.\n");
        assertThat(desk.run("why", "--customer", "nobody", "--as-of", "2026-12-03")
                        .error())
                .isEqualTo("customer (nobody) must be in the book on 2026-12-03, or in the ledger.\n"
                        + "Maybe the id is another one.\n");
        assertThat(DeskFolder.Run.of("tick", "--book", folder.resolve("book").toString(), "--jdbc", "jdbc:x:y")
                        .error())
                .startsWith("ledger (--jdbc jdbc:x:y) cannot be opened: No suitable driver");
        assertThat(DeskFolder.Run.of("--help").out()).startsWith("Tells what falls due");
    }
}
