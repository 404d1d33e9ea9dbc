package dev.rapport.examples.benchmarks;

import dev.rapport.health.warning.change.ChangePointDetector;
import dev.rapport.health.warning.change.CountDetector;
import dev.rapport.health.warning.change.Demand;
import dev.rapport.health.warning.change.Detector;
import dev.rapport.health.warning.change.Learning;
import dev.rapport.health.warning.change.LevelDetector;
import dev.rapport.health.warning.change.SeriesWatch;
import dev.rapport.health.warning.change.Sides;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Two years of days of a thousand series, watched from the beginning: ours, and a plain z-score beside it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls make() before anything else
public class WarningBenchmark {

    private static final int SERIES = 1_000;
    private static final int DAYS = 730;
    static final int OBSERVATIONS = SERIES * DAYS;
    private static final Learning LEARNING = new Learning(28, 56, 8);
    private static final Demand DEMAND = new Demand(0.2, 1_000, 2);

    private double[][] levels;
    private double[][] counts;
    private Detector cusum;
    private Detector ewma;
    private Detector countCusum;
    private Detector countCusumOfBothSides;
    private Detector silence;
    private Detector changePoints;
    private Detector rateChangePoints;

    /** Makes the series, with quiet weekends, and the detectors. */
    @Setup
    public void make() {
        SplittableRandom random = new SplittableRandom(7);
        levels = new double[SERIES][DAYS];
        counts = new double[SERIES][DAYS];
        for (int series = 0; series < SERIES; series++) {
            double level = 100 + 900 * random.nextDouble();
            for (int day = 0; day < DAYS; day++) {
                double share = day % 7 > 4 ? 0.2 : 1;
                levels[series][day] = Math.rint(level * share * (0.9 + 0.2 * random.nextDouble()));
                counts[series][day] = random.nextInt(4);
            }
        }
        cusum = LevelDetector.cusum(LEARNING, Sides.FALLS, DEMAND);
        ewma = LevelDetector.ewma(LEARNING, Sides.FALLS, DEMAND, 0.2);
        countCusum = CountDetector.cusum(LEARNING, Sides.FALLS, DEMAND);
        countCusumOfBothSides = CountDetector.cusum(LEARNING, Sides.BOTH, DEMAND);
        silence = CountDetector.silence(LEARNING, DEMAND);
        ChangePointDetector.Belief belief = new ChangePointDetector.Belief(100, 0.9, 0.2);
        changePoints = ChangePointDetector.ofLevels(LEARNING, Sides.FALLS, belief);
        rateChangePoints = ChangePointDetector.ofCounts(LEARNING, Sides.FALLS, belief);
    }

    private static int watch(Detector detector, double[][] all) {
        int alarms = 0;
        for (double[] series : all) {
            SeriesWatch watch = detector.begin();
            for (int day = 0; day < DAYS; day++) {
                alarms += watch.observe(day, series[day], day % 7, 1) == SeriesWatch.Judgement.ALARM ? 1 : 0;
            }
        }
        return alarms;
    }

    /** Levels by day of the week, cumulative sums. */
    @Benchmark
    @OperationsPerInvocation(OBSERVATIONS)
    public int cusum() {
        return watch(cusum, levels);
    }

    /** Levels by day of the week, moving averages. */
    @Benchmark
    @OperationsPerInvocation(OBSERVATIONS)
    public int ewma() {
        return watch(ewma, levels);
    }

    /** Counts by day of the week, cumulative sums. */
    @Benchmark
    @OperationsPerInvocation(OBSERVATIONS)
    public int counts() {
        return watch(countCusum, counts);
    }

    /** Counts by day of the week, cumulative sums for falls and for rises. */
    @Benchmark
    @OperationsPerInvocation(OBSERVATIONS)
    public int countsOfBothSides() {
        return watch(countCusumOfBothSides, counts);
    }

    /** Counts by day of the week, time since the last event. */
    @Benchmark
    @OperationsPerInvocation(OBSERVATIONS)
    public int silence() {
        return watch(silence, counts);
    }

    /** Levels by day of the week, posterior of change points. */
    @Benchmark
    @OperationsPerInvocation(OBSERVATIONS)
    public int changePoints() {
        return watch(changePoints, levels);
    }

    /** Counts by day of the week, posterior of change points. */
    @Benchmark
    @OperationsPerInvocation(OBSERVATIONS)
    public int rateChangePoints() {
        return watch(rateChangePoints, counts);
    }

    /** Beyond three standard deviations of everything before: no week, no memory, no direction, no change point. */
    @Benchmark
    @OperationsPerInvocation(OBSERVATIONS)
    public int plainZScore() {
        int alarms = 0;
        for (double[] series : levels) {
            double mean = 0;
            double squares = 0;
            for (int day = 0; day < DAYS; day++) {
                double error = series[day] - mean;
                alarms += day > 1 && Math.abs(error) > 3 * Math.sqrt(squares / (day - 1)) ? 1 : 0;
                mean += error / (day + 1);
                squares += error * (series[day] - mean);
            }
        }
        return alarms;
    }
}
