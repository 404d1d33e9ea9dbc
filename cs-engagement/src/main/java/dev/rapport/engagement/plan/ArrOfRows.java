package dev.rapport.engagement.plan;

import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import dev.rapport.model.derived.StandardAttributes;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The ARR of all customers of a book. Sums are exact: they are added up in whole minor units. */
final class ArrOfRows {

    /** Up to here a double tells whole numbers, and those beside them, apart. */
    private static final double EXACT = 1L << 52;

    private static final long SPARE = 1L << 62;

    private final Book book;
    private final Column column;
    private final double perUnit;

    ArrOfRows(Book book) {
        this.book = book;
        this.column = book.columns(List.of(StandardAttributes.ARR))
                .find(StandardAttributes.ARR)
                .orElseThrow();
        this.perUnit = BigDecimal.ONE
                .movePointRight(book.currency().getDecimalPlaces())
                .doubleValue();
    }

    boolean isKnown(int row) {
        return column.isPresent(row);
    }

    /** What some customers pay, of those of whom it can be told. */
    Money sum(IntStream rows) {
        Sum sum = new Sum();
        rows.filter(column::isPresent).forEach(sum::add);
        return sum.money();
    }

    /** Adds up whole minor units, and what is too large for them beside. */
    private final class Sum {
        private final CurrencyUnit currency = book.currency();
        private long minor;
        private Money larger = Money.zero(currency);

        void add(int row) {
            double units = Math.rint(column.number(row) * perUnit);
            if (Math.abs(units) > EXACT || !column.currency(row).equals(currency)) {
                // Fails where somebody's revenue is not in the currency of the book
                larger = larger.plus(book.customers().get(row).get(StandardAttributes.ARR));
                return;
            }
            minor += (long) units;
            if (Math.abs(minor) >= SPARE) {
                larger = money();
                minor = 0;
            }
        }

        Money money() {
            return larger.plus(Money.ofMinor(currency, minor));
        }
    }
}
