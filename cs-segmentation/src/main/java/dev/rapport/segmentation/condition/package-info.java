/**
 * Conditions on the attributes of a customer: who belongs to a segment, when something is due, what is to be escalated.
 *
 * <p>The entry point is {@link dev.rapport.segmentation.condition.Condition}: its factories make every standard condition,
 * and {@link dev.rapport.segmentation.condition.Condition#compile() compile()} turns one into a node that a program
 * evaluates. Conditions are three-valued: where data is missing that could decide, the answer is open. Of an unmet one
 * the explanation says how far off it was.
 */
@NullMarked
package dev.rapport.segmentation.condition;

import org.jspecify.annotations.NullMarked;
