/**
 * Reasons of loss: what was said against what speaks for it, several causes ranked, each with its department, who ended it and
 * whether it could have been avoided; and what contradicts itself.
 *
 * <p>The entry point is {@link dev.rapport.health.loss.LossPolicy}, of which {@link
 * dev.rapport.health.loss.LossPolicy#standard()} is a complete preset; its {@link
 * dev.rapport.health.loss.LossAttribution#report} attributes the losses of a waterfall, so that both come to the same.
 */
@NullMarked
package dev.rapport.health.loss;

import org.jspecify.annotations.NullMarked;
