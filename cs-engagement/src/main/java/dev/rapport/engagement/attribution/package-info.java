/**
 * Whose revenue was kept: the retention of a period attributed to those who looked after the customers. {@link
 * dev.rapport.engagement.attribution.Attribution} judges each customer by an {@link
 * dev.rapport.engagement.attribution.AttributionPolicy}; what nobody answers for is told with the reason, so that all
 * parts sum to the whole.
 */
@NullMarked
package dev.rapport.engagement.attribution;

import org.jspecify.annotations.NullMarked;
