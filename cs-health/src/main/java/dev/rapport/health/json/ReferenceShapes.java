package dev.rapport.health.json;

import static dev.rapport.health.json.MeasureShapes.ATTRIBUTE;

import dev.rapport.health.measure.Population;
import dev.rapport.health.measure.Reference;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.time.AsOf;

/** The shape of reference populations. */
final class ReferenceShapes {

    private static final Shape<Population.Group> GROUP = Shape.object("group-of-customers", fields -> {
        var attribute = fields.required("attribute", ATTRIBUTE, Population.Group::attribute);
        var value = fields.required("value", Shape.text(), Population.Group::value);
        return in -> new Population.Group(in.get(attribute), in.get(value));
    });

    private static final Shape<Population> POPULATION = Shape.object("population", fields -> {
        var attribute = fields.required("attribute", ATTRIBUTE, Population::attribute);
        var group = fields.optional(
                "group", GROUP.described("What they share; without it they are the whole book"), Population::group);
        var customers = fields.required("customers", Shape.integer().atLeast(1), Population::customers);
        var percentiles = fields.required(
                "percentiles",
                Shape.listOf(Shape.number()).described("0 % to 100 %, 101 numbers from the least to the greatest"),
                Population::percentiles);
        return in -> Population.of(in.get(attribute), in.get(group), in.get(customers), in.get(percentiles));
    });

    static final DocumentKind<Reference> REFERENCE =
            DocumentKind.of("reference-population", 1, Reference::header, fields -> {
                var validAt = fields.required(
                        "validAt",
                        Shape.instant(),
                        reference -> reference.asOf().validAt());
                var knownAt = fields.required(
                        "knownAt",
                        Shape.instant(),
                        reference -> reference.asOf().knownAt());
                var populations = fields.required("populations", Shape.listOf(POPULATION), Reference::populations);
                return (header, in) ->
                        Reference.of(header, new AsOf(in.get(validAt), in.get(knownAt)), in.get(populations));
            });

    private ReferenceShapes() {}
}
