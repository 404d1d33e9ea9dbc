/** Contract tests and assertions for implementations of the interfaces of {@code dev.rapport.model}. */
@NullMarked
package dev.rapport.model.testkit;

import org.jspecify.annotations.NullMarked;
