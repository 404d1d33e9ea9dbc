/**
 * Revisions of a scorecard over time, of which the one in force on the day that is asked about decides, as far as it was
 * approved then.
 *
 * <p>The entry point is {@link dev.rapport.health.version.VersionedHealth}.
 */
@NullMarked
package dev.rapport.health.version;

import org.jspecify.annotations.NullMarked;
