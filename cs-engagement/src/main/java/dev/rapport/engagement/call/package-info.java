/**
 * Whom to call this week: the few customers at whom a call from above is worth most, each with one sentence.
 *
 * <p>The entry point is {@link dev.rapport.engagement.call.CallList}; {@link dev.rapport.engagement.call.CallPolicy} says what
 * counts for how much.
 */
@NullMarked
package dev.rapport.engagement.call;

import org.jspecify.annotations.NullMarked;
