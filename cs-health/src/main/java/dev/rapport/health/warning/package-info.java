/**
 * Early warning: watches the series of each customer, and alerts an owner when something has changed, within a budget.
 *
 * <p>The entry point is {@link dev.rapport.health.warning.EarlyWarning}, the policy; resolved, it is a {@link
 * dev.rapport.health.warning.BookWatch}, which looks at a book and gives a {@link dev.rapport.health.warning.WatchedBook}
 * with the {@link dev.rapport.health.warning.AlertList}. {@link dev.rapport.health.warning.AlertEvaluation} measures how
 * long before losses there were alerts, and how many were false. How changes of one series are found is in {@link
 * dev.rapport.health.warning.change}.
 */
@NullMarked
package dev.rapport.health.warning;

import org.jspecify.annotations.NullMarked;
