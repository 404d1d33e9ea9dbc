/** Shared by the modules of Rapport and open to nobody else: it may change in any release. */
@NullMarked
package dev.rapport.model.internal;

import org.jspecify.annotations.NullMarked;
