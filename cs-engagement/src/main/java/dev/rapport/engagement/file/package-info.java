/**
 * The customer file: everything on one customer as of a date, ready when it is asked for.
 *
 * <p>The entry point is {@link dev.rapport.engagement.file.CustomerFile}. What is more sensitive than the reader may see is
 * not in the file at all.
 */
@NullMarked
package dev.rapport.engagement.file;

import org.jspecify.annotations.NullMarked;
