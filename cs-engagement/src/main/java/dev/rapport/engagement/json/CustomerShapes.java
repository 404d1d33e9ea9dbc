package dev.rapport.engagement.json;

import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Explanation.Contribution;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.Shape;
import java.util.List;
import java.util.Optional;

/** How a customer's line in a plan is written. */
final class CustomerShapes {

    private static final int REASONS = 3;
    private static final double BASELINE = 100;

    private static final Shape<Contribution> REASON = Output.object("reason", fields -> {
        fields.required("measure", Shape.text(), reason -> reason.leaf().code());
        fields.optional("points", Shape.number(), CustomerShapes::points);
        fields.required("because", Shape.text(), reason -> PlanJson.WORDS.line(reason.leaf()));
    });

    static final Shape<CustomerLine> CUSTOMER = Output.object("customer", fields -> {
        fields.required("id", Shape.text(), CustomerLine::customerId);
        fields.optional("name", Shape.text(), CustomerLine::name);
        fields.optional("segment", Shape.text(), CustomerLine::segment);
        fields.required("furtherSegments", Output.mapOf(Shape.text()), CustomerLine::furtherSegments);
        fields.optional("arr", Shape.money(), CustomerLine::arr);
        fields.required("band", Shape.text(), line -> line.health().band());
        fields.optionalNumber("score", line -> line.health().score());
        fields.required("completeness", Shape.number(), line -> line.health().completeness());
        fields.required("freshness", Shape.number(), line -> line.health().freshness());
        fields.part(CustomerLine::health, HealthShapes::declareOrigin);
        fields.optional("own", HealthShapes.own(), CustomerLine::ownHealth);
        fields.optional("bandBefore", Shape.text(), line -> line.health().bandBefore());
        fields.optionalNumber("churnRisk", CustomerLine::churnRisk);
        fields.optional("nextDecision", Shape.date(), CustomerLine::nextDecision);
        fields.required("owners", Shape.listOf(Shape.text()), CustomerLine::owners);
        fields.required("reasons", Shape.listOf(REASON), CustomerShapes::reasons);
        fields.required(
                "missing",
                Shape.listOf(Shape.text()),
                line -> codes(line.health().missing()));
        fields.required(
                "notApplicable",
                Shape.listOf(Shape.text()),
                line -> codes(line.health().notApplicable()));
    });

    private CustomerShapes() {}

    private static List<Contribution> reasons(CustomerLine line) {
        return line.health().reasons().contributions(BASELINE).stream()
                .filter(contribution -> contribution.points() < 0)
                .limit(REASONS)
                .toList();
    }

    /** What a withheld value costs would tell the value. */
    private static Optional<Double> points(Contribution reason) {
        return PlanJson.WORDS.isWithheld(reason.leaf()) ? Optional.empty() : Optional.of(reason.points());
    }

    private static List<String> codes(List<Explanation> leaves) {
        return leaves.stream().map(Explanation::code).toList();
    }
}
