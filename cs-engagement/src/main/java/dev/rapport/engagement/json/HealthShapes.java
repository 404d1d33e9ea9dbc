package dev.rapport.engagement.json;

import dev.rapport.health.Health;
import dev.rapport.health.HealthOverride;
import dev.rapport.health.PolicyChoice;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.Optional;

/** How health is written: what decided, why that policy, what somebody stated in its place. */
final class HealthShapes {

    static final Shape<PolicyRef> POLICY = Output.object("policy", fields -> {
        fields.required("id", Shape.text(), PolicyRef::id);
        fields.required("revision", Shape.text(), PolicyRef::revision);
    });

    private static final Shape<PolicyChoice> CHOICE = Output.object("policy-choice", fields -> {
        fields.required("policy", POLICY, PolicyChoice::chosen);
        fields.required("because", Shape.text(), PolicyChoice::reason);
    });

    /** What was stated, by whom, why and for how long. */
    static void declareStated(OutputFields<HealthOverride> fields) {
        fields.required("id", Shape.text(), HealthOverride::id);
        fields.required("owner", Shape.text(), HealthOverride::owner);
        fields.required("reason", Shape.text(), HealthOverride::reason);
        fields.required("from", Shape.date(), HealthOverride::from);
        fields.required("until", Shape.date(), HealthOverride::until);
        fields.optional("score", Shape.number(), HealthOverride::score);
    }

    private static final Shape<Health> OVERRIDE = Output.object("override-in-force", fields -> {
        fields.part(health -> health.override().orElseThrow(), HealthShapes::declareStated);
        fields.required(
                "computedBand", Shape.text(), health -> health.computed().band());
        fields.optionalNumber("computedScore", health -> health.computed().score());
    });

    private static final Shape<Health> OWN = Output.object("own-health", fields -> {
        fields.required("band", Shape.text(), Health::band);
        fields.optionalNumber("score", Health::score);
        fields.required("decidedBy", POLICY, Health::policy);
    });

    private HealthShapes() {}

    /** What decided about a customer; how it is by itself where that was its family. */
    static void declareOrigin(OutputFields<Health> fields) {
        fields.required("decidedBy", POLICY, Health::policy);
        fields.listUnlessEmpty("chosen", CHOICE, Health::choices);
        fields.optional(
                "override",
                OVERRIDE,
                health -> Optional.of(health).filter(one -> one.override().isPresent()));
    }

    static Shape<Health> own() {
        return OWN;
    }

    /** With all reasons; what is computed beside what is stated. */
    static Shape<Health> filed(Shape<Explanation> reasons) {
        return Output.object("health", fields -> {
            fields.required("name", Shape.text(), Health::band);
            fields.part(health -> health, HealthShapes::declareOrigin);
            fields.required("reasons", reasons, Health::reasons);
            fields.optional(
                    "computed",
                    reasons,
                    health -> health.override().map(stated -> health.computed().reasons()));
        });
    }
}
