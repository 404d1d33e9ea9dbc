package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.json.MilestonesDocument;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.LookAhead;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.json.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample's letters of notice: sent three business days before the deadline, in the calendar of the book. */
class SampleTimingTest {

    private static Milestones policy() {
        try (InputStream in = SampleBook.class.getResourceAsStream("/sample/policies/milestones.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return MilestonesDocument.KIND
                    .read(JsonInput.text("milestones.json", text))
                    .orThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final SampleBook SAMPLE = SampleBook.generate(300, 42);
    private static final Book BOOK = book();
    private static final MilestonePlanner PLANNER = MilestonePlanner.of(policy(), SAMPLE.reckoning());

    private static Book book() {
        List<Customer> customers = SAMPLE.stream().toList();
        return Facts.of(Customer.adapter(customers), customers)
                .in(SampleBook.ZONE, SampleBook.CURRENCY)
                .asOf(SampleBook.UNTIL);
    }

    @Test
    void whatFires_saysByWhenTheLetterMustBeSent() {
        List<LedgerEntry> letters = PLANNER.tick(BOOK, new InMemoryMilestoneLedger()).recorded().stream()
                .filter(entry -> entry.key().milestone().equals("notice-letter"))
                .toList();

        assertThat(letters).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.reason()).contains("(to be received by then it must be sent 3 business days before, by ");
            assertThat(entry.dueOn()).isBefore(entry.key().anchorDate().minusDays(2));
        });
    }

    /** Christmas 2026 falls on a Friday: a letter for a deadline behind it is sent a day earlier. */
    @Test
    void lookAhead_andItsCalendar_nameTheHolidayOnTheWay() {
        LookAhead ahead = LookAhead.of(
                PLANNER,
                BOOK,
                new Span(LocalDate.of(2026, 12, 10), LocalDate.of(2027, 1, 10)),
                new InMemoryMilestoneLedger());

        List<Occurrence> overChristmas = ahead.occurrences().stream()
                .filter(occurrence -> occurrence.key().milestone().equals("notice-letter"))
                .filter(occurrence -> occurrence.dayReason().orElse("").contains("2026-12-25"))
                .toList();

        assertThat(ahead.failures()).isEmpty();
        assertThat(overChristmas)
                .isNotEmpty()
                .allSatisfy(occurrence -> assertThat(occurrence.rule()).contains("calendar germany: 2026-12-25"));
        assertThat(ahead.toCalendar().replace("\r\n ", "")).contains("calendar germany: 2026-12-25");
    }
}
