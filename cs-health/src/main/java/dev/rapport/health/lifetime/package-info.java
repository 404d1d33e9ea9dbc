/**
 * Lifetime: how long customers stay and how often they will still buy, from few facts of each.
 *
 * <p>With contracts, {@link dev.rapport.health.lifetime.ShiftedBetaGeometric}, {@link
 * dev.rapport.health.lifetime.BetaDiscreteWeibull} and {@link dev.rapport.health.lifetime.GeometricLifetime} project a {@link dev.rapport.health.lifetime.RetentionTable}, which {@link
 * dev.rapport.health.lifetime.Tenures} reads from a book. Without contracts, where nobody says good-bye, {@link
 * dev.rapport.health.lifetime.BetaGeometricNbd} and {@link dev.rapport.health.lifetime.ParetoNbd} read {@link
 * dev.rapport.health.lifetime.PurchaseSummaries}, and {@link dev.rapport.health.lifetime.GammaGamma} says what a purchase is
 * worth.
 */
@NullMarked
package dev.rapport.health.lifetime;

import org.jspecify.annotations.NullMarked;
