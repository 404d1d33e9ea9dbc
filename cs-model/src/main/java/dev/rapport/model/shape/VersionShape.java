package dev.rapport.model.shape;

import dev.rapport.model.json.JsonNumber;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The version of a format: exactly the one that is known. */
final class VersionShape extends Shape<Integer> {

    private final String format;
    private final int version;

    VersionShape(String format, int version) {
        if (version < 1) {
            throw new IllegalArgumentException("version must be >= 1, was " + version);
        }
        this.format = format;
        this.version = version;
    }

    int version() {
        return version;
    }

    @Override
    @Nullable
    Integer decode(JsonValue json, ProblemCollector problems) {
        if (!(json instanceof JsonNumber found)) {
            return wrongType(json, problems, "");
        }
        int order = found.toDecimal().compareTo(BigDecimal.valueOf(version));
        if (order == 0) {
            return version;
        }
        String message = "version " + Quote.bare(found.literal()) + " of " + format
                + " is not known; this library knows version " + version + "; the rest was not read";
        problems.add(Problem.error(Codes.WRONG_VERSION, json.location(), message)
                .withAdvice(order > 0 ? "Maybe a newer version of the library knows it" : ""));
        return null;
    }

    @Override
    void encode(Integer value, JsonOut out) {
        out.value(version);
    }

    @Override
    String expected() {
        return "version " + version;
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.out().field("const", version);
    }
}
