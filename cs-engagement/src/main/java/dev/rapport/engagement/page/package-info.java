/**
 * Pages that a person reads: the plan and the customer file as self-contained HTML, which needs no network and no script.
 *
 * <p>The entry points are {@link dev.rapport.engagement.page.PlanPage} and {@link
 * dev.rapport.engagement.page.CustomerPage}. Everything that is shown is escaped; the layout is free to change.
 */
@NullMarked
package dev.rapport.engagement.page;

import org.jspecify.annotations.NullMarked;
