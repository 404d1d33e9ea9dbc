package dev.rapport.segmentation.testkit;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.time.AsOf;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A customer of whom only what was required can be read, or of whom nothing is known. */
final class RestrictedView implements CustomerView {

    private final CustomerView view;
    private final Requirements requirements;
    private final Optional<Reading<?>> instead;

    private RestrictedView(CustomerView view, Requirements requirements, Optional<Reading<?>> instead) {
        this.view = view;
        this.requirements = requirements;
        this.instead = instead;
    }

    static CustomerView to(Requirements requirements, CustomerView view) {
        return new RestrictedView(view, requirements, Optional.empty());
    }

    static CustomerView reading(Reading<?> instead, Requirements requirements, CustomerView view) {
        return new RestrictedView(view, requirements, Optional.of(instead));
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
    @SuppressWarnings("unchecked") // the reading that stands for all holds no value
    public <T> Reading<T> read(AttributeKey<T> key) {
        if (!requirements.attributes().contains(key)) {
            throw new AssertionError("attribute (" + key + ") was read and is not among the requirements: "
                    + requirements.attributes() + ".");
        }
        return instead.isPresent() ? (Reading<T>) instead.get() : view.read(key);
    }

    @Override
    public List<Entry> entries(SeriesKey<?> key) {
        if (!requirements.series().contains(key)) {
            throw new AssertionError(
                    "series (" + key + ") was read and is not among the requirements: " + requirements.series() + ".");
        }
        return instead.isPresent() ? List.of() : view.entries(key);
    }

    @Override
    public boolean provides(SeriesKey<?> key) {
        return view.provides(key);
    }

    @Override
    public Optional<CustomerView> daysBefore(int days) {
        return view.daysBefore(days).map(earlier -> new RestrictedView(earlier, requirements, instead));
    }
}
