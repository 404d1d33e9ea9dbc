/**
 * What was decided before, as an input and an output of what is decided next.
 *
 * <p>A {@link dev.rapport.model.memory.Memory} of append-only {@link dev.rapport.model.memory.Remembered records} is
 * handed to a strategy that has hysteresis, overrides or firings, and the strategy hands back the records to add. Records
 * are cut by an {@code AsOf} like any fact, so a decision can be replayed for any past date. A {@link
 * dev.rapport.model.memory.MemoryStore} keeps them between runs.
 */
@NullMarked
package dev.rapport.model.memory;

import org.jspecify.annotations.NullMarked;
