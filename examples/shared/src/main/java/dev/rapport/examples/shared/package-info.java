/** What several examples need. */
@NullMarked
package dev.rapport.examples.shared;

import org.jspecify.annotations.NullMarked;
