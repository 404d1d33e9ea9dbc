/**
 * RFM: how recently, how often and for how much customers bought, each as a score from 1 to 5 (or as many as one likes),
 * together a cell such as 455, and cells as segments with names.
 *
 * <p>The entry point is {@link dev.rapport.segmentation.rfm.RfmSegmentation}; {@link dev.rapport.segmentation.rfm.RfmCuts}
 * finds where the scores change in a customer base, {@link dev.rapport.segmentation.rfm.RfmNames} has the usual names.
 */
@NullMarked
package dev.rapport.segmentation.rfm;

import org.jspecify.annotations.NullMarked;
