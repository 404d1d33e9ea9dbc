package dev.rapport.health.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.problem.InvalidDocumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BandsTest {

    private static final Bands SAMPLE =
            Bands.of(new Band("red", 0, 50), new Band("yellow", 50, 75), new Band("green", 75, 100));

    @Test
    void band_lowerBound_isInclusive_andUpperBound_isExclusive() {
        assertThat(SAMPLE.at(0).code()).isEqualTo("red");
        assertThat(SAMPLE.at(Math.nextDown(50.0)).code()).isEqualTo("red");
        assertThat(SAMPLE.at(50).code()).isEqualTo("yellow");
        assertThat(SAMPLE.at(75).code()).isEqualTo("green");
    }

    @Test
    void topBand_includes100_andForgivesRounding() {
        assertThat(SAMPLE.at(100).code()).isEqualTo("green");
        assertThat(SAMPLE.at(Math.nextUp(100.0)).code()).isEqualTo("green");
        assertThatThrownBy(() -> SAMPLE.at(100.1)).hasMessage("score (100.1) must be between 0 and 100.");
        assertThatThrownBy(() -> SAMPLE.at(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hysteresis_keepsTheBand_untilTheScoreIsBeyondTheEdgeByTheMargin() {
        Bands bands = SAMPLE.hysteresis(2);

        assertThat(bands.decide(48, Optional.of("yellow")).code()).isEqualTo("yellow");
        assertThat(bands.decide(Math.nextDown(48.0), Optional.of("yellow")).code())
                .isEqualTo("red");
        assertThat(bands.decide(51.9, Optional.of("red")).code()).isEqualTo("red");
        assertThat(bands.decide(52, Optional.of("red")).code()).isEqualTo("yellow");
        assertThat(bands.decide(48, Optional.of("green")).code()).isEqualTo("red");
        assertThat(bands.decide(48, Optional.empty()).code()).isEqualTo("red");
        assertThat(bands.decide(48, Optional.of(Band.UNKNOWN)).code()).isEqualTo("red");
        assertThat(bands.decide(48, Optional.of("amber")).code()).isEqualTo("red");
    }

    @Test
    void gapsOverlapsAndMargins_areAllReported() {
        assertThatThrownBy(() -> Bands.of(
                        List.of(new Band("red", 0, 50), new Band("yellow", 51, 76), new Band("yellow", 75, 99)), 30))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("scores between have no band")
                .hasMessageContaining("Maybe it should begin at 50: a band includes its lower bound")
                .hasMessageContaining("but the bands before it end at 76")
                .hasMessageContaining("must come once")
                .hasMessageContaining("must end at 100")
                .hasMessageContaining(
                        "hysteresis (30) must be at least 0 and less than the narrowest band is wide (24)");
        assertThatThrownBy(() -> new Band("unknown", 0, 100)).hasMessageContaining("for customers without a score");
        assertThatThrownBy(() -> new Band("x", 50, 50)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 3000)
    void bands_coverTheScale_andHysteresisAgreesWithANaiveOracle(@ForAll long seed) {
        Random random = new Random(seed);
        TreeSet<Double> edges = new TreeSet<>(List.of(0.0));
        for (int i = 0; i < random.nextInt(5); i++) {
            edges.add(1 + random.nextInt(98) + random.nextInt(2) * 0.5);
        }
        List<Band> made = new ArrayList<>();
        double narrowest = 100;
        for (double edge : edges) {
            double to = Optional.ofNullable(edges.higher(edge)).orElse(100.0);
            made.add(new Band("b" + made.size(), edge, to));
            narrowest = Math.min(narrowest, to - edge);
        }
        double margin = random.nextInt(3) == 0 ? 0 : random.nextDouble() * narrowest * 0.99;
        Bands bands = Bands.of(made, margin);
        Optional<String> was = Optional.empty();
        for (int step = 0; step < 30; step++) {
            double score = switch (random.nextInt(4)) {
                case 0 -> made.get(random.nextInt(made.size())).from();
                case 1 ->
                    Math.min(
                            100,
                            Math.max(0, made.get(random.nextInt(made.size())).from() + margin));
                case 2 ->
                    Math.min(
                            100,
                            Math.max(0, made.get(random.nextInt(made.size())).from() - margin));
                default -> random.nextDouble() * 100;
            };
            long holding = made.stream()
                    .filter(band -> score >= band.from() && (score < band.to() || band.to() == 100))
                    .count();
            assertThat(holding).as("seed " + seed).isEqualTo(1);
            String decided = bands.decide(score, was).code();
            assertThat(decided).as("seed " + seed + ", score " + score).isEqualTo(naive(made, margin, score, was));
            was = Optional.of(decided);
        }
    }

    /** Says by the edges crossed whether the customer moves, and if so to where the score lies. */
    private static String naive(List<Band> bands, double margin, double score, Optional<String> was) {
        String plain = "";
        for (Band band : bands) {
            plain = score >= band.from() ? band.code() : plain;
        }
        if (was.isEmpty()) {
            return plain;
        }
        Band own = bands.stream()
                .filter(band -> band.code().equals(was.get()))
                .findFirst()
                .orElseThrow();
        boolean fellOut = own.from() > 0 && score < own.from() - margin;
        boolean roseOut = own.to() < 100 && score >= own.to() + margin;
        return fellOut || roseOut ? plain : own.code();
    }
}
