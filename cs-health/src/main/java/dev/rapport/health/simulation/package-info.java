/**
 * What a proposed policy would do to a book before it is published: who moves where, why, and what that raises.
 *
 * <p>The entry point is {@link dev.rapport.health.simulation.Simulation}.
 */
@NullMarked
package dev.rapport.health.simulation;

import org.jspecify.annotations.NullMarked;
