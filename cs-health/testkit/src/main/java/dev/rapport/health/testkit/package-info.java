/** Contract tests and assertions for implementations of the interfaces of {@code dev.rapport.health}. */
@NullMarked
package dev.rapport.health.testkit;

import org.jspecify.annotations.NullMarked;
