package dev.rapport.health.retention;

import java.time.LocalDate;
import java.util.Locale;

/** How long a cohort's start is. */
public enum CohortGrain {
    /** By month, such as {@code 2026-03}. */
    MONTH,
    /** By quarter, such as {@code 2026-Q1}. */
    QUARTER,
    /** By year, such as {@code 2026}. */
    YEAR;

    /**
     * The cohort of a day.
     *
     * @param day  the day
     * @return its name; names sort by time
     */
    public String cohort(LocalDate day) {
        return switch (this) {
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", day.getYear(), (day.getMonthValue() + 2) / 3);
            case YEAR -> String.format(Locale.ROOT, "%04d", day.getYear());
        };
    }
}
