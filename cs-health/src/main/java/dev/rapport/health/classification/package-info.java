/**
 * Classification: the probability of a yes, such as a loss within a year, how far it can be trusted, and how it is put right.
 *
 * <p>The entry points are {@link dev.rapport.health.classification.LogisticRegression}, the calibrations {@link
 * dev.rapport.health.classification.PlattCalibration} and {@link dev.rapport.health.classification.IsotonicCalibration}, and
 * {@link dev.rapport.health.classification.Evaluation}, which compares probabilities with what then happened.
 */
@NullMarked
package dev.rapport.health.classification;

import org.jspecify.annotations.NullMarked;
