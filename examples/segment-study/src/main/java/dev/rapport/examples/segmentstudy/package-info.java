/** A program that splits the customers of any CSV file: clusters, RFM, tiers. */
@NullMarked
package dev.rapport.examples.segmentstudy;

import org.jspecify.annotations.NullMarked;
