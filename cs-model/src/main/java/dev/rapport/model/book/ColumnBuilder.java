package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Fills a column row by row. */
final class ColumnBuilder {

    final AttributeKey<?> key;
    final int size;
    double @Nullable [] doubles;
    int @Nullable [] ints;
    long @Nullable [] bits;
    final long[] present;
    long @Nullable [] notApplicable;
    long @Nullable [] failed;
    final List<Object> words = new ArrayList<>();
    private final Map<Object, Integer> codes = new HashMap<>();
    final List<CurrencyUnit> currencies = new ArrayList<>();
    byte @Nullable [] currencyOf;
    int @Nullable [] since;

    ColumnBuilder(AttributeKey<?> key, int size) {
        this.key = key;
        this.size = size;
        this.present = new long[(size + 63) >> 6];
        switch (key.kind()) {
            case NUMBER -> doubles = new double[size];
            case MONEY -> {
                doubles = new double[size];
                currencyOf = new byte[size];
            }
            case DATE, TEXT, TEXT_SET -> ints = new int[size];
            case BOOLEAN -> bits = new long[(size + 63) >> 6];
        }
    }

    ColumnBuilder(AttributeKey<?> key, double[] values, @Nullable CurrencyUnit currency) {
        this.key = key;
        this.size = values.length;
        this.doubles = values;
        if (currency != null) {
            currencies.add(currency);
        }
        this.present = new long[(size + 63) >> 6];
        for (int row = 0; row < size; row++) {
            if (Double.isInfinite(values[row])) {
                throw new IllegalArgumentException(
                        "values[" + row + "] of " + key + " must be finite or NaN, was " + values[row] + ".");
            }
            if (!Double.isNaN(values[row])) {
                present[row >> 6] |= 1L << row;
            }
        }
    }

    /** Keeps the days since when values hold as well. */
    ColumnBuilder dated() {
        since = new int[size];
        Arrays.fill(since, Column.UNTOLD);
        return this;
    }

    void set(int row, Reading<?> reading, ZoneId zone) {
        set(row, reading);
        if (since != null) {
            since[row] = reading.provenance()
                    .flatMap(Provenance::validFrom)
                    .map(from -> (int) LocalDate.ofInstant(from, zone).toEpochDay())
                    .orElse(Column.UNTOLD);
        }
    }

    private void set(int row, Reading<?> reading) {
        Object value = reading.valueOrNull();
        if (value == null) {
            mark(row, reading.status());
            return;
        }
        if (value instanceof Money money && currencyOf != null) {
            currencyOf[row] = codeOf(money.getCurrencyUnit());
        }
        present[row >> 6] |= 1L << row;
        if (doubles != null) {
            doubles[row] = key.kind().toNumber(value);
        } else if (bits != null) {
            bits[row >> 6] |= (Boolean) value ? 1L << row : 0;
        } else if (ints != null) {
            ints[row] = key.kind().isText() ? codeOf(value) : (int) key.kind().toNumber(value);
        }
    }

    private byte codeOf(CurrencyUnit currency) {
        int known = currencies.indexOf(currency);
        if (known < 0) {
            known = currencies.size();
            currencies.add(currency);
        }
        if (known > Byte.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "column (" + key + ") must not have more than " + Byte.MAX_VALUE + " currencies.");
        }
        return (byte) known;
    }

    private int codeOf(Object word) {
        Integer known = codes.get(word);
        if (known != null) {
            return known;
        }
        codes.put(word, words.size());
        words.add(word);
        return words.size() - 1;
    }

    /** Missing is what is nothing else. */
    private void mark(int row, Reading.Status status) {
        if (status == Reading.Status.NOT_APPLICABLE) {
            notApplicable = notApplicable == null ? new long[present.length] : notApplicable;
            notApplicable[row >> 6] |= 1L << row;
        } else if (status == Reading.Status.FAILED) {
            failed = failed == null ? new long[present.length] : failed;
            failed[row >> 6] |= 1L << row;
        }
    }

    Column build() {
        return new Column(this);
    }
}
