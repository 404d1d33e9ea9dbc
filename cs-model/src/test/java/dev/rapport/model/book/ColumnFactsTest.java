package dev.rapport.model.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Columns of a warehouse as facts, as its engineers would feed them. */
class ColumnFactsTest {

    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    private static final AttributeKey<String> INDUSTRY = AttributeKey.text("industry");
    private static final AttributeKey<Set<String>> PRODUCTS = AttributeKey.textSet("products");
    private static final AttributeKey<Double> SHARE = AttributeKey.number("share");
    private static final AttributeKey<LocalDate> NEXT = AttributeKey.date("next");
    private static final AttributeKey<Boolean> SPONSOR = AttributeKey.bool("sponsor");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    private static ColumnFacts march() {
        return Facts.ofColumns("warehouse").on(MARCH, List.of("a", "c")).numbers(SHARE, new double[] {0.5, 0.25});
    }

    private static Facts facts() {
        return march().on(JUNE, List.of("b", "a"))
                .money(ARR, CurrencyUnit.EUR, new double[] {1200.10, Double.NaN})
                .texts(INDUSTRY, new int[] {1, -1}, List.of("banking", "retail"))
                .textSets(PRODUCTS, new int[] {-1, 0}, List.of(Set.of("core", "desk")))
                .numbers(SHARE, new double[] {0.75, Double.NaN})
                .dates(NEXT, new int[] {Column.UNTOLD, (int) JUNE.toEpochDay()})
                .answers(SPONSOR, BitSet.valueOf(new long[] {3}), BitSet.valueOf(new long[] {1}))
                .in(BERLIN, CurrencyUnit.EUR);
    }

    @Test
    void views_readTheRowsOfTheirIds() {
        Book book = facts().asOf(JUNE);
        assertThat(book.customerIds()).containsExactly("a", "b");
        CustomerView a = book.find("a").orElseThrow();
        assertThat(a.read(ARR).status()).isEqualTo(Reading.Status.MISSING);
        assertThat(a.find(INDUSTRY)).isEmpty();
        assertThat(a.find(PRODUCTS)).contains(Set.of("core", "desk"));
        assertThat(a.find(SHARE)).isEmpty();
        assertThat(a.find(NEXT)).contains(JUNE);
        assertThat(a.find(SPONSOR)).contains(false);
        CustomerView b = book.find("b").orElseThrow();
        assertThat(b.find(ARR)).contains(Money.parse("EUR 1200.10"));
        assertThat(b.find(INDUSTRY)).contains("retail");
        assertThat(b.find(PRODUCTS)).isEmpty();
        assertThat(b.find(SHARE)).contains(0.75);
        assertThat(b.find(NEXT)).isEmpty();
        assertThat(b.find(SPONSOR)).contains(true);
        assertThat(b.read(SHARE).provenance().orElseThrow().source()).isEqualTo("warehouse");
    }

    @Test
    void columnsOfTheBook_areTheColumnsThatWereFed() {
        double[] values = {0.5, 0.25};
        Column fed = Column.ofNumbers(SHARE, values);
        Book book = Facts.ofColumns("warehouse")
                .on(MARCH, List.of("a", "c"))
                .column(fed)
                .in(BERLIN, CurrencyUnit.EUR)
                .asOf(MARCH);
        assertThat(book.columns(List.of(SHARE)).find(SHARE)).containsSame(fed);
        assertThat(book.only(view -> view.customerId().equals("c"))
                        .columns(List.of(SHARE))
                        .find(SHARE)
                        .orElseThrow()
                        .number(0))
                .isEqualTo(0.25);
    }

    @Test
    void cut_seesTheLastDayThatItHasReached() {
        Facts facts = facts();
        assertThat(facts.asOf(MARCH.minusDays(1)).customerIds()).isEmpty();
        assertThat(facts.asOf(MARCH).customerIds()).containsExactly("a", "c");
        assertThat(facts.asOf(JUNE.minusDays(1)).customerIds()).containsExactly("a", "c");
        assertThat(facts.asOf(JUNE).provides().attributes())
                .containsExactlyInAnyOrder(ARR, INDUSTRY, PRODUCTS, SHARE, NEXT, SPONSOR);
        assertThat(facts.asOf(MARCH).provides()).isEqualTo(Requirements.attributes(SHARE));
        AsOf unknownYet =
                AsOf.endOf(JUNE, BERLIN).knownAt(AsOf.endOf(MARCH, BERLIN).knownAt());
        assertThat(facts.asOf(unknownYet).customerIds()).containsExactly("a", "c");
    }

    @Test
    void daysBefore_looksUpTheCustomerInEarlierColumns() {
        Book book = facts().asOf(JUNE);
        assertThat(book.find("a").orElseThrow().daysBefore(60).flatMap(then -> then.find(SHARE)))
                .contains(0.5);
        assertThat(book.find("b").orElseThrow().daysBefore(60)).isEmpty();
    }

