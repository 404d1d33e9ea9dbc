package dev.rapport.segmentation.json;

import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.membership.Cause;
import dev.rapport.segmentation.membership.Move;
import dev.rapport.segmentation.membership.Moved;
import dev.rapport.segmentation.membership.Movement;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How movements between segments are written: the document {@code rapport/segment-movement}, and the same as a part of the plan.
 * What rests on personal data is withheld.
 */
public final class MovementJson {

    private static final int VERSION = 1;
    private static final String NONE = "none";

    /** What is written as one document. */
    private record Document(Movement movement, DocumentHeader definition) {}

    /** A way with what went it. */
    private record Way(Optional<Segment> from, Optional<Segment> to, Moved moved) {}

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
        fields.required("reason", Shape.text(), MovementJson::reason);
        fields.required(
                "attributes",
                Shape.listOf(Shape.text()),
                move -> move.causes().stream()
                        .map(Cause::key)
                        .map(key -> key.name())
                        .toList());
    });

    private static final Shape<Movement> MOVEMENT =
            Output.object("segment-movement", fields -> declare(fields, movement -> movement));

    private static final Shape<Document> DOCUMENT = Output.object("segment-movement-document", fields -> {
        fields.format("segment-movement", VERSION);
        fields.required("segmentation", Cuts.DEFINITION, Document::definition);
        fields.required(
                "from", Cuts.CUT, document -> document.movement().before().book());
        fields.required("to", Cuts.CUT, document -> document.movement().after().book());
        declare(fields, Document::movement);
    });

    private MovementJson() {}

    /**
     * Writes a movement.
     *
     * @param movement  the movement between two cuts
     * @param definition  the header of the segmentation
     * @param out  where the document is written as one JSON value
     */
    public static void write(Movement movement, DocumentHeader definition, JsonOut out) {
        DOCUMENT.write(new Document(movement, definition), out);
    }

    /**
     * The schema of the document.
     *
     * @return JSON Schema, as text
     */
    public static String toJsonSchema() {
        return DOCUMENT.toJsonSchema();
    }

    /**
     * A movement as a part of something else.
     *
     * @return the shape: the ways that customers went, and who moved and why
     */
    public static Shape<Movement> shape() {
        return MOVEMENT;
    }

    private static <T> void declare(OutputFields<T> fields, Function<T, Movement> get) {
        fields.required("ways", Shape.listOf(WAY), get.andThen(MovementJson::ways));
        fields.required("moved", Shape.listOf(MOVE), get.andThen(Movement::moved));
    }

    private static List<Way> ways(Movement movement) {
        List<Way> ways = new ArrayList<>();
        movement.matrix(StandardAttributes.ARR)
                .forEach((from, row) -> row.forEach((to, moved) -> ways.add(new Way(from, to, moved))));
        return ways;
    }

    /** Without the values of what may not be shown. */
    private static String reason(Move move) {
        return move.causes().stream().noneMatch(cause -> cause.key().sensitivity() == Sensitivity.PERSONAL)
                ? move.reason()
                : "withheld: it rests on personal data";
    }

    private static String id(Optional<Segment> segment) {
        return segment.map(Segment::id).orElse(NONE);
    }
}
