/** The program as a user runs it. */
@NullMarked
package dev.rapport.examples.coveragestudy;

import org.jspecify.annotations.NullMarked;
