/**
 * Decisions that carry their reasons.
 *
 * <p>A policy compiles to {@link dev.rapport.model.decision.Node nodes} and these to a {@link
 * dev.rapport.model.decision.Program}, which runs over one customer with reasons or over a whole book column by column,
 * numbers only, or values only ({@link dev.rapport.model.decision.Program#answer}), which is faster where conditions are
 * asked for. All go through the same arithmetic; the {@link dev.rapport.model.decision.Explanation} is a read-out of
 * the node values of one customer, never a second computation.
 */
@NullMarked
package dev.rapport.model.decision;

import org.jspecify.annotations.NullMarked;
