package dev.rapport.model.shape;

import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import java.time.DateTimeException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns the refusal of a constructor or factory into problems of the value it was to be made of. What the exception says
 * on its second line is the advice. A factory that checks a whole and refuses with all its problems has them placed: their
 * pointers count from that value.
 */
final class Refusal {

    private Refusal() {}

    static <T> @Nullable T apply(Supplier<T> factory, JsonValue json, ProblemCollector problems) {
        try {
            return factory.get();
        } catch (InvalidDocumentException e) {
            Place.of(json, problems).report(e.problems());
            return null;
        } catch (IllegalArgumentException | DateTimeException e) {
            String reason = e.getMessage();
            if (reason == null || reason.isBlank()) {
                problems.error(Codes.REFUSED, json.location(), "is not allowed here, was " + json.describe());
                return null;
            }
            int end = reason.indexOf("\n");
            String message = end < 0 ? reason : reason.substring(0, end);
            String advice = end < 0 ? "" : reason.substring(end + 1).strip();
            problems.add(Problem.error(Codes.REFUSED, json.location(), message).withAdvice(advice));
            return null;
        }
    }
}
