/**
 * Measures: how one attribute of a customer becomes points from 0 to 100, higher always better.
 *
 * <p>The entry point is {@link dev.rapport.health.measure.Measure}; {@link dev.rapport.health.measure.Curve} is how a value
 * becomes points, {@link dev.rapport.health.measure.AttributeTest} a yes-or-no question to one attribute for caps, floors and
 * rules of risk. A measure may have a time to live, after which its value counts as missing, and it may be {@link
 * dev.rapport.health.measure.Relative relative} to other customers, whom a {@link dev.rapport.health.measure.Reference} keeps.
 */
@NullMarked
package dev.rapport.health.measure;

import org.jspecify.annotations.NullMarked;
