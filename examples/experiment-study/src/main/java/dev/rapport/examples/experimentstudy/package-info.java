/** Says whether a treatment worked, from one row for each customer, or for each customer and period, of any CSV file. */
@NullMarked
package dev.rapport.examples.experimentstudy;

import org.jspecify.annotations.NullMarked;
