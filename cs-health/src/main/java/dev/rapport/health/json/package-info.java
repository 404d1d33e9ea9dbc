/**
 * The documents of this module: scorecards and rules of churn risk.
 *
 * <p>The entry point is {@link dev.rapport.health.json.HealthDocuments}.
 */
@NullMarked
package dev.rapport.health.json;

import org.jspecify.annotations.NullMarked;
