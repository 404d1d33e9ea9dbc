package dev.rapport.engagement.file;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.SeriesKey;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a reader may see of each value: itself, a pseudonym or nothing. */
record Redaction(FileView view, Pseudonyms pseudonyms) {

    Redaction {
        if (!view.hashed().isEmpty() && pseudonyms.areNone()) {
            throw new IllegalArgumentException("view (" + view.reader() + ") hashes " + String.join(", ", view.hashed())
                    + ", and there is no secret for it.\nMaybe Pseudonyms.keyed(secret).");
        }
    }

    boolean shows(AttributeKey<?> attribute) {
        boolean isAsked = view.attributes()
                .map(names -> names.contains(attribute.name()))
                .orElse(true);
        return isAsked && shows(attribute, attribute.name());
    }

    boolean shows(SeriesKey<?> series, AttributeKey<?> field) {
        return shows(field, name(series, field));
    }

    /** A series is not there at all where a field that every entry must have may not be seen, or none may. */
    boolean shows(SeriesKey<?> series) {
        return view.hasSeries(series.name())
                && series.requiredFields().stream().allMatch(field -> shows(series, field))
                && series.fields().stream().anyMatch(field -> shows(series, field));
    }

    private boolean shows(AttributeKey<?> key, String name) {
        return !view.without().contains(name) && (key.sensitivity().compareTo(view.shows()) <= 0 || hashes(key, name));
    }

    private boolean hashes(AttributeKey<?> key, String name) {
        return view.hashed().contains(name)
                && (key.kind() == AttributeKind.TEXT || key.kind() == AttributeKind.TEXT_SET);
    }

    <T> @Nullable T seen(AttributeKey<T> attribute, @Nullable T value) {
        return hashes(attribute, attribute.name()) ? hashed(value) : value;
    }

    <T> @Nullable T seen(SeriesKey<?> series, AttributeKey<T> field, @Nullable T value) {
        return hashes(field, name(series, field)) ? hashed(value) : value;
    }

    private static String name(SeriesKey<?> series, AttributeKey<?> field) {
        return series.name() + "." + field.name();
    }

    @SuppressWarnings("unchecked") // only texts and sets of texts are hashed, and become what they were
    private <T> @Nullable T hashed(@Nullable T value) {
        if (value instanceof String text) {
            return (T) pseudonyms.of(text);
        }
        if (value instanceof Set<?> texts) {
            Set<String> hashes = new TreeSet<>();
            texts.forEach(text -> hashes.add(pseudonyms.of((String) text)));
            return (T) hashes;
        }
        return value;
    }
}
