package dev.rapport.engagement.milestone;

import dev.rapport.engagement.CustomerFailure;

/**
 * A milestone that could not be reckoned for one customer. The customer's other milestones are not affected.
 *
 * @param customerId  the customer
 * @param milestone  the id of the milestone
 * @param reason  what went wrong, as a sentence
 */
public record MilestoneFailure(String customerId, String milestone, String reason) {

    /**
     * The failure that an exception stands for.
     *
     * @param customerId  the customer
     * @param milestone  the id of the milestone
     * @param exception  what was thrown while the milestone was reckoned
     * @return the failure
     */
    public static MilestoneFailure of(String customerId, String milestone, RuntimeException exception) {
        return new MilestoneFailure(
                customerId, milestone, CustomerFailure.of(customerId, exception).reason());
    }

    /**
     * The same among failures of other kinds.
     *
     * @return the failure, whose reason names the milestone
     */
    public CustomerFailure ofCustomer() {
        return new CustomerFailure(customerId, "milestone " + milestone + ": " + reason);
    }
}
