package dev.rapport.segmentation.json;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.shape.FieldValues;
import dev.rapport.model.shape.Fields;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import dev.rapport.segmentation.condition.AllOf;
import dev.rapport.segmentation.condition.AnyOf;
import dev.rapport.segmentation.condition.AtLeastOf;
import dev.rapport.segmentation.condition.Between;
import dev.rapport.segmentation.condition.Comparison;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.condition.ContainsAll;
import dev.rapport.segmentation.condition.ContainsAny;
import dev.rapport.segmentation.condition.ContainsText;
import dev.rapport.segmentation.condition.MemberOf;
import dev.rapport.segmentation.condition.Missing;
import dev.rapport.segmentation.condition.NoneOf;
import dev.rapport.segmentation.condition.OneOf;
import dev.rapport.segmentation.condition.Operator;
import dev.rapport.segmentation.condition.Present;
import dev.rapport.segmentation.condition.StartsWith;
import dev.rapport.segmentation.condition.TextCase;
import dev.rapport.segmentation.condition.WithinLast;
import dev.rapport.segmentation.condition.WithinNext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Conditions in documents, told apart by their {@code type}. */
public final class ConditionShapes {

    private static final String ATTRIBUTE = "attribute";
    private static final String VALUES = "values";
    private static final Shape<Set<String>> WORDS =
            Shape.listOf(Shape.text()).notEmpty().unique().map(Set::copyOf, List::copyOf);

    private ConditionShapes() {}

    /**
     * The conditions of this library. A host adds its own types with {@code with}.
     *
     * <pre>{@code
     * Variants<Condition> conditions = ConditionShapes.standard(attributes)
     *         .with("in-territory", InTerritory.class, fields -> {
     *             var territory = fields.required("territory", Shape.code(), InTerritory::territory);
     *             return in -> new InTerritory(in.get(territory));
     *         });
     * }</pre>
     *
     * @param attributes  the attributes that may be named
     * @return the types
     */
    public static Variants<Condition> standard(AttributeShapes attributes) {
        Variants<Condition> none = Variants.named("condition");
        Variants<Condition> plain = combined(plain(none, attributes)).with("member-of", MemberOf.class, fields -> {
            var segment = fields.required("segment", Shape.code(), MemberOf::segmentId);
            return in -> new MemberOf(in.get(segment));
        });
        Shape<Condition> ofFields = combined(plain(Variants.named("field-condition"), attributes.fields()));
        return FactShapes.of(attributes, ofFields).addTo(plain);
    }

    private static Variants<Condition> plain(Variants<Condition> conditions, AttributeShapes attributes) {
        return values(texts(ordered(conditions, attributes), attributes), attributes);
    }

    private static Variants<Condition> ordered(Variants<Condition> conditions, AttributeShapes attributes) {
        return conditions
                .with("compare", Comparison.class, fields -> {
                    var key = fields.required(ATTRIBUTE, comparable(attributes), Comparison::key);
                    var operator = fields.required("operator", Shape.oneOf(Operator.class), Comparison::operator);
                    var value = fields.required("value", Shape.literal(), c -> Literals.literalOf(c.bound()));
                    var currency = fields.optional("currency", Literals.CURRENCY, c -> Literals.currencyOf(c.bound()));
                    return in -> new Comparison(
                            in.get(key),
                            in.get(operator),
                            Literals.valueOf(in.get(key), "value", in.get(value), in.get(currency)));
                })
                .with("between", Between.class, fields -> {
                    var key = fields.required(
                            ATTRIBUTE,
                            attributes.ofKind(AttributeKind.NUMBER, AttributeKind.MONEY, AttributeKind.DATE),
                            Between::key);
                    var from = fields.required("from", Shape.literal(), c -> Literals.literalOf(c.from()));
                    var below = fields.required("below", Shape.literal(), c -> Literals.literalOf(c.below()));
                    var currency = fields.optional("currency", Literals.CURRENCY, c -> Literals.currencyOf(c.from()));
                    return in -> new Between(
                            in.get(key),
                            Literals.valueOf(in.get(key), "from", in.get(from), in.get(currency)),
                            Literals.valueOf(in.get(key), "below", in.get(below), in.get(currency)));
                })
                .with("within-last", WithinLast.class, fields -> {
                    var key = fields.required(ATTRIBUTE, date(attributes), WithinLast::key);
                    var days = fields.required("days", Shape.integer().atLeast(1), WithinLast::days);
                    return in -> new WithinLast(in.get(key), in.get(days));
                })
                .with("within-next", WithinNext.class, fields -> {
                    var key = fields.required(ATTRIBUTE, date(attributes), WithinNext::key);
                    var days = fields.required("days", Shape.integer().atLeast(1), WithinNext::days);
                    return in -> new WithinNext(in.get(key), in.get(days));
                });
    }

