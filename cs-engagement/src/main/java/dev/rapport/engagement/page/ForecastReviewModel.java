package dev.rapport.engagement.page;

import dev.rapport.engagement.forecast.ForecastReview;
import dev.rapport.engagement.forecast.ReviewedSum;
import java.util.HashMap;
import java.util.Map;

/** What was forecast of the terms that ran out since the last plan, and what became of them. */
final class ForecastReviewModel {

    private final ForecastReview review;

    ForecastReviewModel(ForecastReview review) {
        this.review = review;
    }

    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "words",
                "The forecast was " + Text.money(review.expectedClosing()) + " without new customers, between "
                        + Text.money(review.worstClosing()) + " and " + Text.money(review.bestClosing())
                        + ". " + String.join(" ", review.words()));
        model.put("hasMonths", !review.months().isEmpty());
        model.put(
                "months",
                review.months().stream()
                        .map(month -> row(month.month().toString(), month.sum()))
                        .toList());
        model.put("total", row("All", review.renewals()));
        return model;
    }

    private static Map<String, Object> row(String name, ReviewedSum sum) {
        Map<String, Object> row = new HashMap<>();
        row.put("name", name);
        row.put("due", Text.money(sum.forecast().due()));
        row.put("expected", Text.money(sum.forecast().expected()));
        row.put("worst", Text.money(sum.forecast().worst()));
        row.put("best", Text.money(sum.forecast().best()));
        row.put("kept", Text.money(sum.kept()));
        row.put("lost", Text.money(sum.lost()));
        row.put("open", Text.money(sum.notKnown()));
        row.put("within", sum.isWithinRange() ? "yes" : "no");
        return row;
    }
}
