package dev.rapport.health.override;

import static dev.rapport.health.override.OverrideVerdict.BOTH_RIGHT;
import static dev.rapport.health.override.OverrideVerdict.BOTH_WRONG;
import static dev.rapport.health.override.OverrideVerdict.NO_SCORE;
import static dev.rapport.health.override.OverrideVerdict.OPEN;
import static dev.rapport.health.override.OverrideVerdict.OVERRIDE_RIGHT;
import static dev.rapport.health.override.OverrideVerdict.SCORE_RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.Books;
import dev.rapport.health.Scores;
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
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OverrideReportTest {

    private static final OverrideRule RULE = new OverrideRule(Set.of("red"), Set.of("churned"), 60);
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 6, 1);

    private final List<Customer> customers = new ArrayList<>();

    private Customer.Builder customer(String id, double use) {
        return Books.customer(id)
                .set(Scores.USE, use, Books.EARLY)
                .set(StandardAttributes.ARR, Money.of(CurrencyUnit.EUR, 1000), Books.EARLY);
    }

    private void add(Customer.Builder builder, String owner, String band) {
        customers.add(OverrideDraft.on(builder, "o", FROM, UNTIL)
                .owner(owner)
                .band(band)
                .build());
    }

    private static Customer.Builder then(Customer.Builder builder, String kind, LocalDate at) {
        return builder.add(Outcome.SERIES, entry -> entry.at(at).with(Outcome.KIND, kind));
    }

    private OverrideReport report(LocalDate until) {
        Facts facts = Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
        return OverrideReport.of(facts::asOf, AsOf.endOf(until, ZoneOffset.UTC), Scores.scorecard("health", "1"), RULE);
    }

    @Test
    void whoeverForetoldTheOutcome_wasRight() {
        LocalDate may = LocalDate.of(2026, 5, 1);
        add(then(customer("a", 20), "churned", may), "ada", "green");
        add(then(customer("b", 20), "renewed", may), "ada", "green");
        add(then(customer("c", 90), "churned", may), "ada", "red");
        add(then(customer("d", 90), "renewed", may), "grace", "yellow");
        add(then(customer("e", 90), "churned", may), "grace", "yellow");
        add(customer("f", 20), "grace", "green");
        add(then(Books.customer("g"), "churned", may), "grace", "green");

        OverrideReport report = report(LocalDate.of(2026, 9, 30));

        assertThat(report.lines())
                .extracting(JudgedOverride::verdict)
                .containsExactly(SCORE_RIGHT, OVERRIDE_RIGHT, OVERRIDE_RIGHT, BOTH_RIGHT, BOTH_WRONG, OPEN, NO_SCORE);
        assertThat(report.byOwner().get("ada"))
                .isEqualTo(
                        Map.of(OVERRIDE_RIGHT, 2, SCORE_RIGHT, 1, BOTH_RIGHT, 0, BOTH_WRONG, 0, NO_SCORE, 0, OPEN, 0));
        assertThat(report.byOwner().keySet()).containsExactly("ada", "grace");
        JudgedOverride first = report.lines().get(0);
        assertThat(first.statedBand()).isEqualTo("green");
        assertThat(first.computedBand()).isEqualTo("red");
        assertThat(first.arr()).hasValue(Money.of(CurrencyUnit.EUR, 1000));
        assertThat(first.outcome()).map(Outcome::kind).hasValue("churned");
    }

    @Test
    void score_isThatOfTheDayOnWhichTheOverrideWasRecorded_asKnownThen() {
        Customer.Builder acme = customer("acme", 20)
                .set(Scores.USE, 80.0, Instant.parse("2026-03-20T00:00:00Z"))
                .set(Scores.USE, 10.0, Instant.parse("2026-04-20T00:00:00Z"));
        then(acme, "renewed", LocalDate.of(2026, 5, 1));
        customers.add(OverrideDraft.on(acme, "o", FROM, UNTIL)
                .band("red")
                .recordedAt(Instant.parse("2026-04-01T00:00:00Z"))
                .build());

        JudgedOverride line = report(LocalDate.of(2026, 9, 30)).lines().get(0);

        assertThat(line.computedBand()).isEqualTo("green");
        assertThat(line.verdict()).isEqualTo(SCORE_RIGHT);
    }

    @Test
    void outcome_countsFromTheBeginning_untilSomeDaysAfterTheEnd() {
        add(then(customer("before", 20), "churned", FROM.minusDays(1)), "ada", "green");
        add(then(customer("last-day", 20), "churned", UNTIL.plusDays(59)), "ada", "green");
        add(then(customer("too-late", 20), "churned", UNTIL.plusDays(60)), "ada", "green");

        assertThat(report(LocalDate.of(2026, 12, 31)).lines())
                .extracting(JudgedOverride::verdict)
                .containsExactly(OPEN, SCORE_RIGHT, OPEN);
    }

    @Test
    void earlierCut_judgesByWhatItSees_andOnlyWhatHasBegun() {
        add(then(customer("a", 20), "churned", LocalDate.of(2026, 5, 1)), "ada", "green");

        assertThat(report(LocalDate.of(2026, 4, 30)).lines())
                .extracting(JudgedOverride::verdict)
                .containsExactly(OPEN);
        assertThat(report(FROM.minusDays(1)).lines()).isEmpty();
    }
}
