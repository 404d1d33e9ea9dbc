/**
 * The library's own immutable model: customers, their attributes and the series of facts about them.
 *
 * <p>The entry point is {@link dev.rapport.model.customer.Customer}. Each series has a class of its own, such as {@link
 * dev.rapport.model.customer.Contract}: it names the fields, and is a thin typed reading of one entry, whether that comes
 * from this model or from a host's own classes. {@link dev.rapport.model.customer.CustomerAttributes} names the
 * attributes, {@link dev.rapport.model.customer.CustomerSeries} lists the series.
 */
@NullMarked
package dev.rapport.model.customer;

import org.jspecify.annotations.NullMarked;
