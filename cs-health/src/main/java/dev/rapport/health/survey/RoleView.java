package dev.rapport.health.survey;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.time.AsOf;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A customer together with what its roles feel, for the program to read. */
final class RoleView implements CustomerView {

    private final CustomerView view;
    private final Map<AttributeKey<Double>, Double> feels;
    private final Provenance provenance;

    RoleView(CustomerView view, Map<AttributeKey<Double>, Double> feels, Provenance provenance) {
        this.view = view;
        this.feels = feels;
        this.provenance = provenance;
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
    @SuppressWarnings("unchecked") // the keys of what roles feel are those of numbers
    public <T> Reading<T> read(AttributeKey<T> key) {
        Double felt = feels.get(key);
        return felt == null ? Reading.missing("nobody of the role answered") : Reading.present((T) felt, provenance);
    }

    @Override
    public List<Entry> entries(SeriesKey<?> key) {
        return view.entries(key);
    }

    @Override
    public boolean provides(SeriesKey<?> key) {
        return view.provides(key);
    }

    @Override
    public Optional<CustomerView> daysBefore(int days) {
        return Optional.empty();
    }
}
