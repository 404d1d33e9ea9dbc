package dev.rapport.engagement.file;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry without the fields that the reader may not see. */
record RedactedEntry(Entry entry, SeriesKey<?> series, Redaction redaction) implements Entry {

    @Override
    public String id() {
        return entry.id();
    }

    @Override
    public Instant at() {
        return entry.at();
    }

    @Override
    public Instant recordedAt() {
        return entry.recordedAt();
    }

    @Override
    public String source() {
        return entry.source();
    }

    /** By the series' own field: a key that is asked with may name another sensitivity. */
    @Override
    public <T> @Nullable T valueOrNull(AttributeKey<T> field) {
        int index = series.indexOf(field);
        boolean seen = index >= 0
                && redaction.shows(series, series.fields().get(index))
                && redaction.shows(series, field);
        return seen ? redaction.seen(series, field, entry.valueOrNull(field)) : null;
    }
}
