/**
 * The two times of every fact: when it is true for the business (<em>valid</em>) and when it became known
 * (<em>recorded</em>).
 *
 * <p>The entry points are {@link dev.rapport.model.time.AsOf}, the instant a question is asked as of, and {@link
 * dev.rapport.model.time.Timeline}, a value that can be corrected later without losing what was believed before.
 */
@NullMarked
package dev.rapport.model.time;

import org.jspecify.annotations.NullMarked;
