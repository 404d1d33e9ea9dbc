package dev.rapport.model.derived;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.MoneySum;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Declares attributes that are computed from one series: which entries count, then what is made of them.
 *
 * <pre>{@code
 * Aggregate.of(Usage.SERIES).last(30, DAYS).where(Usage.FEATURE, "export").sum(Usage.QUANTITY)
 *         .as(AttributeKey.number("usage.exports-30d"));
 * }</pre>
 *
 * <p>What a window is, and what becomes of empty ones, says the package. Immutable: each step gives a new aggregate.
 */
public final class Aggregate {

    private static final int ALL = 0;

    private final SeriesKey<?> series;
    private final int days;
    private final List<Gathered.Condition<?>> conditions;
    private final String source;

    private Aggregate(SeriesKey<?> series, int days, List<Gathered.Condition<?>> conditions) {
        this.series = series;
        this.days = days;
        this.conditions = conditions;
        this.source = days == ALL ? series.name() : series.name() + ", last " + days + " days";
    }

    /**
     * All entries of a series that the cut sees.
     *
     * @param series  the series
     * @return the aggregate
     */
    public static Aggregate of(SeriesKey<?> series) {
        return new Aggregate(requireNonNull(series, "series"), ALL, List.of());
    }

    /**
     * Only the entries of a window that ends at the cut.
     *
     * @param amount  how many days or weeks, at least 1
     * @param unit  days or weeks
     * @return the aggregate
     * @throws IllegalArgumentException for any other unit, and for windows of more than a hundred years
     */
    public Aggregate last(int amount, ChronoUnit unit) {
        requireAtLeast(1, amount, "amount");
        if (unit != ChronoUnit.DAYS && unit != ChronoUnit.WEEKS) {
            throw new IllegalArgumentException(
                    "unit (" + unit + ") must be Days or Weeks.\n"
                            + "Maybe 365 days instead of a year, 30 instead of a month: windows of one length can be compared.");
        }
        long length = unit == ChronoUnit.WEEKS ? 7L * amount : amount;
        if (length > 36_525) {
            throw new IllegalArgumentException("amount (" + amount + " " + unit + ") must be at most 36525 days.");
        }
        return new Aggregate(series, (int) length, conditions);
    }

    /**
     * Only the entries with one value of a field.
     *
     * @param field  a field of the series
     * @param value  the value
     * @param <T>  the type of the value
     * @return the aggregate
     */
    public <T> Aggregate where(AttributeKey<T> field, T value) {
        return matching(field, requireNonNull(value, "value")::equals);
    }

    /**
     * Only the entries whose value of a field meets a condition; those without a value do not.
     *
     * @param field  a field of the series
     * @param condition  says of a value whether its entry counts
     * @param <T>  the type of the value
     * @return the aggregate
     */
    public <T> Aggregate matching(AttributeKey<T> field, Predicate<? super T> condition) {
        List<Gathered.Condition<?>> all = new ArrayList<>(conditions);
        all.add(new Gathered.Condition<>(checked(field), requireNonNull(condition, "condition")));
        return new Aggregate(series, days, List.copyOf(all));
    }

    /**
     * How many entries there are.
     *
     * @return the count, 0 if there is none
     */
    public Total count() {
        return new Total(this, gathered -> gathered.reading(gathered.entries().size()));
    }

    /**
     * The sum of a number.
     *
     * @param field  a field of the series; entries without a value add nothing
     * @return the sum, 0 if there is no entry; missing if there are some and none says the field
     */
    public Total sum(AttributeKey<Double> field) {
        checked(field);
        return new Total(this, gathered -> {
            double[] numbers = gathered.numbers(field);
            return numbers.length == 0 && !gathered.entries().isEmpty()
                    ? Reading.missing(Gathered.untold(field))
                    : gathered.reading(Gathered.sum(numbers));
        });
    }

    /**
     * The mean of a number.
     *
     * @param field  a field of the series; entries without a value do not count
     * @return the mean; missing if no entry says the field
     */
    public Quantity mean(AttributeKey<Double> field) {
        return mean(field, entry -> entry.valueOrNull(field));
    }

    Quantity mean(AttributeKey<?> field, Function<Entry, @Nullable Double> number) {
        checked(field);
        return new Quantity(this, gathered -> {
            double[] numbers = gathered.entries().stream()
                    .map(number)
                    .filter(value -> value != null)
                    .mapToDouble(value -> value)
                    .toArray();
            return numbers.length == 0
                    ? Reading.missing(gathered.entries().isEmpty() ? "no entry" : Gathered.untold(field))
                    : gathered.reading(Gathered.sum(numbers) / numbers.length);
        });
    }

    /**
     * How many different values a field has.
     *
     * @param field  a field of the series; entries without a value do not count
     * @return the number, 0 if there is no entry; missing if there are some and none says the field
     */
    public Quantity distinct(AttributeKey<?> field) {
        checked(field);
        return new Quantity(this, gathered -> {
            Set<Object> values = valuesOf(gathered, field);
            return values.isEmpty() && !gathered.entries().isEmpty()
                    ? Reading.missing(Gathered.untold(field))
                    : gathered.reading(values.size());
        });
    }

