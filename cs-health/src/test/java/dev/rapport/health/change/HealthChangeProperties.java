package dev.rapport.health.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.Books;
import dev.rapport.health.Health;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.override.OverriddenHealth;
import dev.rapport.health.override.OverrideDraft;
import dev.rapport.health.scorecard.RandomScorecards;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.version.HealthVersion;
import dev.rapport.health.version.VersionedHealth;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.ScoreChange;
import dev.rapport.model.decision.ScoreChange.Kind;
import dev.rapport.model.memory.Memory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;

class HealthChangeProperties {

    private static final LocalDate THEN = LocalDate.of(2026, 3, 31);
    private static final LocalDate NOW = LocalDate.of(2026, 6, 30);
    private static final Instant BETWEEN = Instant.parse("2026-05-01T00:00:00Z");

    private static HealthStrategy strategy(Random random) {
        HealthVersion first = version(random, "1", Optional.empty());
        HealthVersion second = version(random, "2", Optional.of(THEN.plusDays(random.nextInt(150))));
        return OverriddenHealth.of(VersionedHealth.of(List.of(first, second)));
    }

    private static HealthVersion version(Random random, String revision, Optional<LocalDate> from) {
        var scorecard = new RandomScorecards(random).scorecard();
        var renamed = Scorecard.builder(
                scorecard.header().withRevision(revision), scorecard.handling(), scorecard.minimumCompleteness());
        scorecard.parts().forEach(renamed::part);
        scorecard.caps().forEach(renamed::cap);
        return new HealthVersion(
                renamed.bands(scorecard.bands()).resolve(RandomScorecards.KEYS).orThrow(), from, Optional.empty());
    }

    private static Customer customer(Random random) {
        Customer.Builder builder = Books.customer("acme");
        RandomScorecards facts = new RandomScorecards(random);
        facts.fill(builder, Books.EARLY);
        facts.fill(builder, BETWEEN);
        for (int i = 0; i < random.nextInt(3); i++) {
            LocalDate from = THEN.minusDays(random.nextInt(20)).plusDays(random.nextInt(110));
            OverrideDraft draft = OverrideDraft.on(builder, "o" + i, from, from.plusDays(1 + random.nextInt(120)));
            if (random.nextBoolean()) {
                draft.score(random.nextDouble() * 100).add();
            } else {
                draft.band("green").add();
            }
        }
        return builder.build();
    }

    @Property(tries = 5000)
    void parts_leadFromOneEndToTheOther_andSumToTheChange(@ForAll long seed) {
        Random random = new Random(seed);
        HealthStrategy strategy = strategy(random);
        List<Customer> customers = List.of(customer(random));
        Facts facts = Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
        CustomerView then = facts.asOf(THEN).find("acme").orElseThrow();
        CustomerView now = facts.asOf(NOW).find("acme").orElseThrow();

        HealthChange change = HealthChange.between(strategy, then, now, Memory.empty());

        Health before = strategy.decide(then, Memory.empty());
        Health after = strategy.decide(now, Memory.empty());
        assertThat(change.before().score()).isEqualTo(before.score());
        assertThat(change.after().score()).isEqualTo(after.score());
        if (before.score().isEmpty() || after.score().isEmpty()) {
            assertThat(change.parts()).as("seed " + seed).isEmpty();
            return;
        }
        double at = before.score().getAsDouble();
        double sum = 0;
        for (ScoreChange.Part part : change.parts()) {
            assertThat(part.from()).as("seed " + seed).isEqualTo(at);
            at = part.to();
            sum += part.points();
            part.steps().forEach(step -> assertJustified(step, strategy, change, then, now, seed));
        }
        assertThat(at).as("seed " + seed).isEqualTo(after.score().getAsDouble());
        assertThat(sum).as("seed " + seed).isCloseTo(change.points().orElseThrow(), within(1e-9));
        double byKind = 0;
        for (Kind kind : Kind.values()) {
            byKind += change.points(kind);
        }
        assertThat(byKind).as("seed " + seed).isCloseTo(sum, within(1e-9));
    }

    /** Nothing is named that did not change, be it by growing older or being stated anew. */
    private static void assertJustified(
            ScoreChange.Step step,
            HealthStrategy strategy,
            HealthChange change,
            CustomerView then,
            CustomerView now,
            long seed) {
        switch (step.kind()) {
            case OVERRIDE ->
                assertThat(change.before().override().or(() -> change.after().override()))
                        .as("seed " + seed)
                        .isPresent();
            case POLICY ->
                assertThat(change.before().policy())
                        .as("seed " + seed)
                        .isNotEqualTo(change.after().policy());
            default ->
                step.attribute()
                        .filter(key -> !hasAge(
                                step,
                                key,
                                strategy.program(then).orElseThrow().explain(then),
                                strategy.program(now).orElseThrow().explain(then),
                                strategy.program(then).orElseThrow().explain(now),
                                strategy.program(now).orElseThrow().explain(now)))
                        .ifPresent(key ->
                                assertThat(read(key, then)).as("seed " + seed).isNotEqualTo(read(key, now)));
        }
    }

    private static boolean hasAge(ScoreChange.Step step, AttributeKey<?> key, Explanation... reasons) {
        return key.kind() == AttributeKind.DATE
                || Stream.of(reasons)
                        .anyMatch(reason -> !reason.find(
                                        leaf -> step.codes().contains(leaf.code()) && leaf.freshness() < 1)
                                .isEmpty());
    }

    private static Object read(AttributeKey<?> key, CustomerView view) {
        var reading = view.read(key);
        return List.of(reading.status(), reading.value());
    }
}
