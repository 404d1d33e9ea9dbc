package dev.rapport.model.shape;

import dev.rapport.model.json.JsonBoolean;
import dev.rapport.model.json.JsonNumber;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number, a string, or true or false. */
final class LiteralShape extends Shape<Object> {

    static final LiteralShape INSTANCE = new LiteralShape();

    private LiteralShape() {}

    @Override
    @Nullable
    Object decode(JsonValue json, ProblemCollector problems) {
        if (json instanceof JsonNumber number) {
            return number.toDecimal();
        }
        if (json instanceof JsonText text) {
            return text.text();
        }
        if (json instanceof JsonBoolean truth) {
            return truth.value();
        }
        return wrongType(json, problems, "");
    }

    @Override
    void encode(Object value, JsonOut out) {
        if (value instanceof BigDecimal number) {
            out.value(number);
        } else if (value instanceof Boolean truth) {
            out.value(truth);
        } else if (value instanceof String text) {
            out.value(text);
        } else {
            throw new IllegalArgumentException("value must be a BigDecimal, a String or a Boolean, was of "
                    + value.getClass().getName());
        }
    }

    @Override
    String expected() {
        return "a number, a string, or true or false";
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.out()
                .array("type", types -> types.value("number").value("string").value("boolean"));
    }
}
