package dev.rapport.model.json;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.problem.Location;

/**
 * A field of an object.
 *
 * @param location where its name begins
 * @param name its name
 * @param value its value
 */
public record JsonMember(Location location, String name, JsonValue value) {

    /**
     * Checks that nothing is missing.
     *
     * @param location where its name begins
     * @param name its name
     * @param value its value
     */
    public JsonMember {
        requireNonNull(location, "location");
        requireNonNull(name, "name");
        requireNonNull(value, "value");
    }
}
