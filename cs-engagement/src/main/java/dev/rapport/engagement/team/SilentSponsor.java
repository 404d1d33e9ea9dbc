package dev.rapport.engagement.team;

import java.time.LocalDate;

/**
 * A customer whose sponsor nobody has been in contact with for too long.
 *
 * @param customerId  the customer
 * @param silentOn  the day on which it was too long
 * @param reason  since when, in words
 */
public record SilentSponsor(String customerId, LocalDate silentOn, String reason) {}
