package dev.rapport.health.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.Books;
import dev.rapport.health.Health;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.json.HealthDocuments;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.scorecard.ScorecardStrategy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Evidence;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.ScoreChange;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.AsOf;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Measures that are relative say to whom, and hold still until another reference is taken. */
class ReferenceTest {

    private static final AttributeKey<Double> USE = AttributeKey.number("use").unit("share");
    private static final AttributeKey<Money> FEE = AttributeKey.money("fee");
    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final Curve RANK = Curve.linear(new CurvePoint(0, 0), new CurvePoint(1, 100));

    private static Customer.Builder customer(String id, double use, String segment) {
        return Books.customer(id)
                .set(USE, use, Books.EARLY)
                .set(SEGMENT, segment, Books.EARLY)
                .set(FEE, Money.of(CurrencyUnit.EUR, Math.rint(use * 100)), Books.EARLY);
    }

    /** Nine small customers with 0.1 to 0.9, five large ones with 0.5 to 0.9, and one of a rare segment. */
    private static List<Customer> customers() {
        List<Customer> customers = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            customers.add(customer("small-" + i, i / 10.0, "small").build());
        }
        for (int i = 5; i <= 9; i++) {
            customers.add(customer("large-" + i, i / 10.0, "large").build());
        }
        customers.add(customer("rare", 0.4, "rare").build());
        customers.add(Books.customer("silent").build());
        return customers;
    }

    private static Book book(List<Customer> customers) {
        return Books.of(customers, Books.TODAY);
    }

    private static Scorecard scorecard(Measure measure) {
        return Scorecard.builder(DocumentHeader.of("health", "3"), Handling.REDISTRIBUTE, 0)
                .measure(measure, 100)
                .bands(Bands.of(new Band("red", 0, 50), new Band("green", 50, 100)));
    }

    private static Measure withinSegment() {
        return Measure.of("use", "use", RANK).relative(Relative.within("segment", Relative.Scale.RANK, 5));
    }

    private static Health health(ScorecardStrategy strategy, Book book, String id) {
        return strategy.decide(book.find(id).orElseThrow(), Memory.empty());
    }

    @Test
    void rank_isThatAmongTheSameSegment_whichIsEvidence() {
        Book book = book(customers());
        ScorecardStrategy strategy = scorecard(withinSegment()).resolve(book).orThrow();

        assertThat(health(strategy, book, "small-7").score().orElseThrow()).isCloseTo(75, within(1e-9));
        assertThat(health(strategy, book, "large-7").score().orElseThrow()).isCloseTo(50, within(1e-9));
        Explanation reasons = health(strategy, book, "large-7").reasons();
        assertThat(reasons.parts().get(0).comparedWith())
                .extracting(Evidence::value)
                .containsExactly("large", 5.0);
        Evidence peers = reasons.parts().get(0).comparedWith().get(1);
        assertThat(peers.provenance().source())
                .isEqualTo("health-peers@2026-06-30: use of 5 customers with segment large, quartiles 0.6, 0.7, 0.8");
        assertThat(peers.provenance().validFrom()).contains(book.asOf().validAt());
        assertThat(ExplanationText.showing(Sensitivity.INTERNAL).lines(reasons))
                .containsExactly(
                        "health 50 (weighted mean)",
                        "  use 50 x 100: use 0.7 share, among segment large, among peers 5 customers");
    }

    @Test
    void tooFewOthers_areNotEnoughData_andNobodyIsComparedWithoutASegment() {
        Book book = book(customers());
        ScorecardStrategy strategy = scorecard(withinSegment()).resolve(book).orThrow();

        assertThat(health(strategy, book, "rare").missing().get(0).reason())
                .contains("only 1 to compare with, 5 are needed");
        List<Customer> more = customers();
        more.add(customer("odd", 0.5, "odd").build());
        more.add(Books.customer("nobody").set(USE, 0.5, Books.EARLY).build());
        assertThat(health(strategy, book(more), "odd").missing().get(0).reason())
                .as("the reference was taken before")
                .contains("nobody to compare with in segment odd");
        assertThat(health(strategy, book(more), "nobody").missing().get(0).reason())
                .contains("nobody to compare with without segment");
        assertThat(health(strategy, book, "silent").missing().get(0).reason()).contains("no value");
    }

    @Test
    void reference_holdsStill_untilAnotherIsTaken_whichIsAnotherPolicy() {
        List<Customer> later = customers();
        for (int i = 0; i < 20; i++) {
            later.add(customer("new-" + i, 0.95, "large").build());
        }
        Scorecard scorecard = scorecard(withinSegment());
        ScorecardStrategy before = scorecard.resolve(book(customers())).orThrow();
        ScorecardStrategy after = scorecard.resolve(book(later)).orThrow();

        assertThat(health(before, book(later), "large-9").score()).hasValue(100);
        assertThat(health(after, book(later), "large-9").score().orElseThrow()).isLessThan(25);
        ScoreChange change = before.changeTo(
                after,
                book(customers()).find("large-9").orElseThrow(),
                book(later).find("large-9").orElseThrow());
        assertThat(change.parts())
                .extracting(part -> part.steps().get(0).kind())
                .containsExactly(ScoreChange.Kind.POLICY);
    }

    @Test
    void wholeBook_andMoney_andDeviations() {
        Book book = book(customers());
        Curve deviations = Curve.linear(new CurvePoint(-2, 0), new CurvePoint(2, 100));
        Measure fee =
                Measure.of("fee", "fee", deviations).unit("EUR").relative(Relative.toAll(Relative.Scale.DEVIATION, 10));
        ScorecardStrategy strategy = scorecard(fee).resolve(book).orThrow();
        double[] fees = {10, 20, 30, 40, 50, 60, 70, 80, 90, 50, 60, 70, 80, 90, 40};
        Arrays.sort(fees);
        double range = (fees[10] + fees[11]) / 2 - (fees[3] + fees[4]) / 2;

        Health health = health(strategy, book, "small-9");
        assertThat(health.score().orElseThrow())
                .isCloseTo(50 + 25 * (90 - fees[7]) / (range / 1.3489795003921634), within(1e-9));
        HealthOfBook columns = strategy.decide(book, Memory.empty());
        assertThat(columns.score(book.customerIds().indexOf("small-9")))
                .isEqualTo(health.score().orElseThrow());
        assertThat(health.reasons().parts().get(0).comparedWith())
                .singleElement()
                .extracting(Evidence::value)
                .isEqualTo(15.0);
    }

    @Test
    void equalOthers_cannotBeDeviatedFrom() {
        Population flat = Population.of("use", Optional.empty(), new double[] {1, 1, 1, 1, 9});

        assertThat(flat.deviation(9)).isNaN();
        assertThat(flat.rank(1)).isCloseTo(0.375, within(0.01));
        assertThat(flat.rank(0)).isZero();
        assertThat(flat.rank(10)).isEqualTo(1);
        assertThat(flat.rank(Double.NaN)).isNaN();
        assertThat(Population.of("use", Optional.empty(), new double[] {4}).rank(4))
                .isEqualTo(0.5);
    }

    @Test
    void withoutAReference_aRelativeMeasureDoesNotResolve_butItsDocumentIsRight() {
        Scorecard scorecard = scorecard(withinSegment());

        assertThat(scorecard.resolve(List.of(USE, SEGMENT)).problems().render()).isEqualTo("""
                        /parts/0/relative: measure "use" is relative, and nobody is given to compare with.
                          Maybe resolve the scorecard over a book, or with a reference taken from one.""");
        assertThat(scorecard.check(List.of(USE, SEGMENT)).isEmpty()).isTrue();
        assertThatThrownBy(() -> Relative.toAll(Relative.Scale.RANK, 1))
                .hasMessage("minimumCustomers (1) must be at least 2.");
    }

    @Test
    void reference_canBeKept() {
        Reference taken = scorecard(withinSegment()).reference(book(customers()));
        List<Population> kept = taken.populations().stream()
                .map(population -> Population.of(
                        population.attribute(), population.group(), population.customers(), population.percentiles()))
                .toList();

        assertThat(Reference.of(taken.header(), taken.asOf(), kept)).isEqualTo(taken);
        String written = HealthDocuments.REFERENCE.toJson(taken);
        assertThat(HealthDocuments.REFERENCE
                        .read(JsonInput.text("kept", written))
                        .orThrow())
                .isEqualTo(taken);
        assertThat(taken.populations()).extracting(Population::customers).containsExactlyInAnyOrder(9, 5, 1);
        assertThat(taken.asOf()).isEqualTo(AsOf.endOf(Books.TODAY, ZoneOffset.UTC));
    }

    @Property(tries = 500)
    void rank_isTheShareBelow_equalOnesCountedHalf_toThePercentile(@ForAll long seed) {
        Random random = new Random(seed);
        double[] numbers = new double[2 + random.nextInt(300)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextBoolean() ? random.nextInt(10) : random.nextDouble() * 10;
        }
        Population population = Population.of("use", Optional.empty(), numbers);
        double asked = random.nextBoolean() ? numbers[random.nextInt(numbers.length)] : random.nextDouble() * 12 - 1;
        double below = Arrays.stream(numbers).filter(number -> number < asked).count();
        double equal = Arrays.stream(numbers).filter(number -> number == asked).count();

        double exact = (below + equal / 2) / numbers.length;
        assertThat(population.rank(asked))
                .as("seed " + seed)
                .isCloseTo(exact, within(0.02 + 1.0 / numbers.length))
                .isBetween(0.0, 1.0);
        assertThat(population.percentiles()).isSorted().hasSize(101);
    }
}
