package dev.rapport.examples.quickstart;

import dev.rapport.examples.shared.BookFolder;
import dev.rapport.examples.shared.FolderTables;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.tables.BookReading;
import dev.rapport.model.tables.BookWriter;
import dev.rapport.model.tables.FileKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A book written anew without the personal data of a customer, or of one person there. The earlier folder stays as it is:
 * deleting it is for whoever owns it.
 */
final class ErasedFolder {

    private static final String POLICIES = "policies";

    private final BookReading book;
    private final Path source;

    private ErasedFolder(BookReading book, Path source) {
        this.book = book;
        this.source = source;
    }

    /** Reads a book. One with rows that cannot be taken is refused: they would be lost, personal data or not. */
    static ErasedFolder of(Path folder) {
        try {
            BookReading book = BookFolder.reader().read(FolderTables.in(folder)).orThrow();
            long rejected = book.quarantine().rows();
            if (rejected > 0) {
                throw new UserError("book (" + folder + ") must have no rows that cannot be taken, has " + rejected
                        + ": they would be lost.\nMaybe see which with --check, and mend them first.");
            }
            return new ErasedFolder(book, folder);
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("book (" + folder + ") cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Erases, and writes the rest.
     *
     * @param person  the person on the customer's side; all that is personal where none is named
     * @return how many entries and attributes were changed
     */
    long write(String customerId, Optional<String> person, Path out) {
        checkIsNew(out);
        List<Customer> customers = new ArrayList<>(book.customers());
        int index = customers.stream().map(Customer::id).toList().indexOf(customerId);
        if (index < 0) {
            throw new UserError("customer (" + customerId + ") must be in the book.\n"
                    + "Maybe the id is another one: the table of customers lists them.");
        }
        Customer before = customers.get(index);
        Customer after = person.map(before::erasePerson).orElseGet(before::erase);
        long changed = changes(before, after);
        if (changed == 0 && person.isPresent()) {
            throw new UserError("person (" + person.get() + ") must be named in what is known of customer ("
                    + customerId + ").\nMaybe the id is another one, or the person was erased before.");
        }
        customers.set(index, after);
        try {
            Files.createDirectories(out);
            BookWriter writer = BookWriter.to(
                            name -> Files.newBufferedWriter(out.resolve(name), StandardCharsets.UTF_8))
                    .as(format());
            book.timeSheet()
                    .map(writer::with)
                    .orElse(writer)
                    .write(book.manifest(), book.reckoning().rates(), customers);
            copyPolicies(out);
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("book cannot be written to (" + out + "): " + e.getMessage(), e);
        }
        return changed;
    }

    /** Files of another time that lay there would keep what was to be erased. */
    private static void checkIsNew(Path out) {
        if (!Files.exists(out)) {
            return;
        }
        try (Stream<Path> files = Files.isDirectory(out) ? Files.list(out) : Stream.of(out)) {
            if (files.findAny().isPresent()) {
                throw new UserError("output folder (" + out + ") must be new or empty: what lies there would stay.");
            }
        } catch (IOException e) {
            throw new UserError("output folder (" + out + ") cannot be read: " + e.getMessage(), e);
        }
    }

    private FileKind format() {
        boolean isLines =
                book.tables().stream().anyMatch(table -> table.file().endsWith("." + FileKind.JSON_LINES.suffix()));
        return isLines ? FileKind.JSON_LINES : FileKind.CSV;
    }

    private void copyPolicies(Path out) throws IOException {
        Path policies = source.resolve(POLICIES);
        if (!Files.isDirectory(policies)) {
            return;
        }
        Path target = Files.createDirectories(out.resolve(POLICIES));
        try (Stream<Path> files = Files.list(policies)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private static long changes(Customer before, Customer after) {
        long changes = before.holds().attributes().stream()
                .filter(key ->
                        !before.timeline(key).facts().equals(after.timeline(key).facts()))
                .count();
        for (SeriesKey<?> key : before.holds().series()) {
            List<Entry> then = before.entries(key);
            List<Entry> now = after.entries(key);
            for (int i = 0; i < then.size(); i++) {
                changes += says(key, then.get(i)).equals(says(key, now.get(i))) ? 0 : 1;
            }
        }
        return changes;
    }

    private static List<String> says(SeriesKey<?> key, Entry entry) {
        List<String> says = new ArrayList<>(List.of(entry.id()));
        for (AttributeKey<?> field : key.fields()) {
            says.add(Objects.toString(entry.valueOrNull(field), ""));
        }
        return says;
    }
}
