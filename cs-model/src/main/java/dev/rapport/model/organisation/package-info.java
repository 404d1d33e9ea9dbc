/**
 * Our own side: departments, roles and their reporting lines, the people and pools, and what they spend their time on.
 *
 * <p>The entry point is {@link dev.rapport.model.organisation.Organisation}, checked as a whole when it is built; {@link
 * dev.rapport.model.organisation.TimeSummary} sums up time entries by member and kind and holds them against the hours
 * that each member has for customers. What a role asks of whoever holds it is its {@link
 * dev.rapport.model.organisation.RoleProfile}. Its document {@code rapport/organisation} is read in {@code
 * dev.rapport.model.organisation.json}.
 */
@NullMarked
package dev.rapport.model.organisation;

import org.jspecify.annotations.NullMarked;
