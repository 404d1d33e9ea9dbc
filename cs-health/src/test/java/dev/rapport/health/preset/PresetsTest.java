package dev.rapport.health.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.health.Books;
import dev.rapport.health.Health;
import dev.rapport.health.json.HealthDocuments;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.scorecard.Part;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.problem.Checked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others published, number by number. */
class PresetsTest {

    private static final AttributeKey<Double> DEFECTS = AttributeKey.number("tickets.defects-90d");
    private static final AttributeKey<String> PULSE = AttributeKey.text("csm.pulse");

    private static List<AttributeKey<?>> known() {
        List<AttributeKey<?>> known = new ArrayList<>(StandardAttributes.all(Reckoning.in(CurrencyUnit.EUR)).stream()
                .<AttributeKey<?>>map(DerivedAttribute::key)
                .toList());
        known.add(DEFECTS);
        known.add(PULSE);
        return known;
    }

    static Stream<ScorecardPreset> presets() {
        return Stream.of(
                ScorecardPreset.sourcegraphHandbook(),
                ScorecardPreset.postHogHandbook(),
                ScorecardPreset.serviceNowExample(),
                ScorecardPreset.zudoDefault());
    }

    private static Scorecard sourcegraph() {
        return ScorecardPreset.sourcegraphHandbook()
                .scorecard(
                        Handling.REDISTRIBUTE,
                        0.5,
                        List.of(MeasurePresets.sourcegraphDefects(DEFECTS.name()), MeasurePresets.pulse(PULSE.name())))
                .bands(BandPresets.gainsight());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void preset_namesItsSource_sumsTo100_andIsADocument(ScorecardPreset preset) {
        List<Measure> measures = preset.open().stream()
                .map(code -> Measure.of(code, "sponsor.present", Curve.yesNo(100, 0)))
                .toList();
        Scorecard scorecard = preset.scorecard(Handling.WORST, 0, measures).bands(BandPresets.natero());

        assertThat(scorecard.header().id()).isEqualTo(preset.id());
        assertThat(scorecard.header().description()).contains(preset.source());
        assertThat(scorecard.parts().stream().mapToDouble(Part::weight).sum()).isEqualTo(100);
        assertThat(scorecard.resolve(known()).isValid()).isTrue();
        Checked<Scorecard> again =
                HealthDocuments.SCORECARD.read(JsonInput.text("preset", HealthDocuments.SCORECARD.toJson(scorecard)));
        assertThat(again.orThrow()).isEqualTo(scorecard);
        assertThatThrownBy(() -> preset.scorecard(Handling.WORST, 0, measures.subList(1, measures.size())))
                .hasMessageContaining("measures of " + preset.id() + " must be one for each of " + preset.open());
    }

    private static double points(Measure measure, double value) {
        AttributeKey<Double> key = AttributeKey.number(measure.attribute());
        Customer customer = Books.customer("acme").set(key, value, Books.EARLY).build();
        return Scorecard.builder(sourcegraph().header(), Handling.WORST, 0)
                .measure(measure, 1)
                .bands(BandPresets.gainsight())
                .resolve(List.of(key))
                .orThrow()
                .decide(Books.of(customer).customers().get(0), Memory.empty())
                .score()
                .orElseThrow();
    }

    @Test
    void thresholds_areThoseOfTheirSources() {
        assertThat(Stream.of(0.49, 0.5, 0.79, 0.8).map(at -> points(MeasurePresets.sourcegraphSeats(), at)))
                .containsExactly(0.0, 50.0, 50.0, 100.0);
        assertThat(Stream.of(0.19, 0.21, 0.3).map(at -> points(MeasurePresets.sourcegraphStickiness(), at)))
                .containsExactly(0.0, 50.0, 100.0);
        assertThat(Stream.of(14.0, 15.0, 29.0, 30.0).map(at -> points(MeasurePresets.sourcegraphContact(), at)))
                .containsExactly(100.0, 50.0, 50.0, 0.0);
        assertThat(Stream.of(1.0, 2.0, 4.0, 5.0).map(at -> points(MeasurePresets.sourcegraphDefects("d"), at)))
                .containsExactly(100.0, 50.0, 50.0, 0.0);
        assertThat(Stream.of(0.19, 0.2, 0.39, 0.4).map(at -> points(MeasurePresets.postHogActiveUsers(), at)))
                .containsExactly(0.0, 50.0, 50.0, 100.0);
        assertThat(Stream.of(-0.21, -0.2, -0.06, -0.05).map(at -> points(MeasurePresets.postHogMonthOnMonth(), at)))
                .containsExactly(0.0, 50.0, 50.0, 100.0);
        assertThat(Stream.of(5.0, 6.0, 10.0, 11.0).map(at -> points(MeasurePresets.postHogTickets("t"), at)))
                .containsExactly(100.0, 50.0, 50.0, 0.0);
        assertThat(Stream.of(30.0, 31.0, 90.0, 91.0).map(at -> points(MeasurePresets.postHogMeeting(), at)))
                .containsExactly(100.0, 50.0, 50.0, 0.0);
        assertThat(BandPresets.gainsight().at(74.9).code()).isEqualTo("yellow");
        assertThat(BandPresets.natero().at(70).code()).isEqualTo("green");
    }

    @Test
    void sourcegraph_decides_andForgetsThePulseAfterItsDays() {
        Instant recent = Instant.parse("2026-05-01T00:00:00Z");
        Customer customer = Books.customer("acme")
                .set(StandardAttributes.USAGE_ACTIVE_SHARE, 0.9, recent)
                .set(StandardAttributes.USAGE_STICKINESS_30D, 0.25, recent)
                .set(StandardAttributes.TOUCHPOINTS_LAST_DAYS, 40.0, recent)
                .set(DEFECTS, 3.0, recent)
                .set(PULSE, "healthy", Books.EARLY)
                .build();

        Health health = sourcegraph()
                .resolve(known())
                .orThrow()
                .decide(Books.of(customer).customers().get(0), Memory.empty());

        assertThat(health.score()).hasValue((55 * 75 + 15 * 50) / 95.0);
        assertThat(health.freshness()).isEqualTo(0.95);
        assertThat(health.missing().get(0).reason()).contains("180 days old, counts for 90 days, so no more");
    }
}
