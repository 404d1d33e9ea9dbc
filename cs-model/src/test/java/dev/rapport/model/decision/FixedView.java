package dev.rapport.model.decision;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A customer whose readings a test writes down. */
final class FixedView implements CustomerView {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final Map<AttributeKey<?>, Reading<?>> readings = new HashMap<>();

    <T> FixedView with(AttributeKey<T> key, T value) {
        return with(key, Reading.present(value, Provenance.of("test")));
    }

    <T> FixedView with(AttributeKey<T> key, Reading<T> reading) {
        readings.put(key, reading);
        return this;
    }

    @Override
    public String customerId() {
        return "c";
    }

    @Override
    public AsOf asOf() {
        return AsOf.endOf(TODAY, zone());
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    @SuppressWarnings("unchecked") // with() keeps key and reading of one type
    public <T> Reading<T> read(AttributeKey<T> key) {
        return (Reading<T>) readings.getOrDefault(key, Reading.missing());
    }

    @Override
    public List<Entry> entries(SeriesKey<?> key) {
        return List.of();
    }

    @Override
    public boolean provides(SeriesKey<?> key) {
        return true;
    }

    @Override
    public Optional<CustomerView> daysBefore(int days) {
        return Optional.empty();
    }
}
