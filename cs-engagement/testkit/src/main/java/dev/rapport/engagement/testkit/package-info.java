/** Contract tests and assertions for implementations of the interfaces of {@code dev.rapport.engagement}. */
@NullMarked
package dev.rapport.engagement.testkit;

import org.jspecify.annotations.NullMarked;
