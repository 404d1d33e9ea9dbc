/** Tests of the program that fits the statistics of staying to any CSV file. */
@NullMarked
package dev.rapport.examples.churnstudy;

import org.jspecify.annotations.NullMarked;
