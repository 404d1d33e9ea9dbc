package dev.rapport.engagement.json;

import dev.rapport.engagement.coverage.Absence;
import dev.rapport.engagement.coverage.AllowedAttribute;
import dev.rapport.engagement.coverage.AssignmentBalance;
import dev.rapport.engagement.coverage.AssignmentLock;
import dev.rapport.engagement.coverage.AssignmentPolicy;
import dev.rapport.engagement.coverage.AssignmentWeights;
import dev.rapport.engagement.coverage.HandOverRule;
import dev.rapport.engagement.coverage.PlacementRule;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.json.AttributeShapes;
import dev.rapport.segmentation.json.ConditionShapes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The document {@code rapport/assignment}.
 *
 * <pre>{@code
 * AssignmentPolicy policy = AssignmentDocument.over(attributes).read(JsonInput.read("assignment.json", in)).orThrow();
 * }</pre>
 */
public final class AssignmentDocument {

    private static final double MOST = 1_000_000;
    private static final int MOST_MOVES = 1_000_000;
    private static final int MOST_MONTHS = 600;
    private static final int MOST_DAYS = 730;
    private static final int MOST_LEVEL = 5;

    private static final Shape<AssignmentWeights> WEIGHTS = Shape.object("assignment-weights", fields -> {
        var handOver = fields.required(
                "handOver", weight("Somebody else than the present owner"), AssignmentWeights::handOver);
        var language = fields.required(
                "otherLanguage",
                weight("Somebody who does not speak the customer's language"),
                AssignmentWeights::otherLanguage);
        var zone = fields.required(
                "perZoneHour", weight("Each hour between the clocks of both"), AssignmentWeights::perZoneHour);
        return in -> new AssignmentWeights(in.get(handOver), in.get(language), in.get(zone));
    });

    private static final Shape<AssignmentBalance> BALANCE = Shape.object("assignment-balance", fields -> {
        var arr = fields.required(
                "perThousandArr",
                weight("Each thousand of ARR above or below the share by hours"),
                AssignmentBalance::perThousandArr);
        var work = fields.required(
                "perHour",
                weight("Each hour of work a year above or below the share by hours"),
                AssignmentBalance::perHour);
        return in -> new AssignmentBalance(in.get(arr), in.get(work));
    });

    private static final Shape<AssignmentLock> LOCK = Shape.object("assignment-lock", fields -> {
        var customer = fields.required("customer", Shape.text().notBlank(), AssignmentLock::customerId);
        var member = fields.optional("member", Shape.code(), AssignmentLock::memberId);
        var reason = fields.required("reason", Shape.text().notBlank(), AssignmentLock::reason);
        return in -> new AssignmentLock(in.get(customer), in.get(member), in.get(reason));
    });

    private static final Shape<Absence> ABSENCE = Shape.object("absence", fields -> {
        var member = fields.required("member", Shape.code(), Absence::memberId);
        var from = fields.required("from", Shape.date().described("The first day away"), Absence::from);
        var until = fields.required("until", Shape.date().described("The first day back"), Absence::until);
        return in -> new Absence(in.get(member), in.get(from), in.get(until));
    });

    private static final Shape<AllowedAttribute> ALLOWED = Shape.object("allowed-attribute", fields -> {
        var name = fields.required("attribute", Shape.text().notBlank(), AllowedAttribute::name);
        var reason = fields.required("reason", Shape.text().notBlank(), AllowedAttribute::reason);
        return in -> new AllowedAttribute(in.get(name), in.get(reason));
    });

    private AssignmentDocument() {}

    private static Shape<Double> weight(String described) {
        return Shape.number().between(0, MOST).described(described);
    }

