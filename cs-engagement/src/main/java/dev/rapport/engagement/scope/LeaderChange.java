package dev.rapport.engagement.scope;

/**
 * A place on the customer's way where another leader takes over.
 *
 * @param from  the stage before
 * @param to  the stage after
 * @param leaders  who hands over and who takes over, as "onboarding to vp-customer-success"
 */
public record LeaderChange(String from, String to, String leaders) {}
