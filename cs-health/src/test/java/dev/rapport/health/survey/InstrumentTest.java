package dev.rapport.health.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.health.estimate.MinimumSample;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentTest {

    private static Instrument.Builder of(SurveyKind kind, double from, double to) {
        return Instrument.builder()
                .id("asked")
                .kind(kind)
                .purpose(Purpose.RELATIONAL)
                .scale(new Scale(from, to))
                .answerWithinDays(14)
                .minimum(new MinimumSample(10, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "NPS, 0, 10, 9, FAVOURABLE, 1",
        "NPS, 0, 10, 8, NEUTRAL, 0",
        "NPS, 0, 10, 7, NEUTRAL, 0",
        "NPS, 0, 10, 6, UNFAVOURABLE, -1",
        "NPS, 0, 10, 0, UNFAVOURABLE, -1",
        "CSAT, 1, 5, 4, FAVOURABLE, 1",
        "CSAT, 1, 5, 3, NEUTRAL, 0",
        "CSAT, 1, 5, 2, UNFAVOURABLE, 0",
        "CES, 1, 7, 5, FAVOURABLE, 1",
        "CES, 1, 7, 4, NEUTRAL, 0",
        "OTHER, 0, 100, 63, NEUTRAL, 63"
    })
    void answers_countAsTheKindSays_onItsUsualScale(
            SurveyKind kind, double from, double to, double answer, AnswerClass counts, double observation) {
        Instrument instrument = of(kind, from, to).build();

        assertThat(instrument.classOf(answer)).isEqualTo(counts);
        assertThat(instrument.observation(answer)).isEqualTo(observation);
    }

    @Test
    void lowerIsBetter_turnsTheScaleRound() {
        Instrument effort = of(SurveyKind.CES, 1, 5)
                .orientation(Orientation.LOWER_IS_BETTER)
                .thresholds(new Thresholds(2, 4))
                .build();

        assertThat(effort.classOf(1)).isEqualTo(AnswerClass.FAVOURABLE);
        assertThat(effort.classOf(2)).isEqualTo(AnswerClass.FAVOURABLE);
        assertThat(effort.classOf(3)).isEqualTo(AnswerClass.NEUTRAL);
        assertThat(effort.classOf(4)).isEqualTo(AnswerClass.UNFAVOURABLE);
        assertThat(effort.goodness(1)).isEqualTo(1);
        assertThat(effort.goodness(4)).isEqualTo(0.25);
    }

    @Test
    void oddScales_mustSayTheirThresholds() {
        assertThatThrownBy(() -> of(SurveyKind.NPS, 1, 5).build()).hasMessage("""
                        thresholds must be said where the scale (1 to 5, higher is better) is not the usual one of the kind.
                        Maybe favourableFrom 4.6 and unfavourableTo 3.4: the usual ones moved onto this scale, which shifts what the answers count as.""");
        assertThatThrownBy(() -> of(SurveyKind.CES, 1, 7)
                        .orientation(Orientation.LOWER_IS_BETTER)
                        .build())
                .hasMessageContaining("(1 to 7, lower is better)")
                .hasMessageContaining("Maybe favourableFrom 3 and unfavourableTo 5");
        assertThat(of(SurveyKind.NPS, 1, 5)
                        .thresholds(new Thresholds(5, 3))
                        .build()
                        .classOf(4))
                .isEqualTo(AnswerClass.NEUTRAL);
    }

    @Test
    void thresholds_mustFitScaleAndOrientation() {
        assertThatThrownBy(() -> of(SurveyKind.CSAT, 1, 7)
                        .thresholds(new Thresholds(8, 3))
                        .build())
                .hasMessage("favourableFrom (8) and unfavourableTo (3) must lie on the scale, 1 to 7.");
        assertThatThrownBy(() -> of(SurveyKind.CSAT, 1, 7)
                        .thresholds(new Thresholds(2, 6))
                        .build())
                .hasMessage("favourableFrom (2) must be nearer to the good end than unfavourableTo (6).\n"
                        + "Maybe the orientation is the other one.");
        assertThatThrownBy(() -> new Thresholds(3, 3)).hasMessageContaining("must be two finite numbers");
        assertThatThrownBy(() -> of(SurveyKind.NPS, 0, 10).answerWithinDays(0).build())
                .hasMessage("answerWithinDays (0) must be at least 1.");
    }

    @Test
    void answersOnAnotherScale_countAsTheNormalisationSays() {
        Optional<Scale> five = Optional.of(new Scale(1, 5));
        Instrument refuses = of(SurveyKind.NPS, 0, 10).build();
        Instrument moves =
                of(SurveyKind.NPS, 0, 10).otherScales(Normalisation.LINEAR).build();
        Instrument rounds = of(SurveyKind.NPS, 0, 10)
                .otherScales(Normalisation.LINEAR_ROUNDED)
                .build();

        assertThat(refuses.onScale(4, five)).isEmpty();
        assertThat(moves.onScale(4, five)).hasValue(7.5);
        assertThat(rounds.onScale(4, five)).hasValue(8);
        assertThat(rounds.onScale(5, five)).hasValue(10);
        assertThat(moves.onScale(6, five)).isEmpty();
        assertThat(refuses.onScale(4, Optional.of(new Scale(0, 10)))).hasValue(4);
        assertThat(refuses.onScale(11, Optional.empty())).isEmpty();
    }
}
