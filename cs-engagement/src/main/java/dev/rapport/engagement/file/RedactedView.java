package dev.rapport.engagement.file;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.time.AsOf;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A customer without what the reader may not see. */
record RedactedView(CustomerView view, Redaction redaction) implements CustomerView {

    @Override
    public String customerId() {
        return view.customerId();
    }

    @Override
    public AsOf asOf() {
        return view.asOf();
    }

    @Override
    public ZoneId zone() {
        return view.zone();
    }

    @Override
    public <T> Reading<T> read(AttributeKey<T> key) {
        if (!redaction.shows(key)) {
            return Reading.missing("withheld");
        }
        Reading<T> reading = view.read(key);
        T seen = redaction.seen(key, reading.valueOrNull());
        return seen == null || seen.equals(reading.valueOrNull())
                ? reading
                : Reading.present(seen, reading.provenance().orElseThrow());
    }

    @Override
    public List<Entry> entries(SeriesKey<?> key) {
        if (!redaction.shows(key)) {
            return List.of();
        }
        return view.entries(key).stream()
                .<Entry>map(entry -> new RedactedEntry(entry, key, redaction))
                .toList();
    }

    @Override
    public boolean provides(SeriesKey<?> key) {
        return redaction.shows(key) && view.provides(key);
    }

    @Override
    public Optional<CustomerView> daysBefore(int days) {
        return view.daysBefore(days).map(earlier -> new RedactedView(earlier, redaction));
    }
}
