package dev.rapport.segmentation.json;

import dev.rapport.model.attribute.AttributeKey;
import java.util.List;

/** The attributes that the documents of these tests may name. */
final class KnownAttributes {

    static final List<AttributeKey<?>> KEYS = List.of(
            AttributeKey.money("arr"),
            AttributeKey.number("seats.licensed"),
            AttributeKey.date("decision.next-date"),
            AttributeKey.bool("sponsor.present"),
            AttributeKey.text("country"),
            AttributeKey.textSet("traits"));

    static final AttributeShapes SHAPES = AttributeShapes.of(KEYS);

    private KnownAttributes() {}
}
