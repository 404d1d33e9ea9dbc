package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.TimeSheet;
import dev.rapport.model.problem.Problems;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What was read of a book: the customers with all their facts, what they are reckoned in, and what was not taken. */
public final class BookReading {

    private final BookManifest manifest;
    private final List<Customer> customers;
    private final Optional<TimeSheet> timeSheet;
    private final RateTable rates;
    private final Quarantine quarantine;
    private final Problems warnings;
    private final List<TableReport> tables;
    private final List<SeriesKey<?>> series;

    BookReading(
            BookManifest manifest,
            List<Customer> customers,
            Optional<TimeSheet> timeSheet,
            RateTable rates,
            Quarantine quarantine,
            Problems warnings,
            List<TableReport> tables,
            List<SeriesKey<?>> series) {
        this.manifest = manifest;
        this.customers = List.copyOf(customers);
        this.timeSheet = timeSheet;
        this.rates = rates;
        this.quarantine = quarantine;
        this.warnings = warnings;
        this.tables = List.copyOf(tables);
        this.series = List.copyOf(series);
    }

    /**
     * How the book was to be read.
     *
     * @return the manifest, which knows the zone, the currency and the calendar
     */
    public BookManifest manifest() {
        return manifest;
    }

    /**
     * The customers.
     *
     * @return by id
     */
    public List<Customer> customers() {
        return customers;
    }

    /**
     * The hours that the team spent for no customer in particular. Those for customers are facts of the customers.
     *
     * @return the time sheet; empty if there is no table of time entries
     */
    public Optional<TimeSheet> timeSheet() {
        return timeSheet;
    }

    /**
     * What amounts and deadlines are reckoned in.
     *
     * @return the currency of the book, its rates, its calendars and how it counts notice
     */
    public Reckoning reckoning() {
        return new Reckoning(manifest.currency(), rates, manifest.deadlines());
    }

    /**
     * The customers as facts that can be cut at any date.
     *
     * @param derived  what is computed from them
     * @return the facts, in the zone and currency of the book
     */
    public Facts facts(Iterable<? extends DerivedAttribute<?>> derived) {
        return Facts.of(adapter(), customers).derive(derived).in(manifest.zone(), manifest.currency());
    }

    /**
     * The adapter that reads the customers. It provides the series whose tables were there, and the attributes
     * whose columns were there, with rows or without.
     *
     * @return the adapter
     */
    public ViewAdapter<Customer> adapter() {
        Map<SeriesKey<?>, Set<AttributeKey<?>>> fed = new LinkedHashMap<>();
        for (SeriesKey<?> key : series) {
            for (TableReport table : tables) {
                if (table.feeds().equals(key.name())) {
                    Set<AttributeKey<?>> fields = fed.computeIfAbsent(key, absent -> new LinkedHashSet<>());
                    key.fields().stream()
                            .filter(field -> table.fed(field.name()).isPresent())
                            .forEach(fields::add);
                }
            }
        }
        return Customer.adapter(fedAttributes(), fed);
    }

    private Set<AttributeKey<?>> fedAttributes() {
        Set<AttributeKey<?>> fed = new LinkedHashSet<>();
        for (TableReport table : tables) {
            if (table.feeds().equals("customers")) {
                Stream.concat(CustomerAttributes.all().stream(), manifest.attributes().stream())
                        .filter(key -> table.fed(key.name()).isPresent())
                        .forEach(fed::add);
            }
        }
        return fed;
    }

    /**
     * The rows that were not taken.
     *
     * @return what was rejected, and why
     */
    public Quarantine quarantine() {
        return quarantine;
    }

    /**
     * What was taken, but somebody should look at.
     *
     * @return warnings only
     */
    public Problems warnings() {
        return warnings;
    }

    /**
     * What each file fed.
     *
     * @return the files in the order in which they were read
     */
    public List<TableReport> tables() {
        return tables;
    }

    @Override
    public String toString() {
        return manifest + ", " + customers.size() + " customers, " + quarantine;
    }
}
