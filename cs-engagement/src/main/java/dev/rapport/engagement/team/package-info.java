/**
 * What a leader of the team has to know about its people. {@link dev.rapport.engagement.team.TeamReport} tells which skills
 * are missing for the customers at hand, what hangs on one person alone, how far the work is from the plan, has a sheet for
 * each person to talk over, and proposes the team of each segment and who leads each area of responsibility. {@link
 * dev.rapport.engagement.team.Fit} holds a person against a role. Utilisation and time are in {@code dev.rapport.engagement.time}, loads in {@code
 * dev.rapport.engagement.coverage}.
 */
@NullMarked
package dev.rapport.engagement.team;

import org.jspecify.annotations.NullMarked;
