/**
 * The renewal forecast: what of the revenue that is decided ahead will be kept, as a range and not as a sum; what people
 * commit to beside it; and who was right.
 *
 * <p>The entry point is {@link dev.rapport.engagement.forecast.RenewalForecast}. {@link
 * dev.rapport.engagement.forecast.ForecastReview} holds an earlier one against what happened, {@link
 * dev.rapport.engagement.forecast.CommitmentLog} scores people and model on the same decisions.
 */
@NullMarked
package dev.rapport.engagement.forecast;

import org.jspecify.annotations.NullMarked;
