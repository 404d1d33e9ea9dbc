package dev.rapport.segmentation.clustering;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Customers and what they are compared by, in the order of their ids, so that the order in which they come changes nothing.
 * Missing values stay missing. Immutable.
 *
 * <pre>{@code
 * ClusterData data = ClusterData.of(book, List.of(ARR, SEATS, COUNTRY));
 * Clustering clustering = KMedoids.of(4).fit(data);
 * }</pre>
 */
public final class ClusterData {

    /** Beyond it squares would be infinite. */
    private static final double GREATEST = 1e150;

    private final List<String> customerIds;
    private final List<Feature> features;
    private final List<List<String>> levels;
    /** Row after row: numbers, positions among the levels, NaN where a value is missing. */
    private final double[] values;

    private final CurrencyUnit currency;

    private ClusterData(
            List<String> customerIds,
            List<Feature> features,
            List<List<String>> levels,
            double[] values,
            CurrencyUnit currency) {
        this.customerIds = customerIds;
        this.features = features;
        this.levels = levels;
        this.values = values;
        this.currency = currency;
    }

    /**
     * The customers of a book.
     *
     * @param book  the book
     * @param keys  what they are compared by: numbers, amounts of money in the book's currency, yes or no, texts
     * @return the data
     * @throws IllegalArgumentException if the book does not provide an attribute, or what {@link Builder#build()} refuses
     */
    public static ClusterData of(Book book, List<? extends AttributeKey<?>> keys) {
        Columns columns = book.columns(keys);
        Builder builder = builder(book.customerIds()).in(book.currency());
        for (AttributeKey<?> key : keys) {
            Column column = columns.find(key)
                    .orElseThrow(
                            () -> new IllegalArgumentException("attribute (" + key + ") is not provided by the book."));
            builder.column(key, column, book.currency());
        }
        return builder.build();
    }

    /**
     * Begins with the customers.
     *
     * @param customerIds  their ids, all different, at least one
     * @return the builder
     */
    public static Builder builder(List<String> customerIds) {
        return new Builder(customerIds);
    }

    /**
     * The customers.
     *
     * @return their ids, sorted; what is said of a row is said of the customer at this position
     */
    public List<String> customerIds() {
        return customerIds;
    }

    /**
     * What customers are compared by.
     *
     * @return the attributes, in the order in which they were given
     */
    public List<Feature> features() {
        return features;
    }

    /**
     * How many customers there are.
     *
     * @return the number, at least 1
     */
    public int size() {
        return customerIds.size();
    }

    /**
     * The number of a customer.
     *
     * @param row  the position of the customer
     * @param feature  the position of the attribute
     * @return the number, 1 or 0 of a yes or no, the position among the sorted texts; NaN if it is missing
     */
    public double value(int row, int feature) {
        return values[row * features.size() + feature];
    }

    /**
     * The texts that an attribute has.
     *
     * @param feature  the position of the attribute
     * @return the texts, sorted; none if it is not a text
     */
    public List<String> levels(int feature) {
        return levels.get(feature);
    }

    /**
     * The currency of amounts of money.
     *
     * @return the currency of the book; EUR where none was given
     */
    public CurrencyUnit currency() {
        return currency;
    }

    /**
     * The data without the customers of whom something is missing.
     *
     * @return the rest
     * @throws IllegalArgumentException if nobody is left
     */
    public ClusterData complete() {
        int columns = features.size();
        int[] kept = IntStream.range(0, size())
                .filter(row -> IntStream.range(0, columns).noneMatch(j -> Double.isNaN(value(row, j))))
                .toArray();
        if (kept.length == 0) {
            throw new IllegalArgumentException("customers must have a value for every attribute (" + features
                    + "), none has.\nMaybe leave an attribute out.");
        }
        return kept.length == size() ? this : rows(kept);
    }

