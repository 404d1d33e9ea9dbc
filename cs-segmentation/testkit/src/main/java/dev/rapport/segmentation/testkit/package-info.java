/**
 * Contract tests for implementations of the interfaces of {@code dev.rapport.segmentation}, ours and a host's.
 *
 * <p>The entry point is {@link dev.rapport.segmentation.testkit.SegmentationStrategyContract}: extend it, give it a strategy
 * and a book, and JUnit runs the rules that every strategy keeps.
 */
@NullMarked
package dev.rapport.segmentation.testkit;

import org.jspecify.annotations.NullMarked;
