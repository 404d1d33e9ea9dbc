package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Cut;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.time.Timeline;
import java.util.List;

/** Reads the library's own model. */
final class StandardAdapter implements ViewAdapter<Customer> {

    private final Feeds feeds;

    StandardAdapter(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public String id(Customer customer) {
        return customer.id();
    }

    @Override
    public boolean exists(Customer customer, Cut cut) {
        return cut.asOf().sees(customer.since(), customer.recordedAt());
    }

    @Override
    public Requirements provides(Cut cut) {
        return feeds.in(cut);
    }

    @Override
    public boolean provides(SeriesKey<?> series, AttributeKey<?> field, Cut cut) {
        return feeds.include(series, field, cut);
    }

    @Override
    @SuppressWarnings("unchecked") // the builder states only values of the key's type under a key
    public <T> Reading<T> read(Customer customer, AttributeKey<T> key, Cut cut) {
        Timeline<Object> timeline = customer.attributes().get(key);
        if (timeline == null) {
            return Reading.missing();
        }
        return timeline.factAt(cut.asOf())
                .map(fact -> Reading.present(
                        (T) fact.value(),
                        new Provenance(
                                fact.valid().startInclusive(), fact.recorded().startInclusive(), customer.source())))
                .orElseGet(Reading::missing);
    }

    @Override
    public List<Entry> entries(Customer customer, SeriesKey<?> key, Cut cut) {
        SeriesHistory history = customer.series().get(key);
        return history == null ? List.of() : history.in(cut.asOf());
    }
}
