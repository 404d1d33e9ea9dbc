package dev.rapport.engagement.scope;

/**
 * A place on one round of the customer's way where a leader takes over, or leaders leave to those who stay.
 *
 * @param from  the stage before
 * @param to  the stage after, or an area beside the customer's way
 * @param leaders  who hands over and who takes over, as "onboarding to vp-customer-success"
 */
public record LeaderChange(String from, String to, String leaders) {}
