package dev.rapport.engagement.pack;

import java.time.LocalDate;

/**
 * How the customer was at the end of a day.
 *
 * @param date  the day
 * @param score  the score, 0 to 100
 * @param band  the band
 */
public record HealthPoint(LocalDate date, double score, String band) {}