    private static Shape<AttributeKey<?>> comparable(AttributeShapes attributes) {
        return attributes.ofKind(
                AttributeKind.NUMBER,
                AttributeKind.MONEY,
                AttributeKind.DATE,
                AttributeKind.BOOLEAN,
                AttributeKind.TEXT);
    }

    private static Shape<AttributeKey<LocalDate>> date(AttributeShapes attributes) {
        return attributes.typed(AttributeKind.DATE);
    }

    private static Variants<Condition> texts(Variants<Condition> conditions, AttributeShapes attributes) {
        Shape<TextCase> textCase = Shape.oneOf(TextCase.class);
        return conditions
                .with("one-of", OneOf.class, fields -> {
                    var key = fields.required(ATTRIBUTE, attributes.text(), OneOf::key);
                    var values = fields.required(VALUES, WORDS, OneOf::values);
                    return in -> new OneOf(in.get(key), in.get(values));
                })
                .with("starts-with", StartsWith.class, fields -> {
                    var key = fields.required(ATTRIBUTE, attributes.text(), StartsWith::key);
                    var values = fields.required(VALUES, WORDS, StartsWith::values);
                    var cased = fields.required("case", textCase, StartsWith::textCase);
                    return in -> new StartsWith(in.get(key), in.get(values), in.get(cased));
                })
                .with("contains-text", ContainsText.class, fields -> {
                    var key = fields.required(ATTRIBUTE, attributes.text(), ContainsText::key);
                    var values = fields.required(VALUES, WORDS, ContainsText::values);
                    var cased = fields.required("case", textCase, ContainsText::textCase);
                    return in -> new ContainsText(in.get(key), in.get(values), in.get(cased));
                })
                .with("contains-any", ContainsAny.class, fields -> {
                    var key = fields.required(ATTRIBUTE, attributes.textSet(), ContainsAny::key);
                    var values = fields.required(VALUES, WORDS, ContainsAny::values);
                    return in -> new ContainsAny(in.get(key), in.get(values));
                })
                .with("contains-all", ContainsAll.class, fields -> {
                    var key = fields.required(ATTRIBUTE, attributes.textSet(), ContainsAll::key);
                    var values = fields.required(VALUES, WORDS, ContainsAll::values);
                    return in -> new ContainsAll(in.get(key), in.get(values));
                });
    }

    private static Variants<Condition> values(Variants<Condition> conditions, AttributeShapes attributes) {
        return conditions
                .with("present", Present.class, fields -> {
                    var key = fields.required(ATTRIBUTE, attributes.any(), Present::key);
                    return in -> new Present(in.get(key));
                })
                .with("missing", Missing.class, fields -> {
                    var key = fields.required(ATTRIBUTE, attributes.any(), Missing::key);
                    return in -> new Missing(in.get(key));
                });
    }

    private static Variants<Condition> combined(Variants<Condition> conditions) {
        return conditions
                .with("all-of", AllOf.class, parts(AllOf::conditions, AllOf::new))
                .with("any-of", AnyOf.class, parts(AnyOf::conditions, AnyOf::new))
                .with("none-of", NoneOf.class, parts(NoneOf::conditions, NoneOf::new))
                .with("at-least-of", AtLeastOf.class, (condition, fields) -> {
                    var count = fields.required("count", Shape.integer().atLeast(1), AtLeastOf::count);
                    var parts = fields.required(
                            "conditions", Shape.listOf(condition).notEmpty(), AtLeastOf::conditions);
                    return in -> new AtLeastOf(in.get(count), in.get(parts));
                });
    }

    private static <V extends Condition> BiFunction<Shape<Condition>, Fields<V>, Function<FieldValues, V>> parts(
            Function<V, List<Condition>> get, Function<List<Condition>, V> make) {
        return (condition, fields) -> {
            var parts = fields.required("conditions", Shape.listOf(condition).notEmpty(), get);
            return in -> make.apply(in.get(parts));
        };
    }
}
