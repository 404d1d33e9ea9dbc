package dev.rapport.model.json;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.problem.Location;
import java.util.List;
import java.util.Optional;

/**
 * An object: fields with names, each name once.
 *
 * @param location where it begins
 * @param members its fields, in the order of the document
 */
public record JsonObject(Location location, List<JsonMember> members) implements JsonValue {

    /**
     * Checks that no name occurs twice, and copies the list.
     *
     * @param location where it begins
     * @param members its fields, in the order of the document
     */
    public JsonObject {
        requireNonNull(location, "location");
        members = List.copyOf(members);
        long names = members.stream().map(JsonMember::name).distinct().count();
        if (names < members.size()) {
            throw new IllegalArgumentException("members must have different names");
        }
    }

    /**
     * The value of a field.
     *
     * @param name its name
     * @return its value, or empty if there is no such field
     */
    public Optional<JsonValue> find(String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .map(JsonMember::value)
                .findFirst();
    }

    @Override
    public String describe() {
        return "an object";
    }
}
