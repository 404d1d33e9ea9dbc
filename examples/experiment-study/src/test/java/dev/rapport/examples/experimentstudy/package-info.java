/** Tests of the program that says whether a treatment worked. */
@NullMarked
package dev.rapport.examples.experimentstudy;

import org.jspecify.annotations.NullMarked;
