package dev.rapport.examples.renewaldesk;

import dev.rapport.engagement.milestone.LedgerEntry;
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

    static void occurrence(JsonOut json, Occurrence occurrence, List<LedgerEntry> history) {
        json.object(line -> {
            line.field("key", occurrence.key().token())
                    .field("customer", occurrence.key().customerId())
                    .field("milestone", occurrence.key().milestone())
                    .field("due", occurrence.dueOn());
            occurrence.entry().flatMap(LedgerEntry::firedAt).ifPresent(firedAt -> line.field("firedAt", firedAt));
            line.field("state", occurrence.state().word()).field("reason", occurrence.reason());
            if (!history.isEmpty()) {
                line.array("history", entries -> history.forEach(entry -> entries.object(past -> {
                    past.field("at", entry.at())
                            .field("state", entry.state().word())
                            .field("reason", entry.reason());
                    entry.owner().ifPresent(owner -> past.field("owner", owner));
                    entry.by().ifPresent(by -> past.field("by", by));
                })));
            }
        });
    }
}
