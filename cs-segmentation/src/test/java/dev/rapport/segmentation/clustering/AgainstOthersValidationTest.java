package dev.rapport.segmentation.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.quality.Agreement;
import dev.rapport.segmentation.segment.Rule;
import dev.rapport.segmentation.segment.RuleSegmentation;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import dev.rapport.segmentation.tier.Breaks;
import dev.rapport.segmentation.tier.QuantileType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated data, compared and clustered here, by R's packages cluster and classInt and by scikit-learn in the same run: {@code
 * Rscript src/test/reference/live.R}, {@code python3 src/test/reference/live.py}. Distances, silhouettes, breaks and quantiles
 * agree to 1e-12, relative, or absolute below 1; no objective is worse than theirs for the same k and as many restarts. k-prototypes, which no package of Debian has, is held
 * to Huang's algorithm as {@code live.py} writes it down, CLARA to as many samples of the same size, the gap statistic to as
 * many reference sets, whose random numbers are others.
 */
@Tag("validation")
@EnabledIfSystemProperty(
        named = "validation.data",
        matches = ".+",
        disabledReason = "runs with the validation, which installs R and scikit-learn")
class AgainstOthersValidationTest {

    private static final AttributeKey<String> PLAN = AttributeKey.text("plan");
    private static final AttributeKey<String> COUNTRY = AttributeKey.text("country");
    private static final int CASES = 60;
    private static final int LARGE = 12;
    private static final int GAPS = 8;
    private static final int GAPS_UP_TO = 6;
    private static final int GAP_SETS = 40;
    private static final double TOLERANCE = 1e-12;
    private static final double NOT_WORSE = 1 + 1e-9;

    @TempDir
    private Path folder;

    /** A data set: how many customers, how many clusters and how clear they are differs from case to case. */
    private static final class Case {
        final int size;
        final int k;
        final double[][] numbers = new double[3][];
        final double[] missing;
        final List<@Nullable String> plan = new ArrayList<>();
        final List<@Nullable String> country = new ArrayList<>();
        final int[] label;
        final double[] value;

        Case(int seed) {
            SplittableRandom random = new SplittableRandom(seed);
            size = 40 + random.nextInt(160);
            k = 2 + seed % 7;
            double[] blobs = Customers.blobs(size, 3, 1 + seed % 9, seed % 4 == 0 ? 0.5 : 0, seed);
            missing = new double[size];
            label = new int[size];
            value = new double[size];
            for (int j = 0; j < 3; j++) {
                numbers[j] = Customers.column(blobs, 3, j);
            }
            for (int i = 0; i < size; i++) {
                missing[i] = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble() * 100;
                plan.add(
                        random.nextInt(6) == 0
                                ? null
                                : List.of("free", "gold", "team").get(random.nextInt(3)));
                country.add(random.nextInt(6) == 0 ? null : numbers[0][i] > 9 ? "DE" : "FR");
                label[i] = i < k ? i : random.nextInt(k);
                value[i] = Math.exp(Customers.normal(random) * 2) * 100;
            }
        }

        String csv() {
            StringBuilder text = new StringBuilder("a,b,c,missing,plan,country,label,value,k\n");
            for (int i = 0; i < size; i++) {
                text.append(numbers[0][i])
                        .append(',')
                        .append(numbers[1][i])
                        .append(',')
                        .append(numbers[2][i]);
                text.append(',').append(Double.isNaN(missing[i]) ? "" : missing[i]);
                String one = plan.get(i);
                String other = country.get(i);
                text.append(',').append(one == null ? "" : one).append(',').append(other == null ? "" : other);
                text.append(',')
                        .append(label[i] + 1)
                        .append(',')
                        .append(value[i])
                        .append(',')
                        .append(k)
                        .append('\n');
            }
            return text.toString();
        }

        ClusterData plain() {
            return Customers.numbers(numbers);
        }

        ClusterData mixed() {
            return ClusterData.builder(Customers.ids(size))
                    .number(AttributeKey.number("a"), numbers[0])
                    .number(AttributeKey.number("missing"), missing)
                    .category(AttributeKey.text("plan"), plan)
                    .category(AttributeKey.text("country"), country)
                    .build();
        }

