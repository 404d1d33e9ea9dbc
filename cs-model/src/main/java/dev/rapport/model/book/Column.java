package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of every customer of a book, on primitive arrays.
 *
 * <p>Numbers and money take 8 bytes a row, dates and dictionary codes 4, booleans 1 bit; presence takes 1 bit, and so do
 * readings that are not applicable, and those that failed, where there are any; days since when values hold take 4 bytes
 * where they are asked for. Immutable.
 */
public final class Column {

    /** The day of a value that does not say since when it holds. */
    public static final int UNTOLD = Integer.MIN_VALUE;

    private final AttributeKey<?> key;
    private final int size;
    private final double @Nullable [] doubles;
    private final int @Nullable [] ints;
    private final long @Nullable [] bits;
    private final long[] present;
    private final long @Nullable [] notApplicable;
    private final long @Nullable [] failed;
    private final List<Object> words;
    private final List<CurrencyUnit> currencies;
    private final byte @Nullable [] currencyOf;
    private final int @Nullable [] since;

    Column(ColumnBuilder builder) {
        this.key = builder.key;
        this.size = builder.size;
        this.doubles = builder.doubles;
        this.ints = builder.ints;
        this.bits = builder.bits;
        this.present = builder.present;
        this.notApplicable = builder.notApplicable;
        this.failed = builder.failed;
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
        this.notApplicable = column.notApplicable;
        this.failed = column.failed;
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
        return new Column(new ColumnBuilder(key, values, null));
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
        return new Column(new ColumnBuilder(key, amounts, currency));
    }

    /**
     * A column of texts that are there already as codes.
     *
     * @param key  the attribute
     * @param codes  for each customer the position of the text in the words, -1 where there is none; not copied
     * @param words  the texts, each once
     * @return the column
     * @throws IllegalArgumentException if a code is of no word, or a word comes twice
     */
    public static Column ofTexts(AttributeKey<String> key, int[] codes, List<String> words) {
        return new Column(new ColumnBuilder(key, codes, words));
    }

    /** What a view reads of a row with a value. */
    @SuppressWarnings("unchecked") // the caller compares the keys, and equal keys have one kind
    <T> Reading<T> reading(int row, AttributeKey<T> asked, Provenance provenance) {
        return Reading.present((T) ColumnValues.value(this, row), provenance);
    }

    /** This column with some of its rows only, in an order of the caller's. */
    Column rows(int[] rows) {
        return new ColumnBuilder(this, rows).build();
    }

    /** Says whether the days since when values hold are known. */
    boolean isDated() {
        return since != null;
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
        if (isPresent(row)) {
            return Reading.Status.PRESENT;
        }
        return RowBits.has(notApplicable, row)
                ? Reading.Status.NOT_APPLICABLE
                : RowBits.has(failed, row) ? Reading.Status.FAILED : Reading.Status.MISSING;
    }

    /**
     * Says whether a row has a value.
     *
     * @param row  the row
     * @return true if its reading is present
     */
    public boolean isPresent(int row) {
        return RowBits.has(present, row);
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
        return RowBits.has(bits, row) ? 1 : 0;
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
     * @return true if none of the column is not applicable
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
        Arrays.fill(statuses, offset, offset + count, (byte) Reading.Status.PRESENT.ordinal());
        int to = from + count;
        for (int row = nextAbsent(from, to); row < to; row = nextAbsent(row + 1, to)) {
            int at = offset + row - from;
            numbers[at] = 0;
            counts[at] = 0;
            statuses[at] = (byte) status(row).ordinal();
        }
        return notApplicable == null;
    }

    /**
     * Finds the rows with a number from one bound to another; dates count as epoch days, yes as 1 and no as 0.
     *
     * @param from  the first row, a multiple of 64
     * @param count  how many rows
     * @param least  the lower bound, inclusive
     * @param most  the upper bound, inclusive
     * @param found  where the rows go, a bit each, 64 to a word; those without a value are not found
     * @param offset  the position of the first word
     */
    public void between(int from, int count, double least, double most, long[] found, int offset) {
        if (doubles != null) {
            RowBits.between(doubles, from, count, least, most, found, offset);
        } else if (ints != null) {
            RowBits.between(ints, from, count, least, most, found, offset);
        } else if (bits != null) {
            boolean no = least <= 0 && most >= 0;
            boolean yes = least <= 1 && most >= 1;
            for (int word = 0; word < RowBits.words(count); word++) {
                long told = bits[(from >> 6) + word];
                found[offset + word] = (no ? ~told : 0) | (yes ? told : 0);
            }
        }
        keepPresent(from, count, found, offset);
    }

    /**
     * Finds the rows with a text, or a set of texts, that is one of some.
     *
     * @param from  the first row, a multiple of 64
     * @param count  how many rows
     * @param some  the positions of the texts in {@link #words()}
     * @param found  where the rows go, a bit each, 64 to a word; those without a value are not found
     * @param offset  the position of the first word
     * @throws IllegalStateException if the column has no dictionary
     */
    public void among(int from, int count, BitSet some, long[] found, int offset) {
        if (ints == null || !key.kind().isText()) {
            throw new IllegalStateException("column (" + key + ") must be one of texts to be looked up.");
        }
        RowBits.among(ints, from, count, some, words.size(), found, offset);
        keepPresent(from, count, found, offset);
    }

    /**
     * Finds the rows with an amount of money in a currency.
     *
     * @param from  the first row, a multiple of 64
     * @param count  how many rows
     * @param currency  the currency
     * @param found  where the rows go, a bit each, 64 to a word; those without a value are not found
     * @param offset  the position of the first word
     */
    public void in(int from, int count, CurrencyUnit currency, long[] found, int offset) {
        int wanted = currencies.indexOf(currency);
        for (int word = 0; word < RowBits.words(count); word++) {
            found[offset + word] = wanted < 0 ? 0 : -1L;
        }
        if (wanted >= 0 && currencyOf != null) {
            RowBits.equal(currencyOf, from, count, (byte) wanted, found, offset);
        }
        keepPresent(from, count, found, offset);
    }

    /**
     * Says what the readings of a run of rows were, as the positions of their statuses in {@link Reading.Status} in
     * binary.
     *
     * @param from  the first row, a multiple of 64
     * @param count  how many rows
     * @param ones  where the digit of 1 goes, a bit for each row
     * @param twos  where the digit of 2 goes
     * @param offset  the position of the first word in both
     */
    public void statuses(int from, int count, long[] ones, long[] twos, int offset) {
        for (int word = 0; word < RowBits.words(count); word++) {
            int at = (from >> 6) + word;
            long apart = notApplicable == null ? 0 : notApplicable[at];
            ones[offset + word] = apart | (failed == null ? 0 : failed[at]);
            twos[offset + word] = ~present[at] & ~apart;
        }
    }

    private void keepPresent(int from, int count, long[] found, int offset) {
        for (int word = 0; word < RowBits.words(count); word++) {
            found[offset + word] &= present[(from >> 6) + word];
        }
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
                + (notApplicable == null ? 0 : 8L * notApplicable.length)
                + (failed == null ? 0 : 8L * failed.length)
                + (currencyOf == null ? 0 : currencyOf.length)
                + (since == null ? 0 : 4L * since.length);
    }
}
