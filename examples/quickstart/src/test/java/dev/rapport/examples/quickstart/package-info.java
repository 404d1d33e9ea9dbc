/** Tests of the main job as its user sees it: command lines in, texts, files and exit codes out. */
@NullMarked
package dev.rapport.examples.quickstart;

import org.jspecify.annotations.NullMarked;
