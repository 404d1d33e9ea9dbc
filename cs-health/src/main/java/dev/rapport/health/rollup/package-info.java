/**
 * The health of families: a holding's rolled up from its subsidiaries, by what they pay or by the worst of them.
 *
 * <p>The entry point is {@link dev.rapport.health.rollup.RollUp}.
 */
@NullMarked
package dev.rapport.health.rollup;

import org.jspecify.annotations.NullMarked;
