package dev.rapport.health.warning;

import dev.rapport.health.warning.change.Learning;
import dev.rapport.health.warning.change.Sides;
import dev.rapport.model.internal.ValueStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/** A series that is watched of every customer, as it is written down. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class WatchedSeries {

    WatchedSeries() {}

    /**
     * Starts a series.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Which entries count.
     *
     * @param field  a text field of the series
     * @param values  the texts; an entry with another, or none, does not count
     */
    public record Where(String field, Set<String> values) {

        /**
         * Copies the texts.
         *
         * @param field  the field
         * @param values  at least one text
         */
        public Where {
            values = Collections.unmodifiableSet(new TreeSet<>(values));
            if (values.isEmpty()) {
                throw new IllegalArgumentException("values must not be empty.");
            }
        }
    }

    /**
     * The name under which its alerts are told.
     *
     * @return the code
     */
    public abstract String code();

    /**
     * What its changes are a sign of. Alerts of one cause are one alert, and a cause that was told is not told again for a
     * while.
     *
     * @return the cause, such as {@code usage}
     */
    public abstract String cause();

    /**
     * Which facts it is made of.
     *
     * @return the name of a series of the book, such as {@code usage}
     */
    public abstract String series();

    /**
     * What is made of the entries of a period.
     *
     * @return the aggregation
     */
    public abstract Aggregation aggregation();

    /**
     * Which entries count.
     *
     * @return a condition; empty if all count
     */
    public abstract Optional<Where> where();

    /**
     * What the series is split by.
     *
     * @return a text field, such as {@code product}: each of its values is a series of its own; empty if there is one
     */
    public abstract Optional<String> per();

    /**
     * The length of the periods.
     *
     * @return days or weeks
     */
    public abstract Grain grain();

    /**
     * Which changes are looked for.
     *
     * @return the sides
     */
    public abstract Sides looksFor();

    /**
     * How many periods are looked at before any is judged.
     *
     * @return the minimum history
     */
    public abstract int startUp();

    /**
     * The mean age of what is remembered as usual.
     *
     * @return a number of periods
     */
    public abstract int memory();

    /**
     * How many customers there must be at least, that what moves them alike is no change of one of them.
     *
     * @return the number; empty if every customer is looked at alone
     */
    public abstract Optional<Integer> peers();

    /**
     * How changes are found.
     *
     * @return the method
     */
    public abstract Method method();

    /**
     * How changes are found where a series is too sparse or irregular to have a level.
     *
     * @return a method for counts; empty if such series are not watched
     */
    public abstract Optional<Method> whenSparse();

    /** Checks what no single field can say. */
    @Value.Check
    void check() {
        learning();
        if (peers().isPresent() && peers().get() < 3) {
            throw new IllegalArgumentException("peers (" + peers().get() + ") must be at least 3.");
        }
        if (whenSparse().isPresent() && !whenSparse().get().isForCounts()) {
            throw new IllegalArgumentException(
                    "whenSparse must be a method for counts.\nMaybe \"counts\" or \"silence\".");
        }
        if (whenSparse().isPresent() && method().isForCounts()) {
            throw new IllegalArgumentException("whenSparse must be absent, as the method is for counts itself.");
        }
        if (whenSparse().isPresent() && aggregation() instanceof Aggregation.Mean) {
            throw new IllegalArgumentException("whenSparse must be absent, as a mean is no count.");
        }
    }

    /** The fields that are read. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        if (aggregation() instanceof Aggregation.Sum sum) {
            fields.add(sum.field());
        } else if (aggregation() instanceof Aggregation.Mean mean) {
            fields.add(mean.field());
        } else if (aggregation() instanceof Aggregation.Distinct distinct) {
            fields.add(distinct.field());
        }
        where().ifPresent(filter -> fields.add(filter.field()));
        per().ifPresent(fields::add);
        return fields;
    }

    Learning learning() {
        return new Learning(startUp(), memory(), grain().slots());
    }

    /** Fills a series. Not for use by several threads. */
    public static final class Builder extends ImmutableWatchedSeries.Builder {
        Builder() {}
    }
}
