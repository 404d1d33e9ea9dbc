package dev.rapport.engagement.milestone;

import static dev.rapport.engagement.milestone.Books.book;
import static dev.rapport.engagement.milestone.Books.contract;
import static dev.rapport.engagement.milestone.Books.customer;
import static dev.rapport.engagement.milestone.Books.milestone;
import static dev.rapport.engagement.milestone.Books.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Reckoning;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class LookAheadTest {

    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Span DECEMBER = new Span(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 1));
    private final InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();

    private static MilestonePlanner planner(String... steps) {
        return MilestonePlanner.of(
                policy(milestone("renewal", new RenewalTrigger(), steps).build()), EUR);
    }

    private static Customer named(String id, String name, String owner) {
        return customer(
                id,
                c -> c.set(CustomerAttributes.NAME, name, Books.SINCE)
                        .add(Contract.SERIES, contract("c-1", "2026-01-01", "2027-01-01"))
                        .add(
                                Ownership.SERIES,
                                e -> e.id("o-1")
                                        .at(Books.SINCE)
                                        .with(Ownership.ROLE, "csm")
                                        .with(Ownership.OWNER, owner)
                                        .with(Ownership.FROM, LocalDate.of(2026, 1, 1))));
    }

    private final Book book = book(TODAY, named("acme", "Acme", "anna"), named("beta", "Beta", "ben"));

    private LookAhead ahead(String... steps) {
        return LookAhead.of(planner(steps), book, DECEMBER, ledger);
    }

    private static List<String> texts(List<Occurrence> occurrences) {
        return occurrences.stream()
                .map(occurrence -> occurrence.dueOn() + " " + occurrence.key().customerId())
                .toList();
    }

    @Test
    void book_owner_andCustomer_areLookedAheadFor() {
        LookAhead ahead = ahead("30 days before", "7 days before");

        assertThat(texts(ahead.occurrences()))
                .containsExactly("2026-12-02 acme", "2026-12-02 beta", "2026-12-25 acme", "2026-12-25 beta");
        assertThat(texts(ahead.ofOwner("ben").occurrences())).containsExactly("2026-12-02 beta", "2026-12-25 beta");
        assertThat(texts(ahead.ofCustomer("acme").occurrences()))
                .containsExactly("2026-12-02 acme", "2026-12-25 acme");
        assertThat(ahead.owner(ahead.occurrences().get(0))).contains("anna");
        assertThat(ledger.entries()).as("looking records nothing").isEmpty();
    }

    @Test
    void whatHasFired_isNotAhead() {
        MilestonePlanner planner = planner("30 days before", "7 days before");
        Book later = book(LocalDate.of(2026, 12, 2), named("acme", "Acme", "anna"));
        planner.tick(later, ledger);

        assertThat(texts(LookAhead.of(planner, later, DECEMBER, ledger).occurrences()))
                .containsExactly("2026-12-25 acme");
    }

    @Test
    void changedPolicy_isSimulated() {
        LookAhead now = ahead("30 days before", "7 days before");
        LookAhead proposed = ahead("30 days before", "14 days before");

        assertThat(texts(now.addedBy(proposed))).containsExactly("2026-12-18 acme", "2026-12-18 beta");
        assertThat(texts(proposed.addedBy(now))).containsExactly("2026-12-25 acme", "2026-12-25 beta");
    }

    @Test
    void calendar_hasAnEventOfAWholeDay() {
        assertThat(ahead("7 days before").ofCustomer("acme").toCalendar())
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Rapport//Milestones//EN",
                        "CALSCALE:GREGORIAN",
                        "BEGIN:VEVENT",
                        "UID:" + uid() + "@rapport",
                        "DTSTAMP:20261201T000000Z",
                        "DTSTART;VALUE=DATE:20261225",
                        "DTEND;VALUE=DATE:20261226",
                        "SUMMARY:Acme: renewal\\, 7 days before",
                        "DESCRIPTION:7 days before 2027-01-01 of c-1\\; anna",
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    private String uid() {
        String calendar = ahead("7 days before").ofCustomer("acme").toCalendar();
        return calendar.replaceAll("(?s).*UID:([0-9a-f]{32})@rapport.*", "$1");
    }

    @Test
    void identityOfAnEvent_staysFromExportToExport() {
        assertThat(ahead("7 days before", "30 days before").toCalendar()).contains("UID:" + uid() + "@rapport");
    }

    /** Whatever the name, the document has the lines that it should have, none too long, and nothing is lost in a text. */
    @Property(tries = 300)
    void hostileName_beginsNoLineOfItsOwn(@ForAll Random random) {
        String[] pieces = {
            "\r\n", "\n", "\r", "END:VEVENT", "BEGIN:VALARM", ";", ",", "\\", "\u2028", "\u0085", "\u0000", "\uD800",
            "\uD83D\uDE00", "\u00E4\u4E2D", " ", "x".repeat(90), "\"", ":", "\u202E"
        };
        StringBuilder name = new StringBuilder("n");
        for (int i = random.nextInt(12); i > 0; i--) {
            name.append(pieces[random.nextInt(pieces.length)]);
        }
        String calendar = LookAhead.of(
                        planner("7 days before"), book(TODAY, named("acme", name.toString(), "anna")), DECEMBER, ledger)
                .toCalendar();

        assertThat(calendar).endsWith("\r\n").matches("[^\\x00-\\x09\\x0B\\x0C\\x0E-\\x1F\\x7F\\u0085\\u2028]*");
        String[] lines = calendar.split("\r\n", -1);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line).doesNotContain("\n").doesNotContain("\r");
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        });
        String[] unfolded = calendar.replace("\r\n ", "").split("\r\n", -1);
        assertThat(unfolded).hasSize(15);
        assertThat(unfolded[9]).startsWith("SUMMARY:n").endsWith(": renewal\\, 7 days before");
    }
}
