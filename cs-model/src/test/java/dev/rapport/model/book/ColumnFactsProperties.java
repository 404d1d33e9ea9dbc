package dev.rapport.model.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Books of columns against books of objects that hold the same. */
class ColumnFactsProperties {

    private static final AttributeKey<Money> FEE = AttributeKey.money("fee");
    private static final AttributeKey<String> INDUSTRY = AttributeKey.text("industry");
    private static final AttributeKey<Set<String>> PRODUCTS = AttributeKey.textSet("products");
    private static final AttributeKey<Double> SHARE = AttributeKey.number("share");
    private static final AttributeKey<LocalDate> NEXT = AttributeKey.date("next");
    private static final AttributeKey<Boolean> SPONSOR = AttributeKey.bool("sponsor");
    private static final List<AttributeKey<?>> KEYS = List.of(FEE, INDUSTRY, PRODUCTS, SHARE, NEXT, SPONSOR);
    private static final List<String> INDUSTRIES = List.of("banking", "retail", "shipping");
    private static final List<Set<String>> SETS = List.of(Set.of(), Set.of("core"), Set.of("core", "desk"));
    private static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private record Row(
            String id,
            @Nullable Money fee,
            int industry,
            int products,
            @Nullable Double share,
            @Nullable LocalDate next,
            @Nullable Boolean sponsor) {

        static Row draw(int number, Random random) {
            return new Row(
                    "customer-" + number,
                    random.nextInt(4) == 0
                            ? null
                            : Money.ofMinor(CurrencyUnit.EUR, random.nextLong() >> (12 + random.nextInt(50))),
                    random.nextInt(4) - 1,
                    random.nextInt(4) - 1,
                    random.nextInt(4) == 0 ? null : random.nextGaussian(),
                    random.nextInt(4) == 0 ? null : DATE.plusDays(random.nextInt(1000) - 500),
                    random.nextInt(4) == 0 ? null : random.nextBoolean());
        }
    }

    private static Book ofObjects(List<Row> rows) {
        return Facts.of(
                        ViewAdapter.builder(Row::id)
                                .source("warehouse")
                                .since(row -> DATE)
                                .attribute(FEE, Row::fee)
                                .attribute(INDUSTRY, row -> row.industry() < 0 ? null : INDUSTRIES.get(row.industry()))
                                .attribute(PRODUCTS, row -> row.products() < 0 ? null : SETS.get(row.products()))
                                .attribute(SHARE, Row::share)
                                .attribute(NEXT, Row::next)
                                .attribute(SPONSOR, Row::sponsor)
                                .build(),
                        rows)
                .in(BERLIN, CurrencyUnit.EUR)
                .asOf(DATE);
    }

    private static Book ofColumns(List<Row> rows) {
        BitSet known = new BitSet();
        BitSet yes = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            Boolean sponsor = rows.get(row).sponsor();
            known.set(row, sponsor != null);
            yes.set(row, sponsor != null && sponsor);
        }
        return Facts.ofColumns("warehouse")
                .on(DATE, rows.stream().map(Row::id).toList())
                .money(
                        FEE,
                        CurrencyUnit.EUR,
                        rows.stream()
                                .mapToDouble(row -> row.fee() == null
                                        ? Double.NaN
                                        : row.fee().getAmount().doubleValue())
                                .toArray())
                .texts(INDUSTRY, rows.stream().mapToInt(Row::industry).toArray(), INDUSTRIES)
                .textSets(PRODUCTS, rows.stream().mapToInt(Row::products).toArray(), SETS)
                .numbers(
                        SHARE,
                        rows.stream()
                                .mapToDouble(row -> row.share() == null ? Double.NaN : row.share())
                                .toArray())
                .dates(
                        NEXT,
                        rows.stream()
                                .mapToInt(row -> row.next() == null
                                        ? Column.UNTOLD
                                        : (int) row.next().toEpochDay())
                                .toArray())
                .answers(SPONSOR, known, yes)
                .in(BERLIN, CurrencyUnit.EUR)
                .asOf(DATE);
    }

    @Property(tries = 100)
    void viewsAndColumns_areThoseOfObjectsThatHoldTheSame(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 100) int size) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>(IntStream.range(0, size)
                .mapToObj(number -> Row.draw(number, random))
                .toList());
        Collections.shuffle(rows, random);
        Book objects = ofObjects(rows);
        Book columns = ofColumns(rows);
        assertSame(columns, objects);
        int divisor = 1 + random.nextInt(3);
        assertSame(
                columns.only(view -> view.customerId().hashCode() % divisor == 0),
                objects.only(view -> view.customerId().hashCode() % divisor == 0));
    }

    private static void assertSame(Book columns, Book objects) {
        assertThat(columns.customerIds()).isEqualTo(objects.customerIds());
        assertThat(columns.provides().attributes()).isEqualTo(objects.provides().attributes());
        Columns fed = columns.columns(KEYS);
        Columns read = objects.columns(KEYS);
        for (int row = 0; row < objects.size(); row++) {
            CustomerView one = columns.customers().get(row);
            CustomerView other = objects.customers().get(row);
            for (AttributeKey<?> key : KEYS) {
                assertThat(parts(one.read(key))).as("%s of %s", key, one).isEqualTo(parts(other.read(key)));
                assertSame(fed.find(key).orElseThrow(), read.find(key).orElseThrow(), row);
            }
        }
    }

    private static List<?> parts(Reading<?> reading) {
        return List.of(reading.status(), reading.value(), reading.provenance(), reading.reason());
    }

    private static void assertSame(Column fed, Column read, int row) {
        assertThat(fed.status(row)).isEqualTo(read.status(row));
        if (fed.isPresent(row) && !fed.key().kind().isText()) {
            assertThat(fed.number(row)).as("%s in row %s", fed.key(), row).isEqualTo(read.number(row));
        } else if (fed.isPresent(row)) {
            assertThat(fed.words().get((int) fed.number(row)))
                    .isEqualTo(read.words().get((int) read.number(row)));
        }
    }
}
