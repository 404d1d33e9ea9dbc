/**
 * Items to agents, on arrays: the generalised assignment problem with priced loads. {@link
 * dev.rapport.engagement.coverage} states its own questions in these terms.
 *
 * <p>{@link dev.rapport.engagement.allocation.Allocator} answers an {@link
 * dev.rapport.engagement.allocation.AllocationProblem} at any time it is stopped, with a bound that no answer can be
 * below; input that has no answer gets a {@link dev.rapport.engagement.allocation.Clash} instead.
 */
@NullMarked
package dev.rapport.engagement.allocation;

import org.jspecify.annotations.NullMarked;
