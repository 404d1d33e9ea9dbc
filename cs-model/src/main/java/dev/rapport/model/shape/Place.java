package dev.rapport.model.shape;

import dev.rapport.model.json.JsonArray;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Severity;
import java.util.Optional;

/** A place in a document that is being checked, to report problems at. Valid only during the check. */
public final class Place {

    private final Optional<JsonValue> json;
    private final Location location;
    private final ProblemCollector problems;

    private Place(Optional<JsonValue> json, Location location, ProblemCollector problems) {
        this.json = json;
        this.location = location;
        this.problems = problems;
    }

    static Place of(JsonValue json, ProblemCollector problems) {
        return new Place(Optional.of(json), json.location(), problems);
    }

    /**
     * The place of a field of the object here. A field that is absent has the position of its object.
     *
     * @param field its name
     * @return the place
     */
    public Place at(String field) {
        Optional<JsonValue> child = json.filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .flatMap(object -> object.find(field));
        return child.map(found -> of(found, problems))
                .orElseGet(() -> new Place(Optional.empty(), location.child(field), problems));
    }

    /**
     * The place of an element of the list here.
     *
     * @param index its index, from 0
     * @return the place
     */
    public Place at(int index) {
        Optional<JsonValue> child = json.filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .filter(array -> index < array.elements().size())
                .map(array -> array.elements().get(index));
        return child.map(found -> of(found, problems))
                .orElseGet(() -> new Place(Optional.empty(), location.child(index), problems));
    }

    boolean isList() {
        return json.filter(JsonArray.class::isInstance).isPresent();
    }

    /**
     * Where this is.
     *
     * @return source, pointer, line and column
     */
    public Location location() {
        return location;
    }

    /**
     * Reports an error here.
     *
     * @param code the stable code in lower-case words
     * @param message what was found and what is allowed, without the full stop
     */
    public void error(String code, String message) {
        error(code, message, "");
    }

    /**
     * Reports an error here, with advice.
     *
     * @param code the stable code in lower-case words
     * @param message what was found and what is allowed, without the full stop
     * @param advice what may have been meant, beginning with "Maybe"
     */
    public void error(String code, String message, String advice) {
        problems.add(Problem.error(code, location, message).withAdvice(advice));
    }

    /**
     * Reports a warning here.
     *
     * @param code the stable code in lower-case words
     * @param message what was found, without the full stop
     */
    public void warning(String code, String message) {
        problems.add(Problem.warning(code, location, message));
    }

    /**
     * Reports problems whose pointers count from here.
     *
     * @param found what was found in the value, such as {@code /views/0/reader}
     */
    public void report(Problems found) {
        for (Problem problem : found) {
            Place place = this;
            for (String token : problem.location().pointer().toString().split("/", -1)) {
                String name = token.replace("~1", "/").replace("~0", "~");
                if (!token.isEmpty()) {
                    place = place.isList() ? place.at(Integer.parseInt(name)) : place.at(name);
                }
            }
            if (problem.severity() == Severity.ERROR) {
                place.error(problem.code(), problem.message(), problem.advice().orElse(""));
            } else {
                place.warning(problem.code(), problem.message());
            }
        }
    }
}
