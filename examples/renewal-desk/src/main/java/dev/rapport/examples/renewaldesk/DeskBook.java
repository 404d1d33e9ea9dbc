package dev.rapport.examples.renewaldesk;

import dev.rapport.engagement.json.MilestonesDocument;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.examples.shared.BookFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.tables.BookReading;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The facts, and what follows the policy on them.
 *
 * @param facts  the whole history
 * @param planner  the milestones
 * @param models  how often each customer is to be met, where the book says
 */
record DeskBook(Facts facts, MilestonePlanner planner, Optional<DeskModels> models) {

    static DeskBook read(Path folder, Optional<Path> policy) {
        BookReading reading = BookFolder.read(folder);
        Path policies = folder.resolve("policies");
        Path file = policy.orElse(policies.resolve("milestones.json"));
        Facts facts = reading.facts(StandardAttributes.all(reading.reckoning()));
        return new DeskBook(
                facts,
                MilestonePlanner.of(milestones(file), reading.reckoning()),
                DeskModels.in(
                        policies, facts.asOf(AsOf.of(Instant.EPOCH)).provides().attributes()));
    }

    private static Milestones milestones(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return MilestonesDocument.KIND
                    .read(JsonInput.read(String.valueOf(file.getFileName()), in))
                    .orThrow();
        } catch (IOException e) {
            throw new UserError(
                    "milestones (" + file + ") cannot be read: " + e.getMessage()
                            + "\nMaybe begin with those of the sample: quickstart's --write-sample DIR.",
                    e);
        }
    }

    ZoneId zone() {
        return facts.zone();
    }

    Book asOf(AsOf asOf) {
        Book book = facts.asOf(asOf);
        return models.map(known -> known.layOver(book)).orElse(book);
    }
}
