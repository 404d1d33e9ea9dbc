/**
 * Who belongs to whom, and who became whom, as of a cut: what the customers of a book say of each other, put together.
 *
 * <p>Begin with {@link dev.rapport.model.family.Families}, the parents and their children, and {@link
 * dev.rapport.model.family.Successions}, the mergers and splits. Both are read from a book through the attributes {@code
 * parent}, {@code merged-into} and {@code split-from}, whatever class the host keeps its customers in, and both leave out
 * and report what cannot be: customers that are not there, and circles.
 */
@NullMarked
package dev.rapport.model.family;

import org.jspecify.annotations.NullMarked;
