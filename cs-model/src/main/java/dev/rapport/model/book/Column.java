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

/**
 * One attribute of every customer of a book, on primitive arrays.
 *
 * <p>Numbers and money take 8 bytes a row, dates and dictionary codes 4, booleans 1 bit; presence takes 1 bit, and only a
 * column with readings that failed or are not applicable keeps a further byte a row; days since when values hold take 4 where they are asked for. Immutable.
 */
public final class Column {

    /** The day of a value that does not say since when it holds. */
    public static final int UNTOLD = Integer.MIN_VALUE;

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
    private final int @Nullable [] since;

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
        this.since = builder.since;
    }

    private Column(Column column, int[] since) {
        this.key = column.key;
        this.size = column.size;
        this.doubles = column.doubles;
        this.ints = column.ints;
        this.bits = column.bits;
        this.present = column.present;
        this.statuses = column.statuses;
        this.words = column.words;
        this.currencies = column.currencies;
        this.currencyOf = column.currencyOf;
        this.since = since;
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
     * Copies a run of rows: the numbers, which rows count, and what their readings were.
     *
     * @param from  the first row
     * @param count  how many rows
     * @param numbers  where the numbers go, 0 for rows without a value
     * @param counts  where 1 goes for rows with a value, 0 for others
     * @param statuses  where the positions of the statuses in {@link Reading.Status} go
     * @param offset  the first position in all three
     * @return true if each row is present or missing, so that none is not applicable
     */
    public boolean copy(int from, int count, double[] numbers, double[] counts, byte[] statuses, int offset) {
        if (doubles != null) {
            System.arraycopy(doubles, from, numbers, offset, count);
        } else {
            for (int i = 0; i < count; i++) {
                numbers[offset + i] = number(from + i);
            }
        }
        Arrays.fill(counts, offset, offset + count, 1);
        Arrays.fill(statuses, offset, offset + count, PRESENT);
        int to = from + count;
        for (int row = nextAbsent(from, to); row < to; row = nextAbsent(row + 1, to)) {
            int at = offset + row - from;
            numbers[at] = 0;
            counts[at] = 0;
            statuses[at] = this.statuses == null ? MISSING : this.statuses[row];
        }
        return this.statuses == null;
    }

    /** The next row without a value, from one on; the end, or a row behind it, if there is none before. */
    private int nextAbsent(int from, int to) {
        if (from >= to) {
            return to;
        }
        int last = (to - 1) >> 6;
        int word = from >> 6;
        long absent = ~present[word] & (-1L << from);
        while (absent == 0) {
            if (++word > last) {
                return to;
            }
            absent = ~present[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(absent);
    }

    /**
     * Since when the value of a row holds.
     *
     * @param row  the row
     * @return the epoch day; {@link #UNTOLD} if there is no value, or it does not say
     * @throws IllegalStateException if the column was read without these days
     */
    public int heldSince(int row) {
        if (since == null) {
            throw new IllegalStateException("column (" + key + ") must be read with the days since when values hold.\n"
                    + "Maybe read the columns with the program: program.columns(book).");
        }
        return since[row];
    }

    /**
     * This column with the days since when its values hold, for programs in which values fade with their age.
     *
     * @param days  an epoch day for each row, {@link #UNTOLD} where it is not known; not copied, must not change any more
     * @return the column
     */
    public Column heldSince(int[] days) {
        if (days.length != size) {
            throw new IllegalArgumentException(
                    "days of " + key + " must be as many as its rows (" + size + "), was " + days.length + ".");
        }
        return new Column(this, days);
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
                + (currencyOf == null ? 0 : currencyOf.length)
                + (since == null ? 0 : 4L * since.length);
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
        private int @Nullable [] since;

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

        /** Keeps the days since when values hold as well. */
        Builder dated() {
            since = new int[size];
            Arrays.fill(since, UNTOLD);
            return this;
        }

        void set(int row, Reading<?> reading, ZoneId zone) {
            set(row, reading);
            if (since != null) {
                since[row] = reading.provenance()
                        .flatMap(Provenance::validFrom)
                        .map(from -> (int) LocalDate.ofInstant(from, zone).toEpochDay())
                        .orElse(UNTOLD);
            }
        }

        private void set(int row, Reading<?> reading) {
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
