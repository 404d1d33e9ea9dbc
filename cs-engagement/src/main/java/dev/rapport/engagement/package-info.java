/** What falls due, who acts, and does it pay? Milestones, engagement models and the plan. */
@NullMarked
package dev.rapport.engagement;

import org.jspecify.annotations.NullMarked;
