package dev.rapport.health.observation;

import java.time.LocalDate;

/**
 * A customer at a date that is no observation.
 *
 * @param customerId  the customer
 * @param date  the date
 * @param why  the reason
 */
public record Excluded(String customerId, LocalDate date, Exclusion why) {}
