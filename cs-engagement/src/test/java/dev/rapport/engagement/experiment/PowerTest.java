package dev.rapport.engagement.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an experiment could show, before it begins. */
class PowerTest {

    @Property
    void detectable_isTheEffectOfTheWantedPower(
            @ForAll @IntRange(min = 3, max = 5000) int treated, @ForAll @IntRange(min = 3, max = 5000) int others) {
        Power power = Power.ofMean(2).at(0.9, 0.85);
        double effect = power.detectable(treated, others).orElseThrow();
        assertThat(power.of(effect, treated, others)).isCloseTo(0.85, within(1e-9));
        assertThat(power.of(effect * 0.99, treated, others)).isLessThan(0.85);
    }

    @Property
    void customers_areTheLeastThatSeeIt(@ForAll @DoubleRange(min = 0.05, max = 3) double effect) {
        Power power = Power.ofMean(1);
        long customers = power.customersFor(effect).orElseThrow();
        assertThat(power.of(effect, (double) customers, (double) customers)).isGreaterThanOrEqualTo(0.8);
        assertThat(power.of(effect, customers - 1.0, customers - 1.0)).isLessThan(0.8);
    }

    @Test
    void clusters_costCustomers() {
        Power plain = Power.ofShare(0.85);
        Power clustered = plain.inClusters(20, 0.05);
        assertThat(plain.customersFor(0.05).orElseThrow()).isEqualTo(686);
        assertThat(clustered.customersFor(0.05).orElseThrow())
                .isGreaterThan((long) (686 * 1.95))
                .isLessThan(1500);
        assertThat(clustered.customersFor(0.05).orElseThrow() % 20).isZero();
        // Three regions against three show next to nothing, however many customers they have
        assertThat(Power.ofMean(1).inClusters(1000, 0.1).detectable(3000, 3000)).hasValueCloseTo(0.96, within(0.1));
    }

    /** Simulated: an effect of the size that can be seen is found as often as was wanted, of customers and of clusters. */
    @ParameterizedTest
    @CsvSource({"1, 30, 0", "20, 6, 0.1", "20, 10, 0.1", "10, 40, 0.3"})
    void effectOfTheDetectableSize_isFound_inFourOfFive(int customersPerCluster, int clusters, double alike) {
        Random random = new Random(3);
        int customers = customersPerCluster * clusters;
        double effect = Power.ofMean(1)
                .inClusters(customersPerCluster, alike)
                .detectable(customers, customers)
                .orElseThrow();
        int found = 0;
        for (int run = 0; run < 2000; run++) {
            ClusteredArms.Builder arms = ClusteredArms.builder();
            for (int c = 0; c < 2 * clusters; c++) {
                double base = Math.sqrt(alike) * random.nextGaussian() + (c < clusters ? effect : 0);
                for (int i = 0; i < customersPerCluster; i++) {
                    arms.add("c" + c, c < clusters, base + Math.sqrt(1 - alike) * random.nextGaussian());
                }
            }
            found += arms.build().effect(Judgement.standard()).verdict() == Verdict.WORKS ? 1 : 0;
        }
        assertThat(found / 2000.0).isBetween(0.77, 0.83);
    }

    @Test
    void edges() {
        assertThat(Power.ofMean(1).of(1, 1, 1)).isZero();
        assertThat(Power.ofMean(1).detectable(1, 1)).isEmpty();
        assertThat(Power.ofShare(0.99).customersFor(0.02)).isEmpty();
        assertThat(Power.ofShare(0.99).detectable(5, 5)).isEmpty();
        assertThat(Power.ofMean(1).customersFor(1e-9)).isEmpty();
        assertThatThrownBy(() -> Power.ofMean(0)).hasMessageContaining("standardDeviation (0.0)");
        assertThatThrownBy(() -> Power.ofShare(1)).hasMessageContaining("without (1.0)");
        assertThatThrownBy(() -> Power.ofMean(1).of(0, 10, 10)).hasMessageContaining("effect (0.0)");
        assertThatThrownBy(() -> Power.ofMean(1).at(0.95, 1)).hasMessageContaining("newPower (1.0)");
        assertThatThrownBy(() -> Power.ofMean(1).inClusters(0, 0)).hasMessageContaining("customersPerCluster (0.0)");
    }
}
