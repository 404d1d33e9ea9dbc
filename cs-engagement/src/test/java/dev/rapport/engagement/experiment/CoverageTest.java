package dev.rapport.engagement.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of 95 % hold the truth in 93 to 97 of 100 simulated studies, or there are none. Seeded. */
class CoverageTest {

    private static final int RUNS = 2000;
    private static final double TRUTH = 0.5;
    private static final Judgement JUDGEMENT = Judgement.standard();

    private final Random random = new Random(7);
    private int measured;
    private int held;

    private void count(Effect effect) {
        count(effect, TRUTH);
    }

    private void count(Effect effect, double truth) {
        if (effect instanceof Effect.Measured one) {
            measured++;
            held += one.low() <= truth && truth <= one.high() ? 1 : 0;
        }
    }

    private double coverage() {
        return (double) held / measured;
    }

    /** Of equal sizes, of sizes from 2 to 21, or each fifth many times as large as the others. */
    private int size(String sizes, int cluster) {
        return switch (sizes) {
            case "equal" -> 8;
            case "random" -> 2 + random.nextInt(20);
            default -> cluster % 5 == 0 ? 4 * Integer.parseInt(sizes) : 4;
        };
    }

    private Effect beforeAndAfter(int clusters, int treated, String sizes, double spreadOfTreated) {
        return study(clusters, treated, sizes, spreadOfTreated).effect(JUDGEMENT);
    }

    private DifferenceInDifferences study(int clusters, int treated, String sizes, double spreadOfTreated) {
        DifferenceInDifferences.Builder study = DifferenceInDifferences.builder();
        for (int c = 0; c < clusters; c++) {
            boolean isTreated = c < treated;
            double base = random.nextGaussian();
            double change = random.nextGaussian() * (isTreated ? spreadOfTreated : 1) + (isTreated ? TRUTH : 0);
            int size = size(sizes, c);
            for (int i = 0; i < size; i++) {
                study.add("c" + c, isTreated, false, base + random.nextGaussian());
                study.add("c" + c, isTreated, true, base + change + random.nextGaussian());
            }
        }
        return study.build();
    }

    @ParameterizedTest
    @CsvSource({
        "6, 3, equal, 1", "6, 3, random, 1", "6, 3, equal, 2", "6, 3, 3, 1", "10, 5, equal, 1", "10, 5, random, 1",
        "10, 3, equal, 1", "10, 3, equal, 2", "10, 5, 3, 1", "40, 20, equal, 1", "40, 20, random, 1",
                "40, 13, equal, 2",
        "40, 20, 3, 1", "110, 55, equal, 1"
    })
    void differencesInDifferences_holdTheTruth(int clusters, int treated, String sizes, double spreadOfTreated) {
        for (int run = 0; run < RUNS; run++) {
            count(beforeAndAfter(clusters, treated, sizes, spreadOfTreated));
        }
        assertThat(measured).isGreaterThan(RUNS / 2);
        assertThat(coverage()).isBetween(0.93, 0.97);
    }

