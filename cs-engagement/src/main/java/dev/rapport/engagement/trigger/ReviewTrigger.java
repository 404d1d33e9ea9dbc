package dev.rapport.engagement.trigger;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.engagement.review.Review;
import dev.rapport.engagement.review.ReviewReader;
import dev.rapport.engagement.review.ReviewRule;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Reckoning;
import java.util.List;

/**
 * Anchors on the day by which each review of a rule is to be held, such as the business review of each quarter, or of each
 * year before its decision date. Handled when it was held, or a day is arranged.
 *
 * @param rule  the review; its id is that of the anchors
 */
public record ReviewTrigger(ReviewRule rule) implements MilestoneTrigger {

    /**
     * Checks the rule.
     *
     * @param rule  the review
     */
    public ReviewTrigger {
        requireNonNull(rule, "rule");
    }

    @Override
    public Requirements requirements() {
        return rule.requirements();
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        return new ReviewReader(view, List.of(), reckoning)
                .dueBetween(rule, span.from(), span.before()).stream()
                        .map(this::anchor)
                        .toList();
    }

    private Anchor anchor(Review review) {
        Anchor anchor = Anchor.of(rule.id(), review.dueBy())
                .because("it is the review of " + review.start() + " to "
                        + review.end().minusDays(1));
        return switch (review.status()) {
            case HELD, HELD_LATE, SCHEDULED -> anchor.handled("the review is " + review.reason());
            case DUE, MISSED -> anchor;
        };
    }
}
