package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
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

    /** Dates or texts that are there already. */
    ColumnBuilder(AttributeKey<?> key, int[] values, List<?> words) {
        this.key = key;
        this.size = values.length;
        this.ints = values;
        this.words.addAll(words);
        this.present = new long[(size + 63) >> 6];
        boolean isText = key.kind().isText();
        if (isText && new HashSet<>(words).size() < words.size()) {
            throw new IllegalArgumentException("words of " + key + " must come once each, were " + words + ".");
        }
        for (int row = 0; row < size; row++) {
            if (isText && (values[row] < -1 || values[row] >= words.size())) {
                throw new IllegalArgumentException("codes[" + row + "] of " + key + " must be from -1 to "
                        + (words.size() - 1) + ", was " + values[row] + ".");
            }
            if (values[row] != (isText ? -1 : Column.UNTOLD)) {
                present[row >> 6] |= 1L << row;
            }
        }
    }

    /** Answers that are there already. */
    ColumnBuilder(AttributeKey<?> key, int size, BitSet known, BitSet yes) {
        this.key = key;
        this.size = size;
        if (known.length() > size || yes.length() > size) {
            throw new IllegalArgumentException("rows of " + key + " must be below " + size + ", was "
                    + (Math.max(known.length(), yes.length()) - 1) + ".");
        }
        BitSet told = (BitSet) yes.clone();
        told.and(known);
        this.bits = Arrays.copyOf(told.toLongArray(), (size + 63) >> 6);
        this.present = Arrays.copyOf(known.toLongArray(), (size + 63) >> 6);
    }

    /** Some rows of a column. */
    ColumnBuilder(Column column, int[] rows) {
        this(column.key(), rows.length);
        words.addAll(column.words());
        currencies.addAll(column.currencies());
        if (column.isDated()) {
            dated();
        }
        for (int row = 0; row < rows.length; row++) {
            copy(row, column, rows[row]);
        }
    }

    private void copy(int row, Column column, int from) {
        if (since != null) {
            since[row] = column.heldSince(from);
        }
        if (!column.isPresent(from)) {
            mark(row, column.status(from));
            return;
        }
        present[row >> 6] |= 1L << row;
        double number = column.number(from);
        if (doubles != null) {
            doubles[row] = number;
        } else if (bits != null) {
            bits[row >> 6] |= number == 1 ? 1L << row : 0;
        } else if (ints != null) {
            ints[row] = (int) number;
        }
        if (currencyOf != null) {
            currencyOf[row] = (byte) currencies.indexOf(column.currency(from));
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

    void set(int row, Reading<?> reading) {
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
