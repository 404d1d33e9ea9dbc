/**
 * The shapes of our documents: which fields there are, what they may hold, and which value they make.
 *
 * <p>A {@link dev.rapport.model.shape.Shape} is declared once and gives three things that cannot drift apart: reading
 * (with all problems at once), writing, and a JSON Schema. Shapes are values, made by combining smaller ones;
 * {@link dev.rapport.model.shape.Variants} are open, so that a host can add a type of its own; {@link
 * dev.rapport.model.shape.DocumentKind} is the shape of a whole document with its header. What is only written, such as
 * a plan, is declared by {@link dev.rapport.model.shape.Output}.
 *
 * <p>Rules that hold in every object: an unknown field is an error, except {@code description}, which takes a comment
 * where it is not declared, and names that begin with {@code x-}, which are free; neither is kept when the value is
 * written again. Null is never the same as absent. Nothing is converted: the
 * string {@code "3"} is no number.
 */
@NullMarked
package dev.rapport.model.shape;

import org.jspecify.annotations.NullMarked;
