package dev.rapport.segmentation.condition;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.DerivedAttribute;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A number made of a customer's entries: how many there are, the sum of a field, how many different values it has; of
 * those of the last days, and of those that meet a condition on their own fields. Immutable.
 *
 * <pre>{@code
 * Tally urgent = Tally.count(Ticket.SERIES).last(90).where(Condition.oneOf(Ticket.SEVERITY, "urgent"));
 * Condition noisy = Condition.compare(urgent, Operator.AT_LEAST, 3);
 * }</pre>
 *
 * <p>The last 90 days are those that end with the cut, in the book's zone. No entry is 0 where the series is fed, and
 * missing where it is not. Where there are entries and none says what is asked, the number is missing too.
 */
public final class Tally implements Observed {

    private static final int ALL = 0;
    private static final int MOST_DAYS = 36_525;

    private final SeriesKey<?> series;
    private final TallyMeasure measure;
    private final Optional<AttributeKey<?>> field;
    private final Optional<CurrencyUnit> currency;
    private final int days;
    private final Optional<Condition> where;
    private final EntryFilter filter;

    private Tally(
            SeriesKey<?> series,
            TallyMeasure measure,
            Optional<AttributeKey<?>> field,
            Optional<CurrencyUnit> currency,
            int days,
            Optional<Condition> where) {
        this.series = requireNonNull(series, "series");
        this.measure = requireNonNull(measure, "measure");
        this.field = field;
        this.currency = currency;
        this.days = days;
        this.where = where;
        this.filter = EntryFilter.of(series, where);
    }

    /**
     * How many entries there are.
     *
     * @param series  the series
     * @return the tally over all time
     */
    public static Tally count(SeriesKey<?> series) {
        return of(series, TallyMeasure.COUNT, Optional.empty(), Optional.empty());
    }

    /**
     * The sum of a number.
     *
     * @param series  the series
     * @param field  a field of it; entries without a value add nothing
     * @return the tally over all time
     */
    public static Tally sum(SeriesKey<?> series, AttributeKey<Double> field) {
        return of(series, TallyMeasure.SUM, Optional.of(field), Optional.empty());
    }

    /**
     * The sum of money.
     *
     * @param series  the series
     * @param field  a field of it; entries without a value add nothing
     * @param currency  the currency of the sum; an amount in another one fails it
     * @return the tally over all time
     */
    public static Tally sum(SeriesKey<?> series, AttributeKey<Money> field, CurrencyUnit currency) {
        return of(series, TallyMeasure.SUM, Optional.of(field), Optional.of(currency));
    }

    /**
     * How many different values a field has.
     *
     * @param series  the series
     * @param field  a field of it; entries without a value do not count
     * @return the tally over all time
     */
    public static Tally distinct(SeriesKey<?> series, AttributeKey<?> field) {
        return of(series, TallyMeasure.DISTINCT, Optional.of(field), Optional.empty());
    }

    /**
     * Any tally, as documents say it.
     *
     * @param series  the series
     * @param measure  what is made of the entries
     * @param field  of which field; only a count has none
     * @param currency  the currency of a sum of money, else empty
     * @return the tally over all time
     * @throws IllegalArgumentException if these do not go together
     */
    public static Tally of(
            SeriesKey<?> series,
            TallyMeasure measure,
            Optional<AttributeKey<?>> field,
            Optional<CurrencyUnit> currency) {
        String word = measure.name().toLowerCase(Locale.ROOT);
        if (field.isPresent() == (measure == TallyMeasure.COUNT)) {
            throw new IllegalArgumentException(
                    "field must be " + (field.isPresent() ? "absent" : "given") + " for measure (" + word + ").");
        }
        field.ifPresent(key -> EntryFilter.check(series, key));
        Optional<AttributeKind> kind = field.map(AttributeKey::kind);
        if (measure == TallyMeasure.SUM
                && !kind.equals(Optional.of(AttributeKind.NUMBER))
                && !kind.equals(Optional.of(AttributeKind.MONEY))) {
            throw new IllegalArgumentException("field (" + field.orElseThrow()
                    + ") must be a number or an amount of money to be summed, is " + Wording.kind(kind.orElseThrow())
                    + ".");
        }
        boolean isMoney = measure == TallyMeasure.SUM && kind.equals(Optional.of(AttributeKind.MONEY));
        if (currency.isPresent() != isMoney) {
            throw new IllegalArgumentException("currency must be "
                    + (isMoney ? "given for a sum of money." : "absent, nothing here is a sum of money."));
        }
        return new Tally(series, measure, field, currency, ALL, Optional.empty());
    }

