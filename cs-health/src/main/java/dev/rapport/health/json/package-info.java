/**
 * The documents of this module: scorecards, rules of churn risk, plays for customers at risk, surveys, early warnings and the
 * state of their watches.
 *
 * <p>The entry point is {@link dev.rapport.health.json.HealthDocuments}.
 */
@NullMarked
package dev.rapport.health.json;

import org.jspecify.annotations.NullMarked;
