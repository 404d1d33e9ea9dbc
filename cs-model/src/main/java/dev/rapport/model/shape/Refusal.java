package dev.rapport.model.shape;

import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import java.time.DateTimeException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns the refusal of a constructor or factory into a problem of the value it was to be made of. */
final class Refusal {

    private Refusal() {}

    static <T> @Nullable T apply(Supplier<T> factory, JsonValue json, ProblemCollector problems) {
        try {
            return factory.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            String reason = e.getMessage();
            problems.error(
                    Codes.REFUSED,
                    json.location(),
                    reason == null || reason.isBlank() ? "is not allowed here, was " + json.describe() : reason);
            return null;
        }
    }
}
