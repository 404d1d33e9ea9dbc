/**
 * The pack for the annual review: what a customer and we look at together before it is decided how it goes on.
 *
 * <p>The entry point is {@link dev.rapport.engagement.pack.ReviewPack}, generated from a {@link
 * dev.rapport.engagement.file.CustomerFile} and so with nothing in it that the file's readers may not see.
 */
@NullMarked
package dev.rapport.engagement.pack;

import org.jspecify.annotations.NullMarked;
