/** The main job, from facts to a plan. */
@NullMarked
package dev.rapport.examples.quickstart;

import org.jspecify.annotations.NullMarked;
