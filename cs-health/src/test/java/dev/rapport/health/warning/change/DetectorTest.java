package dev.rapport.health.warning.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.rapport.health.warning.change.SeriesWatch.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorTest {

    private static final Learning WEEKS = new Learning(8, 26, 1);
    private static final Learning DAYS = new Learning(28, 56, 8);
    private static final Demand DEMAND = new Demand(0.2, 400, 2);
    private static final ChangePointDetector.Belief BELIEF = new ChangePointDetector.Belief(100, 0.9, 0.2);

    static List<Detector> levels() {
        return List.of(
                LevelDetector.cusum(WEEKS, Sides.BOTH, DEMAND),
                LevelDetector.ewma(WEEKS, Sides.BOTH, DEMAND, 0.2),
                ChangePointDetector.ofLevels(WEEKS, Sides.BOTH, BELIEF));
    }

    static List<Detector> rates() {
        return List.of(
                CountDetector.cusum(WEEKS, Sides.BOTH, new Demand(0.5, 400, 1)),
                CountDetector.silence(WEEKS, new Demand(0.5, 400, 1)),
                ChangePointDetector.ofCounts(WEEKS, Sides.BOTH, new ChangePointDetector.Belief(100, 0.9, 0.5)));
    }

    @Provide
    Arbitrary<Detector> detectors() {
        List<Detector> all = new ArrayList<>(levels());
        all.addAll(rates());
        all.add(LevelDetector.cusum(new Learning(14, 28, 8), Sides.FALLS, DEMAND));
        all.add(CountDetector.cusum(new Learning(14, 28, 8), Sides.RISES, DEMAND));
        return Arbitraries.of(all);
    }

    private record Alarm(int period, Change change) {}

    private static List<Alarm> run(Detector detector, int periods, IntToDoubleFunction series) {
        SeriesWatch watch = detector.begin();
        List<Alarm> alarms = new ArrayList<>();
        for (int t = 0; t < periods; t++) {
            int slot = t % detector.learning().slots();
            if (watch.observe(t, Math.max(0, series.applyAsDouble(t)), slot, 1) == Judgement.ALARM) {
                alarms.add(new Alarm(t, watch.change()));
            }
        }
        return alarms;
    }

    @ParameterizedTest
    @MethodSource("levels")
    void levelThatFallsByFortyPercent_isFoundWithinWeeks_withSinceWhenAndHowFar(Detector detector) {
        Random random = new Random(3);
        List<Alarm> alarms = run(detector, 90, t -> (t < 60 ? 1000 : 600) * (1 + 0.08 * random.nextGaussian()));

        Alarm fall = alarms.stream()
                .filter(alarm -> alarm.period() >= 60)
                .findFirst()
                .orElseThrow();
        assertThat(fall.period()).isBetween(60, 64);
        assertThat(fall.change().falls()).isTrue();
        assertThat(fall.change().since()).isBetween(58, 61);
        assertThat(fall.change().usual()).isCloseTo(1000, offset(60.0));
        assertThat(fall.change().deviation()).isCloseTo(-0.4, offset(0.1));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void levelThatRises_isFound_whereRisesAreLookedFor(Detector detector) {
        Random random = new Random(4);
        List<Alarm> alarms = run(detector, 90, t -> (t < 60 ? 50 : 80) * (1 + 0.05 * random.nextGaussian()));

        assertThat(alarms).filteredOn(alarm -> alarm.period() >= 60).first().satisfies(alarm -> {
            assertThat(alarm.change().falls()).isFalse();
            assertThat(alarm.change().deviation()).isGreaterThan(0.3);
        });
    }

    @ParameterizedTest
    @MethodSource("levels")
    void oneOddPeriod_raisesNoAlarm(Detector detector) {
        Random random = new Random(5);

        assertThat(run(detector, 60, t -> (t == 40 ? 0 : 1000) * (1 + 0.02 * random.nextGaussian())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("levels")
    void quietSeries_raisesNoAlarm_forAChangeThatDoesNotMatter(Detector detector) {
        assertThat(run(detector, 200, t -> t < 100 ? 1000 + t % 2 : 955 + t % 2))
                .isEmpty();
    }

    /** Estimated levels cost some of the run length, that changes are told only if they matter brings some. */
    @ParameterizedTest
    @CsvSource({"0.1, 8, 26", "0.15, 12, 26", "0.3, 26, 52"})
    void falseAlarms_areHardlyMoreFrequentThanWanted(double scatter, int startUp, int memory) {
        Demand demand = new Demand(0.2, 100, 1);
        Learning learning = new Learning(startUp, memory, 1);
        for (LevelDetector detector : List.of(
                LevelDetector.cusum(learning, Sides.FALLS, demand),
                LevelDetector.ewma(learning, Sides.FALLS, demand, 0.2))) {
            Random random = new Random(6);
            int alarms = 0;
            for (int series = 0; series < 200; series++) {
                alarms += run(detector, 1000 + startUp, t -> 1000 * (1 + scatter * random.nextGaussian()))
                        .size();
            }

            assertThat(200 * 1000.0 / alarms).isBetween(75.0, 600.0);
        }
    }

    @Test
    void falseAlarms_ofCounts_areHardlyMoreFrequentThanWanted() {
        for (double rate : new double[] {0.4, 3, 12}) {
            CountDetector detector = CountDetector.cusum(new Learning(26, 52, 1), Sides.FALLS, new Demand(0.5, 100, 1));
            Random random = new Random(7);
            int alarms = 0;
            for (int series = 0; series < 200; series++) {
                alarms += run(detector, 1026, t -> poisson(rate, random)).size();
            }

            assertThat(200 * 1000.0 / alarms).as("rate " + rate).isBetween(80.0, 500.0);
        }
    }

    private static double poisson(double mean, Random random) {
        int count = -1;
        double left = Math.exp(-mean);
        for (double product = 1; product > left; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    @ParameterizedTest
    @MethodSource("rates")
    void rateThatFallsToNothing_isFound(Detector detector) {
        Random random = new Random(8);
        List<Alarm> alarms = run(detector, 90, t -> t < 60 ? poisson(2, random) : 0);

        Alarm fall = alarms.stream()
                .filter(alarm -> alarm.period() >= 60)
                .findFirst()
                .orElseThrow();
        assertThat(fall.period()).isBetween(62, 70);
        assertThat(fall.change().falls()).isTrue();
        assertThat(fall.change().since()).isBetween(56, 61);
        assertThat(fall.change().deviation()).isBetween(-1.0, -0.6);
    }

    @Test
    void ticketsThatRise_areFound() {
        Random random = new Random(9);
        Detector detector = CountDetector.cusum(WEEKS, Sides.RISES, new Demand(0.5, 400, 2));
        List<Alarm> alarms = run(detector, 80, t -> poisson(t < 60 ? 1 : 4, random));

        assertThat(alarms).filteredOn(alarm -> alarm.period() >= 60).first().satisfies(alarm -> {
            assertThat(alarm.period()).isLessThan(66);
            assertThat(alarm.change().falls()).isFalse();
        });
    }

    @Test
    void daysOfTheWeek_areJudgedByTheirOwnLevel() {
        double[] week = {1000, 1200, 1100, 1000, 700, 20, 0};
        Detector detector = LevelDetector.cusum(new Learning(28, 56, 7), Sides.BOTH, DEMAND);
        Random random = new Random(10);
        List<Alarm> alarms =
                run(detector, 300, t -> week[t % 7] * (t < 200 ? 1 : 0.7) * (1 + 0.1 * random.nextGaussian()));

        assertThat(alarms).isNotEmpty();
        assertThat(alarms.get(0).period()).isBetween(201, 208);
        assertThat(alarms.get(0).change().deviation()).isCloseTo(-0.3, offset(0.1));
    }

    @Test
    void kindOfPeriodThatIsMetLate_isLearntFirst_thenJudged() {
        SeriesWatch watch =
                LevelDetector.cusum(new Learning(8, 26, 2), Sides.BOTH, DEMAND).begin();
        List<Judgement> holidays = new ArrayList<>();
        for (int t = 0; t < 60; t++) {
            boolean holiday = t >= 20 && t % 10 == 0;
            Judgement judgement = watch.observe(t, holiday ? 400 : 1000 + t % 3, holiday ? 1 : 0, 1);
            if (holiday) {
                holidays.add(judgement);
            }
        }

        assertThat(holidays)
                .containsExactly(Judgement.NOT_JUDGED, Judgement.NOT_JUDGED, Judgement.QUIET, Judgement.QUIET);
        assertThat(watch.expected(1)).isCloseTo(400, offset(10.0));
    }

    @Test
    void whatMovesAllSeriesAlike_isNoChangeOfOne() {
        SeriesWatch watch = LevelDetector.cusum(WEEKS, Sides.BOTH, DEMAND).begin();
        for (int t = 0; t < 60; t++) {
            double common = t % 20 >= 15 ? 0.6 : 1;
            assertThat(watch.observe(t, common * (1000 + t % 5), 0, common)).isNotEqualTo(Judgement.ALARM);
        }
        assertThat(watch.expected(0)).isCloseTo(1002, offset(3.0));
    }

    @Test
    void levelAfterAnAlarm_isTheUsualOne() {
        List<Alarm> alarms = run(
                LevelDetector.cusum(WEEKS, Sides.BOTH, DEMAND), 160, t -> t < 40 ? 1000 + t % 7 : t < 100 ? 600 : 300);

        assertThat(alarms).hasSize(2);
        assertThat(alarms.get(1).period()).isBetween(101, 104);
        assertThat(alarms.get(1).change().usual()).isCloseTo(600, offset(30.0));
    }

    @Test
    void seriesWithoutLevel_isNeverJudged() {
        Random random = new Random(11);

        assertThat(run(levels().get(0), 300, t -> t % 3 == 0 ? 100 * random.nextDouble() : 0))
                .isEmpty();
        assertThat(run(levels().get(0), 300, t -> 0)).isEmpty();
    }

    @Property(tries = 200)
    void contributions_addUpToTheStatistic_beyondTheThreshold(@ForAll long seed) {
        Random random = new Random(seed);
        double depth = 0.3 + 0.6 * random.nextDouble();
        int days = 1 + random.nextInt(40);
        for (Alarm alarm : run(
                LevelDetector.cusum(WEEKS, Sides.BOTH, DEMAND),
                150,
                t -> 500
                        * (1 - depth * Math.max(0, Math.min(1, (t - 60.0) / days)))
                        * (1 + 0.1 * random.nextGaussian()))) {
            double sum = alarm.change().earlier();
            for (Step step : alarm.change().steps()) {
                sum += step.contribution();
            }
            assertThat(sum).as("seed " + seed).isGreaterThan(alarm.change().threshold());
            assertThat(alarm.change().sureness()).isInstanceOf(Sureness.RunLength.class);
            assertThat(((Sureness.RunLength) alarm.change().sureness()).periods())
                    .isGreaterThan(399);
        }
    }

    @Property(tries = 300)
    void resumed_goesOnToTheLastBit(
            @ForAll("detectors") Detector detector, @ForAll long seed, @ForAll @IntRange(max = 119) int kept) {
        Random random = new Random(seed);
        double rate = 0.5 + 5 * random.nextDouble();
        SeriesWatch straight = detector.begin();
        SeriesWatch resumed = detector.begin();
        for (int t = 0; t < 120; t++) {
            if (t == kept) {
                resumed = detector.resume(resumed.numbers());
            }
            double value = poisson(t < 70 ? rate : rate / 4, random);
            int slot = random.nextInt(detector.learning().slots());
            double common = 0.8 + 0.4 * random.nextDouble();
            Judgement judgement = straight.observe(t, value, slot, common);
            assertThat(resumed.observe(t, value, slot, common)).isEqualTo(judgement);
            if (judgement == Judgement.ALARM) {
                assertThat(resumed.change()).isEqualTo(straight.change());
            }
        }

        assertThat(resumed.numbers()).isEqualTo(straight.numbers()).doesNotContain(Double.NaN);
        assertThat(resumed.nearness()).isEqualTo(straight.nearness());
    }

    @Property(tries = 50)
    void memory_doesNotGrowWithTheSeries(@ForAll("detectors") Detector detector, @ForAll long seed) {
        Random random = new Random(seed);
        SeriesWatch watch = detector.begin();
        int most = 0;
        for (int t = 0; t < 3000; t++) {
            watch.observe(t, poisson(2 + t % 2, random), t % detector.learning().slots(), 1);
            most = t % 100 == 0 ? Math.max(most, watch.numbers().length) : most;
        }

        assertThat(most).isLessThan(420);
    }

    @Property(tries = 60)
    void thresholds_betweenTheNodes_bringTheRunLength(@ForAll @IntRange(max = 1000) int where, @ForAll Sides sides) {
        double k = ThresholdTable.LEAST + (ThresholdTable.MOST - ThresholdTable.LEAST) * where / 1000;
        double h = new ThresholdTable(sides, 700).at(k);

        assertThat(new Cusum(k, h, sides).averageRunLength(0)).isCloseTo(700, offset(0.7));
    }

    @Test
    void numbersOfAnotherWatch_areRefused() {
        double[] numbers =
                DAYS.slots() > 1 ? CountDetector.silence(DAYS, DEMAND).begin().numbers() : new double[0];

        assertThatThrownBy(() -> levels().get(0).resume(numbers)).isInstanceOf(IllegalArgumentException.class);
    }
}
