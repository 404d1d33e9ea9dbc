package dev.rapport.segmentation.segment;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of the customer base.
 *
 * @param id  what refers to it: 1 to 100 letters a-z and A-Z, digits, dots, hyphens and underscores, beginning with a
 *     letter or digit
 * @param name  what people call it
 * @param description  who is in it and why, or empty
 */
public record Segment(String id, String name, Optional<String> description) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /**
     * Checks the id and the name.
     *
     * @param id  what refers to it
     * @param name  what people call it
     * @param description  who is in it and why
     * @throws IllegalArgumentException if the id breaks the rule above or the name is blank
     */
    public Segment {
        requireNonNull(description, "description");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id (" + id + ") must be 1 to 100 letters a-z and A-Z, digits, dots, hyphens"
                            + " and underscores, beginning with a letter or digit.");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of segment (" + id + ") must not be blank.");
        }
    }

    /**
     * A segment that is called by its id.
     *
     * @param id  what refers to it
     * @return the segment
     */
    public static Segment of(String id) {
        return of(id, id);
    }

    /**
     * A segment.
     *
     * @param id  what refers to it
     * @param name  what people call it
     * @return the segment, without description
     */
    public static Segment of(String id, String name) {
        return new Segment(id, name, Optional.empty());
    }

    /**
     * This segment with a description.
     *
     * @param text  who is in it and why
     * @return the new segment
     */
    public Segment describedAs(String text) {
        return new Segment(id, name, Optional.of(text));
    }

    /** The id. */
    @Override
    public String toString() {
        return id;
    }
}
