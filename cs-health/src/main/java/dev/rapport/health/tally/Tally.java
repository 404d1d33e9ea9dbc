package dev.rapport.health.tally;

import java.util.Optional;
import org.joda.money.Money;

/**
 * How many customers some are, and what they pay.
 *
 * @param customers  how many they are
 * @param arr  their recurring revenue, without those whose is not known; empty if the book does not tell anybody's
 * @param withoutArr  how many of them have a revenue that is not known
 */
public record Tally(int customers, Optional<Money> arr, int withoutArr) {}
