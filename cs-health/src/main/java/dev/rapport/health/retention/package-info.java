/**
 * Retention under named definitions that reconcile with each other.
 *
 * <p>{@link dev.rapport.health.retention.LostCustomer} says who is lost, and when.
 */
@NullMarked
package dev.rapport.health.retention;

import org.jspecify.annotations.NullMarked;
