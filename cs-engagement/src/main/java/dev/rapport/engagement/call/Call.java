package dev.rapport.engagement.call;

import dev.rapport.model.decision.Explanation;
import org.joda.money.Money;

/**
 * A customer to be called.
 *
 * @param customerId  the customer
 * @param expectedLoss  what is expected to be lost there a year
 * @param sentence  why, in one sentence
 * @param reasons  how the urgency comes about; its value is what the list is ordered by
 */
public record Call(String customerId, Money expectedLoss, String sentence, Explanation reasons) {}
