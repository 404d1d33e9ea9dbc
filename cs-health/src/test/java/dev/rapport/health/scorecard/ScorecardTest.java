package dev.rapport.health.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.health.Books;
import dev.rapport.health.Health;
import dev.rapport.health.HealthAttributes;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Measure;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.ScoreChange;
import dev.rapport.model.decision.TimeToLive;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.shape.DocumentHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final AttributeKey<Double> USE = AttributeKey.number("use").unit("share");
    private static final AttributeKey<Boolean> SPONSOR = AttributeKey.bool("sponsor.present");
    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    private static final Bands BANDS = Bands.of(
                    new Band("red", 0, 50), new Band("yellow", 50, 75), new Band("green", 75, 100))
            .hysteresis(2);
    private static final Curve PERCENT = Curve.linear(new CurvePoint(0, 0), new CurvePoint(100, 100));

    private static ScorecardBuilder builder(Handling handling) {
        return Scorecard.builder(DocumentHeader.of("health", "3"), handling, 0.5)
                .measure(Measure.of("use", "use", PERCENT), 60)
                .measure(Measure.of("sponsor", "sponsor.present", Curve.yesNo(100, 0)), 40);
    }

    private static ScorecardStrategy resolved(ScorecardBuilder builder) {
        return builder.bands(BANDS).resolve(List.of(USE, SPONSOR, ARR)).orThrow();
    }

    private static CustomerView acme(Customer.Builder builder, LocalDate date) {
        return Books.of(List.of(builder.build()), date).find("acme").orElseThrow();
    }

    private static Customer.Builder acme() {
        return Books.customer("acme");
    }

    @Test
    void score_isTheWeightedMean_ofItsMeasures() {
        Health health = resolved(builder(Handling.REDISTRIBUTE))
                .decide(
                        acme(acme().set(USE, 30.0, Books.EARLY).set(SPONSOR, true, Books.EARLY), Books.TODAY),
                        Memory.empty());

        assertThat(health.score()).hasValue(58);
        assertThat(health.band()).isEqualTo("yellow");
        assertThat(health.completeness()).isEqualTo(1);
        assertThat(health.policy()).hasToString("health@3");
        assertThat(health.missing()).isEmpty();
    }

    @Test
    void missingMeasure_isListed_andHandledAsTheScorecardNames() {
        CustomerView view = acme(acme().set(USE, 30.0, Books.EARLY), Books.TODAY);

        Health redistributed = resolved(builder(Handling.REDISTRIBUTE)).decide(view, Memory.empty());
        assertThat(redistributed.score()).hasValue(30);
        assertThat(redistributed.completeness()).isEqualTo(0.6);
        assertThat(redistributed.missing()).extracting(Explanation::code).containsExactly("sponsor");
        assertThat(resolved(builder(Handling.NEUTRAL))
                        .decide(view, Memory.empty())
                        .score())
                .hasValue(38);
        assertThat(resolved(builder(Handling.WORST))
                        .decide(view, Memory.empty())
                        .score())
                .hasValue(18);
        Health unknown = resolved(builder(Handling.UNKNOWN)).decide(view, Memory.empty());
        assertThat(unknown.score()).isEmpty();
        assertThat(unknown.band()).isEqualTo(Band.UNKNOWN);
    }

    @Test
    void belowTheMinimumCompleteness_theBandIsUnknown() {
        Health health = resolved(builder(Handling.REDISTRIBUTE))
                .decide(acme(acme().set(SPONSOR, true, Books.EARLY), Books.TODAY), Memory.empty());

        assertThat(health.isKnown()).isFalse();
        assertThat(health.band()).isEqualTo("UNKNOWN");
        assertThat(health.completeness()).isEqualTo(0.4);
    }

    @Test
    void notApplicable_leavesTheScore_andIsListedApart() {
        Customer customer = acme().set(SPONSOR, true, Books.EARLY).build();
        Book book = Facts.of(Customer.adapter(List.of(customer)), List.of(customer))
                .derive(List.of(new DerivedAttribute<>(
                        USE, Requirements.none(), view -> Reading.notApplicable("nothing is licensed"))))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(Books.TODAY);

        Health health =
                resolved(builder(Handling.REDISTRIBUTE)).decide(book.customers().get(0), Memory.empty());

        assertThat(health.score()).hasValue(100);
        assertThat(health.completeness()).isEqualTo(1);
        assertThat(health.notApplicable()).singleElement().satisfies(use -> {
            assertThat(use.code()).isEqualTo("use");
            assertThat(use.reason()).contains("nothing is licensed");
        });
    }

    @Test
    void cap_bindsTheScore_whileTheSponsorIsGone() {
        ScorecardStrategy strategy = resolved(builder(Handling.REDISTRIBUTE)
                .measure(Measure.of("use-too", "use", PERCENT), 400)
                .cap(new Cap.When("sponsor-left", 60, new AttributeTest.Is("sponsor.present", false)))
                .cap(new Cap.WhenLow("unused", 10, new Cap.Low("use", 5))));

        Customer.Builder gone = acme().set(USE, 90.0, Books.EARLY).set(SPONSOR, false, Books.EARLY);
        Health health = strategy.decide(acme(gone, Books.TODAY), Memory.empty());

        assertThat(health.score()).hasValue(60);
        assertThat(health.reasons().parts())
                .extracting(Explanation::code)
                .containsExactly("health.before-caps", "sponsor-left", "unused");
        assertThat(health.reasons().parts().get(0).value()).hasValue(41400.0 / 500);
        assertThat(strategy.decide(
                                acme(acme().set(USE, 4.0, Books.EARLY).set(SPONSOR, true, Books.EARLY), Books.TODAY),
                                Memory.empty())
                        .score())
                .as("an unused product is not averaged away")
                .hasValue(Math.min(10, (4.0 * 460 + 4000) / 500));
    }

    @Test
    void capOfABand_holdsBackScoreAndBand_whateverHysteresisWouldHave() {
        ScorecardStrategy strategy = resolved(builder(Handling.REDISTRIBUTE)
                .cap(new Cap.When("sponsor-left", Level.band("yellow"), new AttributeTest.Is("sponsor.present", false)))
                .measure(Measure.of("use-too", "use", PERCENT), 900));
        Customer.Builder builder = acme().set(USE, 90.0, Books.EARLY)
                .set(SPONSOR, true, Books.EARLY)
                .set(SPONSOR, false, Instant.parse("2026-03-10T00:00:00Z"));

        Health before = strategy.decide(acme(builder, LocalDate.of(2026, 2, 28)), Memory.empty());
        assertThat(before.band()).isEqualTo("green");
        Memory memory = Memory.of(before.toRemember());
        CustomerView now = acme(builder, LocalDate.of(2026, 3, 31));
        Health after = strategy.decide(now, memory);

        assertThat(after.score()).hasValue(Math.nextDown(75.0));
        assertThat(after.band()).as("within the margin of green").isEqualTo("yellow");
        assertThat(ExplanationText.showing(Sensitivity.INTERNAL).lines(after.reasons()))
                .contains("health 75 (min)", "  sponsor-left 75: sponsor.present no (at most yellow)");
        HealthOfBook book = strategy.decide(Books.of(List.of(builder.build()), LocalDate.of(2026, 3, 31)), memory);
        assertThat(book.band(0)).isEqualTo("yellow");
        assertThat(book.score(0)).isEqualTo(Math.nextDown(75.0));
    }

    @Test
    void floor_holdsUpTheScore_andGivesWayToACap() {
        ScorecardBuilder floored = builder(Handling.REDISTRIBUTE)
                .floor(new Floor("new", Level.band("yellow"), new AttributeTest.Below("use", 10, Optional.empty())));
        Customer.Builder idle = acme().set(USE, 5.0, Books.EARLY).set(SPONSOR, false, Books.EARLY);

        Health health = resolved(floored).decide(acme(idle, Books.TODAY), Memory.empty());
        assertThat(health.score()).hasValue(50);
        assertThat(health.band()).isEqualTo("yellow");
        assertThat(health.reasons().parts())
                .extracting(Explanation::code)
                .containsExactly("health.before-floors", "new");
        assertThat(health.completeness()).isEqualTo(1);

        Health capped = resolved(floored.cap(new Cap.When("left", 20, new AttributeTest.Is("sponsor.present", false))))
                .decide(acme(idle, Books.TODAY), Memory.empty());
        assertThat(capped.score()).hasValue(20);
        assertThat(capped.band()).isEqualTo("red");
        assertThat(capped.reasons().parts())
                .extracting(Explanation::code)
                .containsExactly("health.before-caps", "left");
        assertThat(capped.reasons().foldsToItsValue()).isTrue();
    }

    @Test
    void boundOfWhichNothingIsKnown_doesNotBind_andIsListed() {
        ScorecardStrategy strategy = resolved(builder(Handling.REDISTRIBUTE)
                .floor(new Floor("rich", 90, new AttributeTest.AtLeast("arr", 1000, Optional.of("EUR"))))
                .cap(new Cap.When("poor", 10, new AttributeTest.Below("arr", 1000, Optional.of("EUR")))));

        Health health = strategy.decide(
                acme(acme().set(USE, 60.0, Books.EARLY).set(SPONSOR, true, Books.EARLY), Books.TODAY), Memory.empty());

        assertThat(health.score()).hasValue(76);
        assertThat(health.completeness()).isEqualTo(1);
        assertThat(health.missing()).extracting(Explanation::code).containsExactly("rich", "poor");
    }

    @Test
    void oldValue_fades_andTheBookSaysHowFreshItIs() {
        ScorecardStrategy strategy = Scorecard.builder(DocumentHeader.of("health", "3"), Handling.REDISTRIBUTE, 0)
                .measure(Measure.of("pulse", "use", PERCENT).timeToLive(new TimeToLive(90, 180)), 60)
                .measure(Measure.of("sponsor", "sponsor.present", Curve.yesNo(100, 0)), 40)
                .bands(BANDS)
                .resolve(List.of(USE, SPONSOR))
                .orThrow();
        List<Customer> one = List.of(acme().set(USE, 10.0, Books.EARLY)
                .set(SPONSOR, true, Books.EARLY)
                .build());
        Book book = Books.of(one, Books.TODAY);

        Health health = strategy.decide(book.customers().get(0), Memory.empty());
        HealthOfBook columns = strategy.decide(book, Memory.empty());

        assertThat(health.score()).hasValue((30 * 10 + 4000) / 70.0);
        assertThat(health.freshness()).isEqualTo(0.7);
        assertThat(health.completeness()).isEqualTo(0.7);
        assertThat(columns.freshness(0)).isEqualTo(0.7);
        assertThat(columns.score(0)).isEqualTo(health.score().orElseThrow());
        assertThat(strategy.decide(Books.of(one, Books.TODAY.plusDays(90)), Memory.empty())
                        .score(0))
                .isEqualTo(100);
    }

    @Test
    void notApplicable_isNeitherMissingNorUnknown_whateverTheHandling() {
        for (Handling handling : Handling.values()) {
            Customer customer = acme().set(SPONSOR, true, Books.EARLY).build();
            Book book = Facts.of(Customer.adapter(List.of(customer)), List.of(customer))
                    .derive(List.of(new DerivedAttribute<>(
                            USE, Requirements.none(), view -> Reading.notApplicable("nothing is licensed"))))
                    .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                    .asOf(Books.TODAY);

            Health health = resolved(builder(handling)).decide(book.customers().get(0), Memory.empty());

            assertThat(health.score()).as(handling.toString()).hasValue(100);
            assertThat(health.completeness()).isEqualTo(1);
            assertThat(health.freshness()).isEqualTo(1);
            assertThat(health.missing()).isEmpty();
        }
    }

    @Test
    void band_isKept_withinTheMargin_andSaysSinceWhen() {
        ScorecardStrategy strategy = resolved(builder(Handling.REDISTRIBUTE));
        Instant second = Instant.parse("2026-03-10T00:00:00Z");
        Instant third = Instant.parse("2026-04-10T00:00:00Z");
        Customer.Builder builder = acme().set(SPONSOR, false, Books.EARLY)
                .set(USE, 90.0, Books.EARLY)
                .set(USE, 81.0, second)
                .set(USE, 75.0, third);
        Memory memory = Memory.empty();

        Health first = strategy.decide(acme(builder, LocalDate.of(2026, 2, 28)), memory);
        assertThat(first.band()).as("54 without the sponsor").isEqualTo("yellow");
        assertThat(first.bandBefore()).isEmpty();
        assertThat(first.bandChanged()).isFalse();
        memory = memory.with(first.toRemember().stream().toList());

        Health kept = strategy.decide(acme(builder, LocalDate.of(2026, 3, 31)), memory);
        assertThat(kept.score()).hasValue(48.6);
        assertThat(kept.band()).as("48.6 is within 2 of 50").isEqualTo("yellow");
        assertThat(kept.since()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(kept.toRemember()).isEmpty();

        Health left = strategy.decide(acme(builder, LocalDate.of(2026, 4, 30)), memory);
        assertThat(left.score()).hasValue(45);
        assertThat(left.band()).isEqualTo("red");
        assertThat(left.bandChanged()).isTrue();
        assertThat(left.bandBefore()).contains("yellow");
        assertThat(left.since()).isEqualTo("2026-05-01T00:00:00Z");
        memory = memory.with(left.toRemember().stream().toList());

        Health again = strategy.decide(acme(builder, LocalDate.of(2026, 3, 31)), memory);
        assertThat(again.standing())
                .as("what was decided later changes nothing")
                .isEqualTo(kept.standing());
    }

    @Test
    void change_isExplained_byDataAndByCap() {
        ScorecardStrategy strategy = resolved(builder(Handling.REDISTRIBUTE)
                .cap(new Cap.When("sponsor-left", 30, new AttributeTest.Is("sponsor.present", false))));
        Customer.Builder builder = acme().set(SPONSOR, true, Books.EARLY)
                .set(USE, 80.0, Books.EARLY)
                .set(SPONSOR, false, Instant.parse("2026-03-10T00:00:00Z"));

        ScoreChange change =
                strategy.change(acme(builder, LocalDate.of(2026, 2, 28)), acme(builder, LocalDate.of(2026, 3, 31)));

        assertThat(change.points()).hasValue(-58);
        assertThat(change.parts())
                .extracting(part -> part.steps().get(0).kind(), ScoreChange.Part::points)
                .containsExactly(tuple(ScoreChange.Kind.DATA, -40.0), tuple(ScoreChange.Kind.BOUND, -18.0));
    }

    @Test
    void healthOfTheBook_isLaidOverIt_unknownOnesMissing() {
        Book book = Books.of(
                acme().set(USE, 30.0, Books.EARLY)
                        .set(SPONSOR, true, Books.EARLY)
                        .build(),
                Books.customer("blank").build());

        HealthOfBook health = resolved(builder(Handling.REDISTRIBUTE)).decide(book, Memory.empty());
        Book laid = health.layOver(book);

        assertThat(laid.find("acme").orElseThrow().get(HealthAttributes.SCORE)).isEqualTo(58);
        assertThat(laid.find("acme").orElseThrow().get(HealthAttributes.BAND)).isEqualTo("yellow");
        assertThat(laid.find("blank").orElseThrow().find(HealthAttributes.SCORE))
                .isEmpty();
        assertThat(health.customersByBand())
                .hasToString("{UNKNOWN=1, yellow=1}")
                .isUnmodifiable();
        assertThat(health.toRemember()).hasSize(2);
    }

    @Test
    void resolve_reportsEverythingThatDoesNotFit() {
        Scorecard scorecard = Scorecard.builder(DocumentHeader.of("health", "3"), Handling.WORST, 0)
                .measure(Measure.of("a", "sponsor.presnt", Curve.yesNo(100, 0)), 1)
                .measure(Measure.of("a", "sponsor.present", PERCENT), 1)
                .part(Group.of("g", 1, List.of(new WeightedMeasure(Measure.of("b", "arr", PERCENT), 0))))
                .measure(Measure.of("c", "use", PERCENT).unit("days"), 1)
                .cap(new Cap.WhenLow("low", 10, new Cap.Low("zz", 5)))
                .bands(BANDS);

        assertThat(scorecard.resolve(List.of(USE, SPONSOR, ARR)).problems().render())
                .isEqualTo("""
                        /caps/0/measure: unknown measure "zz"; known: [a, b, c].
                        /parts: warning: weights sum to 4, neither to 1 nor to 100; only their ratios count.
                        /parts/0/attribute: unknown attribute "sponsor.presnt", nothing feeds it.
                          Maybe "sponsor.present".
                        /parts/1/attribute: attribute "sponsor.present" is yes or no, but the curve needs a number or an amount of money.
                          Maybe a "yes-no" curve.
                        /parts/1/code: code "a" is taken by /parts/0, each must be another.
                        /parts/2/parts: weights must sum to a finite number above 0, was 0.
                          Maybe leave out what does not count.
                        /parts/2/parts/0/unit: attribute "arr" is money, so unit must name a currency, was absent.
                          Maybe "EUR".
                        /parts/3/unit: warning: attribute "use" is in "share", unit says "days".""");
    }

    @Test
    void requirements_areTheAttributesThatAreRead() {
        assertThat(resolved(builder(Handling.WORST)).requirements().attributes())
                .isEqualTo(Set.of(USE, SPONSOR));
        assertThatThrownBy(() -> new WeightedMeasure(Measure.of("m", "use", PERCENT), -0.1))
                .hasMessage("weight (-0.1) of m must be finite and >= 0.\n"
                        + "Maybe the measure should be turned round instead: give it a falling curve.");
        assertThat(Optional.of(builder(Handling.WORST).bands(BANDS)))
                .contains(builder(Handling.WORST).bands(BANDS));
    }
}
