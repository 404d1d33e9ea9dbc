package dev.rapport.segmentation;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Cut;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** A customer whose readings a test writes down, and books of them. */
public final class Row {

    public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final String id;
    private final Map<AttributeKey<?>, Reading<?>> readings = new LinkedHashMap<>();

    private Row(String id) {
        this.id = id;
    }

    public static Row of(String id) {
        return new Row(id);
    }

    public <T> Row with(AttributeKey<T> key, T value) {
        return with(key, Reading.present(value, Provenance.of("test")));
    }

    public <T> Row with(AttributeKey<T> key, Reading<T> reading) {
        readings.put(key, reading);
        return this;
    }

    public String id() {
        return id;
    }

    public Reading<?> reading(AttributeKey<?> key) {
        return readings.getOrDefault(key, Reading.missing());
    }

    /** A book of these rows, in euros, which provides every attribute that some row reads. */
    public static Book book(Row... rows) {
        Set<AttributeKey<?>> keys = new LinkedHashSet<>();
        for (Row row : rows) {
            keys.addAll(row.readings.keySet());
        }
        return book(keys, List.of(rows));
    }

    public static Book book(Collection<? extends AttributeKey<?>> keys, List<Row> rows) {
        return Facts.of(new Adapter(new ArrayList<>(keys)), rows)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY);
    }

    public CustomerView view() {
        return book(this).customers().get(0);
    }

    private record Adapter(List<AttributeKey<?>> keys) implements ViewAdapter<Row> {

        @Override
        public String id(Row row) {
            return row.id;
        }

        @Override
        public boolean exists(Row row, Cut cut) {
            return true;
        }

        @Override
        public Requirements provides(Cut cut) {
            return Requirements.attributes(keys.toArray(AttributeKey<?>[]::new));
        }

        @Override
        public boolean provides(SeriesKey<?> series, AttributeKey<?> field, Cut cut) {
            return false;
        }

        @Override
        @SuppressWarnings("unchecked") // with() keeps key and reading of one type
        public <T> Reading<T> read(Row row, AttributeKey<T> key, Cut cut) {
            return (Reading<T>) row.reading(key);
        }

        @Override
        public List<Entry> entries(Row row, SeriesKey<?> key, Cut cut) {
            return List.of();
        }
    }
}
