package dev.rapport.model.json;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Quote;

/**
 * A string. It can hold any UTF-16 unit, half a surrogate pair as well, where the document wrote it as an escape.
 *
 * @param location where it begins
 * @param text its characters, escapes resolved
 */
public record JsonText(Location location, String text) implements JsonValue {

    /**
     * Checks that nothing is missing.
     *
     * @param location where it begins
     * @param text its characters, escapes resolved
     */
    public JsonText {
        requireNonNull(location, "location");
        requireNonNull(text, "text");
    }

    @Override
    public String describe() {
        return "string " + Quote.text(text);
    }
}
