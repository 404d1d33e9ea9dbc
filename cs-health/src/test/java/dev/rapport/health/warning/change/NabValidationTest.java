package dev.rapport.health.warning.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.health.warning.change.NabSeries.Score;
import dev.rapport.health.warning.change.SeriesWatch.Judgement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Detectors on the labelled business series of the Numenta Anomaly Benchmark, beside a plain z-score and R's strucchange.
 * The figures are those of docs/validation.md; one set of parameters serves all series. The data is not in the repository:
 * {@code -Dvalidation.data} names its folder, as an absolute path.
 */
@Tag("validation")
class NabValidationTest {

    private static final List<String> SERIES = List.of("nyc_taxi", "exchange-2_cpc_results", "Twitter_volume_CRM");
    private static final int LEAST_DAYS = 4;

    @TempDir
    private static Path folder;

    private static final Map<String, NabSeries> ALL = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        String given = System.getProperty("validation.data", "");
        assumeTrue(!given.isBlank(), "-Dvalidation.data does not name the folder of the public data");
        Path data = Path.of(given).resolve("nab");
        assumeTrue(Files.isDirectory(data), data.toAbsolutePath() + " is no folder");
        for (String name : SERIES) {
            ALL.put(name, NabSeries.read(data, name));
        }
    }

    private static List<Integer> alarms(NabSeries series, Detector detector) {
        SeriesWatch watch = detector.begin();
        List<Integer> alarms = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            if (watch.observe(i, series.value(i), series.slot(i), 1) == Judgement.ALARM) {
                alarms.add(i);
            }
        }
        return alarms;
    }

    /** The benchmark's probation is the start-up, and the memory as well; a change by half is one that matters. */
    private static Learning learning(NabSeries series) {
        return new Learning(series.probation(), series.probation(), series.slots());
    }

    private static void expect(String method, String taxi, String exchange, String twitter) {
        Map<String, String> scores = new TreeMap<>();
        ALL.forEach((name, series) -> scores.put(name, score(method, series).toString()));
        assertThat(scores)
                .as(method)
                .containsEntry("nyc_taxi", taxi)
                .containsEntry("exchange-2_cpc_results", exchange)
                .containsEntry("Twitter_volume_CRM", twitter);
    }

    private static Score score(String method, NabSeries series) {
        Demand demand = new Demand(0.5, 10_000, 2);
        return series.score(
                switch (method) {
                    case "cusum" -> alarms(series, LevelDetector.cusum(learning(series), Sides.BOTH, demand));
                    case "ewma" -> alarms(series, LevelDetector.ewma(learning(series), Sides.BOTH, demand, 0.1));
                    case "change points" -> {
                        ChangePointDetector.Belief belief = new ChangePointDetector.Belief(1_000, 0.9, 0.5);
                        yield alarms(series, ChangePointDetector.ofLevels(learning(series), Sides.BOTH, belief));
                    }
                    case "z-score" -> zScore(series);
                    default -> throw new IllegalArgumentException(method);
                });
    }

    /** Beyond three standard deviations of everything before, as monitoring is often begun. */
    private static List<Integer> zScore(NabSeries series) {
        List<Integer> alarms = new ArrayList<>();
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < series.size(); i++) {
            double error = series.value(i) - mean;
            if (i > 1 && Math.abs(error) > 3 * Math.sqrt(squares / (i - 1))) {
                alarms.add(i);
            }
            mean += error / (i + 1);
            squares += error * (series.value(i) - mean);
        }
        return alarms;
    }

    @Test
    void cusum_findsTheLabelledWindows_asDocumented() {
        expect(
                "cusum",
                "5 of 5, 4 false (0.46), delays 75 77 84 61 91",
                "1 of 1, 2 false (1.45), delays 143",
                "2 of 3, 15 false (1.11), delays 271 177 -");
    }

    @Test
    void ewma_findsTheLabelledWindows_asDocumented() {
        expect(
                "ewma",
                "5 of 5, 4 false (0.46), delays 75 78 84 9 89",
                "1 of 1, 2 false (1.45), delays 143",
                "2 of 3, 9 false (0.67), delays 146 179 -");
    }

    @Test
    void changePoints_findTheLabelledWindows_asDocumented() {
        expect(
                "change points",
                "5 of 5, 4 false (0.46), delays 73 88 67 57 88",
                "1 of 1, 1 false (0.72), delays 73",
                "2 of 3, 23 false (1.70), delays 14 111 -");
    }

    @Test
    void zScore_findsTheLabelledWindows_asDocumented() {
        expect(
                "z-score",
                "1 of 5, 0 false (0.00), delays 115 - - - -",
                "0 of 1, 8 false (5.79), delays -",
                "3 of 3, 19 false (1.41), delays 13 152 203");
    }

    @Test
    void strucchange_findsTheLabelledWindows_asDocumented() throws Exception {
        Map<String, String> scores = new TreeMap<>();
        for (NabSeries series : ALL.values()) {
            double[] days = series.dailyMeans();
            int[] breaks = Strucchange.run(folder, days, LEAST_DAYS, most(days)).breaks();
            List<Integer> alarms = Arrays.stream(breaks)
                    .map(day -> day * series.perDay())
                    .boxed()
                    .toList();
            scores.put(series.name(), series.score(alarms).toString());
        }

        assertThat(scores)
                .containsEntry("nyc_taxi", "1 of 5, 4 false (0.46), delays - - - - 151")
                .containsEntry("exchange-2_cpc_results", "1 of 1, 3 false (2.17), delays 44")
                .containsEntry("Twitter_volume_CRM", "1 of 3, 1 false (0.07), delays - - 8");
    }

    private static int most(double[] values) {
        return Math.min(12, values.length / LEAST_DAYS - 1);
    }

    /** The exact least-squares breaks are those of strucchange, on the benchmark's days and on series of all sorts. */
    @Test
    void breaks_areThoseOfStrucchange() throws Exception {
        List<double[]> all =
                ALL.values().stream().map(NabSeries::dailyMeans).collect(Collectors.toCollection(ArrayList::new));
        all.add(Nile.flow());
        for (int seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            double[] values = new double[40 + 10 * seed];
            double level = 100;
            for (int i = 0; i < values.length; i++) {
                level = random.nextInt(25) == 0 ? 50 + 100 * random.nextDouble() : level;
                values[i] = level + 10 * random.nextGaussian();
            }
            all.add(values);
        }
        for (double[] values : all) {
            Strucchange peer = Strucchange.run(folder, values, LEAST_DAYS, most(values));
            LevelBreaks breaks = LevelBreaks.of(values, LEAST_DAYS, most(values));

            assertThat(breaks.breaks(breaks.chosen())).isEqualTo(peer.breaks());
            for (int m = 0; m <= most(values); m++) {
                assertThat(breaks.sumOfSquares(m)).isCloseTo(peer.sumsOfSquares()[m], withinPercentage(1e-7));
            }
        }
    }

    /**
     * What R's strucchange says of a series.
     *
     * @param breaks  the breaks of the number that BIC chooses
     * @param sumsOfSquares  for each number of breaks
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Strucchange(int[] breaks, double[] sumsOfSquares) {

        static Strucchange run(Path folder, double[] values, int least, int most) throws Exception {
            Path script = Path.of("src/test/reference/breakpoints.R").toAbsolutePath();
            Path input = folder.resolve("values.txt");
            Path output = folder.resolve("breaks.txt");
            Files.write(input, Arrays.stream(values).mapToObj(Double::toString).toList());
            Optional<Process> started;
            try {
                started = Optional.of(new ProcessBuilder("Rscript", script.toString(), "" + least, "" + most)
                        .redirectInput(input.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
            } catch (IOException e) {
                started = Optional.empty();
            }
            assumeTrue(started.isPresent(), "Rscript is not installed: on Debian, r-base-core and r-cran-strucchange");
            Process process = started.orElseThrow();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assumeTrue(process.exitValue() == 0, "R has no strucchange: on Debian, r-cran-strucchange");
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            return new Strucchange(
                    Arrays.stream(numbers(lines.get(0), "breaks"))
                            .mapToInt(number -> (int) number)
                            .toArray(),
                    numbers(lines.get(1), "rss"));
        }

        private static double[] numbers(String line, String word) {
            return Arrays.stream(line.substring(word.length()).trim().split(" "))
                    .filter(text -> !text.isBlank())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }
}
