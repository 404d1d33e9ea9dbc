/** Tests of the host, on inline files, and of its whole way on a public export. */
@NullMarked
package dev.rapport.examples.hostadapter;

import org.jspecify.annotations.NullMarked;
