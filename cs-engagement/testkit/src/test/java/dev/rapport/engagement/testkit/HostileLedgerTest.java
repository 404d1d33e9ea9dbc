package dev.rapport.engagement.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.milestone.RenewalTrigger;
import dev.rapport.engagement.milestone.Step;
import dev.rapport.engagement.milestone.Tick;
import dev.rapport.engagement.milestone.jdbc.JdbcMilestoneLedger;
import dev.rapport.engagement.milestone.jdbc.LedgerSchema;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.shape.DocumentHeader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A text that would like to be SQL, as customer, contract, owner and milestone, comes back from a database as it was. */
class HostileLedgerTest {

    private static final Instant SINCE = Instant.parse("2024-01-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    static Stream<Arguments> textsInDatabases() {
        return Stream.of("jdbc:h2:mem:", "jdbc:sqlite::memory:")
                .flatMap(url -> Stream.of(
                                "a'; DROP TABLE rapport_milestones; --",
                                "a\"; DELETE FROM rapport_milestones; --",
                                "' OR '1'='1",
                                "%' ESCAPE '_",
                                "? :name {fn now()} $1 #{x}",
                                "\\'; \\u0027 \\",
                                "zero \u0000 half \uD83D bell \u0007",
                                "\u202Eevil 😀",
                                "line\r\nbreak",
                                "x".repeat(250))
                        .map(text -> Arguments.of(url, text)));
    }

    private static Book book(String text) {
        Customer customer = Customer.builder(text, SINCE)
                .add(
                        Contract.SERIES,
                        e -> e.id(text)
                                .at(SINCE)
                                .with(Contract.START, LocalDate.of(2024, 7, 28))
                                .with(Contract.END, LocalDate.of(2026, 7, 28)))
                .add(
                        Ownership.SERIES,
                        e -> e.id(text)
                                .at(SINCE)
                                .with(Ownership.ROLE, text)
                                .with(Ownership.OWNER, text)
                                .with(Ownership.FROM, LocalDate.of(2024, 7, 28)))
                .build();
        return Facts.of(Customer.adapter(List.of(customer)), List.of(customer))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY);
    }

    private static MilestonePlanner planner(String text) {
        return MilestonePlanner.of(
                Milestones.of(
                        DocumentHeader.of("policy", "1"),
                        List.of(Milestone.builder()
                                .id("renewal")
                                .trigger(new RenewalTrigger())
                                .addSteps(Step.parse("30 days before"), Step.parse("28 days before"))
                                .fireLateUpToDays(3)
                                .reissueWhenMovedByDays(30)
                                .alerts(text)
                                .build())),
                Reckoning.in(CurrencyUnit.EUR));
    }

    @ParameterizedTest
    @MethodSource("textsInDatabases")
    void whatIsRecorded_isWhatMemoryHas_andIsNotFiredAgain(String url, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            LedgerSchema.upgrade(connection);
            MilestoneLedger database = JdbcMilestoneLedger.on(connection);
            MilestoneLedger memory = new InMemoryMilestoneLedger();
            Book book = book(text);

            planner(text).tick(book, database);
            planner(text).tick(book, memory);
            planner(text).tick(book, database);

            assertThat(database.entriesOf(List.of(text)))
                    .isNotEmpty()
                    .isEqualTo(memory.entriesOf(List.of(text)))
                    .allSatisfy(entry -> assertThat(entry.owner()).contains(text));
            assertThat(database.entriesOf(List.of("acme"))).isEmpty();
        }
    }

    @Test
    void textThatIsTooLong_isAFailureOfThatCustomer_andNothingIsRecorded() {
        MilestoneLedger memory = new InMemoryMilestoneLedger();
        String text = "x".repeat(10_000);

        Tick tick = planner(text).tick(book(text), memory);

        assertThat(tick.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.reason()).contains("must have at most 600 characters"));
        assertThat(memory.entriesOf(List.of(text))).isEmpty();
    }
}
