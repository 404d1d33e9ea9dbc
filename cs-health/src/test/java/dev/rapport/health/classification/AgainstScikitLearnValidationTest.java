package dev.rapport.health.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated scores, evaluated here and by scikit-learn in the same run: {@code /usr/bin/python3
 * src/test/reference/classification.py}. Every figure agrees to 1e-9.
 */
@Tag("validation")
@EnabledIfSystemProperty(
        named = "validation.data",
        matches = ".+",
        disabledReason = "runs with the validation, which installs scikit-learn")
class AgainstScikitLearnValidationTest {

    private static final int CASES = 200;
    private static final double TOLERANCE = 1e-9;
    /** Debian's, whose packages have scikit-learn. */
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    private Path folder;

    /** Scores with many ties, few ties or none; some cases have few events. */
    private static final class Case {
        final double[] probability;
        final boolean[] happened;
        final double[] weight;

        Case(int seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int size = 30 + random.nextInt(400);
            probability = new double[size];
            happened = new boolean[size];
            weight = new double[size];
            double grid = seed % 3 == 0 ? 5 : seed % 3 == 1 ? 100 : 1e9;
            double base = seed % 2 == 0 ? 0.5 : 0.1;
            for (int row = 0; row < size; row++) {
                probability[row] = (1 + Math.floor(random.nextDouble() * (grid - 1))) / (grid + 1);
                happened[row] = random.nextDouble() < base * (0.3 + probability[row]);
                weight[row] = 0.5 + random.nextInt(4) / 2.0;
            }
            happened[0] = true;
            happened[1] = false;
        }

        String csv() {
            StringBuilder text = new StringBuilder("probability,happened,weight\n");
            for (int row = 0; row < probability.length; row++) {
                text.append(
                        String.format(Locale.ROOT, "%s,%d,%s\n", probability[row], happened[row] ? 1 : 0, weight[row]));
            }
            return text.toString();
        }
    }

    @Test
    void generatedScores_agreeWithScikitLearn() throws IOException, InterruptedException {
        assumeTrue(hasScikitLearn(), "scikit-learn is not installed for " + PYTHON);
        for (int seed = 0; seed < CASES; seed++) {
            Files.writeString(folder.resolve(String.format(Locale.ROOT, "case-%03d.csv", seed)), new Case(seed).csv());
        }
        Process process = new ProcessBuilder(PYTHON, "src/test/reference/classification.py", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log.txt")))
                .isZero();
        Map<String, Double> theirs = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("results.csv"))) {
            String[] parts = line.split(",", -1);
            theirs.put(parts[0] + "," + parts[1], Double.parseDouble(parts[2]));
        }
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (int seed = 0; seed < CASES; seed++) {
            for (Map.Entry<String, Double> one : figures(new Case(seed)).entrySet()) {
                String key = String.format(Locale.ROOT, "%03d,%s", seed, one.getKey());
                Double their = theirs.get(key);
                compared++;
                if (their == null || !(Math.abs(one.getValue() - their) <= TOLERANCE)) {
                    differences.add(key + ": ours " + one.getValue() + ", scikit-learn " + their);
                }
            }
        }
        System.out.println(compared + " figures of " + CASES + " sets of scores compared with scikit-learn");
        assertThat(compared).isEqualTo(theirs.size());
        assertThat(differences).isEmpty();
    }

    private static boolean hasScikitLearn() throws InterruptedException {
        try {
            return new ProcessBuilder(PYTHON, "-c", "import sklearn")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, Double> figures(Case data) {
        Map<String, Double> out = new HashMap<>();
        put(out, "plain", Evaluation.of(data.probability, data.happened));
        put(out, "weighted", Evaluation.of(data.probability, data.happened, data.weight));
        double[] outcomes = new double[data.happened.length];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = data.happened[row] ? 1 : 0;
        }
        IsotonicCalibration isotonic = IsotonicCalibration.fit(data.probability, outcomes, data.weight);
        for (int i = 0; i <= 20; i++) {
            out.put("isotonic." + i, isotonic.probability(i / 20.0));
        }
        return out;
    }

    private static void put(Map<String, Double> out, String name, Evaluation evaluation) {
        out.put(name + ".auc", evaluation.auc().orElseThrow());
        out.put(name + ".averagePrecision", evaluation.averagePrecision().orElseThrow());
        out.put(name + ".brier", evaluation.brier().orElseThrow());
        out.put(name + ".logLoss", evaluation.logLoss().orElseThrow());
    }
}
