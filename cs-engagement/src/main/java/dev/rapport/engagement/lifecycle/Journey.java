package dev.rapport.engagement.lifecycle;

import java.util.List;

/**
 * A customer's way through the life cycle, as of a cut.
 *
 * @param customerId  the customer
 * @param currentStages  the stage that they are in with each product, the customer as a whole first, then by product
 * @param findings  what is wrong with the way there, by product, then day
 */
public record Journey(String customerId, List<CurrentStage> currentStages, List<Finding> findings) {}
