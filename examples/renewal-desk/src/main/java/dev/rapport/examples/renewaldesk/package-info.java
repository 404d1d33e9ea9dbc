/** A small host application: what falls due is told once, whoever ticks, and people take note of it on a page. */
@NullMarked
package dev.rapport.examples.renewaldesk;

import org.jspecify.annotations.NullMarked;
