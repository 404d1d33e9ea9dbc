/** Tries a proposed scorecard or segmentation on a book before it is published: who moves, why, whom it touches. */
@NullMarked
package dev.rapport.examples.policylab;

import org.jspecify.annotations.NullMarked;
