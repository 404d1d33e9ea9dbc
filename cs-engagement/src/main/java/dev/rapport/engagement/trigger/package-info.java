/**
 * What milestones are reckoned from, beside the terms of contracts: goals, stages, go-lives, targets of adoption, price
 * rises, credits that run out, sponsors who fall silent, anniversaries, and conditions that become true.
 *
 * <p>Each is a {@link dev.rapport.engagement.milestone.MilestoneTrigger} and gives anchors with the reason why they lie on
 * their day. Begin with {@link dev.rapport.engagement.trigger.GoalDueTrigger}, the smallest, when you write your own; {@link
 * dev.rapport.engagement.trigger.ConditionTrigger} is the one for whatever a condition can say.
 */
@NullMarked
package dev.rapport.engagement.trigger;

import org.jspecify.annotations.NullMarked;
