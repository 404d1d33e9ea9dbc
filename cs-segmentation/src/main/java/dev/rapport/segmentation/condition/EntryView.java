package dev.rapport.segmentation.condition;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.time.AsOf;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One entry of a customer, whose fields are read as if they were attributes. */
record EntryView(CustomerView customer, Entry entry) implements CustomerView {

    @Override
    public String customerId() {
        return customer.customerId();
    }

    @Override
    public AsOf asOf() {
        return customer.asOf();
    }

    @Override
    public ZoneId zone() {
        return customer.zone();
    }

    @Override
    public <T> Reading<T> read(AttributeKey<T> key) {
        T value = entry.valueOrNull(key);
        return value == null
                ? Reading.missing("the entry does not say " + key)
                : Reading.present(
                        value,
                        new Provenance(Optional.of(entry.at()), Optional.of(entry.recordedAt()), entry.source()));
    }

    @Override
    public List<Entry> entries(SeriesKey<?> key) {
        return List.of();
    }

    @Override
    public boolean provides(SeriesKey<?> key) {
        return false;
    }

    @Override
    public Optional<CustomerView> daysBefore(int days) {
        return Optional.empty();
    }
}
