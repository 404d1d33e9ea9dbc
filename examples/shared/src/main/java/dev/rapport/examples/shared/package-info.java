/** What several example programs share: their command line, their progress, the folders they read and write. */
@NullMarked
package dev.rapport.examples.shared;

import org.jspecify.annotations.NullMarked;
