package dev.rapport.health.survival;

/**
 * A confidence interval.
 *
 * @param lower  its lower end
 * @param upper  its upper end
 */
public record Interval(double lower, double upper) {}
