package dev.rapport.engagement.forecast;

import java.time.YearMonth;

/**
 * A month of a forecast.
 *
 * @param month  the month
 * @param sum  what is decided, or runs out, in it
 */
public record ForecastMonth(YearMonth month, ForecastSum sum) {}
