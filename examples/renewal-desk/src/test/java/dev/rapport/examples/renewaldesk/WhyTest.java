package dev.rapport.examples.renewaldesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Why did this not fire?", asked of an occurrence in each state. */
class WhyTest {

    private static final String DAYS_30 = "c-0|renewal|c-0-contract|2027-01-01|30 days before";
    private static final String DAYS_7 = "c-0|renewal|c-0-contract|2027-01-01|7 days before";

    @TempDir
    Path folder = Path.of(".");

    private DeskFolder desk = new DeskFolder(folder);

    @BeforeEach
    void writeBook() throws IOException {
        desk = DeskFolder.of(folder, "Acme");
    }

    private String why(String date, String key) {
        DeskFolder.Run run = desk.run("why", "--key", key, "--as-of", date);
        assertThat(run.error()).isEmpty();
        String line = run.out();
        int from = line.indexOf("\"state\"");
        int to = line.indexOf(",\"history\"");
        return line.substring(from, to < 0 ? line.indexOf('}') : to);
    }

    private static String answer(String state, String reason) {
        return "\"state\":\"" + state + "\",\"reason\":\"" + reason + "\"";
    }

    @Test
    void planned_dueAndFired() {
        assertThat(why("2026-12-01", DAYS_30)).isEqualTo(answer("planned", "due in 1 day"));
        assertThat(why("2026-12-02", DAYS_30)).isEqualTo(answer("due", "30 days before 2027-01-01 of c-0-contract"));
        desk.run("tick", "--as-of", "2026-12-02");
        assertThat(why("2026-12-03", DAYS_30)).isEqualTo(answer("fired", "30 days before 2027-01-01 of c-0-contract"));
    }

    @Test
    void firedLate_andExpired() {
        desk.run("tick", "--as-of", "2026-12-04");
        assertThat(why("2026-12-04", DAYS_30))
                .isEqualTo(answer("fired-late", "30 days before 2027-01-01 of c-0-contract, 2 days late"));
        assertThat(why("2026-12-31", DAYS_7))
                .isEqualTo(answer(
                        "expired",
                        "it did not fire by 2026-12-28, the last day on which it could; no tick was taken between"
                                + " 2026-12-25 and then that knew of it"));
    }

    @Test
    void superseded_whenItsDayHasMoved() throws IOException {
        desk.run("tick", "--as-of", "2026-12-02");
        desk.writeBook(LocalDate.of(2027, 3, 1), "Acme");

        assertThat(why("2026-12-03", DAYS_7))
                .isEqualTo(answer("superseded", "the date of c-0-contract is not 2027-01-01 any more, but 2027-03-01"));
        assertThat(why("2026-12-03", DAYS_30))
                .isEqualTo(answer(
                        "fired",
                        "30 days before 2027-01-01 of c-0-contract; since then the date of c-0-contract is not"
                                + " 2027-01-01 any more, but 2027-03-01"));
    }

    @Test
    void alreadyHandled_whenSomebodyTookNoteBefore() {
        desk.run("tick", "--as-of", "2026-11-01");
        desk.run("ack", "--key", DAYS_30, "--by", "anna", "--note", "they will sign", "--as-of", "2026-11-02");
        desk.run("tick", "--as-of", "2026-12-02");

        assertThat(why("2026-12-03", DAYS_30)).isEqualTo(answer("already-handled", "they will sign"));
    }

    @Test
    void neverPlanned_isNotSaidToBeNoMore() {
        assertThat(why("2026-12-03", "c-0|renewal|another|2027-01-01|30 days before"))
                .isEqualTo(
                        answer("withdrawn", "another has no date, or none near 2027-01-01; it had not been planned"));
        assertThat(why("2026-12-03", "c-0|renewal|c-0-contract|2027-01-01|3 days before"))
                .isEqualTo(answer(
                        "superseded", "the milestone has no step \\\"3 days before\\\"; it had not been planned"));
    }

    @Test
    void customerWhoHasLeft_isAnsweredFromTheLedger() throws IOException {
        desk.run("tick", "--as-of", "2026-12-02");
        desk.writeBook(LocalDate.of(2027, 1, 1));

        assertThat(why("2026-12-03", DAYS_7))
                .isEqualTo(answer(
                        "planned",
                        "7 days before 2027-01-01 of c-0-contract; the customer is not in the book on 2026-12-03"));
        assertThat(desk.run("why", "--customer", "c-0", "--as-of", "2026-12-03").lines())
                .hasSize(2);
    }

    @Test
    void nothingDue_isSaid() {
        assertThat(desk.run("why", "--customer", "c-0", "--as-of", "2026-06-30").out())
                .isEqualTo("{\"customer\":\"c-0\",\"reason\":\"nothing was or will be due from 2026-04-01 to"
                        + " 2026-09-27, as far as is known\"}\n");
    }

    @Test
    void whatNobodyKnows_isRefused() {
        assertThat(desk.run("why", "--key", DAYS_30.replace("c-0|", "c-9|"), "--as-of", "2026-12-03")
                        .error())
                .startsWith("customer (c-9) must be in the book on 2026-12-03, or in the ledger.\nMaybe \"c-0\".");
        assertThat(desk.run("why", "--key", DAYS_30.replace("renewal", "review"), "--as-of", "2026-12-03")
                        .error())
                .isEqualTo("milestone (review) of --key must be one of the policy: renewal.\n");
        assertThat(desk.run("why", "--as-of", "2026-12-03").error())
                .isEqualTo("option (--customer) or (--key) must be there, and not both.\nMaybe see --help.\n");
        assertThat(desk.run("tick", "--as-of", "+99999-01-01T00:00:00Z").error())
                .isEqualTo("option (--as-of +99999-01-01T00:00:00Z) must lie in the years from 1900 to 9990.\n");
        assertThat(desk.run("tick", "--customer", "c-0").error())
                .startsWith("option (--customer) must follow a command: ahead or why.");
        assertThat(desk.run("ahead", "--from", "2026-08-01", "--to", "2026-07-01")
                        .error())
                .isEqualTo("option (--to 2026-07-01) must not be before --from 2026-08-01.\n");
    }
}
