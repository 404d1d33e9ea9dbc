/**
 * JSON text in and out, with the place of everything.
 *
 * <p>{@link dev.rapport.model.json.JsonInput} reads a text into a small tree of our own, in which every value knows its
 * JSON pointer, line and column; what is wrong with the text comes back as problems. {@link
 * dev.rapport.model.json.JsonOut} writes, always the same bytes for the same calls. What is longer than memory goes line
 * by line: {@link dev.rapport.model.json.JsonLines} reads, {@link dev.rapport.model.json.JsonLinesWriter} writes. What the
 * fields of a document mean is not decided here but in {@code dev.rapport.model.shape}, and those of a row in {@code
 * dev.rapport.model.tables}.
 *
 * <p>This is the only room that knows the JSON parser; none of its types is in a public signature.
 */
@NullMarked
package dev.rapport.model.json;

import org.jspecify.annotations.NullMarked;
