package dev.rapport.engagement.json;

import dev.rapport.engagement.plan.PlanChanges;
import dev.rapport.engagement.plan.PlanChanges.BandMove;
import dev.rapport.engagement.plan.PlanChanges.Mover;
import dev.rapport.engagement.plan.PlanChanges.Reason;
import dev.rapport.health.json.RetentionJson;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.ScoreChange;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How changes since an earlier date are written. */
final class ChangeShapes {

    private record CountedMove(BandMove move, int customers) {}

    private static final Shape<CountedMove> BAND_MOVE = Output.object("band-move", fields -> {
        fields.required("from", Shape.text(), counted -> counted.move().from());
        fields.required("to", Shape.text(), counted -> counted.move().to());
        fields.required("customers", Shape.integer(), CountedMove::customers);
    });

    private static final Shape<ScoreChange.Step> STEP = Output.object("score-step", fields -> {
        fields.required("kind", Shape.oneOf(ScoreChange.Kind.class), ScoreChange.Step::kind);
        fields.optional("attribute", Shape.text(), step -> step.attribute().map(AttributeKey::name));
        fields.required("measures", Shape.listOf(Shape.text()), ScoreChange.Step::codes);
    });

    private static final Shape<ScoreChange.Part> PART = Output.object("score-part", fields -> {
        fields.optional(
                "points",
                Shape.number(),
                part -> Optional.of(part).filter(PlanJson::isShown).map(ScoreChange.Part::points));
        fields.required("steps", Shape.listOf(STEP), ScoreChange.Part::steps);
    });

    /** The four reasons; without the parts of which the points are not shown. */
    private static final Shape<Mover> BY_REASON = Output.object("by-reason", fields -> {
        for (Reason reason : Reason.values()) {
            fields.required(
                    reason.name().toLowerCase(Locale.ROOT),
                    Shape.number(),
                    mover -> mover.points(reason, PlanJson::isShown));
        }
    });

    private static final Shape<Mover> MOVER = Output.object("mover", fields -> {
        fields.required("customer", Shape.text(), Mover::customerId);
        fields.optionalNumber("from", mover -> mover.change().before().score());
        fields.optionalNumber("to", mover -> mover.change().after().score());
        fields.required(
                "policyFrom",
                HealthShapes.POLICY,
                mover -> mover.change().before().policy());
        fields.required(
                "policyTo", HealthShapes.POLICY, mover -> mover.change().after().policy());
        fields.required("byReason", BY_REASON, mover -> mover);
        fields.required("parts", Shape.listOf(PART), mover -> mover.change().parts());
    });

    static final Shape<PlanChanges> CHANGES = Output.object("changes", ChangeShapes::declareChanges);

    private ChangeShapes() {}

    private static void declareChanges(OutputFields<PlanChanges> fields) {
        fields.required("since", Shape.date(), changes -> changes.bridge().from());
        fields.required("arrBridge", RetentionJson.BRIDGE, PlanChanges::bridge);
        fields.required("bandMoves", Shape.listOf(BAND_MOVE), ChangeShapes::bandMoves);
        fields.required("movers", Shape.listOf(MOVER), PlanChanges::movers);
    }

    private static List<CountedMove> bandMoves(PlanChanges changes) {
        List<CountedMove> moves = new ArrayList<>();
        changes.bands().forEach((move, customers) -> moves.add(new CountedMove(move, customers)));
        return moves;
    }
}
