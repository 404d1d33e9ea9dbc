package dev.rapport.model.tables;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.TimeEntry;
import dev.rapport.model.organisation.TimeSheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes a book as tables in the standard format, manifest included: {@link BookReader} reads the same customers from
 * them. Rows go out one by one. Texts are written as they are; a spreadsheet that opens CSV may take some for formulas.
 *
 * <pre>{@code
 * BookWriter.to(sink).as(FileKind.JSON_LINES).write(manifest, rates, customers);
 * }</pre>
 *
 * <p>What a table cannot hold is lost: an empty text reads as nothing, and so does an empty element of a set;
 * spaces and line breaks at the ends of a text go; so is what
 * the reader rejects, such as dates before 1970.
 */
public final class BookWriter {

    private final BookSink sink;
    private final FileKind kind;
    private final Optional<TimeSheet> timeSheet;

    private BookWriter(BookSink sink, FileKind kind, Optional<TimeSheet> timeSheet) {
        this.sink = sink;
        this.kind = kind;
        this.timeSheet = timeSheet;
    }

    /**
     * A writer of CSV.
     *
     * @param sink  where the tables go
     * @return the writer
     */
    public static BookWriter to(BookSink sink) {
        return new BookWriter(requireNonNull(sink, "sink"), FileKind.CSV, Optional.empty());
    }

    /**
     * This writer, writing tables of another kind.
     *
     * @param newKind  what the rows are written as
     * @return the writer
     */
    public BookWriter as(FileKind newKind) {
        return new BookWriter(sink, requireNonNull(newKind, "newKind"), timeSheet);
    }

    /**
     * This writer, writing also the hours that are no facts of customers.
     *
     * @param sheet  the time sheet, whose lines go into the table of time entries
     * @return the writer
     */
    public BookWriter with(TimeSheet sheet) {
        return new BookWriter(sink, kind, Optional.of(sheet));
    }

    /**
     * Writes a book.
     *
     * @param manifest  which book it is, and what it is reckoned in; how files were mapped does not matter here, and
     *     attributes and series that the library does not name are added
     * @param rates  the exchange rates to the manifest's currency
     * @param customers  the customers; gone through more than once
     * @throws IOException if the sink fails
     */
    public void write(BookManifest manifest, RateTable rates, Iterable<Customer> customers) throws IOException {
        if (!rates.base().equals(manifest.currency())) {
            throw new IllegalArgumentException("rates (to " + rates.base() + ") must be to the currency of the book, "
                    + manifest.currency() + ".");
        }
        Holdings holdings = Holdings.of(customers);
        BookManifest complete = holdings.complete(manifest);
        try (Writer out = sink.open(BookReader.MANIFEST)) {
            JsonLayout.PRETTY.write(out, json -> ManifestDocument.KIND.write(complete, json));
        }
        CustomerTable attributes = new CustomerTable(manifest.zone(), holdings.attributes());
        customers.forEach(attributes::look);
        write(
                TableSchema.CUSTOMERS,
                attributes.header(),
                out -> customers.forEach(each -> attributes.write(each, out)));
        if (!rates.rates().isEmpty()) {
            write(
                    TableSchema.RATES,
                    List.of(TableSchema.CURRENCY, TableSchema.FROM, TableSchema.RATE),
                    out -> rates.rates()
                            .forEach((currency, of) ->
                                    of.forEach((from, rate) -> out.row(List.of(currency.getCode(), from, rate)))));
        }
        Set<SeriesKey<?>> series = new LinkedHashSet<>(holdings.series());
        timeSheet.ifPresent(sheet -> series.add(TimeEntry.SERIES));
        for (SeriesKey<?> key : series) {
            SeriesTable table = new SeriesTable(manifest.zone(), key);
            Optional<TimeSheet> sheet = timeSheet.filter(lines -> key.equals(TimeEntry.SERIES));
            customers.forEach(table::look);
            sheet.ifPresent(table::look);
            write(key.name(), table.header(), out -> {
                customers.forEach(customer -> table.write(customer, out));
                sheet.ifPresent(lines -> table.write(lines, out));
            });
        }
    }

    private void write(String table, List<String> columns, Consumer<TableOut> content) throws IOException {
        try (TableOut out = TableOut.begin(kind, columns, sink.open(kind.file(table)))) {
            content.accept(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What some customers hold at all. */
    private record Holdings(List<AttributeKey<?>> attributes, List<SeriesKey<?>> series) {

        static Holdings of(Iterable<Customer> customers) {
            Map<String, AttributeKey<?>> attributes = new java.util.TreeMap<>();
            Map<String, SeriesKey<?>> series = new java.util.TreeMap<>();
            for (Customer customer : customers) {
                customer.holds().attributes().forEach(key -> attributes.putIfAbsent(key.name(), key));
                customer.holds()
                        .series()
                        .forEach(key -> series.merge(
                                key.name(),
                                key,
                                (a, b) -> a.fields().size() >= b.fields().size() ? a : b));
            }
            List<AttributeKey<?>> ordered = new ArrayList<>();
            dev.rapport.model.customer.CustomerAttributes.all().forEach(key -> {
                AttributeKey<?> held = attributes.remove(key.name());
                if (held != null) {
                    ordered.add(held);
                }
            });
            ordered.addAll(attributes.values());
            return new Holdings(ordered, List.copyOf(series.values()));
        }

        BookManifest complete(BookManifest manifest) {
            BookManifest complete = new BookManifest(
                    manifest.header(),
                    manifest.zone(),
                    manifest.currency(),
                    manifest.saidDeadlines(),
                    TableFormat.UNSAID,
                    manifest.attributes(),
                    manifest.series(),
                    List.of());
            TableSchema known = BookSchema.of(manifest).table(TableSchema.CUSTOMERS);
            for (AttributeKey<?> key : attributes) {
                if (known.indexOf(key.name()) < 0) {
                    complete = complete.with(key);
                }
            }
            for (SeriesKey<?> key : series) {
                boolean isKnown = BookSchema.of(manifest).series().stream()
                        .anyMatch(other -> other.equals(key) && other.fields().containsAll(key.fields()));
                if (!isKnown) {
                    complete = complete.with(key);
                }
            }
            return complete;
        }
    }
}
