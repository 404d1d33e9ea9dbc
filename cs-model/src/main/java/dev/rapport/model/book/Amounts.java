package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An amount of money of every customer of a book, to be added up. Sums are exact: whole minor units are counted, and no
 * object is made for a customer. Immutable.
 */
public final class Amounts {

    private static final long SPARE = 1L << 62;

    private final Book book;
    private final AttributeKey<Money> key;
    private final Column column;
    private final double perUnit;
    private final boolean areOurs;

    private Amounts(Book book, AttributeKey<Money> key, Column column) {
        this.book = book;
        this.key = key;
        this.column = column;
        this.perUnit = ColumnValues.perUnit(book.currency());
        this.areOurs = column.currencies().equals(List.of(book.currency()));
    }

    /**
     * The amounts of a book.
     *
     * @param book  the book
     * @param key  the attribute
     * @return the amounts, rows in the order of the book
     */
    public static Amounts of(Book book, AttributeKey<Money> key) {
        return new Amounts(book, key, book.columns(List.of(key)).find(key).orElseThrow());
    }

    /**
     * Says whether a customer has an amount.
     *
     * @param row  the row
     * @return true if there is one, in whatever currency
     */
    public boolean isKnown(int row) {
        return column.isPresent(row);
    }

    /**
     * Says whether a customer has an amount in the currency of the book.
     *
     * @param row  the row
     * @return true if it can be added to others
     */
    public boolean isOurs(int row) {
        return column.isPresent(row) && (areOurs || column.currency(row).equals(book.currency()));
    }

    /**
     * The number nearest to an amount.
     *
     * @param row  a row with an amount
     * @return the amount in major units
     */
    public double number(int row) {
        return column.number(row);
    }

    /**
     * Adds up the amounts of groups of customers; customers without an amount add nothing.
     *
     * @param groups  how many groups there are
     * @param groupOf  gives the group of a row, from 0 on; negative if it is in none
     * @return a sum for each group, in the currency of the book
     * @throws org.joda.money.CurrencyMismatchException if an amount in a group is in another currency
     */
    public Money[] sums(int groups, IntUnaryOperator groupOf) {
        CurrencyUnit currency = book.currency();
        Money[] large = new Money[groups];
        Arrays.fill(large, Money.zero(currency));
        long[] minor = new long[groups];
        for (int row = 0; row < column.size(); row++) {
            int group = column.isPresent(row) ? groupOf.applyAsInt(row) : -1;
            if (group < 0) {
                continue;
            }
            double units = Math.rint(column.number(row) * perUnit);
            if (Math.abs(units) > ColumnValues.MOST || !(areOurs || isOurs(row))) {
                large[group] = large[group].plus(book.customers().get(row).get(key));
                continue;
            }
            minor[group] += (long) units;
            if (Math.abs(minor[group]) >= SPARE) {
                large[group] = large[group].plus(Money.ofMinor(currency, minor[group]));
                minor[group] = 0;
            }
        }
        for (int group = 0; group < groups; group++) {
            large[group] = large[group].plus(Money.ofMinor(currency, minor[group]));
        }
        return large;
    }

    /**
     * Adds up the amounts of all customers who have one.
     *
     * @return the sum in the currency of the book
     */
    public Money sum() {
        return sums(1, row -> 0)[0];
    }
}
