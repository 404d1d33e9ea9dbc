/** Tests of what the examples share. */
@NullMarked
package dev.rapport.examples.shared;

import org.jspecify.annotations.NullMarked;
