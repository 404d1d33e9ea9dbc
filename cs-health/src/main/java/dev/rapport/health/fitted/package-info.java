/**
 * Fitted models as values that outlive a run: written as documents, read again, and the same to the last bit.
 *
 * <p>The entry point is {@link dev.rapport.health.fitted.SavedModel}.
 */
@NullMarked
package dev.rapport.health.fitted;

import org.jspecify.annotations.NullMarked;
