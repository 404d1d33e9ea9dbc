/**
 * What if? Two plans of the same day beside each other, one of them with something changed: a policy, a price, a customer
 * who is lost, somebody who is hired.
 *
 * <p>The entry point is {@link dev.rapport.engagement.whatif.PlanDifference}. Whatever goes into a plan may be changed: the
 * second plan is made like the first, from other facts or by other policies, and nothing is reckoned here that a plan does
 * not say.
 */
@NullMarked
package dev.rapport.engagement.whatif;

import org.jspecify.annotations.NullMarked;
