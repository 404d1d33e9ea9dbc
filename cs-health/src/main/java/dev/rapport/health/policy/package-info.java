/**
 * All that decides about health together: scorecards in their revisions, which is for whom, what people override, and how
 * families roll up.
 *
 * <p>The entry point is {@link dev.rapport.health.policy.HealthPolicy}.
 */
@NullMarked
package dev.rapport.health.policy;

import org.jspecify.annotations.NullMarked;
