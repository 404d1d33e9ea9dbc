package dev.rapport.examples.renewaldesk;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.LookAhead;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.engagement.milestone.OccurrenceState;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is due, as one self-contained page: no network, no script, everything escaped. */
final class DuePage {

    private static final int AHEAD_DAYS = 14;
    private static final Set<OccurrenceState> OPEN = Set.of(
            OccurrenceState.FIRED, OccurrenceState.FIRED_LATE, OccurrenceState.REMINDED, OccurrenceState.ESCALATED);
    private static final Template TEMPLATE = Mustache.compiler()
            .standardsMode(true)
            .withEscaper(DuePage::escaped)
            .emptyStringIsFalse(true)
            .defaultValue("")
            .compile(template());

    private final MilestonePlanner planner;
    private final Book book;
    private final MilestoneLedger ledger;

    DuePage(MilestonePlanner planner, Book book, MilestoneLedger ledger) {
        this.planner = planner;
        this.book = book;
        this.ledger = ledger;
    }

    private static String template() {
        try (InputStream in = DuePage.class.getResourceAsStream("due.mustache")) {
            if (in == null) {
                throw new IllegalStateException("page (due.mustache) must be in the program.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Markup as text; control characters and those that turn the direction of writing as a replacement. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isPlain(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }

    /**
     * The form of a page that is served.
     *
     * @param token  what shows that it was sent by the page
     * @param by  whose name it begins with, empty at first
     */
    record Form(String token, String by) {}

    String html(Optional<Form> form) {
        List<LedgerEntry> open = ledger.latestOf(book.customerIds()).stream()
                .filter(entry -> OPEN.contains(entry.state()))
                .sorted(Comparator.comparing(LedgerEntry::dueOn).thenComparing(LedgerEntry::key))
                .toList();
        LocalDate today = book.date();
        LookAhead ahead =
                LookAhead.of(planner, book, new Span(today.plusDays(1), today.plusDays(AHEAD_DAYS + 1L)), ledger);
        Map<String, Object> model = new HashMap<>();
        model.put("date", today.toString());
        model.put("count", open.size());
        model.put(
                "open", open.stream().map(entry -> row(entry, form.isPresent())).toList());
        model.put("none", open.isEmpty());
        model.put("aheadDays", AHEAD_DAYS);
        model.put("ahead", ahead.occurrences().stream().map(this::row).toList());
        model.put("noneAhead", ahead.occurrences().isEmpty());
        form.ifPresent(served -> model.put("form", Map.of("token", served.token(), "by", served.by())));
        return TEMPLATE.execute(model);
    }

    private Map<String, Object> row(LedgerEntry entry, boolean hasButton) {
        Map<String, Object> row = new HashMap<>();
        row.put("due", entry.dueOn().toString());
        row.put("customer", name(entry.key().customerId()));
        row.put("milestone", entry.key().milestone() + ", " + entry.key().step());
        row.put("state", entry.state().word().replace('-', ' '));
        row.put("owner", entry.owner().orElse("nobody"));
        row.put("reason", entry.reason());
        if (hasButton) {
            String of = row.get("milestone") + " of " + row.get("customer");
            row.put("button", Map.of("key", entry.key().token(), "of", of));
        }
        return row;
    }

    private Map<String, Object> row(Occurrence occurrence) {
        Map<String, Object> row = new HashMap<>();
        row.put("due", occurrence.dueOn().toString());
        row.put("customer", name(occurrence.key().customerId()));
        row.put(
                "milestone",
                occurrence.key().milestone() + ", " + occurrence.key().step());
        row.put("reason", occurrence.rule());
        return row;
    }

    private String name(String customerId) {
        return book.find(customerId)
                .flatMap(view -> view.find(CustomerAttributes.NAME))
                .orElse(customerId);
    }
}
