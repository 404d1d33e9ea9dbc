/** Shared by the rooms of this module and open to nobody else: it may change in any release. */
@NullMarked
package dev.rapport.health.internal;

import org.jspecify.annotations.NullMarked;
