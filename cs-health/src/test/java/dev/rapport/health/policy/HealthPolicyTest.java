package dev.rapport.health.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.health.Books;
import dev.rapport.health.Health;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthOverride;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.PolicyChoice;
import dev.rapport.health.Scores;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.choice.ChoiceRule;
import dev.rapport.health.choice.ScorecardChoice;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.rollup.RollUp;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.shape.DocumentHeader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthPolicyTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final RollUp WORST = new RollUp(DocumentHeader.of("families", "1"), RollUp.Rule.WORST, 0);

    private static DocumentHeader approved(String id, String revision) {
        return DocumentHeader.of(id, revision).withApprovedBy("Grace");
    }

    private static Scorecard scorecard(DocumentHeader header, String attribute, Bands bands) {
        return Scorecard.builder(header, Handling.REDISTRIBUTE, 0.5)
                .measure(
                        Measure.of(attribute, attribute, Curve.linear(new CurvePoint(0, 0), new CurvePoint(100, 100))),
                        1)
                .bands(bands);
    }

    private static Scorecard scorecard(DocumentHeader header, String attribute) {
        return scorecard(header, attribute, Scores.BANDS);
    }

    private static ScorecardChoice smallBy(String scorecard) {
        return new ScorecardChoice(
                DocumentHeader.of("by-segment", "1"),
                List.of(ChoiceRule.of(scorecard, AttributeTest.In.of("segment", "small"))),
                "health");
    }

    private static final HealthPolicy ALL = new HealthPolicy(
                    List.of(
                            scorecard(approved("health", "1"), "use"),
                            scorecard(approved("health", "2").withEffectiveFrom(MAY), "mood"),
                            scorecard(DocumentHeader.of("pooled", "1"), "use")),
                    Optional.of(smallBy("pooled")),
                    Optional.empty())
            .rollingUp(WORST);

    private static Customer.Builder customer(String id, double use, double mood, String segment) {
        return Books.customer(id)
                .set(Scores.USE, use, Books.EARLY)
                .set(Scores.MOOD, mood, Books.EARLY)
                .set(Scores.SEGMENT, segment, Books.EARLY);
    }

    private static final List<Customer> CUSTOMERS = List.of(
            customer("alone", 20, 90, "large").build(),
            customer("child", 60, 10, "large")
                    .set(CustomerAttributes.PARENT, "holding", Books.EARLY)
                    .build(),
            customer("holding", 80, 95, "large").build(),
            customer("little", 30, 90, "small").build(),
            customer("stated", 10, 20, "large")
                    .add(
                            HealthOverride.SERIES,
                            entry -> entry.id("o-1")
                                    .at(LocalDate.of(2026, 6, 1))
                                    .with(HealthOverride.OWNER, "ada")
                                    .with(HealthOverride.REASON, "they migrate")
                                    .with(HealthOverride.FROM, LocalDate.of(2026, 6, 1))
                                    .with(HealthOverride.UNTIL, LocalDate.of(2026, 8, 1))
                                    .with(HealthOverride.SCORE, 77.0))
                    .build());

    private static Health decide(LocalDate date, String customer) {
        Book book = Books.of(CUSTOMERS, date);
        HealthStrategy strategy = ALL.over(book);
        Health health = strategy.decide(book.find(customer).orElseThrow(), Memory.empty());
        HealthOfBook whole = strategy.decide(book, Memory.empty());
        int row = book.customerIds().indexOf(customer);
        assertThat(whole.score(row)).isEqualTo(health.score().orElse(Double.NaN));
        assertThat(whole.policy(row)).isEqualTo(health.policy());
        return health;
    }

    @Test
    void revisionInForce_decides_ofTheScorecardThatIsForTheCustomer() {
        assertThat(decide(MAY.minusDays(1), "alone").score()).hasValue(20);
        assertThat(decide(MAY, "alone").score()).hasValue(90);
        assertThat(decide(MAY, "alone").choices().stream().map(PolicyChoice::chosen))
                .containsExactly(new PolicyRef("health", "1..2"), new PolicyRef("health", "2"));
        assertThat(decide(MAY, "little").score()).hasValue(30);
        assertThat(decide(MAY, "little").policy()).hasToString("pooled@1");
    }

    @Test
    void override_countsInPlaceOfTheComputed() {
        Health stated = decide(LocalDate.of(2026, 6, 30), "stated");
        assertThat(stated.score()).hasValue(77);
        assertThat(stated.computed().score()).hasValue(20);
        assertThat(decide(MAY, "stated").override()).isEmpty();
    }

    @Test
    void family_isRolledUp_andEachHasItsOwn() {
        Book book = Books.of(CUSTOMERS, MAY);
        assertThat(decide(MAY, "holding").score()).hasValue(10);
        assertThat(decide(MAY, "holding").policy()).isEqualTo(WORST.policy());
        assertThat(ALL.own(book)
                        .decide(book.find("holding").orElseThrow(), Memory.empty())
                        .score())
                .hasValue(95);
    }

    @Test
    void documentsInForce_areNamed() {
        assertThat(ALL.inForce(Books.of(CUSTOMERS, MAY)).stream().map(PolicyRef::toString))
                .containsExactly("health@2", "pooled@1", "by-segment@1", "families@1");
        assertThat(ALL.inForce(Books.of(CUSTOMERS, MAY.minusDays(1))).stream().map(PolicyRef::toString))
                .startsWith("health@1");
    }

    @Test
    void loneScorecard_decidesAtAnyDate_approvedOrNot() {
        HealthPolicy lone =
                HealthPolicy.of(scorecard(DocumentHeader.of("health", "1").withEffectiveFrom(MAY.plusDays(9)), "use"));
        Book book = Books.of(CUSTOMERS, MAY);
        assertThat(lone.check(Scores.KEYS).isEmpty()).isTrue();
        assertThat(lone.over(book)
                        .decide(book.find("alone").orElseThrow(), Memory.empty())
                        .score())
                .hasValue(20);
    }

    private static String problems(Optional<ScorecardChoice> choice, Scorecard... scorecards) {
        Problems problems = new HealthPolicy(List.of(scorecards), choice, Optional.empty()).check(Scores.KEYS);
        return problems.isEmpty() ? "" : problems.render();
    }

    @Test
    void documentsThatDoNotFitEachOther_areReported_atTheirPlaces() {
        assertThat(ALL.check(Scores.KEYS).isEmpty()).isTrue();
        assertThat(problems(
                        Optional.empty(),
                        scorecard(approved("health", "1"), "use"),
                        scorecard(DocumentHeader.of("health", "2"), "mood")))
                .contains(
                        "/scorecards/1/approvedBy: revision \"2\" of scorecard \"health\" must be approved by somebody"
                                + " to stand beside another")
                .contains("Maybe it is a proposal: simulate it first");
        assertThat(problems(
                        Optional.empty(),
                        scorecard(approved("health", "1"), "use"),
                        scorecard(approved("health", "2"), "mood")))
                .contains("/scorecards/1: versions (health@1 and health@2) must not take effect and be approved on the"
                        + " same days.");
        assertThat(problems(
                        Optional.empty(),
                        scorecard(approved("health", "1"), "use"),
                        scorecard(approved("helath", "2"), "mood")))
                .contains("/scorecards/1: scorecards health, helath must come with a choice between them")
                .contains("Maybe the id of a revision was changed");
        assertThat(problems(
                        Optional.of(smallBy("poled")),
                        scorecard(approved("health", "1"), "use"),
                        scorecard(approved("pooled", "1"), "use")))
                .contains("/choice/rules/0/scorecard: unknown scorecard \"poled\"")
                .contains("Maybe \"pooled\"");
        assertThat(problems(
                        Optional.of(smallBy("pooled")),
                        scorecard(approved("health", "1"), "use"),
                        scorecard(
                                approved("pooled", "1"),
                                "use",
                                Bands.of(new Band("bad", 0, 50), new Band("good", 50, 100)))))
                .contains(
                        "/scorecards/1/bands: bands of scorecard \"pooled\" must be called as those of \"health\", red,"
                                + " yellow, green, were bad, good");
    }

    @Test
    void scorecardsWithoutChoice_areRefused_whenAskedToDecide() {
        HealthPolicy policy = new HealthPolicy(
                List.of(scorecard(approved("health", "1"), "use"), scorecard(approved("pooled", "1"), "use")),
                Optional.empty(),
                Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.own(Books.of(CUSTOMERS, MAY)))
                .withMessageStartingWith("scorecards (health, pooled) must come with a choice between them.");
    }
}