    /**
     * The different texts of a field.
     *
     * @param field  a field of the series
     * @return the texts, empty if there is no entry; missing if there are some and none says the field
     */
    public Derivation<Set<String>> values(AttributeKey<String> field) {
        checked(field);
        return derivation(gathered -> {
            Set<String> values = valuesOf(gathered, field);
            return values.isEmpty() && !gathered.entries().isEmpty()
                    ? Reading.missing(Gathered.untold(field))
                    : Reading.present(Set.copyOf(values), gathered.provenance());
        });
    }

    private static <T> Set<T> valuesOf(Gathered gathered, AttributeKey<? extends T> field) {
        Set<T> values = new HashSet<>();
        for (Entry entry : gathered.entries()) {
            T value = entry.valueOrNull(field);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /**
     * The value that a field had last. Of entries of the same instant that which was recorded last counts, of those
     * recorded together the least value, so that the order of the source does not matter.
     *
     * @param field  a field of the series; entries without a value do not count
     * @param <T>  the type of the value
     * @return the value; missing if no entry says the field
     */
    public <T extends Comparable<? super T>> Derivation<T> latest(AttributeKey<T> field) {
        return latest(field, entry -> entry.valueOrNull(field));
    }

    <T extends Comparable<? super T>> Derivation<T> latest(
            AttributeKey<?> field, Function<Entry, @Nullable T> reading) {
        checked(field);
        return derivation(gathered -> {
            Entry last = null;
            T value = null;
            for (Entry entry : gathered.entries()) {
                T candidate = reading.apply(entry);
                if (candidate != null && (last == null || value == null || isLater(entry, candidate, last, value))) {
                    last = entry;
                    value = candidate;
                }
            }
            return last == null || value == null
                    ? Reading.missing(gathered.entries().isEmpty() ? "no entry" : Gathered.untold(field))
                    : Reading.present(value, Gathered.provenance(List.of(last), source));
        });
    }

    private static <T extends Comparable<? super T>> boolean isLater(Entry entry, T candidate, Entry last, T value) {
        int byTime = entry.at().compareTo(last.at());
        int byRecording = byTime != 0 ? byTime : entry.recordedAt().compareTo(last.recordedAt());
        return byRecording != 0 ? byRecording > 0 : candidate.compareTo(value) < 0;
    }

    /**
     * How many days ago the last entry was, 0 for today.
     *
     * @return the days; missing if there is no entry
     */
    public Derivation<Double> lastSeenDays() {
        return new Derivation<>(requires(), view -> {
            Gathered gathered = gather(view);
            if (gathered.unknown() != null || gathered.entries().isEmpty()) {
                return Reading.missing(gathered.unknown() != null ? gathered.unknown() : "no entry");
            }
            Entry last = gathered.entries().get(gathered.entries().size() - 1);
            LocalDate seen = LocalDate.ofInstant(last.at(), view.zone());
            return gathered.reading(Gathered.days(seen, view.date()));
        });
    }

    /**
     * The sum of money, each amount converted at the rate of its own day and all rounded once, at the end.
     *
     * @param field  a field of the series; entries without a value add nothing
     * @param reckoning  the currency and its rates
     * @return the sum, zero if there is no entry; missing if there are some and none says the field; failed if a rate is
     *     missing
     */
    public Derivation<Money> sum(AttributeKey<Money> field, Reckoning reckoning) {
        checked(field);
        requireNonNull(reckoning, "reckoning");
        return new Derivation<>(requires(), view -> {
            Gathered gathered = gather(view);
            if (gathered.unknown() != null) {
                return Reading.missing(gathered.unknown());
            }
            MoneySum sum = new MoneySum(reckoning.currency(), reckoning.rates());
            boolean told = gathered.entries().isEmpty();
            for (Entry entry : gathered.entries()) {
                Money amount = entry.valueOrNull(field);
                if (amount != null) {
                    sum.add(amount, LocalDate.ofInstant(entry.at(), view.zone()));
                    told = true;
                }
            }
            return told ? Reading.present(sum.total(), gathered.provenance()) : Reading.missing(Gathered.untold(field));
        });
    }

    private <T> Derivation<T> derivation(Function<Gathered, Reading<T>> function) {
        return new Derivation<>(requires(), view -> {
            Gathered gathered = gather(view);
            String unknown = gathered.unknown();
            return unknown == null ? function.apply(gathered) : Reading.missing(unknown);
        });
    }

    private <T> AttributeKey<T> checked(AttributeKey<T> field) {
        if (series.indexOf(field) < 0) {
            throw new IllegalArgumentException(
                    "field (" + field + ") must be one of series " + series + ": " + series.fields() + ".");
        }
        return field;
    }

    static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least " + least + ".");
        }
    }

    SeriesKey<?> series() {
        return series;
    }

    Requirements requires() {
        return Requirements.series(series);
    }

    int windowFor(String what) {
        if (days == ALL) {
            throw new IllegalStateException(
                    what + " of series " + series + " needs a window.\n" + "Maybe call last(30, DAYS) first.");
        }
        return days;
    }

    Gathered gather(CustomerView view) {
        return days == ALL
                ? Gathered.from(view.entries(series), conditions, source)
                : gather(view, view.date().plusDays(1L - days), view.date().plusDays(1));
    }

    Gathered gather(CustomerView view, LocalDate from, LocalDate to) {
        return Gathered.from(Window.between(view, series, from, to), conditions, source);
    }
}
