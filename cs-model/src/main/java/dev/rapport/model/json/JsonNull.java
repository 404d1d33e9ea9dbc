package dev.rapport.model.json;

import dev.rapport.model.problem.Location;

/**
 * The word {@code null}.
 *
 * @param location where it begins
 */
public record JsonNull(Location location) implements JsonValue {

    @Override
    public String describe() {
        return "null";
    }
}
