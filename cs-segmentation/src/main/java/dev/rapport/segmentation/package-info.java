/** Who are they? Conditions, tiers, clusters and membership over time. */
@NullMarked
package dev.rapport.segmentation;

import org.jspecify.annotations.NullMarked;
