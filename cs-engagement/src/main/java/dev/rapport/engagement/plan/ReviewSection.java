package dev.rapport.engagement.plan;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.engagement.review.Cadences;
import dev.rapport.engagement.review.ReviewPolicy;
import dev.rapport.engagement.review.ReviewReport;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Judges the reviews with the current customers. */
final class ReviewSection {

    private final Policies policies;
    private final Reckoning reckoning;
    private final Consumer<List<CustomerFailure>> failed;

    ReviewSection(Policies policies, Reckoning reckoning, Consumer<List<CustomerFailure>> failed) {
        this.policies = policies;
        this.reckoning = reckoning;
        this.failed = failed;
    }

    /** With how often customers are to have each kind of touchpoint, where engagement models say. */
    static Book layOver(Book book, Policies policies) {
        return policies.engagementModels()
                .map(models -> Cadences.layOver(book, models, Planner.SEGMENT))
                .orElse(book);
    }

    Section<ReviewReport> of(Book book) {
        if (policies.reviews().isEmpty()) {
            return Section.lacking(List.of("policy reviews"));
        }
        ReviewPolicy policy = policies.reviews().get();
        List<String> missing = Missing.names(book.missing(policy.requirements()));
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        ReviewReport report = ReviewReport.of(policy, book, Planner.SEGMENT, reckoning);
        failed.accept(report.failures());
        return new Section<>(Optional.of(report), Missing.names(book.missing(ReviewPolicy.useful())));
    }
}
