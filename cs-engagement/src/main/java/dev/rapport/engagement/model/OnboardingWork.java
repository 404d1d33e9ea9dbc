package dev.rapport.engagement.model;

import java.math.BigDecimal;

/**
 * What is done once for a new customer, in the first year.
 *
 * @param role  the id of the role that does it
 * @param hours  how long it takes, at least 0
 */
public record OnboardingWork(String role, BigDecimal hours) {}
