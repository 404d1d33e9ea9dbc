package dev.rapport.model.shape;

import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The word that says what a document is. */
final class FormatShape extends Shape<String> {

    private static final String NAMESPACE = "rapport/";

    private final String format;

    private FormatShape(String format) {
        this.format = format;
    }

    static FormatShape of(String kind) {
        return new FormatShape(NAMESPACE + Definition.checkName(kind));
    }

    String format() {
        return format;
    }

    @Override
    @Nullable
    String decode(JsonValue json, ProblemCollector problems) {
        if (!(json instanceof JsonText text)) {
            return wrongType(json, problems, "");
        }
        if (!text.text().equals(format)) {
            String message = "expected " + expected() + ", got " + Quote.text(text.text()) + "; the rest was not read";
            problems.add(Problem.error(Codes.WRONG_FORMAT, json.location(), message)
                    .withAdvice(Nearest.advice(text.text(), List.of(format))));
            return null;
        }
        return format;
    }

    @Override
    void encode(String value, JsonOut out) {
        out.value(format);
    }

    @Override
    String expected() {
        return "the format " + Quote.text(format);
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.out().field("const", format);
    }
}
