package dev.rapport.health.json;

import static dev.rapport.health.json.MeasureShapes.ATTRIBUTE;
import static dev.rapport.health.json.MeasureShapes.UNIT;

import dev.rapport.health.measure.AttributeTest;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The shapes of questions to attributes. */
final class TestShapes {

    static final Variants<AttributeTest> TEST = Variants.<AttributeTest>named("condition")
            .with("is", AttributeTest.Is.class, fields -> {
                var attribute = fields.required("attribute", ATTRIBUTE, AttributeTest.Is::attribute);
                var value = fields.required("value", Shape.bool(), AttributeTest.Is::is);
                return in -> new AttributeTest.Is(in.get(attribute), in.get(value));
            })
            .with("in", AttributeTest.In.class, fields -> {
                var attribute = fields.required("attribute", ATTRIBUTE, AttributeTest.In::attribute);
                Shape<Set<String>> words =
                        Shape.listOf(Shape.text()).notEmpty().unique().map(LinkedHashSet::new, List::copyOf);
                var values = fields.required("values", words, AttributeTest.In::texts);
                return in -> new AttributeTest.In(in.get(attribute), in.get(values));
            })
            .with("below", AttributeTest.Below.class, fields -> {
                var attribute = fields.required("attribute", ATTRIBUTE, AttributeTest.Below::attribute);
                var value = fields.required("value", Shape.number(), AttributeTest.Below::below);
                var unit = fields.optional("unit", UNIT, AttributeTest.Below::unit);
                return in -> new AttributeTest.Below(in.get(attribute), in.get(value), in.get(unit));
            })
            .with("at-least", AttributeTest.AtLeast.class, fields -> {
                var attribute = fields.required("attribute", ATTRIBUTE, AttributeTest.AtLeast::attribute);
                var value = fields.required("value", Shape.number(), AttributeTest.AtLeast::atLeast);
                var unit = fields.optional("unit", UNIT, AttributeTest.AtLeast::unit);
                return in -> new AttributeTest.AtLeast(in.get(attribute), in.get(value), in.get(unit));
            });

    private TestShapes() {}
}
