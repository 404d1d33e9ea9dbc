package dev.rapport.examples.renewaldesk;

import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.json.JsonLinesWriter;
import dev.rapport.model.json.JsonOut;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;

/** What the program prints: one JSON value a line. */
final class Lines {

    private Lines() {}

    static void print(PrintStream out, Consumer<JsonOut> value) {
        StringWriter text = new StringWriter();
        try (JsonLinesWriter writer = JsonLinesWriter.to(text)) {
            writer.line(value);
        } catch (IOException e) {
            throw new UserError("a line cannot be written: " + e.getMessage(), e);
        }
        out.print(text);
    }

    static void alert(JsonOut json, LedgerEntry entry) {
        json.object(line -> {
            line.field("key", entry.key().token())
                    .field("customer", entry.key().customerId())
                    .field("milestone", entry.key().milestone())
                    .field("due", entry.dueOn());
            entry.firedAt().ifPresent(firedAt -> line.field("firedAt", firedAt));
            line.field("state", entry.state().word()).field("reason", entry.reason());
        });
    }

    /** What only the ledger knows of an occurrence: its entries, and why nothing else is known. */
    static void past(JsonOut json, List<LedgerEntry> history, String remark) {
        LedgerEntry last = history.get(history.size() - 1);
        json.object(line -> {
            line.field("key", last.key().token())
                    .field("customer", last.key().customerId())
                    .field("milestone", last.key().milestone())
                    .field("due", last.dueOn());
            last.firedAt().ifPresent(firedAt -> line.field("firedAt", firedAt));
            line.field("state", last.state().word()).field("reason", last.reason() + "; " + remark);
            history(line, history);
        });
    }

    /** A customer of whom nothing was and nothing will be due. */
    static void nothing(JsonOut json, String customer, Span span) {
        json.object(line -> line.field("customer", customer)
                .field(
                        "reason",
                        "nothing was or will be due from " + span.from() + " to "
                                + span.before().minusDays(1) + ", as far as is known"));
    }

    static void occurrence(JsonOut json, Occurrence occurrence, List<LedgerEntry> history) {
        json.object(line -> {
            line.field("key", occurrence.key().token())
                    .field("customer", occurrence.key().customerId())
                    .field("milestone", occurrence.key().milestone())
                    .field("due", occurrence.dueOn());
            occurrence.entry().flatMap(LedgerEntry::firedAt).ifPresent(firedAt -> line.field("firedAt", firedAt));
            line.field("state", occurrence.state().word()).field("reason", occurrence.reason());
            history(line, history);
        });
    }

    private static void history(JsonOut line, List<LedgerEntry> history) {
        if (history.isEmpty()) {
            return;
        }
        line.array(
                "history",
                entries -> history.forEach(entry -> entries.object(past -> {
                    past.field("at", entry.at())
                            .field("state", entry.state().word())
                            .field("reason", entry.reason());
                    entry.owner().ifPresent(owner -> past.field("owner", owner));
                    entry.by().ifPresent(by -> past.field("by", by));
                })));
    }
}
