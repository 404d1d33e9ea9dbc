/**
 * Measures: how one attribute of a customer becomes points from 0 to 100, higher always better.
 *
 * <p>The entry point is {@link dev.rapport.health.measure.Measure}; {@link dev.rapport.health.measure.Curve} is how a value
 * becomes points, {@link dev.rapport.health.measure.AttributeTest} a yes-or-no question to one attribute for caps and rules of risk.
 */
@NullMarked
package dev.rapport.health.measure;

import org.jspecify.annotations.NullMarked;
