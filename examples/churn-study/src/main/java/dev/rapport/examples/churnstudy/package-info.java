/** A program that fits the statistics of staying to any CSV file. Begins in {@code Main}. */
@NullMarked
package dev.rapport.examples.churnstudy;

import org.jspecify.annotations.NullMarked;
