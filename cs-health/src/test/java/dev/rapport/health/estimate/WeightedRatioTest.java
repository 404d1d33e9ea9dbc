package dev.rapport.health.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WeightedRatioTest {

    private static Estimate.Known known(Estimate estimate) {
        return estimate.known().orElseThrow();
    }

    @Test
    void share_ofEqualWeights_isWilsons() {
        WeightedRatio ratio = new WeightedRatio();
        for (int i = 0; i < 30; i++) {
            ratio.add("c" + i, 7, i < 27 ? 7 : 0);
        }
        Interval wilson = Proportion.wilson(27, 30, 0.95);
        Interval interval = known(ratio.share(0.95)).interval();

        assertThat(interval.low()).isCloseTo(wilson.low(), within(1e-12));
        assertThat(interval.high()).isCloseTo(wilson.high(), within(1e-12));
    }

    @Test
    void observationsOfOneCluster_countAsOne() {
        WeightedRatio ratio = new WeightedRatio();
        for (int i = 0; i < 30; i++) {
            ratio.add("c" + i % 3, 1, 1);
        }
        assertThat(ratio.share(0.95).basis()).isEqualTo(new Basis(30, 3, 3));
    }

    @Test
    void share_refusesMoreThanThereWas() {
        WeightedRatio ratio = new WeightedRatio();
        ratio.add("a", 1, 2);
        assertThatThrownBy(() -> ratio.share(0.95))
                .hasMessage("kept (2.0) must not be above base (1.0).\nMaybe it is a ratio, not a share.");
    }

    @Test
    void ratio_ofFew_orOfOneLarge_isNotEnough() {
        WeightedRatio few = new WeightedRatio();
        for (int i = 0; i < 9; i++) {
            few.add("c" + i, 1, 1.5);
        }
        assertThat(few.ratio(0.95).whyNot()).contains("9 of at least 10 customers");
        few.add("large", 1_000_000, 1);
        assertThat(few.ratio(0.95).whyNot()).contains("one customer is nearly all of the base");
        assertThat(new WeightedRatio().ratio(0.95).whyNot()).contains("nothing to keep");
    }

    @Test
    void ratio_isNeverCertain() {
        WeightedRatio ratio = new WeightedRatio();
        for (int i = 0; i < 20; i++) {
            ratio.add("c" + i, 1, 1.2);
        }
        Estimate.Known known = known(ratio.ratio(0.95));
        assertThat(known.value()).isCloseTo(1.2, within(1e-12));
        assertThat(known.interval().high() - known.interval().low()).isGreaterThan(0.1);
    }

    @Test
    void add_refusesWhatCannotBe() {
        assertThatThrownBy(() -> new WeightedRatio().add("a", 0, 0))
                .hasMessage("base (0.0) must be above 0 and kept (0.0) at least 0, both finite.");
        assertThatThrownBy(() -> new WeightedRatio().add("a", 1, Double.NaN)).isInstanceOf(RuntimeException.class);
    }

    /** Books of 60 customers of which 10 % leave, whatever they pay: the interval should hold 0.9 at least 95 % of the time. */
    @Property(tries = 5)
    void share_coversTheTruth_atLeastAsOftenAsItSays(@ForAll long seed) {
        Random random = new Random(seed);
        int covered = 0;
        int books = 1000;
        for (int book = 0; book < books; book++) {
            WeightedRatio ratio = new WeightedRatio();
            for (int i = 0; i < 60; i++) {
                double arr = Math.exp(random.nextGaussian());
                ratio.add("c" + i, arr, random.nextDouble() < 0.9 ? arr : 0);
            }
            covered += known(ratio.share(0.95)).interval().contains(0.9) ? 1 : 0;
        }
        assertThat(covered / (double) books).isBetween(0.93, 1.0);
    }

    @Property(tries = 5)
    void ratio_coversTheTruth_aboutAsOftenAsItSays(@ForAll long seed) {
        Random random = new Random(seed);
        int covered = 0;
        int books = 1000;
        for (int book = 0; book < books; book++) {
            WeightedRatio ratio = new WeightedRatio();
            for (int i = 0; i < 60; i++) {
                double arr = 1 + random.nextInt(5);
                double factor = random.nextDouble() < 0.1 ? 0 : 1 + 0.25 * random.nextDouble();
                ratio.add("c" + i, arr, arr * factor);
            }
            covered += known(ratio.ratio(0.95)).interval().contains(0.9 * 1.125) ? 1 : 0;
        }
        assertThat(covered / (double) books).isBetween(0.93, 0.995);
    }
}
