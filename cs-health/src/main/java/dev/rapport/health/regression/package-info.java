/**
 * What the regressions of this module share: columns of covariates and the coefficients that come out.
 *
 * <p>The entry point is {@link dev.rapport.health.regression.Covariates}.
 */
@NullMarked
package dev.rapport.health.regression;

import org.jspecify.annotations.NullMarked;
