package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads customers who are rows of one cut's columns. Earlier cuts are of other columns, in which a customer is looked up.
 */
final class RowAdapter implements ViewAdapter<Integer> {

    private final Cut own;
    private final ColumnsOfDay day;
    private final Function<Cut, ColumnsOfDay> days;

    RowAdapter(Cut own, Function<Cut, ColumnsOfDay> days) {
        this.own = own;
        this.day = days.apply(own);
        this.days = days;
    }

    List<String> customerIds() {
        return day.customerIds();
    }

    Optional<Column> find(AttributeKey<?> key) {
        return day.find(key);
    }

    private ColumnsOfDay at(Cut cut) {
        return cut.equals(own) ? day : days.apply(cut);
    }

    private int row(Integer customer, ColumnsOfDay then) {
        return then == day ? customer : then.row(id(customer));
    }

    @Override
    public String id(Integer customer) {
        return day.customerIds().get(customer);
    }

    @Override
    public boolean exists(Integer customer, Cut cut) {
        return row(customer, at(cut)) >= 0;
    }

    @Override
    public Requirements provides(Cut cut) {
        return new Requirements(at(cut).keys(), Set.of());
    }

    @Override
    public boolean provides(SeriesKey<?> series, AttributeKey<?> field, Cut cut) {
        return false;
    }

    @Override
    public <T> Reading<T> read(Integer customer, AttributeKey<T> key, Cut cut) {
        ColumnsOfDay then = at(cut);
        @Nullable Column column = then.find(key).orElse(null);
        if (column == null) {
            return Reading.missing("nothing is bound to " + key);
        }
        int row = row(customer, then);
        return row >= 0 && column.isPresent(row)
                ? column.reading(row, key, then.provenance(column, row, cut))
                : Reading.missing();
    }

    @Override
    public List<Entry> entries(Integer customer, SeriesKey<?> key, Cut cut) {
        return List.of();
    }
}
