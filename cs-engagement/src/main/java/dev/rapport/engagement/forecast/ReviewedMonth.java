package dev.rapport.engagement.forecast;

import java.time.YearMonth;

/**
 * A month that is over, beside what was forecast of it.
 *
 * @param month  the month in which the terms ran out
 * @param sum  what was forecast, and what became of it
 */
public record ReviewedMonth(YearMonth month, ReviewedSum sum) {}
