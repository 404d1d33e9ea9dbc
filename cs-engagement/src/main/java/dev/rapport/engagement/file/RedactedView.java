package dev.rapport.engagement.file;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.time.AsOf;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A customer without what the reader may not see. */
record RedactedView(CustomerView view, Sensitivity shown) implements CustomerView {

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
        return shows(key) ? view.read(key) : Reading.missing("withheld");
    }

    /** A series is not there at all where a field that every entry must have may not be seen, or none may. */
    @Override
    public List<Entry> entries(SeriesKey<?> key) {
        if (!key.requiredFields().stream().allMatch(this::shows)
                || key.fields().stream().noneMatch(this::shows)) {
            return List.of();
        }
        return view.entries(key).stream()
                .<Entry>map(entry -> new RedactedEntry(entry, key, shown))
                .toList();
    }

    private boolean shows(AttributeKey<?> key) {
        return key.sensitivity().compareTo(shown) <= 0;
    }

    @Override
    public boolean provides(SeriesKey<?> key) {
        return view.provides(key);
    }

    @Override
    public Optional<CustomerView> daysBefore(int days) {
        return view.daysBefore(days).map(earlier -> new RedactedView(earlier, shown));
    }
}
