package dev.rapport.model.book;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/**
 * All customers as of one instant, in the order of their ids. Immutable.
 *
 * <p>Views are made when they are asked for and may be dropped after use; the book itself keeps no readings.
 */
public final class Book {

    private final Cut cut;
    private final LocalDate date;
    private final CurrencyUnit currency;
    private final BoundCustomers<?> customers;
    private final Map<AttributeKey<?>, Overlay> overlays;
    private final Problems problems;

    Book(
            Cut cut,
            CurrencyUnit currency,
            BoundCustomers<?> customers,
            Map<AttributeKey<?>, Overlay> overlays,
            Problems problems) {
        this.cut = cut;
        this.date = cut.asOf().date(cut.zone());
        this.currency = currency;
        this.customers = customers;
        this.overlays = overlays;
        this.problems = problems;
    }

    /**
     * The cut.
     *
     * @return the instant everything here is as of
     */
    public AsOf asOf() {
        return cut.asOf();
    }

    /**
     * The zone in which the book's days begin.
     *
     * @return the declared zone
     */
    public ZoneId zone() {
        return cut.zone();
    }

    /**
     * The last day of which anything is seen.
     *
     * @return the date of {@link #asOf()} in {@link #zone()}
     */
    public LocalDate date() {
        return date;
    }

    /**
     * The currency that the book reports in.
     *
     * @return the declared currency
     */
    public CurrencyUnit currency() {
        return currency;
    }

    /**
     * The customers of the source that could not be taken into the book, because it could not be told who they are or
     * whether they are customers in this cut.
     *
     * @return an error {@code unreadable-customer} for each; empty if all could be
     */
    public Problems problems() {
        return problems;
    }

    /**
     * The number of customers.
     *
     * @return how many there are
     */
    public int size() {
        return customers.ids().size();
    }

    /**
     * Says whether this is a book of columns: nothing in it is read from a host's objects, so what is asked later is
     * answered as it would be now.
     *
     * @return true if the facts came as columns
     */
    public boolean isOfColumns() {
        return customers.isOfRows();
    }

    /**
     * Who the customers are.
     *
     * @return the ids in their natural order
     */
    public List<String> customerIds() {
        return customers.ids();
    }

    /**
     * The customers.
     *
     * @return a view of each, in the order of {@link #customerIds()}; made anew whenever the list is read
     */
    public List<CustomerView> customers() {
        return new AbstractList<>() {
            @Override
            public CustomerView get(int index) {
                return customers.view(index, overlays);
            }

            @Override
            public int size() {
                return customers.ids().size();
            }
        };
    }

    /**
     * The customer of an id.
     *
     * @param customerId  the id
     * @return the view, or empty if the cut has no such customer
     */
    public Optional<CustomerView> find(String customerId) {
        int row = Collections.binarySearch(customers.ids(), customerId);
        return row < 0 ? Optional.empty() : Optional.of(customers.view(row, overlays));
    }

    /**
     * Lays an attribute over this book that was computed from it, such as the segment of each customer.
     *
     * @param key  the attribute; takes the place of one that is bound or derived
     * @param source  what computed it, for the evidence
     * @param values  the value for each customer id; customers without one have the attribute missing
     * @param <T>  the type of the values
     * @return the book with the attribute
     */
    public <T> Book with(AttributeKey<T> key, String source, Map<String, T> values) {
        requireNonNull(key, "key");
        return with(new Overlay.ByCustomer<>(key, Map.copyOf(values), computedBy(source)));
    }

    /**
     * Lays an attribute over this book that is there as a column.
     *
     * @param source  what computed it, for the evidence
     * @param column  a row for each customer, in the order of {@link #customerIds()}; its attribute takes the place of one
     *     that is bound or derived
     * @return the book with the attribute
     * @throws IllegalArgumentException if the column has another number of rows, or amounts that are no whole minor units
     */
    public Book with(String source, Column column) {
        if (column.size() != size()) {
            throw new IllegalArgumentException("column (" + column.key() + ") must have " + size()
                    + " rows, one for each customer, was " + column.size() + ".");
        }
        ColumnValues.requireExact(column);
        return with(new Overlay.ByRow(column, null, computedBy(source)));
    }

    private Provenance computedBy(String source) {
        return new Provenance(
                Optional.of(cut.asOf().validAt()), Optional.of(cut.asOf().knownAt()), source);
    }

    private Book with(Overlay overlay) {
        Map<AttributeKey<?>, Overlay> all = new LinkedHashMap<>();
        all.put(overlay.key(), overlay);
        overlays.forEach(all::putIfAbsent);
        return new Book(cut, currency, customers, Collections.unmodifiableMap(all), problems);
    }

