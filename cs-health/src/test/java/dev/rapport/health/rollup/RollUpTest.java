package dev.rapport.health.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.Books;
import dev.rapport.health.Health;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.Scores;
import dev.rapport.health.band.Band;
import dev.rapport.health.override.OverriddenHealth;
import dev.rapport.health.override.OverrideDraft;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.shape.DocumentHeader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RollUpTest {

    private static final HealthStrategy SCORECARD = Scores.scorecard("health", "1");

    private static Customer.Builder customer(String id, String parent, double use, long arr) {
        Customer.Builder builder = Books.customer(id)
                .set(Scores.USE, use, Books.EARLY)
                .set(StandardAttributes.ARR, Money.ofMajor(CurrencyUnit.EUR, arr), Books.EARLY);
        return parent.isEmpty() ? builder : builder.set(CustomerAttributes.PARENT, parent, Books.EARLY);
    }

    private static RollUp rollUp(RollUp.Rule rule, double minimum) {
        return new RollUp(DocumentHeader.of("family-health", "1"), rule, minimum);
    }

    private static Health decide(RollUp rollUp, Book book, String id) {
        return rollUp.over(SCORECARD, Relatives.in(book)).decide(book.find(id).orElseThrow(), Memory.empty());
    }

    private static final Book FAMILY = Books.of(
            customer("holding", "", 90, 0).build(),
            customer("north", "holding", 80, 60_000).build(),
            customer("south", "holding", 40, 30_000).build(),
            customer("south-branch", "south", 20, 10_000).build(),
            customer("stranger", "", 5, 1_000_000).build());

    @Test
    void arrWeighted_isTheMeanOfAllMembers_byWhatTheyPay() {
        Health health = decide(rollUp(RollUp.Rule.ARR_WEIGHTED, 0.8), FAMILY, "holding");

        assertThat(health.score()).hasValue((80.0 * 60_000 + 40.0 * 30_000 + 20.0 * 10_000) / 100_000);
        assertThat(health.band()).isEqualTo("yellow");
        assertThat(health.reasons().foldsToItsValue()).isTrue();
        assertThat(ExplanationText.showing(Sensitivity.INTERNAL).lines(health.reasons()))
                .containsExactly(
                        "family-health 62 (weighted mean)",
                        "  holding 90 x 0: green, pays EUR 0.00",
                        "  north 80 x 60000: green, pays EUR 60000.00",
                        "  south 40 x 30000: red, pays EUR 30000.00",
                        "  south-branch 20 x 10000: red, pays EUR 10000.00");
    }

    @Test
    void worst_isThatOfTheWorstMember_farBelowIncluded() {
        assertThat(decide(rollUp(RollUp.Rule.WORST, 0), FAMILY, "holding").score())
                .hasValue(20);
        assertThat(decide(rollUp(RollUp.Rule.WORST, 0), FAMILY, "holding").band())
                .isEqualTo("red");
    }

    @Test
    void own_isTheCustomersOwn_andSoIsThatOfThoseWithoutRelatives() {
        assertThat(decide(rollUp(RollUp.Rule.OWN, 0), FAMILY, "holding").score())
                .hasValue(90);
        for (RollUp.Rule rule : RollUp.Rule.values()) {
            Health north = decide(rollUp(rule, 0), FAMILY, "north");
            assertThat(north.score()).hasValue(80);
            assertThat(north.policy()).hasToString("health@1");
            assertThat(north.reasons().code()).isEqualTo("health");
        }
    }

    @Test
    void middleOfAFamily_isRolledUpFromThoseBelow_notFromThoseAbove() {
        assertThat(decide(rollUp(RollUp.Rule.ARR_WEIGHTED, 0), FAMILY, "south").score())
                .hasValue((40.0 * 30_000 + 20.0 * 10_000) / 40_000);
    }

    private static Book halfKnown() {
        return Books.of(
                customer("holding", "", 90, 0).build(),
                customer("known", "holding", 80, 60_000).build(),
                Books.customer("silent")
                        .set(CustomerAttributes.PARENT, "holding", Books.EARLY)
                        .set(StandardAttributes.ARR, Money.of(CurrencyUnit.EUR, 40_000), Books.EARLY)
                        .build());
    }

    @Test
    void membersWhoseHealthIsUnknown_leaveTheMean_andCountAgainstItsCompleteness() {
        Health health = decide(rollUp(RollUp.Rule.ARR_WEIGHTED, 0.6), halfKnown(), "holding");

        assertThat(health.score()).hasValue(80);
        assertThat(health.completeness()).isEqualTo(0.6);
        assertThat(health.missing()).extracting(part -> part.code()).containsExactly("silent");
    }

    @Test
    void belowTheMinimumShare_theFamilyIsUnknown() {
        assertThat(decide(rollUp(RollUp.Rule.ARR_WEIGHTED, 0.61), halfKnown(), "holding")
                        .band())
                .isEqualTo(Band.UNKNOWN);
        Health worst = decide(rollUp(RollUp.Rule.WORST, 0.61), halfKnown(), "holding");
        assertThat(worst.band()).isEqualTo(Band.UNKNOWN);
        assertThat(worst.reasons().reason()).hasValue("the health of 60 % of the revenue is known, 61 % are needed");
        assertThat(decide(rollUp(RollUp.Rule.WORST, 0.6), halfKnown(), "holding")
                        .score())
                .hasValue(80);
    }

    @Test
    void revenueThatIsNotKnown_isNotTakenForNothing() {
        Book book = Books.of(
                customer("holding", "", 90, 10).build(),
                Books.customer("child")
                        .set(Scores.USE, 10.0, Books.EARLY)
                        .set(CustomerAttributes.PARENT, "holding", Books.EARLY)
                        .build());

        Health health = decide(rollUp(RollUp.Rule.ARR_WEIGHTED, 0), book, "holding");

        assertThat(health.band()).isEqualTo(Band.UNKNOWN);
        assertThat(health.reasons().reason().orElseThrow()).startsWith("what child pays is not known: ");
        assertThat(decide(rollUp(RollUp.Rule.WORST, 0), book, "holding").score())
                .hasValue(10);
    }

    @Test
    void familyThatPaysNothing_orInSeveralCurrencies_hasNoMean() {
        Book poor = Books.of(
                customer("holding", "", 90, 0).build(),
                customer("child", "holding", 10, 0).build());
        Book mixed = Books.of(
                customer("holding", "", 90, 5).build(),
                customer("child", "holding", 10, 0)
                        .set(StandardAttributes.ARR, Money.of(CurrencyUnit.USD, 5), Books.EARLY.plusSeconds(1))
                        .build());

        assertThat(decide(rollUp(RollUp.Rule.ARR_WEIGHTED, 0), poor, "holding")
                        .reasons()
                        .reason())
                .hasValue("nobody in the family pays anything");
        assertThat(decide(rollUp(RollUp.Rule.ARR_WEIGHTED, 0), mixed, "holding")
                        .reasons()
                        .reason())
                .hasValue("the family pays in several currencies, EUR and USD");
    }

    @Test
    void override_countsInTheFamily_whereTheStrategyHeedsIt() {
        LocalDate june = LocalDate.of(2026, 6, 1);
        Customer child = OverrideDraft.on(customer("child", "holding", 10, 1000), "o", june, june.plusDays(60))
                .score(70)
                .build();
        Book book = Books.of(customer("holding", "", 90, 0).build(), child);
        RolledUpHealth strategy = rollUp(RollUp.Rule.WORST, 0).over(OverriddenHealth.of(SCORECARD), Relatives.in(book));

        assertThat(strategy.decide(book.find("holding").orElseThrow(), Memory.empty())
                        .score())
                .hasValue(70);
    }

    @Test
    void customerWithoutRelatives_keepsItsOverride() {
        LocalDate june = LocalDate.of(2026, 6, 1);
        Customer alone = OverrideDraft.on(customer("alone", "", 10, 1000), "o", june, june.plusDays(60))
                .band("green")
                .build();
        Book book = Books.of(alone);
        RolledUpHealth strategy =
                rollUp(RollUp.Rule.ARR_WEIGHTED, 0).over(OverriddenHealth.of(SCORECARD), Relatives.in(book));

        assertThat(strategy.decide(book.customers().get(0), Memory.empty()).band())
                .isEqualTo("green");
        assertThat(strategy.decide(book, Memory.empty()).band(0)).isEqualTo("green");
        assertThat(strategy.decide(book, Memory.empty()).override(0)).isPresent();
    }

    @Test
    void relatives_areOfTheirOwnCutOnly() {
        Relatives relatives = Relatives.in(FAMILY);
        CustomerView other = Books.of(List.of(customer("holding", "", 90, 0).build()), Books.TODAY.minusDays(1))
                .find("holding")
                .orElseThrow();

        assertThatIllegalArgumentException().isThrownBy(() -> relatives.below(other));
    }

    @Property(tries = 300)
    void anyFamily_agreesWithANaiveOracle_byRowAndByBook(@ForAll long seed) {
        Random random = new Random(seed);
        List<Customer> customers = new ArrayList<>();
        List<double[]> facts = new ArrayList<>();
        List<Integer> parents = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int parent = i == 0 || random.nextInt(4) == 0 ? -1 : random.nextInt(i);
            parents.add(parent);
            double use = random.nextInt(4) == 0 ? Double.NaN : random.nextDouble() * 100;
            long arr = random.nextInt(3) * 1000L;
            facts.add(new double[] {use, arr});
            Customer.Builder builder = Books.customer(String.format(Locale.ROOT, "c%02d", i))
                    .set(StandardAttributes.ARR, Money.ofMajor(CurrencyUnit.EUR, arr), Books.EARLY);
            if (!Double.isNaN(use)) {
                builder.set(Scores.USE, use, Books.EARLY);
            }
            if (parent >= 0) {
                builder.set(CustomerAttributes.PARENT, String.format(Locale.ROOT, "c%02d", parent), Books.EARLY);
            }
            customers.add(builder.build());
        }
        Book book = Books.of(customers, Books.TODAY);
        double minimum = random.nextInt(3) * 0.4;
        HealthOfBook weighted = rollUp(RollUp.Rule.ARR_WEIGHTED, minimum)
                .over(SCORECARD, Relatives.in(book))
                .decide(book, Memory.empty());
        HealthOfBook worst =
                rollUp(RollUp.Rule.WORST, 0).over(SCORECARD, Relatives.in(book)).decide(book, Memory.empty());
        for (int i = 0; i < 30; i++) {
            List<Integer> family = new ArrayList<>();
            for (int j = 0; j < 30; j++) {
                for (int k = j; k >= 0; k = parents.get(k)) {
                    if (k == i) {
                        family.add(j);
                    }
                }
            }
            OptionalDouble least = family.stream()
                    .mapToDouble(j -> facts.get(j)[0])
                    .filter(use -> !Double.isNaN(use))
                    .min();
            assertThat(worst.score(i)).as("seed " + seed).isEqualTo(Double.valueOf(least.orElse(Double.NaN)));
            double all = family.stream().mapToDouble(j -> facts.get(j)[1]).sum();
            double known = 0;
            double sum = 0;
            for (int j : family) {
                if (!Double.isNaN(facts.get(j)[0])) {
                    known += facts.get(j)[1];
                    sum += facts.get(j)[1] * facts.get(j)[0];
                }
            }
            double expected = family.size() == 1
                    ? facts.get(i)[0]
                    : known > 0 && known / all >= minimum ? sum / known : Double.NaN;
            if (Double.isNaN(expected)) {
                assertThat(weighted.score(i)).as("seed " + seed).isNaN();
            } else {
                assertThat(weighted.score(i)).as("seed " + seed).isCloseTo(expected, within(1e-9));
            }
        }
    }
}
