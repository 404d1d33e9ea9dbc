package dev.rapport.model.shape;

import dev.rapport.model.json.JsonBoolean;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** True or false. */
final class BooleanShape extends Shape<Boolean> {

    static final BooleanShape INSTANCE = new BooleanShape();

    private static final Set<String> WORDS = Set.of("true", "false");

    private BooleanShape() {}

    @Override
    @Nullable
    Boolean decode(JsonValue json, ProblemCollector problems) {
        if (json instanceof JsonBoolean truth) {
            return truth.value();
        }
        boolean quoted = json instanceof JsonText text && WORDS.contains(text.text());
        return wrongType(json, problems, quoted ? "Maybe without the quotes" : "");
    }

    @Override
    void encode(Boolean value, JsonOut out) {
        out.value(value);
    }

    @Override
    String expected() {
        return "true or false";
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.out().field("type", "boolean");
    }
}
