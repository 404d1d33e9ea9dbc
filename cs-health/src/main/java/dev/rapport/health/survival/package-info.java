/**
 * Survival: how long customers stay, with those who have not left yet counted as what they are.
 *
 * <p>The entry point is {@link dev.rapport.health.survival.SurvivalData}: who was watched from when to when, and whether
 * the watching ended with the loss. {@link dev.rapport.health.survival.KaplanMeier} describes, {@link
 * dev.rapport.health.survival.LogRankTest} compares groups, {@link dev.rapport.health.survival.CoxRegression} and {@link
 * dev.rapport.health.survival.AcceleratedFailureTime} explain with covariates; {@link
 * dev.rapport.health.survival.DiscreteHazardRegression} does where times are counted in periods.
 */
@NullMarked
package dev.rapport.health.survival;

import org.jspecify.annotations.NullMarked;
