package dev.rapport.engagement.json;

import dev.rapport.engagement.review.Review;
import dev.rapport.engagement.review.ReviewCounts;
import dev.rapport.engagement.review.ReviewReport;
import dev.rapport.engagement.review.ReviewReport.SegmentReviews;
import dev.rapport.engagement.review.ReviewStatus;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;

/** How reviews are written. */
final class ReviewShapes {

    private record OfCustomer(String customerId, Review review) {}

    /** A review with one customer. */
    static final Shape<Review> REVIEW = Output.object("customer-review", ReviewShapes::declareReview);

    private static final Shape<OfCustomer> OF_CUSTOMER = Output.object("open-review", fields -> {
        fields.required("customer", Shape.text(), OfCustomer::customerId);
        fields.part(OfCustomer::review, ReviewShapes::declareReview);
    });

    private static final Shape<SegmentReviews> SEGMENT = Output.object("segment-reviews", fields -> {
        fields.required("review", Shape.text(), SegmentReviews::rule);
        fields.required("segment", Shape.text(), SegmentReviews::segment);
        fields.part(SegmentReviews::counts, ReviewShapes::declareCounts);
    });

    private ReviewShapes() {}

    private static void declareReview(OutputFields<Review> fields) {
        fields.required("review", Shape.text(), Review::rule);
        fields.required("start", Shape.date(), Review::start);
        fields.required("end", Shape.date(), Review::end);
        fields.required("dueBy", Shape.date(), Review::dueBy);
        fields.required("status", Shape.oneOf(ReviewStatus.class), Review::status);
        fields.required("reason", Shape.text(), Review::reason);
        fields.optional("heldOn", Shape.date(), Review::heldOn);
        fields.optional("scheduledFor", Shape.date(), Review::scheduledFor);
        fields.optional("decisionMakerPresent", Shape.bool(), Review::decisionMakerPresent);
        fields.required("actionsAgreed", Shape.longInteger(), Review::actionsAgreed);
        fields.required("actionsOpen", Shape.longInteger(), Review::actionsOpen);
    }

    private static void declareCounts(OutputFields<ReviewCounts> fields) {
        fields.required("due", Shape.longInteger(), ReviewCounts::due);
        fields.required("scheduled", Shape.longInteger(), ReviewCounts::scheduled);
        fields.required("held", Shape.longInteger(), ReviewCounts::held);
        fields.required("heldLate", Shape.longInteger(), ReviewCounts::heldLate);
        fields.required("missed", Shape.longInteger(), ReviewCounts::missed);
        fields.required("withoutDecisionMaker", Shape.longInteger(), ReviewCounts::withoutDecisionMaker);
        fields.required("attendanceUnknown", Shape.longInteger(), ReviewCounts::attendanceUnknown);
        fields.required("actionsOpen", Shape.longInteger(), ReviewCounts::actionsOpen);
    }

    /** The counts, and each review that is not simply held: the rest is in the customers' files. */
    static void declareReviews(OutputFields<ReviewReport> fields) {
        fields.required(
                "since",
                Shape.date(),
                report -> report.date().minusDays(report.policy().windowDays()));
        fields.required("segments", Shape.listOf(SEGMENT), ReviewReport::segments);
        fields.required(
                "toSee",
                Shape.listOf(OF_CUSTOMER),
                report -> report.customers().stream()
                        .flatMap(customer -> customer.reviews().stream()
                                .filter(Review::needsALook)
                                .map(review -> new OfCustomer(customer.customerId(), review)))
                        .toList());
    }
}
