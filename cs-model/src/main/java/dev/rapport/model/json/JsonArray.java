package dev.rapport.model.json;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.problem.Location;
import java.util.List;

/**
 * A list of values.
 *
 * @param location where it begins
 * @param elements its elements, in order
 */
public record JsonArray(Location location, List<JsonValue> elements) implements JsonValue {

    /**
     * Copies the list.
     *
     * @param location where it begins
     * @param elements its elements, in order
     */
    public JsonArray {
        requireNonNull(location, "location");
        elements = List.copyOf(elements);
    }

    @Override
    public String describe() {
        return "a list";
    }
}
