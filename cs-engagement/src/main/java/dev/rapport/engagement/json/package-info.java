/**
 * The documents of this module: how milestones, engagement models, life cycle and escalation are written and read, and how
 * plan and customer file are written.
 *
 * <p>Each kind of document has a class of its own, named after it; {@link dev.rapport.engagement.json.MilestonesDocument}
 * shows how they are used.
 */
@NullMarked
package dev.rapport.engagement.json;

import org.jspecify.annotations.NullMarked;
