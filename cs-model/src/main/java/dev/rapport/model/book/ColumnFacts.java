package dev.rapport.model.book;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.problem.Problems;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts of columns, as they come out of a data frame or a warehouse: attributes only, no series, no object for a
 * customer. The columns are not copied. Not for use by several threads.
 *
 * <pre>{@code
 * Facts facts = Facts.ofColumns("warehouse")
 *         .on(LocalDate.of(2026, 6, 30), customerIds)
 *         .money(StandardAttributes.ARR, CurrencyUnit.EUR, amounts)
 *         .texts(CustomerAttributes.INDUSTRY, codes, List.of("banking", "retail"))
 *         .numbers(StandardAttributes.USAGE_ACTIVE_SHARE, shares)
 *         .in(ZoneId.of("Europe/Berlin"), CurrencyUnit.EUR);
 * }</pre>
 *
 * <p>Columns tell how customers were at the end of a day, and what was known then. A cut sees those of the last day that it
 * has reached, and nobody before the first. With the columns of several days, plans can say what changed.
 */
public final class ColumnFacts {

    private final String source;
    private final TreeMap<LocalDate, ColumnsOfDay> days = new TreeMap<>();
    private final Map<AttributeKey<?>, Column> columns = new LinkedHashMap<>();
    private final List<DerivedAttribute<?>> derived = new ArrayList<>();
    private @Nullable LocalDate date;
    private List<String> customerIds = List.of();

    ColumnFacts(String source) {
        this.source = requireNonNull(source, "source");
    }

    /**
     * Begins the columns of a day; those that follow are of it.
     *
     * @param day  the last day of which they tell
     * @param customers  the ids of the customers, each once, a row each; sorted ones save a copy of all columns
     * @return this builder
     */
    public ColumnFacts on(LocalDate day, List<String> customers) {
        requireNonNull(day, "day");
        for (int row = 0; row < customers.size(); row++) {
            if (requireNonNull(customers.get(row), "customers").isBlank()) {
                throw new IllegalArgumentException("customers[" + row + "] must not be blank.");
            }
        }
        end();
        if (days.containsKey(day)) {
            throw new IllegalArgumentException("day (" + day + ") must come once.");
        }
        date = day;
        customerIds = List.copyOf(customers);
        return this;
    }

    /**
     * Adds numbers.
     *
     * @param key  the attribute
     * @param values  a number for each customer, NaN where there is none; not copied, must not change any more
     * @return this builder
     */
    public ColumnFacts numbers(AttributeKey<Double> key, double[] values) {
        return column(Column.ofNumbers(key, values));
    }

    /**
     * Adds amounts of money.
     *
     * @param key  the attribute
     * @param currency  the currency of all amounts
     * @param amounts  an amount in major units for each customer, NaN where there is none; whole minor units, not copied
     * @return this builder
     */
    public ColumnFacts money(AttributeKey<Money> key, CurrencyUnit currency, double[] amounts) {
        return column(Column.ofMoney(key, currency, amounts));
    }

    /**
     * Adds texts.
     *
     * @param key  the attribute
     * @param codes  for each customer the position of the text in the words, -1 where there is none; not copied
     * @param words  the texts, each once
     * @return this builder
     */
    public ColumnFacts texts(AttributeKey<String> key, int[] codes, List<String> words) {
        return column(Column.ofTexts(key, codes, words));
    }

    /**
     * Adds sets of texts.
     *
     * @param key  the attribute
     * @param codes  for each customer the position of the set among the sets, -1 where there is none; not copied
     * @param sets  the sets, each once
     * @return this builder
     */
    public ColumnFacts textSets(AttributeKey<Set<String>> key, int[] codes, List<Set<String>> sets) {
        return column(
                new ColumnBuilder(key, codes, sets.stream().map(Set::copyOf).toList()).build());
    }

    /**
     * Adds dates.
     *
     * @param key  the attribute
     * @param epochDays  the day for each customer, {@link Column#UNTOLD} where there is none; not copied
     * @return this builder
     */
    public ColumnFacts dates(AttributeKey<LocalDate> key, int[] epochDays) {
        return column(new ColumnBuilder(key, epochDays, List.of()).build());
    }

    /**
     * Adds answers to a yes-or-no question.
     *
     * @param key  the attribute
     * @param known  the rows that have an answer
     * @param yes  those of them whose answer is yes
     * @return this builder
     */
    public ColumnFacts answers(AttributeKey<Boolean> key, BitSet known, BitSet yes) {
        return column(new ColumnBuilder(key, customerIds.size(), known, yes).build());
    }

    /**
     * Adds a column that is there already, such as one that says since when its values hold.
     *
     * @param column  the column, a row for each customer
     * @return this builder
     */
    public ColumnFacts column(Column column) {
        if (date == null) {
            throw new IllegalStateException("column (" + column.key() + ") must be of a day.\nMaybe call on first.");
        }
        if (column.size() != customerIds.size()) {
            throw new IllegalArgumentException("column (" + column.key() + ") must have " + customerIds.size()
                    + " rows, one for each customer, was " + column.size() + ".");
        }
        ColumnValues.requireExact(column);
        if (columns.put(column.key(), column) != null) {
            throw new IllegalArgumentException("column (" + column.key() + ") must come once.");
        }
        return this;
    }

    /**
     * Adds attributes that are computed from the columns, customer by customer.
     *
     * @param attributes  the derivations, which may read each other but not in a circle
     * @return this builder
     */
    public ColumnFacts derive(Iterable<? extends DerivedAttribute<?>> attributes) {
        attributes.forEach(derived::add);
        return this;
    }

    /**
     * Makes the facts.
     *
     * @param zone  the zone in which the book's days begin
     * @param currency  the currency that the book reports in
     * @return the facts
     */
    public Facts in(ZoneId zone, CurrencyUnit currency) {
        requireNonNull(zone, "zone");
        requireNonNull(currency, "currency");
        end();
        Derivations derivations = Derivations.of(derived);
        NavigableMap<LocalDate, ColumnsOfDay> told = new TreeMap<>(days);
        ColumnsOfDay nobody = new ColumnsOfDay(List.of(), Map.of(), source);
        return Facts.cutBy(
                cut -> new Book(
                        cut,
                        currency,
                        BoundCustomers.ofRows(new RowAdapter(cut, any -> at(told, any, nobody)), cut, derivations),
                        Map.of(),
                        Problems.none()),
                zone);
    }

    private static ColumnsOfDay at(NavigableMap<LocalDate, ColumnsOfDay> days, Cut cut, ColumnsOfDay nobody) {
        for (LocalDate day : days.descendingKeySet()) {
            // What is told of the end of a day is seen by who sees all of it
            if (!cut.asOf().validAt().isBefore(cut.instantOf(day.plusDays(1)))
                    && !cut.asOf().knownAt().isBefore(cut.instantOf(day.plusDays(1)))) {
                return days.getOrDefault(day, nobody);
            }
        }
        return nobody;
    }

    private void end() {
        if (date != null) {
            days.put(date, new ColumnsOfDay(customerIds, new LinkedHashMap<>(columns), source));
        }
        columns.clear();
        date = null;
    }
}
