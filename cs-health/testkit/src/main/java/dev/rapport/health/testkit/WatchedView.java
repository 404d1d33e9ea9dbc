package dev.rapport.health.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.time.AsOf;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A view that notes what is read of it. */
final class WatchedView implements CustomerView {

    private final CustomerView view;
    private final Set<AttributeKey<?>> attributes;
    private final Set<SeriesKey<?>> series;

    WatchedView(CustomerView view) {
        this(view, new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    private WatchedView(CustomerView view, Set<AttributeKey<?>> attributes, Set<SeriesKey<?>> series) {
        this.view = view;
        this.attributes = attributes;
        this.series = series;
    }

    void assertReadNothingBut(Requirements declared) {
        assertThat(declared.attributes()).as("required attributes").containsAll(attributes);
        assertThat(declared.series()).as("required series").containsAll(series);
    }

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
        attributes.add(key);
        return view.read(key);
    }

    @Override
    public List<Entry> entries(SeriesKey<?> key) {
        series.add(key);
        return view.entries(key);
    }

    @Override
    public boolean provides(SeriesKey<?> key) {
        return view.provides(key);
    }

    @Override
    public Optional<CustomerView> daysBefore(int days) {
        return view.daysBefore(days).map(earlier -> new WatchedView(earlier, attributes, series));
    }
}
