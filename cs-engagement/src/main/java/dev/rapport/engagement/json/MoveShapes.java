package dev.rapport.engagement.json;

import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.membership.Cause;
import dev.rapport.segmentation.membership.Move;
import dev.rapport.segmentation.membership.Moved;
import dev.rapport.segmentation.membership.Movement;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How movements between segments are written. */
final class MoveShapes {

    private static final String NONE = "none";

    /** A way with what went it. */
    record Way(Optional<Segment> from, Optional<Segment> to, Moved moved) {}

    private static final Shape<Way> WAY = Output.object("segment-way", fields -> {
        fields.required("from", Shape.text(), way -> id(way.from()));
        fields.required("to", Shape.text(), way -> id(way.to()));
        fields.required("customers", Shape.integer(), way -> way.moved().customers());
        fields.required("arrBefore", Shape.money(), way -> way.moved().before());
        fields.required("arrAfter", Shape.money(), way -> way.moved().after());
    });

    private static final Shape<Move> MOVE = Output.object("segment-move", fields -> {
        fields.required("customer", Shape.text(), Move::customerId);
        fields.required("from", Shape.text(), move -> id(move.from()));
        fields.required("to", Shape.text(), move -> id(move.to()));
        fields.required("kind", Shape.oneOf(Move.Kind.class), Move::kind);
        fields.required("reason", Shape.text(), MoveShapes::reason);
        fields.required(
                "attributes",
                Shape.listOf(Shape.text()),
                move -> move.causes().stream()
                        .map(Cause::key)
                        .map(key -> key.name())
                        .toList());
    });

    static final Shape<Movement> MOVEMENT = Output.object("segment-movement", fields -> {
        fields.required("ways", Shape.listOf(WAY), MoveShapes::ways);
        fields.required("moved", Shape.listOf(MOVE), Movement::moved);
    });

    private MoveShapes() {}

    static List<Way> ways(Movement movement) {
        List<Way> ways = new ArrayList<>();
        movement.matrix(StandardAttributes.ARR)
                .forEach((from, row) -> row.forEach((to, moved) -> ways.add(new Way(from, to, moved))));
        return ways;
    }

    /** Without the values of what may not be shown. */
    static String reason(Move move) {
        return move.causes().stream().allMatch(cause -> PlanJson.isShown(cause.key()))
                ? move.reason()
                : "withheld: it rests on personal data";
    }

    private static String id(Optional<Segment> segment) {
        return segment.map(Segment::id).orElse(NONE);
    }
}
