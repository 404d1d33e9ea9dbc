/** A host with its own classes binds its getters once. */
@NullMarked
package dev.rapport.examples.hostadapter;

import org.jspecify.annotations.NullMarked;
