package dev.rapport.engagement.json;

import dev.rapport.engagement.plan.ArrBridge;
import dev.rapport.engagement.plan.ArrBridge.Movement;
import dev.rapport.engagement.plan.PlanChanges;
import dev.rapport.engagement.plan.PlanChanges.BandMove;
import dev.rapport.engagement.plan.PlanChanges.Mover;
import dev.rapport.engagement.plan.PlanChanges.Reason;
import dev.rapport.engagement.plan.Transfer;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.ScoreChange;
import dev.rapport.model.family.Succession;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How changes since an earlier date are written. */
final class ChangeShapes {

    private static final Shape<Movement> MOVEMENT = Output.object("arr-movement", fields -> {
        fields.required("customer", Shape.text(), Movement::customerId);
        fields.required("kind", Shape.oneOf(ArrBridge.Kind.class), Movement::kind);
        fields.required("amount", Shape.money(), Movement::amount);
    });

    private static final Shape<Succession.Kind> HOW =
            Shape.oneOf(Map.of("merged", Succession.Kind.MERGER, "split", Succession.Kind.SPLIT));

    private static final Shape<Transfer> TRANSFER = Output.object("arr-transfer", fields -> {
        fields.required("kind", HOW, Transfer::kind);
        fields.required("from", Shape.text(), Transfer::from);
        fields.required("to", Shape.text(), Transfer::to);
        fields.required("amount", Shape.money(), Transfer::amount);
    });

    private static final Shape<ArrBridge> BRIDGE = Output.object("arr-bridge", fields -> {
        fields.required("start", Shape.money(), ArrBridge::start);
        fields.required("currency", Shape.money(), ArrBridge::currency);
        for (ArrBridge.Kind kind : ArrBridge.Kind.values()) {
            fields.required(kind.name().toLowerCase(Locale.ROOT), Shape.money(), bridge -> bridge.total(kind));
        }
        fields.required("merged", Shape.money(), bridge -> bridge.transferred(Succession.Kind.MERGER));
        fields.required("split", Shape.money(), bridge -> bridge.transferred(Succession.Kind.SPLIT));
        fields.required("end", Shape.money(), ArrBridge::end);
        fields.required("movements", Shape.listOf(MOVEMENT), ArrBridge::movements);
        fields.required("transfers", Shape.listOf(TRANSFER), ArrBridge::transfers);
    });

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
        fields.required("policyFrom", HealthShapes.POLICY, mover -> mover.change().before().policy());
        fields.required("policyTo", HealthShapes.POLICY, mover -> mover.change().after().policy());
        fields.required("byReason", BY_REASON, mover -> mover);
        fields.required("parts", Shape.listOf(PART), mover -> mover.change().parts());
    });

    static final Shape<PlanChanges> CHANGES = Output.object("changes", ChangeShapes::declareChanges);

    private ChangeShapes() {}

    private static void declareChanges(OutputFields<PlanChanges> fields) {
        fields.required("since", Shape.date(), changes -> changes.bridge().from());
        fields.required("arrBridge", BRIDGE, PlanChanges::bridge);
        fields.required("bandMoves", Shape.listOf(BAND_MOVE), ChangeShapes::bandMoves);
        fields.required("movers", Shape.listOf(MOVER), PlanChanges::movers);
    }

    private static List<CountedMove> bandMoves(PlanChanges changes) {
        List<CountedMove> moves = new ArrayList<>();
        changes.bands().forEach((move, customers) -> moves.add(new CountedMove(move, customers)));
        return moves;
    }
}
