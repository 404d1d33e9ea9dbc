package dev.rapport.health.json;

import dev.rapport.health.rollup.RollUp;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;

/** The shape of roll-ups. */
final class RollUpShapes {

    static final DocumentKind<RollUp> ROLL_UP = DocumentKind.of("roll-up", 1, RollUp::header, fields -> {
        var rule = fields.required(
                "rule",
                Shape.oneOf(RollUp.Rule.class).described("How the scores of a family become one"),
                RollUp::rule);
        var minimum = fields.required(
                "minimumKnown",
                Shape.number()
                        .between(0, 1)
                        .described("The share of the family's recurring revenue whose health must be known"),
                RollUp::minimumKnown);
        return (header, in) -> new RollUp(header, in.get(rule), in.get(minimum));
    });

    private RollUpShapes() {}
}