        /** How far plans and countries go together, of those who have both. */
        Agreement agreement() {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Row row = Row.of(Integer.toString(10_000 + i));
                String one = plan.get(i);
                String other = country.get(i);
                if (one != null) {
                    row.with(PLAN, one);
                }
                if (other != null) {
                    row.with(COUNTRY, other);
                }
                rows.add(row);
            }
            Book book = Row.book(List.of(PLAN, COUNTRY), rows);
            return Agreement.between(
                    Segmentation.of(each(PLAN, "free", "gold", "team"), book),
                    Segmentation.of(each(COUNTRY, "DE", "FR"), book));
        }

        private static SegmentationStrategy each(AttributeKey<String> key, String... values) {
            return RuleSegmentation.of(Arrays.stream(values)
                    .map(value -> Rule.of(value, Condition.equalTo(key, value)))
                    .toList());
        }

        ClusterData holes() {
            return Customers.numbers(numbers[0], missing, numbers[2]);
        }
    }

    @Test
    void generatedData_agreesWithROnDistancesSilhouettesBreaks_andIsNotWorse()
            throws IOException, InterruptedException {
        assumeTrue(
                runs("Rscript", "-e", "library(cluster); library(classInt)"),
                "Rscript with the packages cluster and classInt is not installed");
        assumeTrue(runs("/usr/bin/python3", "-c", "import sklearn"), "python3 with scikit-learn is not installed");
        List<Case> cases = new ArrayList<>();
        for (int seed = 0; seed < CASES; seed++) {
            cases.add(new Case(seed));
            Files.writeString(
                    folder.resolve(String.format(Locale.ROOT, "case-%03d.csv", seed)),
                    cases.get(seed).csv());
        }
        writeLarge();
        run("Rscript", Path.of("src/test/reference/live.R").toString(), folder.toString());
        run("/usr/bin/python3", Path.of("src/test/reference/live.py").toString(), folder.toString());
        Map<String, Double> theirs = new HashMap<>();
        for (String name : List.of("r.csv", "python.csv")) {
            for (String line : Files.readAllLines(folder.resolve(name))) {
                String[] parts = line.split(",", -1);
                theirs.put(parts[0] + "," + parts[1], Double.parseDouble(parts[2]));
            }
        }
        List<String> differences = new ArrayList<>();
        int[] compared = {0};
        for (int seed = 0; seed < CASES; seed++) {
            String number = String.format(Locale.ROOT, "%03d,", seed);
            same(cases.get(seed)).forEach((name, values) -> {
                for (int i = 0; i < values.length; i++) {
                    compared[0]++;
                    String key = number + name + "." + (i + 1);
                    Double their = theirs.get(key);
                    if (their == null || !(Math.abs(values[i] - their) <= TOLERANCE * Math.max(1, Math.abs(their)))) {
                        differences.add(key + ": ours " + values[i] + ", theirs " + their);
                    }
                }
            });
            objectives(cases.get(seed)).forEach((name, objective) -> {
                compared[0]++;
                Double their = theirs.get(number + name);
                if (their == null || !(objective <= their * NOT_WORSE + TOLERANCE)) {
                    differences.add(number + name + ": ours " + objective + " is worse than theirs " + their);
                }
            });
        }
        compared[0] += compareGaps(cases, theirs, differences);
        compared[0] += compareLarge(theirs, differences);
        assertRuspini(theirs);
        System.out.println(compared[0] + " figures of " + CASES + " data sets compared with R and scikit-learn");
        assertThat(compared[0]).isGreaterThan(1000 * CASES);
        assertThat(differences).isEmpty();
    }

    /**
     * The sums of squares are not worse, the gaps, without swaps for speed, differ by no more than what forty reference sets leave open, and where R's own
     * table decides clearly both choose the same number of clusters.
     */
    private static int compareGaps(List<Case> cases, Map<String, Double> theirs, List<String> differences) {
        int compared = 0;
        for (int seed = 0; seed < GAPS; seed++) {
            String number = String.format(Locale.ROOT, "%03d,", seed);
            GapStatistic ours =
                    GapStatistic.of(KMeans.of(2).swaps(0), cases.get(seed).plain(), GAPS_UP_TO, GAP_SETS, 1);
            List<double[]> table = new ArrayList<>();
            for (int k = 1; k <= GAPS_UP_TO; k++) {
                double within = theirs.getOrDefault(number + "gap-within." + k, Double.NaN);
                double gap = theirs.getOrDefault(number + "gap." + k, Double.NaN);
                double error = theirs.getOrDefault(number + "gap-error." + k, Double.NaN);
                table.add(new double[] {within, gap, error});
                compared += 2;
                double best = KMeans.of(k).fit(cases.get(seed).plain()).objective();
                if (!(best <= within * NOT_WORSE)) {
                    differences.add(number + "gap, W(" + k + "): ours " + best + ", theirs " + within);
                }
                // The mean of 40 logarithms has a sixth of their deviation, the difference of two such means a quarter
                double open = 1.25 * Math.max(error, ours.standardError(k)) + Math.log(within / ours.objective(k));
                if (!(Math.abs(ours.gap(k) - gap) <= open)) {
                    differences.add(
                            number + "gap(" + k + "): ours " + ours.gap(k) + ", theirs " + gap + ", open " + open);
                }
            }
            int theirK = theirs.getOrDefault(number + "gap-k.1", -1.0).intValue();
            compared++;
            if (ClusterCount.byGap(new GapStatistic(table)).k() != theirK) {
                differences.add(number + "our rule on R's table does not choose " + theirK);
            }
            int ourK = ClusterCount.byGap(ours).k();
            if (ourK != theirK && isClear(table, theirK)) {
                differences.add(number + "by gap: ours " + ourK + ", theirs " + theirK);
            }
        }
        return compared;
    }

    /** Whether no step of R's choice hangs on less than the error of its gaps. */
    private static boolean isClear(List<double[]> table, int chosen) {
        for (int k = 1; k <= chosen && k < table.size(); k++) {
            double margin = table.get(k - 1)[1] - table.get(k)[1] + table.get(k)[2];
            if (Math.abs(margin) < table.get(k)[2]) {
                return false;
            }
        }
        return true;
    }

    private void writeLarge() throws IOException {
        for (int seed = 0; seed < LARGE; seed++) {
            double[] values = large(seed);
            StringBuilder text = new StringBuilder("a,b,c,k\n");
            for (int at = 0; at < values.length; at += 3) {
                text.append(values[at])
                        .append(',')
                        .append(values[at + 1])
                        .append(',')
                        .append(values[at + 2]);
                text.append(',').append(2 + seed % 7).append('\n');
            }
            Files.writeString(folder.resolve(String.format(Locale.ROOT, "large-%03d.csv", seed)), text);
        }
    }

    private static double[] large(int seed) {
        return Customers.blobs(1_000, 3, 2 + seed % 9, 0, 1_000 + seed);
    }

    /** CLARA: five samples of a hundred. */
    private static int compareLarge(Map<String, Double> theirs, List<String> differences) {
        for (int seed = 0; seed < LARGE; seed++) {
            double[] values = large(seed);
            ClusterData data = Customers.numbers(
                    Customers.column(values, 3, 0), Customers.column(values, 3, 1), Customers.column(values, 3, 2));
            double ours = KMedoids.of(2 + seed % 7).matrixUpTo(100).fit(data).objective();
            String name = String.format(Locale.ROOT, "large-%03d,clara.1", seed);
            Double their = theirs.get(name);
            if (their == null || !(ours <= their * NOT_WORSE)) {
                differences.add(name + ": ours " + ours + " is worse than theirs " + their);
            }
        }
        return LARGE;
    }

    /** The points come with R's package cluster. */
    private static void assertRuspini(Map<String, Double> theirs) {
        double[] x = new double[75];
        double[] y = new double[75];
        for (int i = 0; i < x.length; i++) {
            x[i] = theirs.getOrDefault("ruspini,x." + (i + 1), Double.NaN);
            y[i] = theirs.getOrDefault("ruspini,y." + (i + 1), Double.NaN);
        }
        Clustering four = KMedoids.of(4).fit(Customers.numbers(x, y));
        List<String> medoids = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            int row = theirs.getOrDefault("ruspini,medoids." + i, 0.0).intValue() - 1;
            medoids.add(four.data().customerIds().get(row));
        }
        assertThat(medoids).hasSize(4).containsExactlyInAnyOrderElementsOf(four.medoids());
        assertThat(four.objective()).isCloseTo(11.4863748146, within(1e-10));
        assertThat(four.objective()).isCloseTo(theirs.getOrDefault("ruspini,objective.1", 0.0), within(1e-12));
        double silhouette = Silhouette.of(four).orElseThrow().mean();
        assertThat(silhouette).isCloseTo(.737656990881, within(1e-12));
        assertThat(silhouette).isCloseTo(theirs.getOrDefault("ruspini,silhouette.1", 0.0), within(1e-12));
    }

    private static Map<String, double[]> same(Case data) {
        Map<String, double[]> out = new LinkedHashMap<>();
        Dissimilarity euclidean = Dissimilarity.euclidean(data.plain());
        Dissimilarity gower = Dissimilarity.gower(data.mixed());
        out.put("euclidean", distances(euclidean));
        out.put("gower", distances(gower));
        out.put("holes", distances(Dissimilarity.euclidean(data.holes())));
        out.put("silhouette", widths(euclidean, data.label));
        out.put("sklearn-silhouette", widths(euclidean, data.label));
        out.put("silhouette-gower", widths(gower, data.label));
        Agreement agreement = data.agreement();
        out.put("adjusted-rand", new double[] {agreement.adjustedRand()});
        out.put("information", new double[] {agreement.mutualInformation()});
        out.put("normalised", new double[] {agreement.normalisedInformation()});
        out.put("fisher", values(Breaks.natural(data.value, data.k)));
        double[] sorted = data.value.clone();
        Arrays.sort(sorted);
        Map<Integer, QuantileType> types = Map.of(
                1, QuantileType.INVERTED_DISTRIBUTION,
                2, QuantileType.AVERAGED_DISTRIBUTION,
                6, QuantileType.WEIBULL,
                7, QuantileType.LINEAR,
                8, QuantileType.MEDIAN_UNBIASED);
        types.forEach((number, type) -> {
            double[] quantiles = new double[data.k + 1];
            Arrays.setAll(quantiles, i -> type.of(sorted, (double) i / data.k));
            out.put("quantile-" + number, quantiles);
        });
        return out;
    }

    private static Map<String, Double> objectives(Case data) {
        Map<String, Double> out = new LinkedHashMap<>();
        double medoids = KMedoids.of(data.k).restarts(1).fit(data.plain()).objective();
        out.put("pam.1", medoids);
        out.put("pam.2", medoids);
        out.put("pam-gower.1", KMedoids.of(data.k).restarts(1).fit(data.mixed()).objective());
        double means = KMeans.of(data.k).restarts(10).fit(data.plain()).objective();
        out.put("kmeans.1", means);
        out.put("sklearn-10.1", means);
        out.put(
                "prototypes-10.1",
                KPrototypes.of(data.k)
                        .lambda(1.5)
                        .restarts(10)
                        .fit(data.mixed())
                        .objective());
        out.put("sklearn-1.1", KMeans.of(data.k).restarts(1).fit(data.plain()).objective());
        out.put(
                "kmeans-scaled.1",
                KMeans.of(data.k).standardised().fit(data.plain()).objective());
        return out;
    }

    /** Each pair once, in the order of R's dist. */
    private static double[] distances(Dissimilarity dissimilarity) {
        int n = dissimilarity.data().size();
        double[] distances = new double[n * (n - 1) / 2];
        int at = 0;
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                distances[at++] = dissimilarity.between(a, b);
            }
        }
        return distances;
    }

    private static double[] widths(Dissimilarity dissimilarity, int[] labels) {
        Silhouette silhouette = Silhouette.of(dissimilarity, labels).orElseThrow();
        double[] widths = new double[silhouette.size()];
        Arrays.setAll(widths, silhouette::width);
        return widths;
    }

    private static double[] values(Breaks breaks) {
        return breaks.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void run(String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        List<String> words = new ArrayList<>(Arrays.asList(command));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
