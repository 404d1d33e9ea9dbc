package dev.rapport.model.tables;

import dev.rapport.model.customer.Customer;
import dev.rapport.model.problem.Checked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A book of a few texts. */
final class Folder {

    static final String MANIFEST = """
            {"format": "rapport/book", "version": 1, "id": "test", "revision": "1",
             "zone": "Europe/Berlin", "currency": "EUR"%s}
            """;

    private final Map<String, String> texts = new TreeMap<>();

    Folder() {
        manifest("");
        texts.put("customers.csv", "id,since\nacme,2024-01-01\nbeta,2024-06-01\n");
    }

    /** The manifest with further fields. */
    Folder manifest(String... fields) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            text.append(field.isEmpty() ? "" : ", " + field);
        }
        texts.put("book.json", MANIFEST.replace("%s", text));
        return this;
    }

    Folder file(String name, String... lines) {
        texts.put(name, String.join("\n", lines) + "\n");
        return this;
    }

    Folder raw(String name, String text) {
        texts.put(name, text);
        return this;
    }

    Folder without(String name) {
        texts.remove(name);
        return this;
    }

    Map<String, String> texts() {
        return texts;
    }

    Checked<BookReading> check() {
        return check(BookReader.standard());
    }

    Checked<BookReading> check(BookReader reader) {
        try {
            return reader.read(BookTables.of(texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BookReading read() {
        return check().orThrow();
    }

    /** What was rejected, one line each. */
    List<String> rejected() {
        return read().quarantine().rejections().stream()
                .map(rejection ->
                        rejection.file() + ":" + rejection.line() + " " + rejection.column() + " " + rejection.code())
                .toList();
    }

    List<String> warned() {
        return read().warnings().list().stream()
                .map(problem -> problem.location() + " " + problem.code())
                .toList();
    }

    List<String> errors() {
        return check().problems().list().stream()
                .map(problem -> problem.location() + " " + problem.code())
                .toList();
    }

    Customer customer(String id) {
        return customer(read(), id);
    }

    static Customer customer(BookReading reading, String id) {
        return reading.customers().stream()
                .filter(customer -> customer.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** All that some customers say, without where it was read. */
    static List<String> told(BookReading reading) {
        return told(reading.customers());
    }

    static List<String> told(Iterable<Customer> customers) {
        List<String> told = new ArrayList<>();
        for (Customer customer : customers) {
            boolean isKnownThen = customer.recordedAt().equals(customer.since());
            told.add(customer.id() + " since " + customer.since()
                    + (isKnownThen ? "" : " known " + customer.recordedAt()));
            customer.holds()
                    .attributes()
                    .forEach(key -> told.add(key + " " + key.kind() + " "
                            + customer.timeline(key).facts().stream()
                                    .map(fact -> fact.valid() + " " + fact.recorded() + " " + CellText.of(fact.value()))
                                    .sorted()
                                    .toList()));
            customer.holds()
                    .series()
                    .forEach(key -> customer.entries(key)
                            .forEach(entry -> told.add(key + " " + entry.id() + " " + entry.at() + " "
                                    + entry.recordedAt() + " "
                                    + key.fields().stream()
                                            .map(field -> CellText.of(entry.valueOrNull(field)))
                                            .toList())));
        }
        return told;
    }
}
