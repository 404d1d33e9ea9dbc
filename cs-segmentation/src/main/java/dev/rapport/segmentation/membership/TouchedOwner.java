package dev.rapport.segmentation.membership;

import java.util.Optional;
import org.joda.money.Money;

/**
 * Somebody whose customers would move.
 *
 * @param owner  who; empty for customers without owner
 * @param customers  how many of them would
 * @param amount  their amount together
 */
public record TouchedOwner(Optional<String> owner, int customers, Money amount) {}
