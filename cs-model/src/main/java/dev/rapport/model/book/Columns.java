package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A book as columns: the same attributes that the views read, laid out for whole-book evaluation. Immutable.
 *
 * <p>Rows stand in the order of {@link #customerIds()}.
 */
public final class Columns {

    private final long today;
    private final List<String> customerIds;
    private final Map<AttributeKey<?>, Column> columns;

    private Columns(long today, List<String> customerIds, Map<AttributeKey<?>, Column> columns) {
        this.today = today;
        this.customerIds = customerIds;
        this.columns = columns;
    }

    /**
     * Columns that are there already, as when they come out of a data frame.
     *
     * @param today  the epoch day of the cut
     * @param customerIds  the customers, a row each
     * @param columns  columns of as many rows
     * @return the columns together
     * @throws IllegalArgumentException if a column has another number of rows or an attribute comes twice
     */
    public static Columns of(long today, List<String> customerIds, Collection<Column> columns) {
        Map<AttributeKey<?>, Column> byKey = new LinkedHashMap<>();
        for (Column column : columns) {
            if (column.size() != customerIds.size()) {
                throw new IllegalArgumentException("column (" + column.key() + ") must have " + customerIds.size()
                        + " rows, one for each customer, was " + column.size() + ".");
            }
            if (byKey.put(column.key(), column) != null) {
                throw new IllegalArgumentException("column (" + column.key() + ") must come once.");
            }
        }
        return new Columns(today, customerIds, byKey);
    }

    /** Reads attributes customer by customer, each once. */
    static List<Column> read(
            Iterable<CustomerView> views,
            int size,
            Collection<? extends AttributeKey<?>> keys,
            Collection<? extends AttributeKey<?>> dated,
            Collection<DerivedAttribute<?>> computed) {
        List<AttributeKey<?>> distinct = new ArrayList<>(new LinkedHashSet<>(keys));
        List<ColumnBuilder> builders = new ArrayList<>();
        for (AttributeKey<?> key : distinct) {
            ColumnBuilder builder = new ColumnBuilder(key, size);
            builders.add(dated.contains(key) ? builder.dated() : builder);
        }
        int row = 0;
        List<Function<CustomerView, Reading<?>>> readings = new ArrayList<>();
        for (AttributeKey<?> key : distinct) {
            readings.add(reading(key, computed));
        }
        for (CustomerView view : views) {
            for (int i = 0; i < distinct.size(); i++) {
                builders.get(i).set(row, readings.get(i).apply(view), view.zone());
            }
            row++;
        }
        return builders.stream().map(ColumnBuilder::build).toList();
    }

    private static Function<CustomerView, Reading<?>> reading(
            AttributeKey<?> key, Collection<DerivedAttribute<?>> computed) {
        for (DerivedAttribute<?> attribute : computed) {
            if (attribute.key().equals(key)) {
                return attribute::read;
            }
        }
        return view -> view.read(key);
    }

    /**
     * The epoch day of the cut.
     *
     * @return the day that rules such as "in the last 30 days" count from
     */
    public long today() {
        return today;
    }

    /**
     * The number of customers.
     *
     * @return the number of rows
     */
    public int size() {
        return customerIds.size();
    }

    /**
     * The customers in the order of the rows.
     *
     * @return the ids
     */
    public List<String> customerIds() {
        return customerIds;
    }

    /**
     * The column of an attribute.
     *
     * @param key  the attribute
     * @return the column, or empty if it is not among these
     */
    public Optional<Column> find(AttributeKey<?> key) {
        return Optional.ofNullable(columns.get(key));
    }

    /**
     * The bytes that all rows take, without ids and dictionaries.
     *
     * @return the size of the arrays in bytes
     */
    public long bytes() {
        return columns.values().stream().mapToLong(Column::bytes).sum();
    }
}
