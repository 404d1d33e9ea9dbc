package dev.rapport.model.time;

/**
 * A value with its two times: when it is true and during which time it was believed.
 *
 * @param <T>  the type of the value
 * @param value  what is stated
 * @param valid  when it is true for the business
 * @param recorded  when it was believed: from its recording until it was corrected, unbounded if it still stands
 */
public record Fact<T>(T value, TimeRange valid, TimeRange recorded) {}
