package dev.rapport.model.json;

import dev.rapport.model.problem.Location;

/**
 * A value of a JSON document and where it stands. Immutable. The location is part of the value: the same number in
 * two places is not equal.
 */
public sealed interface JsonValue permits JsonArray, JsonBoolean, JsonNull, JsonNumber, JsonObject, JsonText {

    /**
     * Where the value begins.
     *
     * @return source, pointer, line and column
     */
    Location location();

    /**
     * What was found, in the words of our messages.
     *
     * @return for example {@code number 5}, {@code string "3"}, {@code an object}
     */
    String describe();
}
