/**
 * What each leader is responsible for on the customer's way, and until when it stays so. {@link
 * dev.rapport.engagement.scope.ScopePolicy} names the areas, the ways to divide them and who may decide what; {@link
 * dev.rapport.engagement.scope.ScopeReport} holds them against the people there are.
 */
@NullMarked
package dev.rapport.engagement.scope;

import org.jspecify.annotations.NullMarked;
