package dev.rapport.model.tables;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers a bounded number of texts of one column and what was read from them, since columns repeat themselves: equal
 * texts become one object.
 */
final class Seen {

    private static final int MOST = 8_192;
    private static final int LONGEST = 64;
    private static final Object NOTHING = new Object();

    private final Function<String, @Nullable Object> reader;
    private final Map<String, Object> seen = new HashMap<>();

    Seen(Function<String, @Nullable Object> reader) {
        this.reader = reader;
    }

    @Nullable
    Object read(String text) {
        Object known = seen.get(text);
        if (known == null) {
            Object value = reader.apply(text);
            known = value == null ? NOTHING : value;
            if (seen.size() < MOST && text.length() <= LONGEST) {
                seen.put(text, known);
            }
        }
        return known == NOTHING ? null : known;
    }
}
