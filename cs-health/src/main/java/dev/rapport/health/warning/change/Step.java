package dev.rapport.health.warning.change;

/**
 * What one period adds to an alarm.
 *
 * @param value  what was observed
 * @param expected  what was usual
 * @param contribution  what it adds to the statistic of the chart
 */
public record Step(double value, double expected, double contribution) {}
