package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of every customer of a book, on primitive arrays.
 *
 * <p>Numbers and money take 8 bytes a row, dates and dictionary codes 4, booleans 1 bit; presence takes 1 bit, and only a
 * column with readings that failed or are not applicable keeps a further byte a row. Immutable.
 */
public final class Column {

    private static final byte PRESENT = (byte) Reading.Status.PRESENT.ordinal();
    private static final byte MISSING = (byte) Reading.Status.MISSING.ordinal();
    private static final Reading.Status[] STATUSES = Reading.Status.values();

    private final AttributeKey<?> key;
    private final int size;
    private final double @Nullable [] doubles;
    private final int @Nullable [] ints;
    private final long @Nullable [] bits;
    private final long[] present;
    private final byte @Nullable [] statuses;
    private final List<Object> words;
    private final List<CurrencyUnit> currencies;
    private final byte @Nullable [] currencyOf;

    private Column(Builder builder) {
        this.key = builder.key;
        this.size = builder.size;
        this.doubles = builder.doubles;
        this.ints = builder.ints;
        this.bits = builder.bits;
        this.present = builder.present;
        this.statuses = builder.statuses;
        this.words = List.copyOf(builder.words);
        this.currencies = List.copyOf(builder.currencies);
        this.currencyOf = builder.currencies.size() > 1 ? builder.currencyOf : null;
    }

    /**
     * A column of numbers that are there already, as when they come out of a data frame.
     *
     * @param key  the attribute
     * @param values  a number for each customer, NaN where there is none; not copied, must not change any more
     * @return the column
     * @throws IllegalArgumentException if a value is infinite
     */
    public static Column ofNumbers(AttributeKey<Double> key, double[] values) {
        return new Column(new Builder(key, values, null));
    }

    /**
     * A column of amounts of money that are there already.
     *
     * @param key  the attribute
     * @param currency  the currency of all amounts
     * @param amounts  an amount in major units for each customer, NaN where there is none; not copied
     * @return the column
     * @throws IllegalArgumentException if an amount is infinite
     */
    public static Column ofMoney(AttributeKey<Money> key, CurrencyUnit currency, double[] amounts) {
        return new Column(new Builder(key, amounts, currency));
    }

    /**
     * The attribute.
     *
     * @return the key
     */
    public AttributeKey<?> key() {
        return key;
    }

    /**
     * The number of customers.
     *
     * @return the number of rows
     */
    public int size() {
        return size;
    }

    /**
     * The currencies of a column of money.
     *
     * @return the currencies that occur, empty for other kinds
     */
    public List<CurrencyUnit> currencies() {
        return currencies;
    }

    /**
     * The currency of an amount of money.
     *
     * @param row  a row with a value
     * @return the currency
     */
    public CurrencyUnit currency(int row) {
        return currencies.get(currencyOf == null ? 0 : currencyOf[row]);
    }

    /**
     * What the reading of a row was.
     *
     * @param row  the row
     * @return the status
     */
    public Reading.Status status(int row) {
        if (statuses != null) {
            return STATUSES[statuses[row]];
        }
        return isPresent(row) ? Reading.Status.PRESENT : Reading.Status.MISSING;
    }

    /**
     * Says whether a row has a value.
     *
     * @param row  the row
     * @return true if its reading is present
     */
    public boolean isPresent(int row) {
        return (present[row >> 6] & (1L << row)) != 0;
    }

    /**
     * The value of a row as a number; for texts and sets of text the position of the value in {@link #words()}.
     *
     * @param row  the row
     * @return the number, meaningless unless the row {@link #isPresent(int)}
     */
    public double number(int row) {
        if (doubles != null) {
            return doubles[row];
        }
        if (ints != null) {
            return ints[row];
        }
        return bits != null && (bits[row >> 6] & (1L << row)) != 0 ? 1 : 0;
    }

    /**
     * Copies a run of rows as numbers.
     *
     * @param from  the first row
     * @param count  how many rows
     * @param target  where to
     * @param offset  the first position in the target
     */
    public void copyNumbers(int from, int count, double[] target, int offset) {
        if (doubles != null) {
            System.arraycopy(doubles, from, target, offset, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[offset + i] = number(from + i);
        }
    }

    /**
     * Copies what the readings of a run of rows were.
     *
     * @param from  the first row
     * @param count  how many rows
     * @param target  where to: the positions of the statuses in {@link Reading.Status}
     * @param offset  the first position in the target
     */
    public void copyStatuses(int from, int count, byte[] target, int offset) {
        if (statuses != null) {
            System.arraycopy(statuses, from, target, offset, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            int row = from + i;
            long absent = ~(present[row >> 6] >>> row) & 1L;
            target[offset + i] = (byte) (absent * MISSING);
        }
    }

    /**
     * The values that a column of text has, each once; of sets of text the sets.
     *
     * @return the dictionary, empty for other kinds
     */
    public List<Object> words() {
        return words;
    }

    /**
     * The bytes that the rows take, without the dictionary.
     *
     * @return the size of the arrays in bytes
     */
    public long bytes() {
        return (doubles == null ? 0 : 8L * doubles.length)
                + (ints == null ? 0 : 4L * ints.length)
                + (bits == null ? 0 : 8L * bits.length)
                + 8L * present.length
                + (statuses == null ? 0 : statuses.length)
                + (currencyOf == null ? 0 : currencyOf.length);
    }

    /** Fills a column row by row. */
    static final class Builder {
        private final AttributeKey<?> key;
        private final int size;
        private double @Nullable [] doubles;
        private int @Nullable [] ints;
        private long @Nullable [] bits;
        private final long[] present;
        private byte @Nullable [] statuses;
        private final List<Object> words = new ArrayList<>();
        private final Map<Object, Integer> codes = new HashMap<>();
        private final List<CurrencyUnit> currencies = new ArrayList<>();
        private byte @Nullable [] currencyOf;

        Builder(AttributeKey<?> key, int size) {
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

        private Builder(AttributeKey<?> key, double[] values, @Nullable CurrencyUnit currency) {
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

        void set(int row, Reading<?> reading) {
            Object value = reading.valueOrNull();
            if (value == null) {
                mark(row, (byte) reading.status().ordinal());
                return;
            }
            if (value instanceof Money money && currencyOf != null) {
                currencyOf[row] = codeOf(money.getCurrencyUnit());
            }
            present[row >> 6] |= 1L << row;
            if (statuses != null) {
                statuses[row] = PRESENT;
            }
            if (doubles != null) {
                doubles[row] = key.kind().toNumber(value);
            } else if (bits != null) {
                bits[row >> 6] |= (Boolean) value ? 1L << row : 0;
            } else if (ints != null) {
                ints[row] =
                        key.kind().isText() ? codeOf(value) : (int) key.kind().toNumber(value);
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

        private void mark(int row, byte status) {
            if (statuses == null && status != MISSING) {
                statuses = new byte[size];
                Arrays.fill(statuses, MISSING);
                for (int earlier = 0; earlier < row; earlier++) {
                    if ((present[earlier >> 6] & (1L << earlier)) != 0) {
                        statuses[earlier] = PRESENT;
                    }
                }
            }
            if (statuses != null) {
                statuses[row] = status;
            }
        }

        Column build() {
            return new Column(this);
        }
    }
}