    /**
     * The same of the last days alone.
     *
     * @param newDays  how many days, the day of the cut included, 1 to 36525
     * @return the new tally
     */
    public Tally last(int newDays) {
        if (newDays < 1 || newDays > MOST_DAYS) {
            throw new IllegalArgumentException("days (" + newDays + ") must be between 1 and " + MOST_DAYS + ".");
        }
        return new Tally(series, measure, field, currency, newDays, where);
    }

    /**
     * The same of those entries alone that meet a condition.
     *
     * @param condition  a condition on fields of the series; an entry that does not say does not meet it
     * @return the new tally
     * @throws IllegalArgumentException if the condition reads anything else
     */
    public Tally where(Condition condition) {
        return new Tally(series, measure, field, currency, days, Optional.of(condition));
    }

    /**
     * The series.
     *
     * @return where the entries are
     */
    public SeriesKey<?> series() {
        return series;
    }

    /**
     * What is made of the entries.
     *
     * @return the measure
     */
    public TallyMeasure measure() {
        return measure;
    }

    /**
     * The field that is summed or whose values are counted.
     *
     * @return the field, or empty for a count
     */
    public Optional<AttributeKey<?>> field() {
        return field;
    }

    /**
     * The currency of a sum of money.
     *
     * @return the currency, or empty
     */
    public Optional<CurrencyUnit> currency() {
        return currency;
    }

    /**
     * Which entries count.
     *
     * @return the condition, or empty if all do
     */
    public Optional<Condition> condition() {
        return where;
    }

    @Override
    public int days() {
        return days;
    }

    @Override
    public AttributeKind kind() {
        return currency.isPresent() ? AttributeKind.MONEY : AttributeKind.NUMBER;
    }

    @Override
    public Requirements requirements() {
        return Requirements.series(series);
    }

    @Override
    public Sensitivity sensitivity() {
        Sensitivity most = filter.sensitivity();
        Sensitivity own = field.map(AttributeKey::sensitivity).orElse(Sensitivity.INTERNAL);
        return own.compareTo(most) > 0 ? own : most;
    }

    @Override
    public String name() {
        String what = measure.name().toLowerCase(Locale.ROOT)
                + field.map(key -> "-" + key.name()).orElse("");
        String plain = series.name() + "." + what + (days == ALL ? "" : "-" + days + "d");
        return filter.words().map(words -> Naming.of(plain, words)).orElse(plain);
    }

    @Override
    public String words() {
        String what = switch (measure) {
            case COUNT -> series.name();
            case SUM -> field.orElseThrow() + " of " + series.name();
            case DISTINCT -> "different " + field.orElseThrow() + " of " + series.name();
        };
        String window = days == ALL ? "" : " in the last " + (days == 1 ? "day" : days + " days");
        return what + window + filter.words().map(words -> " where " + words).orElse("");
    }

    @Override
    public Reading<?> read(CustomerView view) {
        List<Entry> window = EntryFilter.window(view, series, days);
        Optional<List<Entry>> counted = filter.select(window, view);
        if (counted.isEmpty()) {
            return Reading.missing("no entry says whether " + filter.words().orElse("it counts"));
        }
        return new TallyCount(counted.get(), days == ALL ? series.name() : series + ", last " + days + " days")
                .read(measure, field, currency);
    }

    /** The number under its own name. */
    DerivedAttribute<?> attribute() {
        AttributeKey<Object> key = AttributeKey.of(name(), kind());
        return new DerivedAttribute<>(key.sensitivity(sensitivity()), requirements(), new Counting(this));
    }

    /** Equal tallies give equal computations. */
    private record Counting(Tally tally) implements Function<CustomerView, Reading<Object>> {

        @Override
        @SuppressWarnings("unchecked") // the kind of the key is that of the reading
        public Reading<Object> apply(CustomerView view) {
            return (Reading<Object>) tally.read(view);
        }
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Tally other
                && series.equals(other.series)
                && measure == other.measure
                && field.equals(other.field)
                && currency.equals(other.currency)
                && days == other.days
                && where.equals(other.where);
    }

    @Override
    public int hashCode() {
        return Objects.hash(series, measure, field, currency, days, where);
    }

    /** In words. */
    @Override
    public String toString() {
        return words();
    }
}