    @Test
    void series_areNone() {
        SeriesKey<?> contracts = SeriesKey.records("contracts", entry -> entry);
        Book book = facts().asOf(JUNE);
        assertThat(book.provides().series()).isEmpty();
        assertThat(book.customers().get(0).entries(contracts)).isEmpty();
    }

    @Test
    void columnsLaidOverABook_areReadBeforeItsOwn() {
        Book book = facts().asOf(JUNE).with("a model", Column.ofNumbers(SHARE, new double[] {0.1, Double.NaN}));
        assertThat(book.find("a").orElseThrow().find(SHARE)).contains(0.1);
        Reading<Double> none = book.find("b").orElseThrow().read(SHARE);
        assertThat(none.value()).isEmpty();
        assertThat(none.reason()).contains("no share from a model");
        Book one = book.only(view -> view.customerId().equals("b")).with(SHARE, "a person", Map.of("b", 0.9));
        assertThat(one.find("b").orElseThrow().find(SHARE)).contains(0.9);
        assertThat(one.columns(List.of(SHARE)).find(SHARE).orElseThrow().number(0))
                .isEqualTo(0.9);
    }

    @Test
    void derivedAttributes_areReadCustomerByCustomer() {
        AttributeKey<Double> twice = AttributeKey.number("twice");
        Book book = march().derive(List.of(new DerivedAttribute<>(
                        twice,
                        Requirements.attributes(SHARE),
                        view -> Reading.present(
                                2 * view.get(SHARE),
                                view.read(SHARE).provenance().orElseThrow()))))
                .in(BERLIN, CurrencyUnit.EUR)
                .asOf(MARCH);
        Column column = book.columns(List.of(SHARE, twice)).find(twice).orElseThrow();
        assertThat(column.number(0)).isEqualTo(1.0);
        assertThat(column.number(1)).isEqualTo(0.5);
    }

    @Test
    void datedColumns_saySinceWhenTheirValuesHold() {
        Column fed = Column.ofNumbers(SHARE, new double[] {0.5, 0.25})
                .heldSince(new int[] {(int) MARCH.toEpochDay(), Column.UNTOLD});
        Book book = Facts.ofColumns("warehouse")
                .on(MARCH, List.of("a", "c"))
                .column(fed)
                .in(BERLIN, CurrencyUnit.EUR)
                .asOf(MARCH);
        assertThat(book.customers()
                        .get(0)
                        .read(SHARE)
                        .provenance()
                        .orElseThrow()
                        .validFrom())
                .contains(MARCH.atStartOfDay(BERLIN).toInstant());
        assertThat(book.customers()
                        .get(1)
                        .read(SHARE)
                        .provenance()
                        .orElseThrow()
                        .validFrom())
                .isEmpty();
        Column read = book.columns(List.of(SHARE), List.of(SHARE)).find(SHARE).orElseThrow();
        assertThat(read.heldSince(0)).isEqualTo((int) MARCH.toEpochDay());
    }

    @Test
    void columnsThatCannotBeRead_areRefused() {
        assertThatThrownBy(() -> march().money(ARR, CurrencyUnit.EUR, new double[] {1, 0.125}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amount (0.125) of arr in row 1 must be whole minor units of EUR, at most 2^52 of them.\n"
                        + "Maybe round the amounts where they come from.");
        assertThatThrownBy(() -> march().money(ARR, CurrencyUnit.EUR, new double[] {1, 1e15}))
                .hasMessageContaining("at most 2^52");
        assertThatThrownBy(() -> march().numbers(AttributeKey.number("more"), new double[] {1}))
                .hasMessage("column (more) must have 2 rows, one for each customer, was 1.");
        assertThatThrownBy(() -> march().numbers(SHARE, new double[] {1, 2}))
                .hasMessage("column (share) must come once.");
        assertThatThrownBy(() -> march().texts(INDUSTRY, new int[] {0, 1}, List.of("banking")))
                .hasMessage("codes[1] of industry must be from -1 to 0, was 1.");
        assertThatThrownBy(() -> march().texts(INDUSTRY, new int[] {0, 1}, List.of("banking", "banking")))
                .hasMessageContaining("must come once each");
        assertThatThrownBy(() -> march().answers(SPONSOR, BitSet.valueOf(new long[] {4}), new BitSet()))
                .hasMessage("rows of sponsor must be below 2, was 2.");
        assertThatThrownBy(() -> march().on(JUNE, List.of("a", " "))).hasMessage("customers[1] must not be blank.");
        assertThatThrownBy(() -> march().on(MARCH, List.of("a"))).hasMessage("day (2026-03-31) must come once.");
        assertThatThrownBy(() -> march().on(JUNE, List.of("a", "a")).in(BERLIN, CurrencyUnit.EUR))
                .hasMessageStartingWith("customer id (a) must be unique in a book.");
        assertThatThrownBy(() -> Facts.ofColumns("warehouse").numbers(SHARE, new double[0]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("column (share) must be of a day.\nMaybe call on first.");
    }
}
