package dev.rapport.model.testkit;

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

/**
 * A customer of whom only what was required can be read, or of whom it is not known.
 *
 * @param view  the customer
 * @param requirements  what can be read
 * @param known  false if everything that can be read is missing
 */
record RestrictedView(CustomerView view, Requirements requirements, boolean known) implements CustomerView {

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
        if (!requirements.attributes().contains(key)) {
            throw new AssertionError("attribute (" + key + ") was read and is not among the requirements: "
                    + requirements.attributes() + ".");
        }
        return known ? view.read(key) : Reading.missing("nothing is known");
    }

    @Override
    public List<Entry> entries(SeriesKey<?> key) {
        if (!requirements.series().contains(key)) {
            throw new AssertionError(
                    "series (" + key + ") was read and is not among the requirements: " + requirements.series() + ".");
        }
        return known ? view.entries(key) : List.of();
    }

    @Override
    public boolean provides(SeriesKey<?> key) {
        return view.provides(key);
    }

    @Override
    public Optional<CustomerView> daysBefore(int days) {
        return view.daysBefore(days).map(earlier -> new RestrictedView(earlier, requirements, known));
    }
}
