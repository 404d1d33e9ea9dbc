/** Contract tests and assertions for implementations of the interfaces of {@code dev.rapport.segmentation}. */
@NullMarked
package dev.rapport.segmentation.testkit;

import org.jspecify.annotations.NullMarked;
