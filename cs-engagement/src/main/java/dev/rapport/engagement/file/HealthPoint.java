package dev.rapport.engagement.file;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * How a customer was on an earlier day, by what was known and in force then.
 *
 * @param on  the last day that was seen
 * @param band  the health band
 * @param score  the score, empty where the health was unknown
 */
public record HealthPoint(LocalDate on, String band, OptionalDouble score) {}
