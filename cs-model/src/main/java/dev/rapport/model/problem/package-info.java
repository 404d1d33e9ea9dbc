/**
 * What is wrong with a document or a row, as a value.
 *
 * <p>Whoever reads something a person or another system wrote (JSON documents, CSV rows, attribute bindings) collects
 * every {@link dev.rapport.model.problem.Problem} it finds and hands back a {@link dev.rapport.model.problem.Checked}
 * value: either what was read, perhaps with warnings, or all the problems at once. Nothing here reads or decodes
 * anything itself.
 */
@NullMarked
package dev.rapport.model.problem;

import org.jspecify.annotations.NullMarked;
