/**
 * The documents of this module: scorecards, rules of churn risk, and plays for customers at risk.
 *
 * <p>The entry point is {@link dev.rapport.health.json.HealthDocuments}.
 */
@NullMarked
package dev.rapport.health.json;

import org.jspecify.annotations.NullMarked;
