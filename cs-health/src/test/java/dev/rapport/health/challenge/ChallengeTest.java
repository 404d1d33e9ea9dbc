package dev.rapport.health.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.health.Books;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.Scores;
import dev.rapport.health.tally.Tally;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    private static final HealthStrategy CHAMPION = Scores.of("health", "1", "use");
    private static final HealthStrategy CHALLENGER = Scores.of("health", "2", "mood");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 31);

    private final List<Customer> customers = new ArrayList<>();

    private static Instant start(int month) {
        return FIRST.plusMonths(month).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Customer.Builder customer(String id, double[] use, double[] mood, long arr) {
        Customer.Builder builder = Books.customer(id);
        for (int month = 0; month < use.length; month++) {
            set(builder, Scores.USE, use[month], month);
            set(builder, Scores.MOOD, mood[month], month);
        }
        return builder.set(StandardAttributes.ARR, Money.ofMajor(CurrencyUnit.EUR, arr), Books.EARLY);
    }

    private static void set(Customer.Builder builder, AttributeKey<Double> key, double value, int month) {
        builder.set(key, value, start(month));
    }

    private static double[] of(double... scores) {
        return scores;
    }

    private void lost(Customer.Builder builder, LocalDate on) {
        builder.add(Outcome.SERIES, entry -> entry.at(on).with(Outcome.KIND, "churned"));
        customers.add(builder.build());
    }

    private Facts facts() {
        return Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
    }

    private Challenge challenge(ChallengeRule rule) {
        List<AsOf> dates = new ArrayList<>();
        for (int month = 0; month < 5; month++) {
            dates.add(AsOf.endOf(FIRST.plusMonths(month), ZoneOffset.UTC));
        }
        List<Loss> losses = Loss.in(facts().asOf(FIRST.plusMonths(4)), Set.of("churned"));
        return Challenge.of(facts()::asOf, book -> CHAMPION, book -> CHALLENGER, dates, losses, rule);
    }

    private static Tally tally(int customers, long arr) {
        return new Tally(customers, Optional.of(Money.ofMajor(CurrencyUnit.EUR, arr)), 0);
    }

    private static final ChallengeRule RULE = new ChallengeRule(Set.of(), 2);

    @Test
    void policyThatWarnedWithoutABreak_hasTheLeadOfTheFirstDate() {
        // Dates end on 31 January, 28 February, 31 March, 30 April, 31 May.
        lost(customer("a", of(90, 90, 30, 30, 30), of(90, 30, 30, 30, 30), 100), LocalDate.of(2026, 5, 11));
        lost(customer("b", of(90, 30, 90, 30, 30), of(90, 90, 90, 90, 10), 200), LocalDate.of(2026, 5, 1));
        lost(customer("c", of(60, 60, 60, 60, 60), of(60, 60, 60, 60, 60), 400), LocalDate.of(2026, 4, 1));
        lost(customer("d", of(10, 10, 10, 10, 10), of(10, 10, 10, 10, 10), 800), LocalDate.of(2026, 2, 11));

        Challenge challenge = challenge(RULE);

        assertThat(challenge.losses())
                .extracting(
                        loss -> loss.loss().customerId(),
                        loss -> loss.championLeadDays().orElse(-1),
                        loss -> loss.challengerLeadDays().orElse(-1),
                        ForeseenLoss::first)
                .containsExactly(
                        tuple("d", 10.0, 10.0, ForeseenLoss.First.BOTH),
                        tuple("c", -1.0, -1.0, ForeseenLoss.First.NEITHER),
                        tuple("b", 0.0, -1.0, ForeseenLoss.First.CHAMPION),
                        tuple("a", 40.0, 71.0, ForeseenLoss.First.CHALLENGER));
        assertThat(challenge.first().get(ForeseenLoss.First.CHALLENGER)).isEqualTo(tally(1, 100));
        assertThat(challenge.first().get(ForeseenLoss.First.NEITHER)).isEqualTo(tally(1, 400));
        assertThat(challenge.champion().warned()).isEqualTo(tally(3, 1100));
        assertThat(challenge.champion().missed()).isEqualTo(tally(1, 400));
        assertThat(challenge.champion().medianLeadDays()).hasValue(10);
        assertThat(challenge.challenger().medianLeadDays()).hasValue((10 + 71) / 2.0);
        assertThat(challenge.champion().policy()).hasToString("health@1");
        assertThat(challenge.badBands()).containsExactly("red");
    }

    @Test
    void warningOfOneWhoStays_isInVain() {
        customers.add(customer("a", of(90, 30, 90, 90, 90), of(90, 90, 90, 90, 90), 100)
                .build());
        customers.add(customer("b", of(90, 90, 90, 90, 90), of(60, 60, 60, 60, 60), 200)
                .build());

        Challenge challenge = challenge(RULE);

        assertThat(challenge.champion().warnedInVain()).isEqualTo(tally(1, 100));
        assertThat(challenge.challenger().warnedInVain()).isEqualTo(tally(0, 0));
        assertThat(challenge(new ChallengeRule(Set.of("red", "yellow"), 2))
                        .challenger()
                        .warnedInVain())
                .isEqualTo(tally(1, 200));
    }

    @Test
    void flaps_areCountedForEach_upToTheLoss() {
        customers.add(customer("a", of(40, 60, 40, 60, 40), of(60, 60, 60, 60, 60), 100)
                .build());
        lost(customer("b", of(60, 60, 60, 40, 60), of(60, 60, 60, 60, 60), 200), LocalDate.of(2026, 4, 10));

        Challenge challenge = challenge(RULE);

        assertThat(challenge.champion().bandChanges()).isEqualTo(4);
        assertThat(challenge.champion().flaps()).isEqualTo(3);
        assertThat(challenge.champion().flapping()).isEqualTo(tally(1, 100));
        assertThat(challenge.challenger().flaps()).isZero();
    }

    @Test
    void lossOutsideTheDates_doesNotCount() {
        lost(customer("before", of(10, 10, 10, 10, 10), of(10, 10, 10, 10, 10), 1), FIRST);
        lost(customer("behind", of(10, 10, 10, 10, 10), of(10, 10, 10, 10, 10), 1), LocalDate.of(2026, 6, 1));
        lost(customer("last", of(10, 10, 10, 10, 10), of(10, 10, 10, 10, 10), 1), LocalDate.of(2026, 5, 31));

        assertThat(challenge(RULE).losses())
                .extracting(loss -> loss.loss().customerId())
                .containsExactly("last");
    }

    @Test
    void revenueOfALoss_isThatOfTheLastDateBefore() {
        Customer.Builder acme = customer("a", of(10, 10, 10, 10, 10), of(10, 10, 10, 10, 10), 100)
                .set(StandardAttributes.ARR, Money.of(CurrencyUnit.EUR, 70), start(1))
                .set(StandardAttributes.ARR, Money.of(CurrencyUnit.EUR, 0), start(3));
        lost(acme, LocalDate.of(2026, 4, 15));

        assertThat(challenge(RULE).losses().get(0).arr()).hasValue(Money.of(CurrencyUnit.EUR, 70));
    }

    @Test
    void customerWhoComesLater_hasNotChangedBandsByComing() {
        customers.add(Customer.builder("late", start(2))
                .set(Scores.USE, 90.0, start(2))
                .set(Scores.MOOD, 90.0, start(3))
                .build());

        Challenge challenge = challenge(RULE);

        assertThat(challenge.champion().bandChanges()).isZero();
        assertThat(challenge.challenger().bandChanges()).isEqualTo(1);
        assertThat(challenge.champion().warnedInVain()).isEqualTo(new Tally(0, Optional.empty(), 0));
    }

    @Test
    void oneDate_isNoHistory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Challenge.of(
                        facts()::asOf,
                        book -> CHAMPION,
                        book -> CHALLENGER,
                        List.of(AsOf.endOf(FIRST, ZoneOffset.UTC)),
                        List.of(),
                        RULE))
                .withMessage("dates must be at least 2, were 1.");
    }
}
