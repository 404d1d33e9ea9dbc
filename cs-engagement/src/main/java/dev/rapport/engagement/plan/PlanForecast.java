package dev.rapport.engagement.plan;

import dev.rapport.engagement.forecast.CommitmentLog;
import dev.rapport.engagement.forecast.ForecastReview;
import dev.rapport.engagement.forecast.RenewalForecast;
import java.util.Optional;

/**
 * What the plan forecasts, and how good its forecasts were.
 *
 * @param ahead  what will be kept of what is decided ahead
 * @param sinceLastPlan  what was forecast at the date that the plan is compared with, beside what happened; empty without
 *     such a date
 * @param log  what people committed to and the model gave, scored by what became of it; empty where nobody says anything
 */
public record PlanForecast(
        RenewalForecast ahead, Optional<ForecastReview> sinceLastPlan, Optional<CommitmentLog> log) {}
