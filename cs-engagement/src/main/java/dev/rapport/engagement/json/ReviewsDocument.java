package dev.rapport.engagement.json;

import dev.rapport.engagement.review.Cadence;
import dev.rapport.engagement.review.ReviewPolicy;
import dev.rapport.engagement.review.ReviewRule;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.FieldValues;
import dev.rapport.model.shape.Fields;
import dev.rapport.model.shape.Shape;
import java.util.Optional;
import java.util.function.Function;

/**
 * The document {@code rapport/reviews}.
 *
 * <pre>{@code
 * ReviewPolicy policy = ReviewsDocument.KIND.read(JsonInput.read("reviews.json", in)).orThrow();
 * }</pre>
 */
public final class ReviewsDocument {

    private static final int MOST_MONTHS = 120;
    private static final int LONGEST = 3_650;

    private static final Shape<ReviewRule> RULE =
            Shape.object("review", fields -> declareRule(fields, "id", rule -> rule));

    /** The document. */
    public static final DocumentKind<ReviewPolicy> KIND =
            DocumentKind.of("reviews", 1, ReviewPolicy::header, fields -> {
                var rules = fields.required(
                        "reviews", Shape.listOf(RULE).notEmpty().uniqueBy("id", ReviewRule::id), ReviewPolicy::rules);
                var deciding = fields.required(
                        "decisionMakers", Shape.listOf(Shape.code()).notEmpty().unique(), ReviewPolicy::decisionMakers);
                var window =
                        fields.required("windowDays", Shape.integer().between(1, LONGEST), ReviewPolicy::windowDays);
                return (header, in) -> ReviewPolicy.builder()
                        .header(header)
                        .rules(in.get(rules))
                        .decisionMakers(in.get(deciding))
                        .windowDays(in.get(window))
                        .build();
            });

    private ReviewsDocument() {}

    /** The fields of a rule, of which something else may consist. */
    static <T> Function<FieldValues, ReviewRule> declareRule(
            Fields<T> fields, String idName, Function<T, ReviewRule> rule) {
        var id = fields.required(idName, Shape.code(), rule.andThen(ReviewRule::id));
        var touchpoint = fields.required("touchpoint", Shape.code(), rule.andThen(ReviewRule::touchpoint));
        var months = fields.optional(
                "everyMonths", Shape.integer().between(1, MOST_MONTHS), rule.andThen(ReviewsDocument::months));
        var follows = fields.optional(
                "follows", Shape.code(), rule.andThen(one -> one.cadence().follows()));
        var before = fields.defaulted("beforeDecision", Shape.bool(), false, rule.andThen(ReviewRule::beforeDecision));
        return in -> ReviewRule.builder()
                .id(in.get(id))
                .touchpoint(in.get(touchpoint))
                .cadence(cadence(in.get(months), in.get(follows)))
                .beforeDecision(in.get(before))
                .build();
    }

    private static Optional<Integer> months(ReviewRule rule) {
        return rule.cadence().months().isPresent()
                ? Optional.of(rule.cadence().months().getAsInt())
                : Optional.empty();
    }

    private static Cadence cadence(Optional<Integer> months, Optional<String> follows) {
        if (months.isPresent() == follows.isPresent()) {
            throw new IllegalArgumentException("either \"everyMonths\" or \"follows\" must be given, "
                    + (months.isPresent() ? "not both" : "was neither"));
        }
        return follows.map(Cadence::following).orElseGet(() -> Cadence.everyMonths(months.orElseThrow()));
    }
}
