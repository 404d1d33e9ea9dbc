package dev.rapport.health.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.rapport.health.warning.AlertEvaluation.Event;
import dev.rapport.health.warning.AlertEvaluation.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AlertEvaluationTest {

    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2025, 12, 31);
    private static final Span SPAN = new Span(FROM, UNTIL, 90);

    private static Event on(String customer, int day) {
        return new Event(customer, FROM.plusDays(day));
    }

    @Test
    void lead_isCountedFromTheFirstAlertWithinTheHorizon() {
        AlertEvaluation evaluation = AlertEvaluation.of(
                List.of(on("a", 10), on("a", 110), on("a", 150), on("b", 100), on("c", 200), on("d", 350)),
                List.of(on("a", 160), on("b", 170), on("e", 50)),
                SPAN,
                2);

        assertThat(evaluation.leads()).containsExactly(50.0, 70.0);
        assertThat(evaluation.medianLead()).hasValue(60);
        assertThat(evaluation.lead(0.25)).hasValue(55);
        assertThat(evaluation.missed()).containsExactly(on("e", 50));
        assertThat(evaluation.detection().orElseThrow()).isCloseTo(2 / 3.0, offset(1e-12));
        assertThat(evaluation.rightAlerts()).isEqualTo(3);
        assertThat(evaluation.falseAlerts()).containsExactly(on("a", 10), on("c", 200));
        assertThat(evaluation.openAlerts()).isEqualTo(1);
        assertThat(evaluation.precision()).hasValue(3 / 5.0);
        assertThat(evaluation.falseAlertsPerOwnerAndMonth()).isCloseTo(2 / (2 * 275 / (365.25 / 12)), offset(1e-12));
    }

    @Test
    void alertOnTheDayOfTheLoss_foretellsNothing() {
        AlertEvaluation evaluation = AlertEvaluation.of(List.of(on("a", 100)), List.of(on("a", 100)), SPAN, 1);

        assertThat(evaluation.leads()).isEmpty();
        assertThat(evaluation.medianLead()).isEmpty();
        assertThat(evaluation.falseAlerts()).hasSize(1);
    }

    @Test
    void lossBehindTheSpan_makesAnAlertRight_butIsNotCounted() {
        AlertEvaluation evaluation = AlertEvaluation.of(List.of(on("a", 340)), List.of(on("a", 380)), SPAN, 1);

        assertThat(evaluation.rightAlerts()).isEqualTo(1);
        assertThat(evaluation.detection()).isEmpty();
    }

    @Test
    void spanWithoutDays_isRefused() {
        assertThatThrownBy(() -> new Span(/* from= */ UNTIL, /* until= */ FROM, 90))
                .hasMessageContaining("must be before until");
        assertThatThrownBy(() -> AlertEvaluation.of(List.of(), List.of(), SPAN, 0))
                .hasMessage("owners (0) must be at least 1.");
    }

    @Property(tries = 300)
    void counts_areThoseOfANaiveComparison(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event> alerts = new ArrayList<>();
        List<Event> losses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            alerts.add(on("c" + random.nextInt(8), random.nextInt(400) - 20));
        }
        for (int customer = 0; customer < 8; customer++) {
            if (random.nextBoolean()) {
                losses.add(on("c" + customer, random.nextInt(400)));
            }
        }
        AlertEvaluation evaluation = AlertEvaluation.of(alerts, losses, SPAN, 3);

        long found = losses.stream()
                .filter(loss -> !loss.on().isAfter(UNTIL))
                .filter(loss -> alerts.stream().anyMatch(alert -> foretells(alert, loss)))
                .count();
        long right = alerts.stream()
                .distinct()
                .filter(alert -> !alert.on().isBefore(FROM) && !alert.on().isAfter(UNTIL))
                .filter(alert -> losses.stream().anyMatch(loss -> foretells(alert, loss)))
                .count();
        assertThat(evaluation.leads()).as("seed " + seed).hasSize((int) found);
        assertThat(evaluation.rightAlerts()).isEqualTo(right);
        assertThat(evaluation.rightAlerts() + evaluation.falseAlerts().size() + evaluation.openAlerts())
                .isEqualTo(alerts.stream()
                        .distinct()
                        .filter(alert ->
                                !alert.on().isBefore(FROM) && !alert.on().isAfter(UNTIL))
                        .count());
    }

    private static boolean foretells(Event alert, Event loss) {
        long days = loss.on().toEpochDay() - alert.on().toEpochDay();
        return alert.customerId().equals(loss.customerId())
                && days >= 1
                && days <= 90
                && !alert.on().isBefore(FROM)
                && !alert.on().isAfter(UNTIL);
    }
}
