package dev.rapport.health.json;

import dev.rapport.health.validation.Figure;
import dev.rapport.health.validation.Floor;
import dev.rapport.health.validation.MinimumData;
import dev.rapport.health.validation.ValidationPolicy;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The shape of what a candidate must show before it is used. */
final class ValidationShapes {

    private static final int TEN_YEARS = 3_652;

    private static final Shape<String> SOURCE =
            Shape.text().notBlank().maxLength(500).described("Where the numbers come from");

    private static final Shape<Set<String>> BANDS = Shape.listOf(Shape.code())
            .unique()
            .map(bands -> Set.copyOf(bands), bands -> List.copyOf(new TreeSet<>(bands)));

    private static final Shape<Floor> FLOOR = Shape.object("floor", fields -> {
        var figure = fields.required("figure", Shape.oneOf(Figure.class), Floor::figure);
        var value = fields.required(
                "value",
                Shape.number().described("At least this; at most, where a lower figure is better"),
                floor -> floor.bound().value());
        var surely = fields.defaulted(
                "surely",
                Shape.bool().described("Whether the end of the interval must reach it, not only the figure"),
                false,
                floor -> floor.bound().surely());
        var source = fields.required("source", SOURCE, Floor::source);
        return in -> new Floor(in.get(figure), new Floor.Bound(in.get(value), in.get(surely)), in.get(source));
    });

    private static final Shape<MinimumData> MINIMUM = Shape.object("minimum", fields -> {
        var months = fields.required("months", Shape.integer().atLeast(0), MinimumData::months);
        var losses = fields.required("losses", Shape.integer().atLeast(1), MinimumData::losses);
        var source = fields.required("source", SOURCE, MinimumData::source);
        return in -> new MinimumData(in.get(months), in.get(losses), in.get(source));
    });

    static final DocumentKind<ValidationPolicy> VALIDATION =
            DocumentKind.of("validation", 1, ValidationPolicy::header, fields -> {
                var floors = fields.required(
                        "floors",
                        Shape.listOf(FLOOR).notEmpty().uniqueBy("figure", Floor::figure),
                        ValidationPolicy::floors);
                var minimum = fields.defaulted(
                        "minimum",
                        MINIMUM.described("How much must have happened before a verdict is given"),
                        MinimumData.egCsm(),
                        ValidationPolicy::minimum);
                var capacity = fields.defaulted(
                        "capacity",
                        Shape.number().above(0).atMost(1).described("The share of customers that the team has time for"),
                        0.1,
                        ValidationPolicy::capacity);
                var from = fields.defaulted(
                        "warnedFromDays",
                        Shape.integer().between(0, TEN_YEARS).described("From how many days ahead a warning counts"),
                        60,
                        ValidationPolicy::warnedFromDays);
                var to = fields.defaulted(
                        "warnedToDays", Shape.integer().between(0, TEN_YEARS), 90, ValidationPolicy::warnedToDays);
                var worst = fields.defaulted("worstBands", BANDS, Set.of("red"), ValidationPolicy::worstBands);
                var best = fields.defaulted("bestBands", BANDS, Set.of("green"), ValidationPolicy::bestBands);
                var confidence = fields.defaulted(
                        "confidence", Shape.number().atLeast(0.5).below(1), 0.95, ValidationPolicy::confidence);
                var resamples = fields.defaulted(
                        "resamples", Shape.integer().between(100, 100_000), 500, ValidationPolicy::resamples);
                var seed = fields.defaulted("seed", Shape.longInteger(), 1L, ValidationPolicy::seed);
                return (header, in) -> ValidationPolicy.builder()
                        .header(header)
                        .floors(in.get(floors))
                        .minimum(in.get(minimum))
                        .capacity(in.get(capacity))
                        .warnedFromDays(in.get(from))
                        .warnedToDays(in.get(to))
                        .worstBands(in.get(worst))
                        .bestBands(in.get(best))
                        .confidence(in.get(confidence))
                        .resamples(in.get(resamples))
                        .seed(in.get(seed))
                        .build();
            });

    private ValidationShapes() {}
}
