package dev.rapport.health.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.health.Books;
import dev.rapport.health.Health;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.Scores;
import dev.rapport.health.override.OverriddenHealth;
import dev.rapport.health.override.OverrideDraft;
import dev.rapport.health.version.HealthVersion;
import dev.rapport.health.version.VersionedHealth;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.ScoreChange.Kind;
import dev.rapport.model.decision.ScoreChange.Part;
import dev.rapport.model.memory.Memory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class HealthChangeTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final HealthStrategy SCORECARD = Scores.scorecard("health", "1");
    private static final HealthStrategy OVERRIDDEN = OverriddenHealth.of(SCORECARD);

    private static Customer.Builder customer(double inMarch, double inJune) {
        return Books.customer("acme")
                .set(Scores.USE, inMarch, MARCH.atStartOfDay(ZoneOffset.UTC).toInstant())
                .set(Scores.USE, inJune, JUNE.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static HealthChange change(HealthStrategy strategy, Customer.Builder customer) {
        List<Customer> customers = List.of(customer.build());
        Facts facts = Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
        return HealthChange.between(
                strategy,
                facts.asOf(MARCH).find("acme").orElseThrow(),
                facts.asOf(JUNE).find("acme").orElseThrow(),
                Memory.empty());
    }

    private static Tuple described(Part part) {
        return tuple(part.steps().stream().map(step -> step.kind()).toList(), part.from(), part.to());
    }

    @Test
    void overrideThatBegan_isTheLastPart() {
        Customer.Builder acme = customer(80, 40);
        OverrideDraft.on(acme, "o", JUNE, JUNE.plusDays(30)).score(90).add();

        HealthChange change = change(OVERRIDDEN, acme);

        assertThat(change.parts())
                .extracting(HealthChangeTest::described)
                .containsExactly(tuple(List.of(Kind.DATA), 80.0, 40.0), tuple(List.of(Kind.OVERRIDE), 40.0, 90.0));
        assertThat(change.points()).hasValue(10);
        assertThat(change.points(Kind.OVERRIDE)).isEqualTo(50);
        assertThat(change.points(Kind.DATA)).isEqualTo(-40);
    }

    @Test
    void overrideThatHidAFall_isLiftedFirst_andSetAgain() {
        Customer.Builder acme = customer(80, 40);
        OverrideDraft.on(acme, "o", MARCH, JUNE.plusDays(30)).score(85).add();

        HealthChange change = change(OVERRIDDEN, acme);

        assertThat(change.points()).hasValue(0);
        assertThat(change.parts())
                .extracting(HealthChangeTest::described)
                .containsExactly(
                        tuple(List.of(Kind.OVERRIDE), 85.0, 80.0),
                        tuple(List.of(Kind.DATA), 80.0, 40.0),
                        tuple(List.of(Kind.OVERRIDE), 40.0, 85.0));
        assertThat(change.points(Kind.OVERRIDE)).isEqualTo(40);
    }

    @Test
    void overrideOfABandAlone_movesNoScore_butShows() {
        Customer.Builder acme = customer(80, 40);
        OverrideDraft.on(acme, "o", JUNE, JUNE.plusDays(30)).band("green").add();

        HealthChange change = change(OVERRIDDEN, acme);

        assertThat(change.parts())
                .extracting(HealthChangeTest::described)
                .containsExactly(tuple(List.of(Kind.DATA), 80.0, 40.0));
        assertThat(change.after().band()).isEqualTo("green");
        assertThat(change.after().computed().band()).isEqualTo("red");
    }

    @Test
    void overrideOfUnknownHealth_goesOnToTheNextKnownWaypoint() {
        Customer.Builder acme = Books.customer("acme")
                .set(Scores.USE, 40.0, JUNE.atStartOfDay(ZoneOffset.UTC).toInstant());
        OverrideDraft.on(acme, "o", MARCH, MARCH.plusDays(30)).score(85).add();

        HealthChange change = change(OVERRIDDEN, acme);

        assertThat(change.parts())
                .extracting(HealthChangeTest::described)
                .containsExactly(tuple(List.of(Kind.OVERRIDE, Kind.AVAILABILITY), 85.0, 40.0));
    }

    @Test
    void unknownEnd_hasNoParts() {
        Customer.Builder acme = Books.customer("acme")
                .set(Scores.USE, 40.0, JUNE.atStartOfDay(ZoneOffset.UTC).toInstant());

        HealthChange change = change(OVERRIDDEN, acme);

        assertThat(change.parts()).isEmpty();
        assertThat(change.points()).isEmpty();
        assertThat(change.before().isKnown()).isFalse();
    }

    @Test
    void revisionThatTookEffectBetween_isAPartOfItsOwn() {
        HealthStrategy versioned = VersionedHealth.of(List.of(
                new HealthVersion(SCORECARD, Optional.empty(), Optional.empty()),
                new HealthVersion(Scores.of("health", "2", "mood"), Optional.of(JUNE.minusDays(9)), Optional.empty())));
        Customer.Builder acme = customer(80, 40).set(Scores.MOOD, 95.0, Books.EARLY);

        HealthChange change = change(versioned, acme);

        assertThat(change.parts())
                .extracting(HealthChangeTest::described)
                .containsExactly(tuple(List.of(Kind.DATA), 80.0, 40.0), tuple(List.of(Kind.POLICY), 40.0, 95.0));
        assertThat(change.before().policy()).hasToString("health@1");
        assertThat(change.after().policy()).hasToString("health@2");
    }

    @Test
    void hostsOwnStrategy_isToldApartAsFarAsItCanBe() {
        HealthStrategy host = new HealthStrategy() {
            @Override
            public PolicyRef policy() {
                return new PolicyRef("pulse", "1");
            }

            @Override
            public Requirements requirements() {
                return Requirements.attributes(Scores.USE);
            }

            @Override
            public Health decide(CustomerView view, Memory memory) {
                Explanation reasons = Explanation.stated("pulse", view.get(Scores.USE), "as the host feels");
                return Health.of(view, policy(), reasons, Scores.BANDS, memory);
            }
        };

        assertThat(change(host, customer(80, 40)).parts())
                .extracting(HealthChangeTest::described)
                .containsExactly(tuple(List.of(Kind.DATA), 80.0, 40.0));
    }

    @Test
    void customers_mustBeTheSame() {
        CustomerView acme =
                Books.of(Books.customer("acme").build()).find("acme").orElseThrow();
        CustomerView other =
                Books.of(Books.customer("other").build()).find("other").orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthChange.between(SCORECARD, acme, other, Memory.empty()))
                .withMessage("now (other) must be the same customer as then (acme).");
    }
}
