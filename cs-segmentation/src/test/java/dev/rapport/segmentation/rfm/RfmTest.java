package dev.rapport.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RfmTest {

    private static final RfmCuts CUTS = new RfmCuts(
            List.of(115.0, 181.0, 297.4, 482.0), List.of(4.0, 5.0, 6.0, 8.0), List.of(255.8, 382.0, 506.4, 666.0));

    @Test
    void lowerCut_isIncluded_andRecencyIsTurnedRound() {
        assertThat(CUTS.recencyScore(114)).isEqualTo(5);
        assertThat(CUTS.recencyScore(115)).isEqualTo(4);
        assertThat(CUTS.recencyScore(10_000)).isEqualTo(1);
        assertThat(CUTS.frequencyScore(3)).isEqualTo(1);
        assertThat(CUTS.frequencyScore(8)).isEqualTo(5);
        assertThat(CUTS.monetaryScore(382)).isEqualTo(3);
    }

    @Test
    void elevenNames_areAllReached_andHoldEveryCell() {
        Set<String> reached = new HashSet<>();
        for (int r = 1; r <= 5; r++) {
            for (int f = 1; f <= 5; f++) {
                for (int m = 1; m <= 5; m++) {
                    int[] cell = {r, f, m};
                    reached.add(RfmNames.eleven().stream()
                            .filter(name -> name.has(cell[0], cell[1], cell[2]))
                            .findFirst()
                            .orElseThrow()
                            .segment()
                            .id());
                }
            }
        }
        assertThat(RfmNames.eleven()).hasSize(11);
        assertThat(reached).hasSize(11);
    }

    @Property(tries = 100)
    void scores_riseWithWhatIsBetter_andTheOrderOfCustomersChangesNothing(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 500) Integer> numbers,
            @ForAll @IntRange(min = 2, max = 9) int bins) {
        double[] values = numbers.stream().mapToDouble(value -> value).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        RfmCuts cuts = RfmCuts.quantiles(bins, values, values, values);
        assertThat(cuts).isEqualTo(RfmCuts.quantiles(bins, sorted, sorted, sorted));
        for (int i = 0; i < sorted.length; i++) {
            assertThat(cuts.frequencyScore(sorted[i])).isBetween(i == 0 ? 1 : cuts.frequencyScore(sorted[i - 1]), bins);
            assertThat(cuts.monetaryScore(sorted[i])).isEqualTo(cuts.frequencyScore(sorted[i]));
            assertThat(cuts.recencyScore(sorted[i])).isEqualTo(bins + 1 - cuts.frequencyScore(sorted[i]));
        }
    }

    @Test
    void cuts_thatFallOrDiffer_areRefused() {
        assertThatThrownBy(() -> new RfmCuts(List.of(2.0, 1.0), List.of(1.0, 2.0), List.of(1.0, 2.0)))
                .hasMessage("recency must have finite cuts that do not fall, were [2.0, 1.0].");
        assertThatThrownBy(() -> new RfmCuts(List.of(2.0), List.of(1.0, 2.0), List.of(1.0, 2.0)))
                .hasMessage("cuts must be as many for recency (1), frequency (2) and monetary (2).");
        assertThatThrownBy(() -> RfmCuts.quintiles(new double[0], new double[0], new double[0]))
                .hasMessage("recency must have at least one value, has none.");
    }
}
