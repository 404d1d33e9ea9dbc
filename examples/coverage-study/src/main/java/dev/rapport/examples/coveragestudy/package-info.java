/** A program about who looks after whom: assignment problems solved, with a bound on how far from the best. */
@NullMarked
package dev.rapport.examples.coveragestudy;

import org.jspecify.annotations.NullMarked;
