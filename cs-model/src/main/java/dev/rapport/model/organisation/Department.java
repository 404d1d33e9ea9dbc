package dev.rapport.model.organisation;

import java.util.Optional;

/**
 * A part of the company that answers for something, such as customer success, sales or support.
 *
 * @param id  the id that life cycles and escalations refer to
 * @param name  what it is called
 * @param head  the member who answers for it; where absent, see {@link Organisation#headOf(String)}
 */
public record Department(String id, String name, Optional<String> head) {

    /**
     * A department whose head follows from the reporting lines.
     *
     * @param id  the id
     * @param name  what it is called
     * @return the department
     */
    public static Department of(String id, String name) {
        return new Department(id, name, Optional.empty());
    }
}
