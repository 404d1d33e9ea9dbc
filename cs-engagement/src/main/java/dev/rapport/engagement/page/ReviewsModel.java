package dev.rapport.engagement.page;

import dev.rapport.engagement.review.Review;
import dev.rapport.engagement.review.ReviewCounts;
import dev.rapport.engagement.review.ReviewReport;
import dev.rapport.engagement.review.ReviewReport.SegmentReviews;
import dev.rapport.engagement.review.ReviewStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The reviews with customers: what became of them by segment, and which were missed. */
final class ReviewsModel {

    private static final int MISSED = 12;

    private final ReviewReport report;
    private final CustomerLinks customers;

    ReviewsModel(ReviewReport report, CustomerLinks customers) {
        this.report = report;
        this.customers = customers;
    }

    Map<String, Object> fill() {
        List<Map<String, Object>> missed = new ArrayList<>();
        report.customers()
                .forEach(customer -> customer.reviews().stream()
                        .filter(review ->
                                review.status() == ReviewStatus.MISSED || review.status() == ReviewStatus.HELD_LATE)
                        .forEach(review -> missed.add(row(customer.customerId(), review))));
        missed.sort(Comparator.comparing((Map<String, Object> row) -> String.valueOf(row.get("dueBy")))
                .reversed());
        List<Map<String, Object>> segments =
                report.segments().stream().map(ReviewsModel::segment).toList();
        Map<String, Object> model = new HashMap<>();
        model.put("since", report.date().minusDays(report.policy().windowDays()).toString());
        model.put("segments", segments);
        model.put("hasSegments", !segments.isEmpty());
        model.put("missed", missed.stream().limit(MISSED).toList());
        model.put("hasMissed", !missed.isEmpty());
        model.put("missedNote", PlanModel.rest(missed.size() - MISSED, "more were missed or held late"));
        return model;
    }

    private Map<String, Object> row(String customerId, Review review) {
        Map<String, Object> row = customers.row(customerId);
        row.put("review", Text.words(review.rule()));
        row.put("dueBy", review.dueBy().toString());
        row.put("status", Text.words(review.status()));
        row.put("reason", review.reason());
        return row;
    }

    private static Map<String, Object> segment(SegmentReviews one) {
        ReviewCounts counts = one.counts();
        Map<String, Object> row = new HashMap<>();
        row.put("review", Text.words(one.rule()));
        row.put("segment", one.segment());
        row.put("held", Text.grouped(counts.held()));
        row.put("heldLate", Text.grouped(counts.heldLate()));
        row.put("missed", Text.grouped(counts.missed()));
        row.put("scheduled", Text.grouped(counts.scheduled()));
        row.put("due", Text.grouped(counts.due()));
        row.put("withoutDecisionMaker", Text.grouped(counts.withoutDecisionMaker()));
        row.put("unknown", Text.grouped(counts.attendanceUnknown()));
        row.put("actionsOpen", Text.grouped(counts.actionsOpen()));
        return row;
    }
}
