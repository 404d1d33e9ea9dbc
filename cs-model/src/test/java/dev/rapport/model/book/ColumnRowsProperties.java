package dev.rapport.model.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Rows that are found 64 at a time against rows that are looked at one by one. */
class ColumnRowsProperties {

    private static final List<Double> ODD = List.of(
            0.0, -0.0, 1.0, -1.0, 2.5, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE);
    private static final List<CurrencyUnit> CURRENCIES = List.of(CurrencyUnit.EUR, CurrencyUnit.USD, CurrencyUnit.GBP);

    private static double odd(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(7) - 3 : ODD.get(random.nextInt(ODD.size()));
    }

    private static double bound(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Double.POSITIVE_INFINITY;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> Math.nextUp(odd(random));
            default -> odd(random);
        };
    }

    private static <T> Column column(AttributeKey<T> key, Random random, int size, Supplier<T> value) {
        ColumnBuilder builder = new ColumnBuilder(key, size);
        int kinds = 1 + random.nextInt(6);
        for (int row = 0; row < size; row++) {
            Reading<T> reading = switch (random.nextInt(kinds)) {
                case 3 -> Reading.notApplicable("by chance");
                case 4 -> Reading.failed("by chance");
                case 5 -> Reading.missing();
                default -> Reading.present(value.get(), Provenance.of("test"));
            };
            builder.set(row, reading, ZoneOffset.UTC);
            assertThat(reading.status()).isIn((Object[]) Reading.Status.values());
        }
        return builder.build();
    }

    /** What is found from some row on, in the middle of an array in which something stood. */
    private static void assertFound(int size, Random random, Find find, IntPredicate wanted) {
        int from = 64 * random.nextInt((size >> 6) + 1);
        int count = random.nextInt(size - from + 1);
        int offset = random.nextInt(3);
        long[] found = new long[offset + ((count + 63) >> 6)];
        java.util.Arrays.fill(found, random.nextLong());
        find.rows(from, count, found, offset);
        for (int row = 0; row < count; row++) {
            assertThat((found[offset + (row >> 6)] & (1L << row)) != 0)
                    .as("row %s", from + row)
                    .isEqualTo(wanted.test(from + row));
        }
    }

    @FunctionalInterface
    private interface Find {
        void rows(int from, int count, long[] found, int offset);
    }

    @Property(tries = 500)
    void numbersBetween_areThoseOfTheComparison(@ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int size) {
        Random random = new Random(seed);
        Column numbers = column(AttributeKey.number("number"), random, size, () -> odd(random));
        Column dates = column(
                AttributeKey.date("date"),
                random,
                size,
                () -> LocalDate.ofEpochDay(random.nextInt(9) == 0 ? Integer.MIN_VALUE : random.nextInt(7) - 3));
        Column truths = column(AttributeKey.bool("truth"), random, size, random::nextBoolean);
        double least = bound(random);
        double most = bound(random);
        for (Column column : List.of(numbers, dates, truths)) {
            assertFound(
                    size,
                    random,
                    (from, count, found, offset) -> column.between(from, count, least, most, found, offset),
                    row -> column.isPresent(row) && column.number(row) >= least && column.number(row) <= most);
        }
    }

    @Property(tries = 300)
    void textsAmong_areLookedUp(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 200) int size,
            @ForAll @IntRange(min = 1, max = 150) int words) {
        Random random = new Random(seed);
        Column column = column(AttributeKey.text("text"), random, size, () -> "w" + random.nextInt(words));
        BitSet some = new BitSet();
        for (int word = 0; word < column.words().size(); word++) {
            some.set(word, random.nextBoolean());
        }
        assertFound(
                size,
                random,
                (from, count, found, offset) -> column.among(from, count, some, found, offset),
                row -> column.isPresent(row) && some.get((int) column.number(row)));
    }

    @Property(tries = 300)
    void amountsInACurrency_areThoseThatHaveIt(@ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int size) {
        Random random = new Random(seed);
        int currencies = 1 + random.nextInt(CURRENCIES.size());
        Column column = column(
                AttributeKey.money("fee"),
                random,
                size,
                () -> Money.of(CURRENCIES.get(random.nextInt(currencies)), random.nextInt(5)));
        CurrencyUnit wanted = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        assertFound(
                size,
                random,
                (from, count, found, offset) -> column.in(from, count, wanted, found, offset),
                row -> column.isPresent(row) && column.currency(row).equals(wanted));
    }

    @Property(tries = 300)
    void statuses_areTold(@ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int size) {
        Random random = new Random(seed);
        Column column = column(AttributeKey.number("number"), random, size, () -> odd(random));
        assertFound(
                size,
                random,
                (from, count, found, offset) -> column.statuses(from, count, found, new long[found.length], offset),
                row -> (column.status(row).ordinal() & 1) != 0);
        assertFound(
                size,
                random,
                (from, count, found, offset) -> column.statuses(from, count, new long[found.length], found, offset),
                row -> (column.status(row).ordinal() & 2) != 0);
    }
}
