package dev.rapport.examples.hostadapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.examples.shared.UserError;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        file(
                "accounts",
                "account_id,account_name,industry,country,signup_date,referral_source,plan_tier,seats,is_trial,churn_flag",
                "A-1,One,EdTech,US,2024-01-10,ads,Pro,9,False,True",
                "A-2,Two,FinTech,DE,2024-05-01,partner,Basic,3,False,False");
        file(
                "subscriptions",
                "subscription_id,account_id,start_date,end_date,plan_tier,seats,mrr_amount,arr_amount,is_trial,"
                        + "upgrade_flag,downgrade_flag,churn_flag,billing_frequency,auto_renew_flag",
                "S-1,A-1,2024-01-15,,Pro,9,100,1200,False,False,False,False,monthly,True",
                "S-2,A-1,2024-02-01,2024-09-01,Basic,2,10,120,False,False,False,True,monthly,True",
                "S-3,A-2,2024-05-02,,Basic,3,20,240,True,False,False,False,annual,False");
        file(
                "feature_usage",
                "usage_id,subscription_id,usage_date,feature_name,usage_count,usage_duration_secs,error_count,is_beta_feature",
                "U-1,S-1,2024-03-01,feature_1,5,600,0,False",
                "U-1,S-2,2024-03-02,feature_2,7,60,1,False");
        file(
                "support_tickets",
                "ticket_id,account_id,submitted_at,closed_at,resolution_time_hours,priority,"
                        + "first_response_time_minutes,satisfaction_score,escalation_flag",
                "T-1,A-1,2024-03-01,2024-03-02 03:00:00,27.0,high,90,4,False",
                "T-2,A-1,2024-06-01,2024-06-02 03:00:00,27.0,urgent,30,,True");
        file(
                "churn_events",
                "churn_event_id,account_id,churn_date,reason_code,refund_amount_usd,preceding_upgrade_flag,"
                        + "preceding_downgrade_flag,is_reactivation,feedback_text",
                "C-1,A-2,2024-07-01,pricing,0,False,False,False,too dear");
    }

    private void file(String table, String... lines) throws IOException {
        Files.writeString(path(table), String.join("\n", lines) + "\n");
    }

    private Path path(String table) {
        return folder.resolve("ravenstack_" + table + ".csv");
    }

    private void append(String table, String line) throws IOException {
        Files.writeString(path(table), Files.readString(path(table)) + line + "\n");
    }

    private Book book(LocalDate date) {
        return Facts.of(AccountAdapter.adapter(), Export.read(folder).accounts())
                .in(ZoneOffset.UTC, CurrencyUnit.USD)
                .asOf(date);
    }

    @Test
    void hostsOwnClasses_areReadThroughTheLibrarysKeys() {
        Book book = book(LocalDate.of(2024, 12, 31));
        CustomerView one = book.find("A-1").orElseThrow();
        assertThat(one.get(CustomerAttributes.COUNTRY)).isEqualTo("US");
        assertThat(one.get(AccountAdapter.TIER)).isEqualTo("Pro");
        assertThat(one.series(Contract.SERIES)).extracting(Contract::id).containsExactlyInAnyOrder("S-1", "S-2");
        assertThat(one.series(Usage.SERIES))
                .as("both rows of an id that occurs twice")
                .hasSize(2);
        assertThat(one.series(Ticket.SERIES))
                .filteredOn(ticket -> ticket.id().equals("T-2"))
                .singleElement()
                .matches(ticket -> ticket.satisfaction().isEmpty(), "missing, not zero");
    }

    @Test
    void endOfASubscription_isNotKnownBeforeItComes() {
        CustomerView before = book(LocalDate.of(2024, 8, 31)).find("A-1").orElseThrow();
        CustomerView after = book(LocalDate.of(2024, 9, 1)).find("A-1").orElseThrow();
        assertThat(ended(before)).isZero();
        assertThat(ended(after)).isEqualTo(1);
        assertThat(book(LocalDate.of(2024, 4, 30)).find("A-2")).isEmpty();
    }

    @Test
    void use_beforeItsSubscription_isKnownFromItsStart() throws IOException {
        append("feature_usage", "U-2,S-2,2024-01-20,feature_3,5,600,0,False");
        assertThat(features(LocalDate.of(2024, 1, 31))).isEmpty();
        assertThat(features(LocalDate.of(2024, 2, 1))).containsExactly("feature_3");
    }

    private List<String> features(LocalDate date) {
        return book(date).find("A-1").orElseThrow().series(Usage.SERIES).stream()
                .flatMap(use -> use.feature().stream())
                .toList();
    }

    private static long ended(CustomerView view) {
        return view.series(Contract.SERIES).stream()
                .filter(contract -> contract.endedOn().isPresent())
                .count();
    }

    @Test
    void fieldsThatAreNotInTheExport_areNotProvided() {
        Book book = book(LocalDate.of(2024, 12, 31));
        assertThat(book.provides(Contract.SERIES, Contract.END)).isFalse();
        assertThat(book.provides(Contract.SERIES, Contract.ENDED_ON)).isTrue();
    }

    @Test
    void badRow_isKeptWithItsReason_andTheOthersAreRead() throws IOException {
        append("accounts", "A-3,Three,EdTech,US,2024-13-01,ads,Pro,9,False,False");
        append("subscriptions", "S-4,A-1,2024-01-15,,Pro,nine,100,1200,False,False,False,False,monthly,True");
        append("support_tickets", "T-3,A-1,2024-06-01,,27.0,urgent,30,,maybe");
        Export export = Export.read(folder);
        assertThat(export.accounts()).extracting(Account::id).containsExactly("A-1", "A-2");
        assertThat(export.rejected())
                .extracting(row -> row.file() + ":" + row.line() + " " + row.reason())
                .containsExactly(
                        "ravenstack_accounts.csv:4 Text '2024-13-01' could not be parsed: Invalid value for MonthOfYear"
                                + " (valid values 1 - 12): 13",
                        "ravenstack_subscriptions.csv:5 For input string: \"nine\"",
                        "ravenstack_support_tickets.csv:4 value (maybe) must be True or False.");
    }

    @Test
    void rowOfAnAccountThatIsNotThere_isRejected() throws IOException {
        append("subscriptions", "S-9,A-9,2024-01-15,,Pro,9,100,1200,False,False,False,False,monthly,True");
        append("feature_usage", "U-9,S-99,2024-03-01,feature_1,5,600,0,False");
        assertThat(Export.read(folder).rejected())
                .extracting(row -> row.file() + ":" + row.line() + " " + row.reason())
                .containsExactlyInAnyOrder(
                        "ravenstack_feature_usage.csv:4 subscription (S-99) must be in the export.",
                        "ravenstack_subscriptions.csv:5 account (A-9) must be in the export.");
    }

    @Test
    void contradictions_areCounted() {
        assertThat(Contradictions.in(Export.read(folder).accounts()))
                .extracting(one -> one.code() + " " + one.count())
                .contains(
                        "flagged-churned-but-subscribed 1",
                        "flagged-churned-without-event 1",
                        "event-without-flag 1",
                        "usage-id-twice 1",
                        "ticket-without-satisfaction 1");
    }

    @Test
    void missingFileOrFolder_isOneMessage() throws IOException {
        Files.delete(path("churn_events"));
        assertThatThrownBy(() -> Export.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessage("file (" + path("churn_events")
                        + ") must be there and readable.\nMaybe the folder is another" + " export.");
        assertThat(run(
                        "--data",
                        folder.resolve("no").toString(),
                        "--as-of",
                        "2024-12-31",
                        "--out",
                        folder.resolve("o").toString()))
                .startsWith("2 data folder (" + folder.resolve("no") + ") must be a folder that can be read.");
        assertThat(run("--data", folder.toString())).isEqualTo("2 option (--as-of) is missing.\nMaybe see --help.\n");
        assertThat(run()).startsWith("0 ");
    }

    @Test
    void column_thatIsNotThere_isOneMessage_notARejectionOfEachRow() throws IOException {
        Files.writeString(path("accounts"), Files.readString(path("accounts")).replace("signup_date", "signed"));
        assertThatThrownBy(() -> Export.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("file (" + path("accounts") + ") must have a column signup_date");
    }

    @Test
    void rejectedRows_landBesideTheOutput() throws IOException {
        append("accounts", "A-3,Three,EdTech,US,2024-13-01,ads,Pro,9,False,False");
        Path out = folder.resolve("out");
        assertThat(run("--data", folder.toString(), "--as-of", "2024-12-31", "--out", out.toString()))
                .startsWith("0 ");
        assertThat(Files.readAllLines(out.resolve("rejected-rows.csv")))
                .containsExactly(
                        "file,line,reason",
                        "ravenstack_accounts.csv,4,Text '2024-13-01' could not be parsed: Invalid value for MonthOfYear"
                                + " (valid values 1 - 12): 13");
        assertThat(Files.readString(out.resolve("plan.json"))).contains("\"code\": \"rejected-row\"");
    }

    private static String run(String... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int exit = Main.PROGRAM.run(
                line,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        return exit + " " + error.toString(StandardCharsets.UTF_8) + out.toString(StandardCharsets.UTF_8);
    }
}
