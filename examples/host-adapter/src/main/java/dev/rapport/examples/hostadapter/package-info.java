/**
 * A host application with customer classes of its own, which it binds to the library's keys in one place.
 *
 * <p>Read {@link dev.rapport.examples.hostadapter.AccountAdapter} first: nothing is converted into the library's model.
 */
@NullMarked
package dev.rapport.examples.hostadapter;

import org.jspecify.annotations.NullMarked;