    /** The customers at some positions, which rise. */
    ClusterData rows(int[] rows) {
        int columns = features.size();
        double[] some = new double[rows.length * columns];
        List<String> ids = new ArrayList<>(rows.length);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * columns, some, i * columns, columns);
            ids.add(customerIds.get(rows[i]));
        }
        return new ClusterData(Collections.unmodifiableList(ids), features, levels, some, currency);
    }

    double[] values() {
        return values;
    }

    boolean isCategory(int feature) {
        return features.get(feature).isCategory();
    }

    boolean hasMissing() {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    boolean hasCategories() {
        return features.stream().anyMatch(Feature::isCategory);
    }

    /** Says which value is missing first, for a method that needs all. */
    void requireComplete(String method) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw new IllegalArgumentException("attribute (" + features.get(i % features.size())
                        + ") must have a value for every customer in " + method + ", customer ("
                        + customerIds.get(i / features.size())
                        + ") has none.\nMaybe take data.complete(), or k-medoids or k-prototypes, which leave out what"
                        + " is missing.");
            }
        }
    }

    /** How many customers differ from one another, counted up to a number. */
    int distinct(int most) {
        Set<List<Double>> distinct = new HashSet<>();
        for (int row = 0; row < size() && distinct.size() < most; row++) {
            List<Double> one = new ArrayList<>();
            for (int j = 0; j < features.size(); j++) {
                one.add(value(row, j));
            }
            distinct.add(one);
        }
        return distinct.size();
    }

    /** Says so if there are fewer different customers than clusters. */
    void requireDistinct(int k) {
        Points.requireAtMost(k, distinct(k));
    }

    /** Other numbers of the same customers. */
    ClusterData with(double[] others) {
        return new ClusterData(customerIds, features, levels, others, currency);
    }

    /** Collects columns; each has one value for each customer. Not safe to share between threads. */
    public static final class Builder {

        private final List<String> customerIds;
        private final List<Feature> features = new ArrayList<>();
        private final List<List<String>> levels = new ArrayList<>();
        private final List<double[]> columns = new ArrayList<>();
        private CurrencyUnit currency = CurrencyUnit.EUR;

        private Builder(List<String> customerIds) {
            this.customerIds = List.copyOf(customerIds);
            if (customerIds.isEmpty()) {
                throw new IllegalArgumentException("customerIds must not be empty.");
            }
        }

        /**
         * Says which currency amounts of money are in.
         *
         * @param unit  the currency
         * @return this
         */
        public Builder in(CurrencyUnit unit) {
            currency = requireNonNull(unit, "unit");
            return this;
        }

        /**
         * Adds a column of numbers.
         *
         * @param key  the attribute
         * @param numbers  a number for each customer; NaN where it is missing
         * @return this
         */
        public Builder number(AttributeKey<Double> key, double[] numbers) {
            return add(key, numbers.clone(), List.of());
        }

        /**
         * Adds a column of amounts of money in the currency of the data.
         *
         * @param key  the attribute
         * @param amounts  an amount in major units for each customer; NaN where it is missing
         * @return this
         */
        public Builder money(AttributeKey<Money> key, double[] amounts) {
            return add(key, amounts.clone(), List.of());
        }

        /**
         * Adds a column of texts.
         *
         * @param key  the attribute
         * @param texts  a text for each customer; null where it is missing
         * @return this
         */
        public Builder category(AttributeKey<String> key, List<? extends @Nullable String> texts) {
            Set<String> sorted = new TreeSet<>();
            for (String text : texts) {
                if (text != null) {
                    sorted.add(text);
                }
            }
            List<String> known = List.copyOf(sorted);
            Map<String, Integer> codes = new HashMap<>();
            known.forEach(text -> codes.put(text, codes.size()));
            double[] positions = new double[texts.size()];
            for (int row = 0; row < positions.length; row++) {
                String text = texts.get(row);
                Integer code = text == null ? null : codes.get(text);
                positions[row] = code == null ? Double.NaN : code;
            }
            return add(key, positions, known);
        }

        private void column(AttributeKey<?> key, Column column, CurrencyUnit unit) {
            double[] numbers = new double[column.size()];
            List<@Nullable String> texts = new ArrayList<>();
            boolean category = new Feature(key).isCategory();
            for (int row = 0; row < numbers.length; row++) {
                boolean present = column.isPresent(row);
                if (present
                        && !column.currencies().isEmpty()
                        && !column.currency(row).equals(unit)) {
                    throw new IllegalArgumentException("attribute (" + key + ") of customer (" + customerIds.get(row)
                            + ") must be in " + unit + ", was in " + column.currency(row) + ".");
                }
                numbers[row] = present ? column.number(row) : Double.NaN;
                if (category) {
                    texts.add(present ? (String) column.words().get((int) column.number(row)) : null);
                }
            }
            if (category) {
                category(AttributeKey.text(key.name()), texts);
            } else {
                add(key, numbers, List.of());
            }
        }

        private Builder add(AttributeKey<?> key, double[] column, List<String> known) {
            if (column.length != customerIds.size()) {
                throw new IllegalArgumentException("values of " + key + " must be as many as the customers ("
                        + customerIds.size() + "), was " + column.length + ".");
            }
            Feature feature = new Feature(key);
            if (features.contains(feature)) {
                throw new IllegalArgumentException("attribute (" + key + ") must come once.");
            }
            boolean any = false;
            for (int row = 0; row < column.length; row++) {
                any |= !Double.isNaN(column[row]);
                if (Math.abs(column[row]) > GREATEST) {
                    throw new IllegalArgumentException("attribute (" + key + ") of customer (" + customerIds.get(row)
                            + ") must be finite, and at most " + GREATEST + " either way, was " + column[row] + ".");
                }
            }
            if (!any) {
                throw new IllegalArgumentException("attribute (" + key
                        + ") must have a value for some customer, it is missing for all " + column.length
                        + ".\nMaybe leave it out.");
            }
            features.add(feature);
            levels.add(known);
            columns.add(column);
            return this;
        }

        /**
         * Sorts the customers.
         *
         * @return the data
         * @throws IllegalArgumentException if there is no column, an id comes twice, or a customer has no value at all
         */
        public ClusterData build() {
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("attributes to compare customers by must not be empty.");
            }
            Integer[] order = IntStream.range(0, customerIds.size()).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparing(customerIds::get));
            int width = columns.size();
            double[] values = new double[order.length * width];
            List<String> sorted = new ArrayList<>(order.length);
            for (int row = 0; row < order.length; row++) {
                String id = customerIds.get(order[row]);
                if (row > 0 && id.equals(sorted.get(row - 1))) {
                    throw new IllegalArgumentException("customer (" + id + ") must come once.");
                }
                sorted.add(id);
                boolean any = false;
                for (int j = 0; j < width; j++) {
                    // 0.0 + makes one zero of two
                    values[row * width + j] = 0.0 + columns.get(j)[order[row]];
                    any |= !Double.isNaN(values[row * width + j]);
                }
                if (!any) {
                    throw new IllegalArgumentException("customer (" + id + ") must have a value for one attribute of "
                            + features + " at least.\nMaybe leave the customer out.");
                }
            }
            return new ClusterData(
                    Collections.unmodifiableList(sorted), List.copyOf(features), List.copyOf(levels), values, currency);
        }
    }
}
