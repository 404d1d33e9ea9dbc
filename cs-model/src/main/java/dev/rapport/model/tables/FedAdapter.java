package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Cut;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.customer.Customer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads customers as their own adapter does, but knows what was fed: a table without rows says that there is nothing,
 * which is not the same as no table.
 */
final class FedAdapter implements ViewAdapter<Customer> {

    private final ViewAdapter<Customer> adapter;
    private final Requirements provides;
    private final Map<SeriesKey<?>, Set<AttributeKey<?>>> fieldsOfEmptySeries;

    FedAdapter(
            List<Customer> customers, Set<AttributeKey<?>> attributes, Map<SeriesKey<?>, Set<AttributeKey<?>>> fields) {
        this.adapter = Customer.adapter(customers);
        this.provides = adapter.provides().and(new Requirements(attributes, fields.keySet()));
        this.fieldsOfEmptySeries = fields;
        fields.keySet().removeAll(adapter.provides().series());
    }

    @Override
    public String id(Customer customer) {
        return adapter.id(customer);
    }

    @Override
    public boolean exists(Customer customer, Cut cut) {
        return adapter.exists(customer, cut);
    }

    @Override
    public Requirements provides() {
        return provides;
    }

    @Override
    public boolean provides(SeriesKey<?> series, AttributeKey<?> field) {
        return adapter.provides(series, field)
                || fieldsOfEmptySeries.getOrDefault(series, Set.of()).contains(field);
    }

    @Override
    public <T> Reading<T> read(Customer customer, AttributeKey<T> key, Cut cut) {
        return adapter.read(customer, key, cut);
    }

    @Override
    public List<Entry> entries(Customer customer, SeriesKey<?> key, Cut cut) {
        return adapter.entries(customer, key, cut);
    }
}