    @ParameterizedTest
    @CsvSource({"4, 2, equal", "6, 2, equal", "10, 1, equal", "6, 3, 10", "10, 5, 4", "20, 10, 10", "40, 20, 10"})
    void tooFewClusters_orTooUnequalOnes_areRefused(int clusters, int treated, String sizes) {
        assertThat(beforeAndAfter(clusters, treated, sizes, 1).verdict()).isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"6, equal", "6, random", "10, equal", "10, random", "10, 3", "40, equal", "40, random", "40, 3"})
    void armsOfClusters_holdTheTruth(int clusters, String sizes) {
        for (int run = 0; run < RUNS; run++) {
            count(arms(clusters, sizes).effect(JUDGEMENT));
        }
        assertThat(measured).isGreaterThan(RUNS / 2);
        assertThat(coverage()).isBetween(0.93, 0.97);
    }

    private ClusteredArms arms(int clusters, String sizes) {
        ClusteredArms.Builder arms = ClusteredArms.builder();
        for (int c = 0; c < clusters; c++) {
            boolean isTreated = c < clusters / 2;
            double base = 0.5 * random.nextGaussian() + (isTreated ? TRUTH : 0);
            int size = size(sizes, c);
            for (int i = 0; i < size; i++) {
                arms.add("c" + c, isTreated, base + random.nextGaussian());
            }
        }
        return arms.build();
    }

    /** Each way to study, with one cluster left out at a time. */
    @ParameterizedTest
    @CsvSource({"6, equal", "6, random", "10, equal", "10, random", "40, equal", "40, random"})
    void jackknife_holdsTheTruth_ofArms(int clusters, String sizes) {
        for (int run = 0; run < RUNS; run++) {
            count(arms(clusters, sizes).effect(JUDGEMENT, ClusterErrors.JACKKNIFE));
        }
        assertThat(measured).isGreaterThan(RUNS / 2);
        assertThat(coverage()).isBetween(0.93, 0.97);
    }

    @ParameterizedTest
    @CsvSource({"6, equal", "6, random", "10, equal", "10, random", "40, equal", "40, random"})
    void jackknife_holdsTheTruth_beforeAndAfter(int clusters, String sizes) {
        for (int run = 0; run < RUNS; run++) {
            count(study(clusters, clusters / 2, sizes, 1).effect(JUDGEMENT, ClusterErrors.JACKKNIFE));
        }
        assertThat(measured).isGreaterThan(RUNS / 2);
        assertThat(coverage()).isBetween(0.93, 0.97);
    }

    /** Who renews: 0 or 1, with a share of each cluster's own. */
    @ParameterizedTest
    @CsvSource({"6, 20", "6, 60", "10, 20", "10, 60", "40, 10", "40, 30"})
    void armsOfClusters_holdTheTruth_ofShares(int clusters, int size) {
        for (int run = 0; run < RUNS; run++) {
            ClusteredArms.Builder arms = ClusteredArms.builder();
            for (int c = 0; c < clusters; c++) {
                boolean isTreated = c < clusters / 2;
                double share = 0.6 + 0.2 * random.nextDouble() + (isTreated ? 0.1 : 0);
                for (int i = 0; i < size; i++) {
                    arms.add("c" + c, isTreated, random.nextDouble() < share ? 1 : 0);
                }
            }
            count(arms.build().effect(JUDGEMENT), 0.1);
        }
        assertThat(measured).isGreaterThan(RUNS / 2);
        assertThat(coverage()).isBetween(0.93, 0.97);
    }

    /** Newcombe's interval is wider than need be for few customers: whole numbers cannot do better, so the top is higher. */
    @ParameterizedTest
    @CsvSource({"10, 0.5", "20, 0.8", "40, 0.9", "200, 0.95"})
    void twoArms_holdTheTruth_ofShares(int customers, double without) {
        for (int run = 0; run < RUNS; run++) {
            count(
                    TwoArms.of(share(customers, without - 0.2), share(customers, without))
                            .effect(JUDGEMENT),
                    -0.2);
        }
        assertThat(measured).isGreaterThan(RUNS / 2);
        assertThat(coverage()).isBetween(0.93, 0.985);
    }

    private Sample share(int customers, double share) {
        return Sample.of(random.doubles(customers).map(x -> x < share ? 1 : 0).toArray());
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "20, 3", "100, 1"})
    void adjustedArms_holdTheTruth(int customers, double slope) {
        for (int run = 0; run < RUNS; run++) {
            boolean[] isTreated = new boolean[customers];
            double[] before = new double[customers];
            double[] after = new double[customers];
            for (int i = 0; i < customers; i++) {
                isTreated[i] = i % 2 == 0;
                before[i] = random.nextGaussian();
                after[i] = slope * before[i] + random.nextGaussian() + (isTreated[i] ? TRUTH : 0);
            }
            count(CovariateAdjustment.of(isTreated, after, before).effect(JUDGEMENT));
        }
        assertThat(measured).isEqualTo(RUNS);
        assertThat(coverage()).isBetween(0.93, 0.97);
    }

    @ParameterizedTest
    @CsvSource({"6, 2, 0.5", "10, 2, 0.5", "10, 3, 0.5", "10, 3, 0", "40, 2, 0.5", "40, 3, 1", "40, 4, 0.5"})
    void rollouts_holdTheTruth(int customers, int cohorts, double drift) {
        for (int run = 0; run < RUNS; run++) {
            count(rollout(customers, cohorts, drift).effect(JUDGEMENT));
        }
        assertThat(measured).isEqualTo(RUNS);
        assertThat(coverage()).isBetween(0.93, 0.97);
    }

    @ParameterizedTest
    @CsvSource({"6, 2, 0.5", "10, 2, 0.5", "40, 2, 0.5"})
    void jackknife_holdsTheTruth_ofRollouts(int customers, int cohorts, double drift) {
        for (int run = 0; run < RUNS; run++) {
            count(rollout(customers, cohorts, drift).effect(JUDGEMENT, ClusterErrors.JACKKNIFE));
        }
        assertThat(measured).isEqualTo(RUNS);
        assertThat(coverage()).isBetween(0.93, 0.97);
    }

    private StaggeredRollout rollout(int customers, int cohorts, double drift) {
        StaggeredRollout.Builder rollout = StaggeredRollout.builder();
        for (int c = 0; c < customers; c++) {
            int start = c % cohorts == 0 ? 99 : 2 + c % cohorts;
            double level = random.nextGaussian();
            for (int t = 0; t < 6; t++) {
                level += drift * random.nextGaussian() + 0.3;
                boolean isTreated = t >= start;
                rollout.add("c" + c, t, isTreated, level + random.nextGaussian() + (isTreated ? TRUTH : 0));
            }
        }
        return rollout.build();
    }

    /** Looks after every ten customers an arm, from the twentieth: of a hundred idle treatments at most five are found. */
    @ParameterizedTest
    @CsvSource({"true, 0, 0.05", "false, 0.15, 1"})
    void alwaysValid_survivesPeeking_welchDoesNot(boolean isAlwaysValid, double least, double most) {
        int wrong = 0;
        for (int run = 0; run < 1000; run++) {
            double[] treated = random.doubles(300).toArray();
            double[] control = random.doubles(300).toArray();
            boolean isFound = false;
            for (int n = 20; n <= 300 && !isFound; n += 10) {
                TwoArms arms = TwoArms.of(Sample.of(Arrays.copyOf(treated, n)), Sample.of(Arrays.copyOf(control, n)));
                Effect effect = isAlwaysValid ? arms.alwaysValid(JUDGEMENT, 300) : arms.difference(JUDGEMENT);
                isFound = effect.verdict() != Verdict.CANNOT_TELL;
            }
            wrong += isFound ? 1 : 0;
        }
        assertThat(wrong / 1000.0).isBetween(least, most);
    }
}
