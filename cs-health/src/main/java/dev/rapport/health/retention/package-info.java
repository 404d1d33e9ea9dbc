/**
 * Retention under named definitions that reconcile with each other: the waterfall of recurring revenue, logo, gross and net
 * retention by the cohort, by the renewals due and trailing, and cohorts, by account, contract and line.
 *
 * <p>The entry point is {@link dev.rapport.health.retention.RevenueHistory}, from which all figures are read; {@link
 * dev.rapport.health.retention.RetentionDefinition} says what they mean. {@link dev.rapport.health.retention.LostCustomer}
 * says who is lost, and when.
 */
@NullMarked
package dev.rapport.health.retention;

import org.jspecify.annotations.NullMarked;
