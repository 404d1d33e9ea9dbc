/**
 * What customers without contracts are still expected to bring: a purchase model and the worth of a purchase, fitted on a
 * book and laid over it.
 *
 * <p>The entry point is {@link dev.rapport.health.residual.ResidualValues}.
 */
@NullMarked
package dev.rapport.health.residual;

import org.jspecify.annotations.NullMarked;
