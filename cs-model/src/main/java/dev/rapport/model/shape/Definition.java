package dev.rapport.model.shape;

import dev.rapport.model.problem.Quote;
import java.util.regex.Pattern;

/** A shape with a name, which JSON Schema defines once and refers to. */
interface Definition {

    Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    String definitionName();

    /** Writes the keywords of the schema into the object that is open. */
    void define(SchemaWriter schema);

    static String checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must be of lower-case letters, digits and hyphens, was " + Quote.text(name));
        }
        return name;
    }
}
