/**
 * The at-risk list: who may be lost next, ranked by expected loss, with what can still be saved, by which play, and how
 * far the team's hours reach.
 *
 * <p>The entry point is {@link dev.rapport.health.atrisk.AtRiskRanking}; {@link dev.rapport.health.atrisk.AtRiskPolicy}
 * is the document that declares the plays.
 */
@NullMarked
package dev.rapport.health.atrisk;

import org.jspecify.annotations.NullMarked;
