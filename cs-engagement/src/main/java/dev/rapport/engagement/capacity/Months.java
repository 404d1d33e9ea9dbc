package dev.rapport.engagement.capacity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/** The twelve months after a day, each from the day of the month that the first one begins on. */
final class Months {

    static final int NUMBER = 12;

    private static final int DIGITS = 2;

    private final LocalDate first;

    Months(LocalDate lastDayBefore) {
        this.first = lastDayBefore.plusDays(1);
    }

    /** The first day of a month, or the first after all of them. */
    LocalDate from(int month) {
        return first.plusMonths(month);
    }

    int days(int month) {
        return (int) ChronoUnit.DAYS.between(from(month), from(month + 1));
    }

    /** The month that a day is in; empty before the first and after the last. */
    OptionalInt find(LocalDate day) {
        for (int month = 0; month < NUMBER; month++) {
            if (!day.isBefore(from(month)) && day.isBefore(from(month + 1))) {
                return OptionalInt.of(month);
            }
        }
        return OptionalInt.empty();
    }

    /** What each month weighs by the month of the calendar that it begins in. */
    int[] weights(IntUnaryOperator ofCalendarMonth) {
        int[] weights = new int[NUMBER];
        Arrays.setAll(weights, month -> ofCalendarMonth.applyAsInt(from(month).getMonthValue()));
        return weights;
    }

    /** The months of the calendar that are named, all alike; all of them if none is. */
    int[] weights(List<Integer> named) {
        return weights(month -> named.isEmpty() || named.contains(month) ? 1 : 0);
    }

    /**
     * Spreads hours by weights that are not all 0: each month gets what is due by its end less what was due by its beginning,
     * both to a hundredth, so that no month is off by more and all together are exactly the hours.
     */
    static BigDecimal[] spread(BigDecimal hours, int[] weights) {
        int all = Arrays.stream(weights).sum();
        BigDecimal[] months = new BigDecimal[NUMBER];
        BigDecimal before = BigDecimal.ZERO;
        int due = 0;
        for (int month = 0; month < NUMBER; month++) {
            due += weights[month];
            BigDecimal until = due == all
                    ? hours
                    : hours.multiply(BigDecimal.valueOf(due))
                            .divide(BigDecimal.valueOf(all), MathContext.DECIMAL128)
                            .setScale(DIGITS, RoundingMode.HALF_EVEN);
            months[month] = until.subtract(before);
            before = until;
        }
        return months;
    }

    /** A part of the hours of a month, to a hundredth. */
    static BigDecimal part(BigDecimal hours, int days, int of) {
        return days == of
                ? hours
                : hours.multiply(BigDecimal.valueOf(days))
                        .divide(BigDecimal.valueOf(of), DIGITS, RoundingMode.HALF_EVEN);
    }
}