    /**
     * This book with some of its customers only.
     *
     * @param condition  holds for those who stay
     * @return the book without the others
     */
    public Book only(Predicate<? super CustomerView> condition) {
        return only(IntStream.range(0, size())
                .filter(row -> condition.test(customers.view(row, overlays)))
                .toArray());
    }

    /**
     * This book with some of its customers only.
     *
     * @param rows  the rows of those who stay, as they are in {@link #customerIds()}
     * @return the book without the others
     */
    public Book only(BitSet rows) {
        if (rows.length() > size()) {
            throw new IllegalArgumentException("rows must be below " + size() + ", was " + (rows.length() - 1) + ".");
        }
        return only(rows.stream().toArray());
    }

    private Book only(int[] rows) {
        return rows.length == size() ? this : new Book(cut, currency, customers.rows(rows), some(rows), problems);
    }

    private Map<AttributeKey<?>, Overlay> some(int[] rows) {
        Map<AttributeKey<?>, Overlay> some = new LinkedHashMap<>();
        overlays.forEach((key, overlay) -> some.put(key, overlay.rows(rows)));
        return Collections.unmodifiableMap(some);
    }

    /**
     * What can be read: what the source provides, what is derived from it, what was laid over it. Derived attributes
     * count only where everything they read can be read.
     *
     * @return the attributes and series
     */
    public Requirements provides() {
        Requirements bound = customers.provides();
        Set<AttributeKey<?>> attributes = new LinkedHashSet<>(bound.attributes());
        attributes.addAll(overlays.keySet());
        boolean grown = true;
        while (grown) {
            grown = false;
            for (DerivedAttribute<?> derived : customers.derivations().all()) {
                if (attributes.containsAll(derived.requires().attributes())
                        && bound.series().containsAll(derived.requires().series())) {
                    grown |= attributes.add(derived.key());
                }
            }
        }
        return new Requirements(attributes, bound.series());
    }

    /**
     * Says whether a field of a series is fed.
     *
     * @param series  the series
     * @param field  the field
     * @return true if the source binds it
     */
    public boolean provides(SeriesKey<?> series, AttributeKey<?> field) {
        return customers.provides(series, field);
    }

    /**
     * What of some requirements this book cannot meet.
     *
     * @param requirements  what somebody wants to read
     * @return the part that is not provided; empty if all is
     */
    public Requirements missing(Requirements requirements) {
        Requirements provided = provides();
        Set<AttributeKey<?>> attributes = new LinkedHashSet<>(requirements.attributes());
        attributes.removeAll(provided.attributes());
        Set<SeriesKey<?>> series = new LinkedHashSet<>(requirements.series());
        series.removeAll(provided.series());
        return new Requirements(attributes, series);
    }

    /**
     * The book as columns.
     *
     * @param keys  the attributes to lay out
     * @return a column of each, rows in the order of {@link #customerIds()}
     */
    public Columns columns(Collection<? extends AttributeKey<?>> keys) {
        return columns(keys, List.of());
    }

    /**
     * The book as columns, some of which keep since when their values hold.
     *
     * @param keys  the attributes to lay out
     * @param dated  those of them whose age matters
     * @return a column of each, rows in the order of {@link #customerIds()}
     */
    public Columns columns(Collection<? extends AttributeKey<?>> keys, Collection<? extends AttributeKey<?>> dated) {
        return columns(keys, dated, List.of());
    }

    /**
     * The book as columns, some of which are computed for this one use and are no attributes of the book.
     *
     * @param keys  the attributes to lay out
     * @param dated  those of them whose age matters
     * @param computed  how some of them are computed, whatever the book has under their keys
     * @return a column of each, rows in the order of {@link #customerIds()}
     */
    public Columns columns(
            Collection<? extends AttributeKey<?>> keys,
            Collection<? extends AttributeKey<?>> dated,
            Collection<DerivedAttribute<?>> computed) {
        Set<AttributeKey<?>> read = new LinkedHashSet<>(keys);
        computed.forEach(attribute -> read.remove(attribute.key()));
        List<Column> there = new ArrayList<>();
        for (AttributeKey<?> key : read) {
            column(key)
                    .filter(column -> !dated.contains(key) || column.isDated())
                    .ifPresent(there::add);
        }
        List<AttributeKey<?>> others = new ArrayList<>(new LinkedHashSet<>(keys));
        others.removeAll(there.stream().map(Column::key).toList());
        if (!others.isEmpty()) {
            there.addAll(Columns.read(customers(), customers.ids().size(), others, dated, computed));
        }
        return Columns.of(date().toEpochDay(), customers.ids(), there);
    }

    /** What is there without asking a customer. */
    private Optional<Column> column(AttributeKey<?> key) {
        Overlay overlay = overlays.get(key);
        return overlay == null ? customers.column(key) : Optional.of(overlay.column(customers.ids()));
    }
}
