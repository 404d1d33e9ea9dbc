package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKind;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The numbers of columns as the values that they stand for. */
final class ColumnValues {

    /** Up to here a double tells whole numbers, and those beside them, apart. */
    static final double MOST = 1L << 52;

    private ColumnValues() {}

    /** The value of a row that has one. */
    static Object value(Column column, int row) {
        double number = column.number(row);
        return switch (column.key().kind()) {
            case NUMBER -> number;
            case BOOLEAN -> number == 1;
            case DATE -> LocalDate.ofEpochDay((long) number);
            case MONEY -> money(column.currency(row), number);
            case TEXT, TEXT_SET -> column.words().get((int) number);
        };
    }

    /** The amount of which a number is the nearest; there is one, as {@link #requireExact} has found. */
    private static Money money(CurrencyUnit currency, double amount) {
        return Money.ofMinor(currency, (long) Math.rint(amount * perUnit(currency)));
    }

    /** Refuses amounts that are no whole minor units, or so large that they cannot be told from others. */
    static void requireExact(Column column) {
        if (column.key().kind() != AttributeKind.MONEY) {
            return;
        }
        for (int row = 0; row < column.size(); row++) {
            if (column.isPresent(row) && !isExact(column.number(row), column.currency(row))) {
                throw new IllegalArgumentException("amount (" + column.number(row) + ") of " + column.key() + " in row "
                        + row + " must be whole minor units of " + column.currency(row) + ", at most 2^52 of them.\n"
                        + "Maybe round the amounts where they come from.");
            }
        }
    }

    private static boolean isExact(double amount, CurrencyUnit currency) {
        double perUnit = perUnit(currency);
        double minor = Math.rint(amount * perUnit);
        return Math.abs(minor) <= MOST && minor / perUnit == amount;
    }

    static double perUnit(CurrencyUnit currency) {
        double perUnit = 1;
        for (int digit = 0; digit < currency.getDecimalPlaces(); digit++) {
            perUnit *= 10;
        }
        return perUnit;
    }
}
