/** Tests of the renewal desk. */
@NullMarked
package dev.rapport.examples.renewaldesk;

import org.jspecify.annotations.NullMarked;
