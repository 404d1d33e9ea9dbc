package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import java.util.Map;

/** An attribute that was computed for a whole book and laid over its views. */
record Overlay<T>(AttributeKey<T> key, Map<String, T> values, Provenance provenance) {

    @SuppressWarnings("unchecked") // the caller compares the keys, and equal keys have one kind
    <R> Reading<R> read(String customerId, AttributeKey<R> asked) {
        R value = (R) values.get(customerId);
        return value == null
                ? Reading.missing("no " + asked + " from " + provenance.source())
                : Reading.present(value, provenance);
    }
}
