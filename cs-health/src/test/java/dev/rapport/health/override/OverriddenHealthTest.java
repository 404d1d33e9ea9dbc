package dev.rapport.health.override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.health.Books;
import dev.rapport.health.Health;
import dev.rapport.health.HealthAttributes;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthOverride;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.Scores;
import dev.rapport.health.band.Band;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.memory.Remembered;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class OverriddenHealthTest {

    private static final LocalDate JUNE_1 = LocalDate.of(2026, 6, 1);
    private static final LocalDate JULY_15 = LocalDate.of(2026, 7, 15);
    private static final HealthStrategy SCORECARD = Scores.scorecard("health", "1");
    private static final OverriddenHealth STRATEGY = OverriddenHealth.of(SCORECARD);

    private static Customer.Builder red() {
        return Books.customer("acme").set(Scores.USE, 20.0, Books.EARLY);
    }

    private static Book book(Customer... customers) {
        return Books.of(customers);
    }

    private static Health decide(Book book) {
        return STRATEGY.decide(book.find("acme").orElseThrow(), Memory.empty());
    }

    @Test
    void band_thatIsStated_isInForce_andTheComputedOneStandsBesideIt() {
        Customer acme =
                OverrideDraft.on(red(), "o1", JUNE_1, JULY_15).band("green").build();

        Health health = decide(book(acme));

        assertThat(health.band()).isEqualTo("green");
        assertThat(health.computed().band()).isEqualTo("red");
        assertThat(health.score()).hasValue(20);
        assertThat(health.override()).hasValueSatisfying(override -> {
            assertThat(override.owner()).isEqualTo("csm-ada");
            assertThat(override.reason()).isEqualTo("they migrate");
            assertThat(override.until()).isEqualTo(JULY_15);
        });
        assertThat(health.reasons()).isSameAs(health.computed().reasons());
    }

    @Test
    void score_thatIsStated_isInForceWithItsBand_andTheReasonsFoldToIt() {
        Customer acme = OverrideDraft.on(red(), "o1", JUNE_1, JULY_15).score(80).build();

        Health health = decide(book(acme));

        assertThat(health.score()).hasValue(80);
        assertThat(health.band()).isEqualTo("green");
        assertThat(health.computed().score()).hasValue(20);
        assertThat(health.reasons().foldsToItsValue()).isTrue();
        assertThat(ExplanationText.showing(Sensitivity.INTERNAL).lines(health.reasons()))
                .containsExactly(
                        "health.overridden 80 (weighted mean)",
                        "  override 80 x 1: csm-ada until 2026-07-15: they migrate",
                        "  health 20 x 0 (weighted mean)",
                        "    use 20 x 1: use 20");
    }

    @Test
    void override_holdsFromItsFirstDay_untilTheDayBeforeItsEnd() {
        Customer acme =
                OverrideDraft.on(red(), "o1", JUNE_1, JULY_15).band("green").build();

        assertThat(decide(Books.of(List.of(acme), JUNE_1.minusDays(1))).band()).isEqualTo("red");
        assertThat(decide(Books.of(List.of(acme), JUNE_1)).band()).isEqualTo("green");
        assertThat(decide(Books.of(List.of(acme), JULY_15.minusDays(1))).band()).isEqualTo("green");
        assertThat(decide(Books.of(List.of(acme), JULY_15)).band()).isEqualTo("red");
    }

    @Test
    void override_recordedLater_changesNoEarlierCut() {
        Instant noted = Instant.parse("2026-06-20T08:00:00Z");
        Customer acme = OverrideDraft.on(red(), "o1", JUNE_1, JULY_15)
                .band("green")
                .recordedAt(noted)
                .build();
        Facts facts = Facts.of(Customer.adapter(List.of(acme)), List.of(acme)).in(ZoneOffset.UTC, CurrencyUnit.EUR);
        AsOf endOfJune10 = AsOf.endOf(LocalDate.of(2026, 6, 10), ZoneOffset.UTC);

        assertThat(decide(facts.asOf(endOfJune10)).override()).isEmpty();
        assertThat(decide(facts.asOf(endOfJune10.knownAt(noted.plusNanos(1)))).band())
                .isEqualTo("green");
        assertThat(decide(facts.asOf(LocalDate.of(2026, 6, 30))).band()).isEqualTo("green");
    }

    @Test
    void override_isEndedByALaterVersion_andWhatWasSeenBeforeStands() {
        Customer.Builder acme = red();
        OverrideDraft.on(acme, "o1", JUNE_1, JULY_15).band("green").add();
        OverrideDraft.on(acme, "o1", JUNE_1, LocalDate.of(2026, 6, 15))
                .band("green")
                .recordedAt(Instant.parse("2026-06-14T12:00:00Z"))
                .add();

        Customer customer = acme.build();
        assertThat(decide(Books.of(List.of(customer), LocalDate.of(2026, 6, 13)))
                        .band())
                .isEqualTo("green");
        assertThat(decide(Books.of(List.of(customer), LocalDate.of(2026, 6, 30)))
                        .band())
                .isEqualTo("red");
    }

    @Test
    void overrideThatBeganLast_counts_whereSeveralHold() {
        Customer.Builder acme = red();
        OverrideDraft.on(acme, "o2", JUNE_1, JULY_15).band("green").add();
        OverrideDraft.on(acme, "o1", JUNE_1.plusDays(5), JULY_15)
                .band("yellow")
                .owner("csm-grace")
                .add();

        Book book = book(acme.build());

        assertThat(decide(book).band()).isEqualTo("yellow");
        assertThat(STRATEGY.check(book))
                .extracting(Problem::message)
                .containsExactly("override \"o1\" of \"acme\" holds beside 1 other; the one that began last counts");
    }

    @Test
    void override_ofAnotherScorecard_saysNothingHere() {
        Customer acme = OverrideDraft.on(red(), "o1", JUNE_1, JULY_15)
                .band("green")
                .policy("onboarding")
                .build();

        assertThat(decide(book(acme)).override()).isEmpty();
    }

    @Test
    void override_thatStatesNoBandOfTheScale_isLeftOut_andToldAbout() {
        Customer.Builder acme = red();
        OverrideDraft.on(acme, "o1", JUNE_1, JULY_15).band("gren").add();
        OverrideDraft.on(acme, "o2", JUNE_1, JULY_15).score(101).add();
        OverrideDraft.on(acme, "o3", JUNE_1, JULY_15).add();
        OverrideDraft.on(acme, "o4", JULY_15, JUNE_1).band("green").add();

        Book book = book(acme.build());

        assertThat(decide(book).override()).isEmpty();
        assertThat(STRATEGY.check(book))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "override-states-nothing",
                        "override-states-nothing",
                        "override-states-nothing",
                        "overrides-at-once",
                        "override-never-holds");
    }

    @Test
    void override_ofUnknownHealth_givesABand_andNoScore() {
        Customer.Builder acme = Books.customer("acme");
        OverrideDraft.on(acme, "o1", JUNE_1, JULY_15).band("green").add();
        Book book = book(acme.build());

        Health health = decide(book);

        assertThat(health.band()).isEqualTo("green");
        assertThat(health.isKnown()).isFalse();
        assertThat(health.computed().band()).isEqualTo(Band.UNKNOWN);
        HealthOfBook whole = STRATEGY.decide(book, Memory.empty());
        assertThat(whole.layOver(book).find("acme").orElseThrow().find(HealthAttributes.BAND))
                .hasValue("green");
    }

    @Test
    void run_neverWritesAnOverride_norIsItRememberedAsADecision() {
        Customer acme =
                OverrideDraft.on(red(), "o1", JUNE_1, JULY_15).band("green").build();
        Memory memory = Memory.empty();
        for (LocalDate day : List.of(JUNE_1, JUNE_1.plusDays(10), JULY_15)) {
            Book book = Books.of(List.of(acme), day);
            HealthOfBook health = STRATEGY.decide(book, memory);
            memory = memory.with(health.toRemember());
        }

        assertThat(memory.all()).extracting(Remembered::value).containsExactly("red");
        assertThat(decide(Books.of(List.of(acme), JUNE_1.plusDays(20))).band()).isEqualTo("green");
    }

    @Test
    void bands_ofTheBook_areThoseInForce() {
        Customer acme = OverrideDraft.on(red(), "o1", JUNE_1, JULY_15).score(60).build();
        Customer other =
                Books.customer("other").set(Scores.USE, 20.0, Books.EARLY).build();

        HealthOfBook whole = STRATEGY.decide(book(acme, other), Memory.empty());

        assertThat(whole.customersByBand()).isEqualTo(Map.of("yellow", 1, "red", 1));
        assertThat(whole.computed().customersByBand()).isEqualTo(Map.of("red", 2));
        assertThat(whole.score(0)).isEqualTo(60);
        assertThat(whole.override(1)).isEqualTo(Optional.<HealthOverride>empty());
    }

    @Test
    void health_refusesAnOverrideThatSaysNothing() {
        Customer.Builder acme = red();
        OverrideDraft.on(acme, "o1", JUNE_1, JULY_15).band("gren").add();
        Book book = book(acme.build());
        Health health = decide(book);
        HealthOverride override =
                book.find("acme").orElseThrow().series(HealthOverride.SERIES).get(0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> health.overriddenBy(override))
                .withMessageContaining("gren by csm-ada");
    }
}
