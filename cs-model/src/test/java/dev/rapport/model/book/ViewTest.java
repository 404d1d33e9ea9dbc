package dev.rapport.model.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Scores;
import dev.rapport.model.decision.Status;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.time.AsOf;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a view makes of host code that is slow, fails, or knows the future. */
class ViewTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final AttributeKey<Double> SIZE = AttributeKey.number("size");
    private static final AttributeKey<Double> COUNTED = AttributeKey.number("counted");
    private static final AttributeKey<LocalDate> END = AttributeKey.date("end");
    private static final SeriesKey<Entry> TERMS =
            SeriesKey.events("terms", entry -> entry).allows(END);

    private static Book book(ViewAdapter<String> adapter, DerivedAttribute<?>... derived) {
        return Facts.of(adapter, List.of("a", "b"))
                .derive(List.of(derived))
                .in(ZONE, CurrencyUnit.EUR)
                .asOf(TODAY);
    }

    private static ViewAdapter<String> sized(double size) {
        return ViewAdapter.<String>builder(id -> id).attribute(SIZE, id -> size).build();
    }

    @Test
    void derivedAttribute_isComputedOncePerView() {
        AtomicInteger runs = new AtomicInteger();
        DerivedAttribute<Double> counted = new DerivedAttribute<>(
                COUNTED,
                Requirements.none(),
                view -> Reading.present((double) runs.incrementAndGet(), Provenance.of("test")));
        CustomerView view = book(sized(1), counted).customers().get(0);
        assertThat(view.get(COUNTED)).isEqualTo(1);
        assertThat(view.read(COUNTED)).isSameAs(view.read(COUNTED));
        assertThat(runs).hasValue(1);
    }

    @Test
    void overlay_isReadInPlaceOfADerivedAttribute() {
        DerivedAttribute<Double> counted = new DerivedAttribute<>(
                COUNTED, Requirements.none(), view -> Reading.present(1.0, Provenance.of("test")));
        Book book = book(sized(1), counted);
        assertThat(book.find("a").orElseThrow().get(COUNTED)).isEqualTo(1);
        assertThat(book.with(COUNTED, "laid", Map.of("a", 2.0))
                        .find("a")
                        .orElseThrow()
                        .get(COUNTED))
                .isEqualTo(2);
    }

    @Test
    void getterThatThrows_isAFailedReadingOfThatCustomer() {
        ViewAdapter<String> adapter = ViewAdapter.<String>builder(id -> id)
                .attribute(SIZE, id -> {
                    if (id.equals("a")) {
                        throw new IllegalStateException("size of a is in\ndispute");
                    }
                    return 1.0;
                })
                .build();
        Book book = book(adapter);
        Reading<Double> reading = book.find("a").orElseThrow().read(SIZE);
        assertThat(reading.status()).isEqualTo(Reading.Status.FAILED);
        assertThat(reading.reason()).contains("size could not be read: size of a is in dispute");
        assertThat(book.columns(List.of(SIZE)).find(SIZE).orElseThrow().status(1))
                .isEqualTo(Reading.Status.PRESENT);
    }

    @Test
    void derivationWithoutAReading_failsAndSaysSo() {
        @SuppressWarnings("NullAway") // what a host without a checker may do
        DerivedAttribute<Double> none = new DerivedAttribute<>(COUNTED, Requirements.none(), view -> null);
        Reading<Double> reading = book(sized(1), none).find("a").orElseThrow().read(COUNTED);
        assertThat(reading.status()).isEqualTo(Reading.Status.FAILED);
        assertThat(reading.reason()).contains("counted could not be derived: no reading was given");
    }

    @Test
    void notANumber_isMissing_andAnInfiniteOneFails_wherever() {
        assertBecomes(Double.NaN, Reading.Status.MISSING, "size is not a number");
        assertBecomes(Double.POSITIVE_INFINITY, Reading.Status.FAILED, "size must be a finite number, was Infinity");
        assertBecomes(Double.NEGATIVE_INFINITY, Reading.Status.FAILED, "size must be a finite number, was -Infinity");
    }

    private static void assertBecomes(double number, Reading.Status status, String reason) {
        DerivedAttribute<Double> derived = new DerivedAttribute<>(
                COUNTED, Requirements.none(), view -> Reading.present(number, Provenance.of("test")));
        Book bound = book(sized(number), derived);
        Book laid = book(sized(1)).with(SIZE, "test", Map.of("a", number, "b", number));
        Program small = Program.of(
                Node.number("small", SIZE, (value, today) -> value < 5 ? 1 : 0).asCondition());
        for (Book book : List.of(bound, laid)) {
            CustomerView view = book.find("a").orElseThrow();
            assertThat(view.read(SIZE).status()).isEqualTo(status);
            assertThat(view.read(SIZE).reason()).contains(reason);
            Status decided = small.explain(view).status();
            assertThat(decided).isNotEqualTo(Status.EVALUATED);
            assertThat(small.evaluate(book.columns(List.of(SIZE))).get(0).status(0))
                    .isEqualTo(decided);
        }
        assertThat(bound.find("a").orElseThrow().read(COUNTED).status()).isEqualTo(status);
    }

    @Test
    void whatIsKnownOnlyLater_isNotSeen_evenWhereItIsTrueByThen() {
        LocalDate later = LocalDate.of(2026, 6, 15);
        ViewAdapter<String> adapter = ViewAdapter.<String>builder(id -> id)
                .since(id -> id.equals("b") ? later : null)
                .attribute(SIZE, id -> 1.0, id -> later)
                .series(
                        TERMS,
                        id -> List.of(later),
                        (SeriesBinding.Builder<LocalDate> terms) ->
                                terms.at(term -> LocalDate.of(2026, 1, 1)).field(END, term -> term, term -> term))
                .build();
        Facts facts = Facts.of(adapter, List.of("a", "b")).in(ZONE, CurrencyUnit.EUR);
        AsOf asOf = AsOf.endOf(TODAY, ZONE);
        AsOf before = asOf.knownAt(later.atStartOfDay(ZONE).toInstant());
        AsOf after = asOf.knownAt(later.plusDays(1).atStartOfDay(ZONE).toInstant());

        CustomerView unknown = facts.asOf(before).customers().get(0);
        assertThat(facts.asOf(before).customerIds()).containsExactly("a");
        assertThat(unknown.find(SIZE)).isEmpty();
        assertThat(unknown.entries(TERMS).get(0).find(END)).isEmpty();

        CustomerView known = facts.asOf(after).customers().get(0);
        assertThat(facts.asOf(after).customerIds()).containsExactly("a", "b");
        assertThat(known.find(SIZE)).contains(1.0);
        assertThat(known.entries(TERMS).get(0).find(END)).contains(later);
    }

    @Test
    void attributesDerivedFromEachOtherInManyWays_areCheckedOnce() {
        List<DerivedAttribute<?>> derived = new ArrayList<>();
        for (int layer = 0; layer < 40; layer++) {
            for (String side : List.of("left-", "right-")) {
                Requirements below = Requirements.attributes(
                        AttributeKey.number("left-" + (layer + 1)), AttributeKey.number("right-" + (layer + 1)));
                derived.add(new DerivedAttribute<>(
                        AttributeKey.number(side + layer), below, view -> Reading.missing("nothing")));
            }
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> Facts.of(sized(1), List.of("a")).derive(derived).in(ZONE, CurrencyUnit.EUR));
    }

    @Test
    void whatHasNoNumber_failsInRowsAsInColumns() {
        AttributeKey<LocalDate> day = AttributeKey.date("day");
        AttributeKey<Money> amount = AttributeKey.money("amount");
        ViewAdapter<String> adapter = ViewAdapter.<String>builder(id -> id)
                .attribute(day, id -> id.equals("a") ? LocalDate.MAX : TODAY)
                .attribute(amount, id -> Money.of(CurrencyUnit.EUR, new BigDecimal(id.equals("a") ? "1e308" : "1e307")))
                .build();
        Program program = Program.of(
                Node.date("day", day, (value, today) -> value - today),
                Node.money("amount", amount, CurrencyUnit.EUR, (value, today) -> value));
        Book book = book(adapter);
        List<Scores> columns = program.evaluate(book.columns(List.of(day, amount)));
        for (int output = 0; output < columns.size(); output++) {
            assertThat(columns.get(output).status(0)).isEqualTo(Status.FAILED);
            assertThat(columns.get(output).status(1)).isEqualTo(Status.EVALUATED);
            for (int row = 0; row < book.size(); row++) {
                assertThat(program.explainAll(book.customers().get(row))
                                .get(output)
                                .status())
                        .isEqualTo(columns.get(output).status(row));
            }
        }
        assertThat(book.customers().get(0).read(day).reason())
                .contains("day must be a date of this world, was +999999999-12-31");
    }

    @Test
    void customersWithoutAnId_areLeftOut_andReported() {
        Facts facts = Facts.of(sized(1), List.of("a", " ")).in(ZONE, CurrencyUnit.EUR);
        assertThat(facts.asOf(TODAY).customerIds()).containsExactly("a");
        assertThat(facts.asOf(TODAY).problems().render())
                .isEqualTo("customer 2 of the source is left out of the book: id must not be blank.");
    }

    /** A customer of a host without any checks, whose getters answer or throw what they are told to. */
    private record Fragile(
            Supplier<@Nullable String> id, Supplier<@Nullable Temporal> since, Supplier<@Nullable Temporal> at) {

        static Fragile sound(String id) {
            return new Fragile(() -> id, () -> TODAY.minusDays(9), () -> TODAY.minusDays(1));
        }

        List<Fragile> entries() {
            return List.of(this);
        }
    }

    @SuppressWarnings("NullAway") // what a host without a checker may do
    private static final ViewAdapter<Fragile> FRAGILE = ViewAdapter.<Fragile>builder(
                    customer -> customer.id().get())
            .since(customer -> customer.since().get())
            .series(
                    TERMS,
                    Fragile::entries,
                    (SeriesBinding.Builder<Fragile> terms) -> terms.at(
                                    term -> term.at().get())
                            .field(END, term -> {
                                throw new IllegalStateException(
                                        "end of " + term.id().get() + " is in dispute");
                            }))
            .build();

    private static <T> Supplier<@Nullable T> throwing(String message) {
        return () -> {
            throw new IllegalStateException(message);
        };
    }

    @Test
    void getterOfIdOrSinceThatFails_costsThatCustomer_andIsReported() {
        Fragile sound = Fragile.sound("sound");
        Book book = Facts.of(
                        FRAGILE,
                        List.of(
                                new Fragile(throwing("no row"), sound.since(), sound.at()),
                                new Fragile(() -> null, sound.since(), sound.at()),
                                new Fragile(() -> "c", throwing("date is\nbroken"), sound.at()),
                                new Fragile(() -> "d", () -> Year.of(2026), sound.at()),
                                sound))
                .in(ZONE, CurrencyUnit.EUR)
                .asOf(TODAY);
        assertThat(book.customerIds()).containsExactly("sound");
        assertThat(book.problems())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "customer 1 of the source is left out of the book: id could not be read: no row",
                        "customer 2 of the source is left out of the book: id must not be null",
                        "customer \"c\" is left out of the book: since could not be read: date is broken",
                        "customer \"d\" is left out of the book: since could not be read: time (2026) must be a"
                                + " LocalDate, LocalDateTime, Instant, OffsetDateTime or ZonedDateTime.");
        assertThat(book.only(view -> true).with(SIZE, "test", Map.of()).problems())
                .isEqualTo(book.problems());
    }

    @Test
    void getterOfASeriesThatFails_isAFailedReading_andNamesCustomerAndGetter() {
        Fragile sound = Fragile.sound("sound");
        DerivedAttribute<Double> counted = new DerivedAttribute<>(
                COUNTED,
                Requirements.series(TERMS),
                view -> Reading.present((double) view.entries(TERMS).size(), Provenance.of("test")));
        Book book = Facts.of(FRAGILE, List.of(sound, new Fragile(() -> "broken", sound.since(), () -> null)))
                .derive(List.of(counted))
                .in(ZONE, CurrencyUnit.EUR)
                .asOf(TODAY);
        CustomerView broken = book.find("broken").orElseThrow();

        assertThat(book.find("sound").orElseThrow().get(COUNTED)).isEqualTo(1);
        assertThat(broken.read(COUNTED).reason())
                .contains("counted could not be derived: series (terms) of customer (broken) could not be read: at must"
                        + " not be null");
        assertThatThrownBy(() -> broken.entries(TERMS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("series (terms) of customer (broken) could not be read: at must not be null");
        assertThatThrownBy(() ->
                        book.find("sound").orElseThrow().entries(TERMS).get(0).find(END))
                .hasMessage("end of entry (0) could not be read: end of sound is in dispute");
    }

    @Test
    void numbersOfEvents_doNotTellOfThoseToCome() {
        ViewAdapter<List<LocalDate>> adapter = ViewAdapter.<List<LocalDate>>builder(days -> "a")
                .series(TERMS, days -> days, (SeriesBinding.Builder<LocalDate> terms) -> terms.at(day -> day))
                .build();
        List<LocalDate> known = List.of(TODAY.minusDays(2), TODAY);
        List<LocalDate> more = List.of(TODAY.plusDays(1), TODAY.minusDays(2), TODAY.plusDays(2), TODAY);
        assertThat(numbers(adapter, more)).isEqualTo(numbers(adapter, known)).containsExactly("0", "1");
    }

    private static List<String> numbers(ViewAdapter<List<LocalDate>> adapter, List<LocalDate> days) {
        Facts facts = Facts.of(adapter, List.of(days)).in(ZONE, CurrencyUnit.EUR);
        return facts.asOf(TODAY).customers().get(0).entries(TERMS).stream()
                .map(Entry::id)
                .toList();
    }
}
