package dev.rapport.engagement.milestone;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far before or after its anchor a milestone fires. Written {@code 30 days before}, {@code 3 business days before},
 * {@code 2 weeks after}, {@code 1 month before} or {@code on the day}.
 *
 * <p>Steps are days of the calendar and have no zone. What happens where a month has no such day says a {@link MonthRule};
 * business days are counted in a {@link BusinessCalendar}. Each step is reckoned from the anchor, never from another step,
 * so nothing drifts.
 */
public final class Step {

    /** What is counted. */
    public enum Unit {
        /** Days of the calendar. */
        DAYS(1),
        /** Days that a business calendar counts as worked. */
        BUSINESS_DAYS(2),
        /** Seven days. */
        WEEKS(7),
        /** Months of the calendar. */
        MONTHS(31);

        private final int mostDays;

        Unit(int mostDays) {
            this.mostDays = mostDays;
        }

        private String word(int amount) {
            String plural = name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return amount == 1 ? plural.substring(0, plural.length() - 1) : plural;
        }
    }

    private static final int MOST_DAYS = 3_700;
    private static final String ON_THE_DAY = "on the day";
    private static final Pattern WORDS =
            Pattern.compile("(0|[1-9][0-9]{0,3}) (day|business day|week|month)s? (before|after)");

    private final int amount;
    private final Unit unit;
    private final String text;

    private Step(int amount, Unit unit) {
        this.amount = amount;
        this.unit = unit;
        int count = Math.abs(amount);
        this.text = amount == 0 ? ON_THE_DAY : count + " " + unit.word(count) + (amount < 0 ? " before" : " after");
    }

    /**
     * A step before the anchor.
     *
     * @param amount  how many, at least 1
     * @param unit  of what
     * @return the step
     */
    public static Step before(int amount, Unit unit) {
        return new Step(-checked(amount, unit), unit);
    }

    /**
     * A step after the anchor.
     *
     * @param amount  how many, at least 1
     * @param unit  of what
     * @return the step
     */
    public static Step after(int amount, Unit unit) {
        return new Step(checked(amount, unit), unit);
    }

    /**
     * The step on the anchor itself.
     *
     * @return the step
     */
    public static Step onTheDay() {
        return new Step(0, Unit.DAYS);
    }

    private static int checked(int amount, Unit unit) {
        if (amount < 1 || (long) amount * requireNonNull(unit, "unit").mostDays > MOST_DAYS) {
            throw new IllegalArgumentException("step (" + amount + " " + unit.word(amount)
                    + ") must be at least 1 and at most ten years.\nMaybe " + ON_THE_DAY + ".");
        }
        return amount;
    }

    /**
     * Reads a step.
     *
     * @param text  such as {@code 30 days before}
     * @return the step
     * @throws IllegalArgumentException if it is something else
     */
    public static Step parse(String text) {
        if (text.equals(ON_THE_DAY)) {
            return onTheDay();
        }
        Matcher words = WORDS.matcher(text);
        if (!words.matches()) {
            throw new IllegalArgumentException(
                    "must be like \"30 days before\", \"3 business days before\", \"2 weeks after\", \"1 month before\" or \""
                            + ON_THE_DAY + "\"");
        }
        int amount = Integer.parseInt(words.group(1));
        Unit unit = Unit.valueOf(words.group(2).toUpperCase(Locale.ROOT).replace(' ', '_') + "S");
        return words.group(3).equals("before") ? before(amount, unit) : after(amount, unit);
    }

    /**
     * The day of the step.
     *
     * @param anchor  the day it is reckoned from
     * @param months  what happens where a month has no such day
     * @param calendar  the calendar that business days are counted in
     * @return the day on which it is due
     * @throws IllegalArgumentException if it counts business days that the calendar does not reach
     */
    public LocalDate from(LocalDate anchor, MonthRule months, BusinessCalendar calendar) {
        return switch (unit) {
            case DAYS -> anchor.plusDays(amount);
            case BUSINESS_DAYS ->
                amount < 0 ? calendar.minusBusinessDays(anchor, -amount) : calendar.plusBusinessDays(anchor, amount);
            case WEEKS -> anchor.plusWeeks(amount);
            case MONTHS -> months.plus(anchor, amount);
        };
    }

    /**
     * What is counted.
     *
     * @return the unit; days for the step on the anchor itself
     */
    public Unit unit() {
        return unit;
    }

    /** Says whether it lies after the anchor. */
    boolean isAfter() {
        return amount > 0;
    }

    /** How many days at most the anchor lies after the step; negative if it lies before. Not for business days. */
    int mostDaysToAnchor() {
        return -amount * unit.mostDays;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Step other && amount == other.amount && unit == other.unit;
    }

    @Override
    public int hashCode() {
        return 31 * amount + unit.ordinal();
    }

    /** The text that {@link #parse(String)} reads. */
    @Override
    public String toString() {
        return text;
    }
}
