package dev.rapport.engagement.review;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How often something is held with a customer: every so many months, or as often as the customer's engagement model plans
 * touchpoints of a kind. Immutable.
 */
public final class Cadence {

    private static final int MOST_MONTHS = 120;
    private static final double MONTHS_OF_YEAR = 12;
    private static final double DAYS_OF_YEAR = 365.25;

    private final int months;
    private final @Nullable String follows;

    private Cadence(int months, @Nullable String follows) {
        this.months = months;
        this.follows = follows;
    }

    /**
     * The same cadence for all.
     *
     * @param months  every how many months, from 1 to 120
     * @return the cadence
     */
    public static Cadence everyMonths(int months) {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("months (" + months + ") must be from 1 to " + MOST_MONTHS + ".");
        }
        return new Cadence(months, null);
    }

    /**
     * The cadence of each customer's engagement model, which {@link #timesPerYear} tells.
     *
     * @param touchpoint  the kind of touchpoint, as engagement models plan it
     * @return the cadence; none for customers whose model plans no such touchpoints
     */
    public static Cadence following(String touchpoint) {
        return new Cadence(0, requireNonNull(touchpoint, "touchpoint"));
    }

    /**
     * How often a customer is to have touchpoints of a kind in a year: what a planner lays over a book from the engagement
     * models, and a host may feed.
     *
     * @param touchpoint  the kind of touchpoint, as engagement models plan it
     * @return the attribute
     */
    public static AttributeKey<Double> timesPerYear(String touchpoint) {
        return AttributeKey.number("cadence." + touchpoint).unit("times a year");
    }

    /**
     * Every how many months.
     *
     * @return the months, empty where the engagement model says
     */
    public OptionalInt months() {
        return follows == null ? OptionalInt.of(months) : OptionalInt.empty();
    }

    /**
     * What planned touchpoints it follows.
     *
     * @return the kind, empty where it is the same for all
     */
    public Optional<String> follows() {
        return Optional.ofNullable(follows);
    }

    /**
     * What is read.
     *
     * @return the attribute that tells it, if one does
     */
    public Requirements requirements() {
        return follows == null ? Requirements.none() : Requirements.attributes(timesPerYear(follows));
    }

    /** How long it is from one to the next; empty for customers who are to have none. */
    Optional<Interval> of(CustomerView view) {
        if (follows == null) {
            return Optional.of(new Interval(months, ChronoUnit.MONTHS));
        }
        AttributeKey<Double> key = timesPerYear(follows);
        Reading<Double> reading = view.read(key);
        if (reading.status() == Reading.Status.FAILED) {
            throw new IllegalStateException(
                    "attribute (" + key + ") failed: " + reading.reason().orElse("no reason"));
        }
        return reading.value().filter(times -> times > 0).map(Interval::between);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Cadence other && months == other.months && Objects.equals(follows, other.follows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(months, follows);
    }

    @Override
    public String toString() {
        return follows == null ? "every " + months + " months" : "as often as " + follows;
    }

    /**
     * The time from one to the next.
     *
     * @param amount  how many, at least 1
     * @param unit  months, or days where a year has no whole number of months for each
     */
    record Interval(long amount, ChronoUnit unit) {

        static Interval between(double timesPerYear) {
            double months = MONTHS_OF_YEAR / timesPerYear;
            return months >= 1 && months == Math.rint(months)
                    ? new Interval((long) months, ChronoUnit.MONTHS)
                    : new Interval(Math.max(1, Math.round(DAYS_OF_YEAR / timesPerYear)), ChronoUnit.DAYS);
        }

        /** Each is reckoned from the first, so that no month's end shifts those that follow. */
        LocalDate after(LocalDate first, long count) {
            return first.plus(count * amount, unit);
        }

        /** A number of intervals after which one is not yet at a day, or just is. */
        long countBefore(LocalDate first, LocalDate day) {
            return Math.max(0, unit.between(first, day) / amount - 1);
        }
    }
}
