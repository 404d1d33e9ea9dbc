package dev.rapport.engagement.review;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.function.Predicate;
import org.immutables.value.Value;

/** How many reviews there were to be, and what became of them. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class ReviewCounts {

    ReviewCounts() {}

    static ReviewCounts of(List<Review> reviews) {
        return ImmutableReviewCounts.builder()
                .due(count(reviews, review -> review.status() == ReviewStatus.DUE))
                .scheduled(count(reviews, review -> review.status() == ReviewStatus.SCHEDULED))
                .held(count(reviews, review -> review.status() == ReviewStatus.HELD))
                .heldLate(count(reviews, review -> review.status() == ReviewStatus.HELD_LATE))
                .missed(count(reviews, review -> review.status() == ReviewStatus.MISSED))
                .withoutDecisionMaker(count(
                        reviews,
                        review -> review.decisionMakerPresent()
                                .map(present -> !present)
                                .orElse(false)))
                .attendanceUnknown(count(
                        reviews,
                        review -> review.status().isHeld()
                                && review.decisionMakerPresent().isEmpty()))
                .actionsOpen(reviews.stream().mapToLong(Review::actionsOpen).sum())
                .build();
    }

    private static long count(List<Review> reviews, Predicate<Review> which) {
        return reviews.stream().filter(which).count();
    }

    /**
     * Those that are not held yet, with nothing arranged.
     *
     * @return a number
     */
    public abstract long due();

    /**
     * Those that are arranged.
     *
     * @return a number
     */
    public abstract long scheduled();

    /**
     * Those that were held by their day.
     *
     * @return a number
     */
    public abstract long held();

    /**
     * Those that were held after the decision date.
     *
     * @return a number
     */
    public abstract long heldLate();

    /**
     * Those that were not held.
     *
     * @return a number
     */
    public abstract long missed();

    /**
     * Those that were held with nobody there who decides.
     *
     * @return a number
     */
    public abstract long withoutDecisionMaker();

    /**
     * Those that were held and of which nobody says who was there.
     *
     * @return a number
     */
    public abstract long attendanceUnknown();

    /**
     * The actions agreed in them that are open.
     *
     * @return a number
     */
    public abstract long actionsOpen();
}
