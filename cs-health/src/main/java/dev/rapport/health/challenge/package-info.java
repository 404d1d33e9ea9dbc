/**
 * Champion and challenger: two policies side by side over history, judged by which warned earlier of what then was lost and
 * which flapped less.
 *
 * <p>The entry point is {@link dev.rapport.health.challenge.Challenge}.
 */
@NullMarked
package dev.rapport.health.challenge;

import org.jspecify.annotations.NullMarked;
