package dev.rapport.model.book;

import static org.assertj.core.api.Assertions.assertThat;
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
import dev.rapport.model.decision.Status;
import dev.rapport.model.time.AsOf;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(book.with(COUNTED, "laid", Map.of("a", 2.0)).find("a").orElseThrow().get(COUNTED))
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

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void notANumber_isAFailedReading_wherever(double number) {
        DerivedAttribute<Double> derived = new DerivedAttribute<>(
                COUNTED, Requirements.none(), view -> Reading.present(number, Provenance.of("test")));
        Book bound = book(sized(number), derived);
        Book laid = book(sized(1)).with(SIZE, "test", Map.of("a", number, "b", number));
        Program small = Program.of(Node.number(
                        "small",
                        SIZE,
                        (value, today) -> value < 5 ? 1 : 0)
                .asCondition());
        for (Book book : List.of(bound, laid)) {
            CustomerView view = book.find("a").orElseThrow();
            assertThat(view.read(SIZE).reason()).contains("size must be a finite number, was " + number);
            assertThat(small.explain(view).status()).isEqualTo(Status.FAILED);
            assertThat(small.evaluate(book.columns(List.of(SIZE))).get(0).status(0))
                    .isEqualTo(Status.FAILED);
        }
        assertThat(bound.find("a").orElseThrow().read(COUNTED).status()).isEqualTo(Reading.Status.FAILED);
    }

    @Test
    void whatIsKnownOnlyLater_isNotSeen_evenWhereItIsTrueByThen() {
        LocalDate later = LocalDate.of(2026, 6, 15);
        ViewAdapter<String> adapter = ViewAdapter.<String>builder(id -> id)
                .since(id -> id.equals("b") ? later : null)
                .attribute(SIZE, id -> 1.0, id -> later)
                .series(TERMS, id -> List.of(later), (SeriesBinding.Builder<LocalDate> terms) -> terms.at(
                                term -> LocalDate.of(2026, 1, 1))
                        .field(END, term -> term, term -> term))
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
}
