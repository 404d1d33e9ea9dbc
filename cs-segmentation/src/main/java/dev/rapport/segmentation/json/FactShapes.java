package dev.rapport.segmentation.json;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import dev.rapport.segmentation.condition.ChangedBy;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.condition.Direction;
import dev.rapport.segmentation.condition.Extent;
import dev.rapport.segmentation.condition.Observed;
import dev.rapport.segmentation.condition.ObservedAttribute;
import dev.rapport.segmentation.condition.Operator;
import dev.rapport.segmentation.condition.Tally;
import dev.rapport.segmentation.condition.TallyComparison;
import dev.rapport.segmentation.condition.TallyMeasure;
import java.util.Optional;

/** Conditions on the entries of series and on changes. */
final class FactShapes {

    private final AttributeShapes attributes;
    private final Shape<Tally> tally;

    private FactShapes(AttributeShapes attributes, Shape<Tally> tally) {
        this.attributes = attributes;
        this.tally = tally;
    }

    static FactShapes of(AttributeShapes attributes, Shape<Condition> ofFields) {
        Shape<Tally> tally = Shape.object("facts", fields -> {
            var series = fields.required("series", attributes.series(), Tally::series);
            var measure = fields.required("measure", Shape.oneOf(TallyMeasure.class), Tally::measure);
            var field = fields.optional("field", attributes.fields().any(), Tally::field);
            var currency = fields.optional("currency", Literals.CURRENCY, Tally::currency);
            var days = fields.optional(
                    "lastDays",
                    Shape.integer().atLeast(1),
                    (Tally all) -> Optional.of(all.days()).filter(last -> last > 0));
            var where = fields.optional("where", ofFields, Tally::condition);
            return in -> {
                Tally all = Tally.of(in.get(series), in.get(measure), in.get(field), in.get(currency));
                Tally last = in.get(days).map(all::last).orElse(all);
                return in.get(where).map(last::where).orElse(last);
            };
        });
        return new FactShapes(attributes, tally);
    }

    Variants<Condition> addTo(Variants<Condition> conditions) {
        return conditions
                .with("facts", TallyComparison.class, fields -> {
                    var of = fields.required("of", tally, TallyComparison::tally);
                    var operator = fields.required("operator", Shape.oneOf(Operator.class), TallyComparison::operator);
                    var value = fields.required("value", Shape.decimal(), c -> Literals.numberOf(c.bound()));
                    return in -> {
                        Tally facts = in.get(of);
                        return new TallyComparison(
                                facts, in.get(operator), Literals.quantity(in.get(value), facts.currency()));
                    };
                })
                .with("changed", ChangedBy.class, fields -> {
                    var attribute = fields.optional(
                            "attribute",
                            attributes.ofKind(AttributeKind.NUMBER, AttributeKind.MONEY),
                            c -> attributeOf(c.of()));
                    var of = fields.optional("of", tally, c -> tallyOf(c.of()));
                    var days = fields.required("overDays", Shape.integer().atLeast(1), ChangedBy::days);
                    var direction = fields.required("direction", Shape.oneOf(Direction.class), ChangedBy::direction);
                    var share = fields.optional("share", Shape.number().above(0.0), c -> shareOf(c.by()));
                    var amount = fields.optional(
                            "amount", Shape.decimal(), c -> amountOf(c.by()).map(Literals::numberOf));
                    var currency = fields.optional(
                            "currency", Literals.CURRENCY, c -> amountOf(c.by()).flatMap(Literals::currencyOf));
                    return in -> {
                        Observed observed = observed(in.get(attribute), in.get(of));
                        Extent by = extent(
                                in.get(share),
                                in.get(amount).map(number -> Literals.quantity(number, in.get(currency))));
                        return ChangedBy.of(observed, in.get(days), in.get(direction), by);
                    };
                });
    }

    private static Observed observed(Optional<AttributeKey<?>> attribute, Optional<Tally> tally) {
        if (attribute.isPresent() == tally.isPresent()) {
            throw new IllegalArgumentException("either \"attribute\" or \"of\" must be given, "
                    + (tally.isPresent() ? "not both." : "both are missing."));
        }
        return tally.<Observed>map(facts -> facts).orElseGet(() -> Observed.of(attribute.orElseThrow()));
    }

    private static Extent extent(Optional<Double> share, Optional<Object> amount) {
        if (share.isPresent() == amount.isPresent()) {
            throw new IllegalArgumentException("either \"share\" or \"amount\" must be given, "
                    + (share.isPresent() ? "not both." : "both are missing."));
        }
        return share.map(Extent::share).orElseGet(() -> new Extent.Amount(amount.orElseThrow()));
    }

    private static Optional<AttributeKey<?>> attributeOf(Observed observed) {
        return observed instanceof ObservedAttribute attribute ? Optional.of(attribute.key()) : Optional.empty();
    }

    private static Optional<Tally> tallyOf(Observed observed) {
        return observed instanceof Tally tally ? Optional.of(tally) : Optional.empty();
    }

    private static Optional<Double> shareOf(Extent extent) {
        return extent instanceof Extent.Share share ? Optional.of(share.share()) : Optional.empty();
    }

    private static Optional<Object> amountOf(Extent extent) {
        return extent instanceof Extent.Amount amount ? Optional.of(amount.amount()) : Optional.empty();
    }
}
