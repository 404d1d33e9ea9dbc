/**
 * What a strategy may ask of a customer: named, typed keys for attributes and series, and the view that answers them.
 *
 * <p>The entry point is {@link dev.rapport.model.attribute.CustomerView}. Strategies read nothing else; how a host's own
 * classes are bound to the keys is the business of {@code dev.rapport.model.book}.
 */
@NullMarked
package dev.rapport.model.attribute;

import org.jspecify.annotations.NullMarked;
