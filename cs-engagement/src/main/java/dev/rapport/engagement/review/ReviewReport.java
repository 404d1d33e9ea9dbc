package dev.rapport.engagement.review;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The reviews of a book: which were to be held lately and which run, and what became of each. Immutable.
 *
 * <pre>{@code
 * ReviewReport report = ReviewReport.of(policy, book, segmentKey, reckoning);
 * report.segments().forEach(one -> print(one.segment(), one.counts().missed()));
 * }</pre>
 */
public final class ReviewReport {

    private final ReviewPolicy policy;
    private final LocalDate date;
    private final List<CustomerReviews> customers;
    private final List<CustomerFailure> failures;

    private ReviewReport(
            ReviewPolicy policy, LocalDate date, List<CustomerReviews> customers, List<CustomerFailure> failures) {
        this.policy = policy;
        this.date = date;
        this.customers = List.copyOf(customers);
        this.failures = List.copyOf(failures);
    }

    /**
     * Judges the reviews of a book.
     *
     * @param policy  which reviews there are to be
     * @param book  the customers, with the cadences that the policy follows
     * @param segment  by what customers are told apart
     * @param reckoning  the calendar for notice in business days
     * @return the report
     */
    public static ReviewReport of(ReviewPolicy policy, Book book, AttributeKey<String> segment, Reckoning reckoning) {
        requireNonNull(policy, "policy");
        List<CustomerReviews> customers = new ArrayList<>();
        List<CustomerFailure> failures = new ArrayList<>();
        for (CustomerView view : book.customers()) {
            try {
                List<Review> reviews = of(policy, view, reckoning);
                if (!reviews.isEmpty()) {
                    customers.add(new CustomerReviews(view.customerId(), view.find(segment), reviews));
                }
            } catch (RuntimeException e) {
                failures.add(CustomerFailure.of(view.customerId(), e));
            }
        }
        return new ReviewReport(policy, book.date(), customers, failures);
    }

    /**
     * The reviews of one customer that count.
     *
     * @param policy  which reviews there are to be
     * @param view  the customer
     * @param reckoning  the calendar for notice in business days
     * @return those whose day lies in the window before the cut, and of each rule the one that runs or comes next; by rule,
     *     then by their days
     */
    public static List<Review> of(ReviewPolicy policy, CustomerView view, Reckoning reckoning) {
        ReviewReader reader = new ReviewReader(view, policy.decisionMakers(), reckoning);
        LocalDate today = view.date();
        List<Review> reviews = new ArrayList<>();
        for (ReviewRule rule : policy.rules()) {
            reviews.addAll(reader.dueBetween(rule, today.minusDays(policy.windowDays()), today));
            reader.next(rule, today).ifPresent(reviews::add);
        }
        return List.copyOf(reviews);
    }

    /**
     * Which reviews there are to be.
     *
     * @return the policy
     */
    public ReviewPolicy policy() {
        return policy;
    }

    /**
     * The last day that the report sees.
     *
     * @return the date
     */
    public LocalDate date() {
        return date;
    }

    /**
     * The customers that are to have reviews.
     *
     * @return their reviews, by customer
     */
    public List<CustomerReviews> customers() {
        return customers;
    }

    /**
     * The reviews of a customer.
     *
     * @param customerId  the customer
     * @return their reviews; none if they are to have none
     */
    public List<Review> of(String customerId) {
        return customers.stream()
                .filter(one -> one.customerId().equals(customerId))
                .findFirst()
                .map(CustomerReviews::reviews)
                .orElse(List.of());
    }

    /**
     * What became of the reviews, by rule and segment.
     *
     * @return a row for each rule and segment with reviews, in the policy's order, then by segment
     */
    public List<SegmentReviews> segments() {
        List<SegmentReviews> rows = new ArrayList<>();
        for (ReviewRule rule : policy.rules()) {
            Map<String, List<Review>> bySegment = new TreeMap<>();
            for (CustomerReviews customer : customers) {
                customer.reviews().stream()
                        .filter(review -> review.rule().equals(rule.id()))
                        .forEach(review -> bySegment
                                .computeIfAbsent(customer.segment().orElse("none"), absent -> new ArrayList<>())
                                .add(review));
            }
            bySegment.forEach(
                    (segment, reviews) -> rows.add(new SegmentReviews(rule.id(), segment, ReviewCounts.of(reviews))));
        }
        return rows;
    }

    /**
     * The customers whose reviews could not be judged.
     *
     * @return the failures
     */
    public List<CustomerFailure> failures() {
        return failures;
    }

    /**
     * The reviews of one customer.
     *
     * @param customerId  the customer
     * @param segment  its segment, if it has one
     * @param reviews  its reviews
     */
    public record CustomerReviews(String customerId, Optional<String> segment, List<Review> reviews) {}

    /**
     * What became of the reviews of a rule in a segment.
     *
     * @param rule  the rule
     * @param segment  the segment, or none
     * @param counts  how many
     */
    public record SegmentReviews(String rule, String segment, ReviewCounts counts) {}
}
