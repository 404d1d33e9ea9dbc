package dev.rapport.segmentation.membership;

import dev.rapport.model.attribute.AttributeKey;
import java.util.Optional;

/**
 * An attribute that a segment rests on and that has changed.
 *
 * @param key  the attribute
 * @param before  what it was, empty where nothing was read
 * @param after  what it is
 */
public record Cause(AttributeKey<?> key, Optional<Object> before, Optional<Object> after) {

    /** As in {@code arr: 9000 -> 12000}. */
    @Override
    public String toString() {
        return key.name() + ": " + before.map(Object::toString).orElse("nothing") + " -> "
                + after.map(Object::toString).orElse("nothing");
    }
}
