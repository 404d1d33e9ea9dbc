/**
 * Does an engagement model work? Experiments and natural experiments: differences of two arms, before and after, roll-outs by
 * cohort, whom a treatment moves, and what a planned experiment could show at all.
 *
 * <p>The entry points are {@link dev.rapport.engagement.experiment.TwoArms} for customers who were split, {@link
 * dev.rapport.engagement.experiment.DifferenceInDifferences} and {@link dev.rapport.engagement.experiment.StaggeredRollout}
 * for those who were not, {@link dev.rapport.engagement.experiment.UpliftCurve} for scores of whom to treat, and {@link
 * dev.rapport.engagement.experiment.Power} before anything is started. What they find is an {@link
 * dev.rapport.engagement.experiment.Effect}: a number with its interval and a {@link
 * dev.rapport.engagement.experiment.Verdict}, or a refusal with its reason.
 */
@NullMarked
package dev.rapport.engagement.experiment;

import org.jspecify.annotations.NullMarked;
