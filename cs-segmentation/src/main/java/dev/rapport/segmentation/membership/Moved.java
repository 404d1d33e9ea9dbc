package dev.rapport.segmentation.membership;

import org.joda.money.Money;

/**
 * Customers that went the same way, and an amount of theirs such as ARR.
 *
 * @param customers  how many
 * @param before  what it was together; nothing of customers of whom it is not known
 * @param after  what it is together
 */
public record Moved(int customers, Money before, Money after) {}
