package dev.rapport.engagement.json;

import dev.rapport.engagement.evaluation.LifetimeValue;
import dev.rapport.engagement.evaluation.ModelOption;
import dev.rapport.engagement.plan.ModelProposal;
import dev.rapport.engagement.plan.PlanLifetime;
import dev.rapport.engagement.plan.RetentionEffect;
import dev.rapport.health.lifetime.Parameter;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** How it is written what models do to retention, how long customers stay, and what they are still worth. */
final class LifetimeShapes {

    /** A value of so many customers. */
    record Valued(LifetimeValue value, int customers) {

        Money perCustomer() {
            return value.perCustomer(customers);
        }
    }

    static final Shape<Valued> VALUE = Output.object("lifetime-value", fields -> {
        fields.required("perCustomer", Shape.money(), Valued::perCustomer);
        fields.required("atLow", Shape.money(), valued -> valued.value().atLow());
        fields.required("likely", Shape.money(), valued -> valued.value().likely());
        fields.required("atHigh", Shape.money(), valued -> valued.value().atHigh());
    });

    static final Shape<PlanLifetime> LIFETIME = Output.object("lifetime", fields -> {
        fields.required(
                "model", Shape.text(), lifetime -> lifetime.values().lifetime().name());
        fields.required(
                "parameters",
                Output.mapOf(Shape.number()),
                lifetime -> estimates(lifetime.values().lifetime().parameters()));
        fields.required(
                "customers", Shape.integer(), lifetime -> lifetime.tenures().customers());
        fields.required("lost", Shape.integer(), lifetime -> lifetime.tenures().lost());
        fields.required(
                "years",
                Shape.integer(),
                lifetime -> lifetime.values().outlook().years());
        fields.required(
                "yearlyDiscountRate",
                Shape.number(),
                lifetime -> lifetime.values().outlook().yearlyDiscountRate());
    });

    private static final Shape<RetentionEffect.Rates> RATES = Output.object("gross-and-net", fields -> {
        fields.required("gross", Shape.number(), RetentionEffect.Rates::gross);
        fields.required("net", Shape.number(), RetentionEffect.Rates::net);
    });

    static final Shape<RetentionEffect> RETENTION = Output.object("retention-effect", fields -> {
        fields.required("now", RATES, RetentionEffect::now);
        fields.required("proposed", RATES, RetentionEffect::proposed);
    });

    private LifetimeShapes() {}

    static Optional<Valued> of(ModelOption option, ModelProposal proposal) {
        return proposal.lifetimeValue(option)
                .map(value -> new Valued(value, option.economics().customers()));
    }

    static Map<String, Double> estimates(List<Parameter> parameters) {
        Map<String, Double> estimates = new LinkedHashMap<>();
        parameters.forEach(parameter -> estimates.put(parameter.name(), parameter.estimate()));
        return estimates;
    }
}
