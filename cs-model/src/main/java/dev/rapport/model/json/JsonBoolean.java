package dev.rapport.model.json;

import dev.rapport.model.problem.Location;

/**
 * True or false.
 *
 * @param location where it begins
 * @param value which of them
 */
public record JsonBoolean(Location location, boolean value) implements JsonValue {

    @Override
    public String describe() {
        return Boolean.toString(value);
    }
}
