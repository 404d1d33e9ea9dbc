package dev.rapport.engagement.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.forecast.KeptRevenue.Method;
import dev.rapport.engagement.forecast.KeptRevenue.Stake;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeptRevenueProperties {

    private static final double ROUNDING = 1e-9;

    @Provide
    Arbitrary<List<Stake>> stakes() {
        Arbitrary<Long> amounts = Arbitraries.longs().between(0, 6);
        Arbitrary<Double> kept = Arbitraries.of(0.0, 0.1, 0.25, 0.5, 0.9, 1.0);
        return Combinators.combine(amounts, kept).as(Stake::new).list().ofMaxSize(9);
    }

    /** Every way that the amounts can go, one by one. */
    private static Map<Long, Double> enumerated(List<Stake> stakes) {
        Map<Long, Double> sums = new TreeMap<>();
        for (int way = 0; way < 1 << stakes.size(); way++) {
            long sum = 0;
            double probability = 1;
            for (int i = 0; i < stakes.size(); i++) {
                boolean isKept = (way >> i & 1) == 1;
                sum += isKept ? stakes.get(i).minor() : 0;
                probability *= isKept ? stakes.get(i).kept() : 1 - stakes.get(i).kept();
            }
            sums.merge(sum, probability, Double::sum);
        }
        return sums;
    }

    @Property
    void quantile_isTheLeastSum_withThatProbabilityOfAsMuchOrLess(
            @ForAll("stakes") List<Stake> stakes, @ForAll("shares") double share) {
        KeptRevenue kept = KeptRevenue.of(stakes, 1);
        long quantile = kept.quantile(share);

        double below = 0;
        double upTo = 0;
        for (Map.Entry<Long, Double> sum : enumerated(stakes).entrySet()) {
            below += sum.getKey() < quantile ? sum.getValue() : 0;
            upTo += sum.getKey() <= quantile ? sum.getValue() : 0;
        }
        assertThat(kept.method()).isEqualTo(Method.EXACT);
        assertThat(upTo).isGreaterThanOrEqualTo(share - ROUNDING);
        assertThat(below).isLessThan(share + ROUNDING);
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.of(0.01, 0.05, 0.3, 0.5, 0.77, 0.95, 0.99);
    }

    @Property
    void mean_isThatOfAllWays(@ForAll("stakes") List<Stake> stakes) {
        double mean = 0;
        for (Map.Entry<Long, Double> sum : enumerated(stakes).entrySet()) {
            mean += sum.getKey() * sum.getValue();
        }
        assertThat(KeptRevenue.of(stakes, 1).mean()).isCloseTo(mean, within(ROUNDING));
    }

    @Property
    void order_ofTheAmounts_changesNothing(@ForAll("stakes") List<Stake> stakes) {
        List<Stake> reversed = new ArrayList<>(stakes);
        Collections.reverse(reversed);
        assertThat(KeptRevenue.of(reversed, 1).quantile(0.3))
                .isEqualTo(KeptRevenue.of(stakes, 1).quantile(0.3));
    }

    /** As many amounts as wanted, all different, none of them certain. */
    private static List<Stake> many(int count) {
        SplittableRandom random = new SplittableRandom(count);
        List<Stake> stakes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stakes.add(new Stake(1_000_000 + random.nextInt(1_000_000), 0.5 + random.nextDouble() / 2));
        }
        return stakes;
    }

    @Example
    void manyAmounts_areDrawn_alikeForASeed_andNearTheBellCurve() {
        List<Stake> stakes = many(200);
        KeptRevenue drawn = KeptRevenue.of(stakes, 7);
        assertThat(drawn.method()).isEqualTo(Method.SIMULATED);
        double variance = stakes.stream()
                .mapToDouble(stake -> (double) stake.minor() * stake.minor() * stake.kept() * (1 - stake.kept()))
                .sum();
        double deviation = Math.sqrt(variance);
        for (double share : new double[] {0.05, 0.5, 0.95}) {
            assertThat(drawn.quantile(share))
                    .isEqualTo(KeptRevenue.of(stakes, 7).quantile(share));
            double bell = share == 0.5 ? 0 : share < 0.5 ? -1.645 : 1.645;
            assertThat((drawn.quantile(share) - drawn.mean()) / deviation).isCloseTo(bell, within(0.15));
        }
    }

    @Example
    void veryManyAmounts_areABellCurve_andSaySo() {
        KeptRevenue kept = KeptRevenue.of(many(5_000), 1);
        assertThat(kept.method()).isEqualTo(Method.NORMAL);
        assertThat(kept.quantile(0.5)).isCloseTo(Math.round(kept.mean()), within(1L));
        assertThat(kept.quantile(0.05)).isLessThan(kept.quantile(0.95));
    }

    @Example
    void nothing_isKeptOfNothing_andCertainAmountsAreCertain() {
        assertThat(KeptRevenue.of(List.of(), 1).quantile(0.05)).isZero();
        KeptRevenue certain = KeptRevenue.of(List.of(new Stake(5, 1), new Stake(7, 0)), 1);
        assertThat(certain.quantile(0.01)).isEqualTo(5);
        assertThat(certain.quantile(0.99)).isEqualTo(5);
    }

    @Example
    void numbers_outOfTheirRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stake(-1, 0.5))
                .withMessage("minor (-1) must be at least 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stake(1, Double.NaN))
                .withMessage("kept (NaN) must be between 0 and 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeptRevenue.of(List.of(), 1).quantile(1))
                .withMessage("share (1.0) must be above 0 and below 1.");
    }
}
