/**
 * Escalation: from a root cause to the one who is accountable for it, and by when.
 *
 * <p>The entry points are {@link dev.rapport.engagement.escalation.EscalationPolicy}, with a complete default, and {@link
 * dev.rapport.engagement.escalation.EscalationReport}, which holds a book against it: what is open for whom, which causes
 * recur, and which are not in the policy.
 */
@NullMarked
package dev.rapport.engagement.escalation;

import org.jspecify.annotations.NullMarked;
