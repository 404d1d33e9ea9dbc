/**
 * The life cycle: which stages a customer goes through, who owns each, where everybody stands, and who is stuck.
 *
 * <p>The entry points are {@link dev.rapport.engagement.lifecycle.LifeCycle}, the policy, and {@link
 * dev.rapport.engagement.lifecycle.LifeCycleReport}, which holds a book against it. Customers stand in a stage with each
 * product, or as a whole.
 */
@NullMarked
package dev.rapport.engagement.lifecycle;

import org.jspecify.annotations.NullMarked;
