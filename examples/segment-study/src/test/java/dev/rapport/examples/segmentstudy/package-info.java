/** Tests of the program that splits the customers of any CSV file. */
@NullMarked
package dev.rapport.examples.segmentstudy;

import org.jspecify.annotations.NullMarked;