    /**
     * The document, over the attributes that rules may name.
     *
     * @param attributes  those that a book provides and those that are laid over it
     * @return the kind
     */
    public static DocumentKind<AssignmentPolicy> over(Collection<? extends AttributeKey<?>> attributes) {
        Shape<Condition> condition = ConditionShapes.standard(AttributeShapes.of(attributes))
                .check((one, place) -> {
                    try {
                        one.compile();
                    } catch (IllegalArgumentException e) {
                        place.error(
                                "no-such-segment",
                                String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""));
                    }
                });
        Shape<HandOverRule> handOverRule = Shape.object("hand-over-rule", fields -> {
            var id = fields.required("id", Shape.code(), HandOverRule::id);
            var when = fields.required("when", condition, HandOverRule::when);
            var factor = fields.required(
                    "factor", weight("By what the cost of a hand-over is multiplied"), HandOverRule::factor);
            return in -> new HandOverRule(in.get(id), in.get(when), in.get(factor));
        });
        Shape<PlacementRule> rule = Shape.object("placement-rule", fields -> {
            var id = fields.required("id", Shape.code(), PlacementRule::id);
            var roles = fields.defaulted("roles", Shape.listOf(Shape.code()).unique(), List.of(), PlacementRule::roles);
            var when = fields.optional("when", condition, PlacementRule::when);
            var teams = fields.defaulted("teams", Shape.listOf(Shape.text()).unique(), List.of(), PlacementRule::teams);
            var skills = fields.defaulted(
                    "skills", Shape.mapOf(Shape.integer().between(1, MOST_LEVEL)), Map.of(), PlacementRule::skills);
            var months = fields.defaulted(
                    "monthsWithUs", Shape.integer().between(0, MOST_MONTHS), 0, PlacementRule::monthsWithUs);
            return in -> PlacementRule.builder()
                    .id(in.get(id))
                    .roles(in.get(roles))
                    .when(in.get(when))
                    .teams(in.get(teams))
                    .skills(in.get(skills))
                    .monthsWithUs(in.get(months))
                    .build();
        });
        return DocumentKind.of("assignment", 1, AssignmentPolicy::header, fields -> {
            var source = fields.required(
                    "source",
                    Shape.text().notBlank().described("Where the numbers come from"),
                    AssignmentPolicy::source);
            var weights =
                    fields.defaulted("weights", WEIGHTS, AssignmentWeights.CONTINUITY_FIRST, AssignmentPolicy::weights);
            var balance = fields.defaulted("balance", BALANCE, AssignmentBalance.NONE, AssignmentPolicy::balance);
            var handOver =
                    fields.defaulted("handOver", Shape.listOf(handOverRule), List.of(), AssignmentPolicy::handOver);
            var rules = fields.defaulted("rules", Shape.listOf(rule), List.of(), AssignmentPolicy::rules);
            var locks = fields.defaulted("locks", Shape.listOf(LOCK), List.of(), AssignmentPolicy::locks);
            var moves = fields.optional(
                    "mostMoves",
                    Shape.integer()
                            .between(0, MOST_MOVES)
                            .described("How many customers of a role may get somebody else than now"),
                    AssignmentDocument::mostMoves);
            var period = fields.optional(
                    "periodDays",
                    Shape.integer()
                            .between(1, MOST_DAYS)
                            .described("How far ahead it is looked whether people are there; 90 unless said"),
                    policy -> Optional.of(policy.periodDays()));
            var absences = fields.defaulted("absences", Shape.listOf(ABSENCE), List.of(), AssignmentPolicy::absences);
            var barred = fields.defaulted(
                    "barred", Shape.listOf(Shape.text().notBlank()).unique(), List.of(), AssignmentPolicy::barred);
            var allowed = fields.defaulted("allowed", Shape.listOf(ALLOWED), List.of(), AssignmentPolicy::allowed);
            return (header, in) -> {
                AssignmentPolicy.Builder policy = AssignmentPolicy.builder()
                        .header(header)
                        .source(in.get(source))
                        .weights(in.get(weights))
                        .balance(in.get(balance))
                        .handOver(in.get(handOver))
                        .rules(in.get(rules))
                        .locks(in.get(locks))
                        .absences(in.get(absences))
                        .barred(in.get(barred))
                        .allowed(in.get(allowed));
                in.get(moves).ifPresent(policy::mostMoves);
                in.get(period).ifPresent(policy::periodDays);
                return policy.build();
            };
        });
    }

    /**
     * The document, also checked against who works for us.
     *
     * @param attributes  those that rules may name
     * @param organisation  the organisation
     * @return the kind
     */
    public static DocumentKind<AssignmentPolicy> over(
            Collection<? extends AttributeKey<?>> attributes, Organisation organisation) {
        return over(attributes).check((policy, place) -> place.report(policy.against(organisation)));
    }

    private static Optional<Integer> mostMoves(AssignmentPolicy policy) {
        OptionalInt moves = policy.mostMoves();
        return moves.isPresent() ? Optional.of(moves.getAsInt()) : Optional.empty();
    }
}
