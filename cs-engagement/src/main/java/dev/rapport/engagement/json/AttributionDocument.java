package dev.rapport.engagement.json;

import dev.rapport.engagement.attribution.AttributionPolicy;
import dev.rapport.engagement.attribution.Exclusion;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.util.List;

/**
 * The document {@code rapport/attribution}.
 *
 * <pre>{@code
 * AttributionPolicy policy = AttributionDocument.KIND.read(JsonInput.read("attribution.json", in)).orThrow();
 * }</pre>
 */
public final class AttributionDocument {

    private static final int MOST_MONTHS = 24;
    private static final int MOST_DAYS = 730;

    private static final Shape<Exclusion> EXCLUSION = Shape.object("attribution-exclusion", fields -> {
        var customer = fields.required("customer", Shape.text().notBlank(), Exclusion::customerId);
        var by = fields.required("approvedBy", Shape.text().notBlank(), Exclusion::approvedBy);
        var reason = fields.required("reason", Shape.text().notBlank(), Exclusion::reason);
        return in -> new Exclusion(in.get(customer), in.get(by), in.get(reason));
    });

    /** The document. */
    public static final DocumentKind<AttributionPolicy> KIND =
            DocumentKind.of("attribution", 1, AttributionPolicy::header, fields -> {
                var source = fields.required(
                        "source",
                        Shape.text().notBlank().described("Where the rules come from"),
                        AttributionPolicy::source);
                var role = fields.required(
                        "role",
                        Shape.text().notBlank().described("The role of those who answer for customers"),
                        AttributionPolicy::role);
                var judged = fields.required(
                        "judgedOnDayFromEnd",
                        Shape.integer()
                                .between(1, MOST_DAYS)
                                .described("On which day the owner is looked for: 1 is the last, 2 the one before"),
                        AttributionPolicy::judgedOnDayFromEnd);
                var held = fields.required(
                        "heldMonths",
                        Shape.integer().between(0, MOST_MONTHS).described("How long it must have been held"),
                        AttributionPolicy::heldMonths);
                var closed = fields.required(
                        "closedMonths",
                        Shape.integer()
                                .between(0, MOST_MONTHS)
                                .described("At the end of the period, how long what is taken does not count in it"),
                        AttributionPolicy::closedMonths);
                var drop = fields.required(
                        "dropMonths",
                        Shape.integer()
                                .between(0, MOST_MONTHS)
                                .described("At its start, how long customers may be dropped without counting"),
                        AttributionPolicy::dropMonths);
                var unmanaged = fields.required(
                        "unmanagedDays",
                        Shape.integer()
                                .between(0, MOST_DAYS)
                                .described("After how long in nobody's hands whoever takes it has grace; 0 for none"),
                        AttributionPolicy::unmanagedDays);
                var exclusions = fields.defaulted(
                        "exclusions",
                        Shape.listOf(EXCLUSION)
                                .uniqueBy("customer", Exclusion::customerId)
                                .described("Customers that count for nobody, by somebody's word"),
                        List.of(),
                        AttributionPolicy::exclusions);
                return (header, in) -> AttributionPolicy.builder()
                        .header(header)
                        .source(in.get(source))
                        .role(in.get(role))
                        .judgedOnDayFromEnd(in.get(judged))
                        .heldMonths(in.get(held))
                        .closedMonths(in.get(closed))
                        .dropMonths(in.get(drop))
                        .unmanagedDays(in.get(unmanaged))
                        .exclusions(in.get(exclusions))
                        .build();
            });

    private AttributionDocument() {}
}
