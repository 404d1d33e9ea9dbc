package dev.rapport.engagement.json;

import dev.rapport.engagement.evaluation.ModelOption;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.plan.ModelProposal;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.List;

/** How it is written which engagement model each segment should get. */
final class ModelShapes {

    /** An option among the others. */
    private record Offered(ModelOption option, ModelProposal among) {

        static List<Offered> all(ModelProposal proposal) {
            return proposal.options().stream()
                    .map(option -> new Offered(option, proposal))
                    .toList();
        }
    }

    private static final Shape<Offered> OPTION = Output.object("model-option", fields -> {
        fields.part(Offered::option, ModelShapes::declareOption);
        fields.optionalNumber("netRetention", offered -> offered.among().netRetention(offered.option()));
        fields.optional(
                "lifetimeValue", LifetimeShapes.VALUE, offered -> LifetimeShapes.of(offered.option(), offered.among()));
    });

    private static final Shape<ModelOption> PROPOSED = Output.object("proposed-model", fields -> {
        fields.required("segment", Shape.text(), option -> option.of().segment());
        fields.required("model", Shape.text(), option -> option.of().model());
    });

    private ModelShapes() {}

    private static void declareOption(OutputFields<ModelOption> fields) {
        fields.required("segment", Shape.text(), option -> option.of().segment());
        fields.required("model", Shape.text(), option -> option.of().model());
        fields.part(ModelOption::economics, ModelShapes::declareEconomics);
        fields.required(
                "shareKept",
                OutlookShapes.SHARE_KEPT,
                option -> option.expectation().share());
        fields.required("source", Shape.text(), option -> option.expectation().source());
        fields.required("holdsTarget", Shape.bool(), ModelOption::holdsTarget);
        fields.optionalNumber("keptPerCost", ModelOption::keptPerCost);
        fields.optionalNumber("extraPerExtraCost", ModelOption::extraPerExtraCost);
    }

    private static void declareEconomics(OutputFields<SegmentEconomics> fields) {
        fields.optional("costToServe", Shape.money(), SegmentEconomics::costToServe);
        fields.optional("margin", Shape.money(), SegmentEconomics::margin);
        fields.required("hoursPerYear", Shape.decimal(), SegmentEconomics::hoursPerYear);
    }

    static void declareProposal(OutputFields<ModelProposal> fields) {
        fields.required("options", Shape.listOf(OPTION), Offered::all);
        fields.required("proposed", Shape.listOf(PROPOSED), ModelProposal::proposed);
        fields.required("isProven", Shape.bool(), ModelProposal::isProven);
        fields.required("reasons", Shape.listOf(Shape.text()), ModelProposal::reasons);
        fields.optional("retention", LifetimeShapes.RETENTION, ModelProposal::retentionEffect);
        fields.optional("lifetime", LifetimeShapes.LIFETIME, ModelProposal::lifetime);
    }
}
