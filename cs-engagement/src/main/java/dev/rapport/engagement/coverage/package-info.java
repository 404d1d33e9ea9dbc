/**
 * Who looks after whom, and who should.
 *
 * <p>{@link dev.rapport.engagement.coverage.Coverage} reads ownerships as of a cut and judges gaps against the engagement
 * model of each customer. {@link dev.rapport.engagement.coverage.AssignmentStrategy} is the open interface that places
 * customers with people; {@link dev.rapport.engagement.coverage.BoundedAssignment} is ours, {@link
 * dev.rapport.engagement.coverage.AssignmentCheck} evaluates any answer again, independently.
 */
@NullMarked
package dev.rapport.engagement.coverage;

import org.jspecify.annotations.NullMarked;
