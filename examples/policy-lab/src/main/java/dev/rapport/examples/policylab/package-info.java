/** Tries a proposed scorecard on a book before it is published: who moves, why, which alerts it raises. */
@NullMarked
package dev.rapport.examples.policylab;

import org.jspecify.annotations.NullMarked;
