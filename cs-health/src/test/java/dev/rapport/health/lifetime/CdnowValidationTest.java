package dev.rapport.health.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The CDNOW sample, calibrated to 1997-09-30, purchases of a day merged, exact days / 7. Expected values: R packages BTYD and
 * CLVTools.
 */
@Tag("validation")
@EnabledIfSystemProperty(
        named = "validation.data",
        matches = ".+",
        disabledReason = "give -Dvalidation.data=/absolute/folder with the public data sets")
class CdnowValidationTest {

    private static final Percentage MILLIONTH = Percentage.withPercentage(1e-4);

    private PurchaseSummaries summaries = PurchaseSummaries.of(new double[0], new double[0], new double[0]);
    private double[] repeats = {};
    private double[] amount = {};

    @BeforeEach
    void read() throws IOException {
        Map<String, TreeMap<LocalDate, Double>> purchases = new TreeMap<>();
        LocalDate end = LocalDate.of(1997, 9, 30);
        for (String line :
                Files.readAllLines(Path.of(System.getProperty("validation.data"), "cdnow", "CDNOW_sample.txt"))) {
            String[] parts = line.strip().split("\\s+", -1);
            LocalDate date = LocalDate.parse(parts[2], DateTimeFormatter.BASIC_ISO_DATE);
            if (!date.isAfter(end)) {
                purchases
                        .computeIfAbsent(parts[0], key -> new TreeMap<>())
                        .merge(date, Double.parseDouble(parts[4]), Double::sum);
            }
        }
        int size = purchases.size();
        repeats = new double[size];
        amount = new double[size];
        double[] last = new double[size];
        double[] watched = new double[size];
        int row = 0;
        for (TreeMap<LocalDate, Double> one : purchases.values()) {
            LocalDate first = one.firstKey();
            repeats[row] = one.size() - 1;
            last[row] = ChronoUnit.DAYS.between(first, one.lastKey()) / 7.0;
            watched[row] = ChronoUnit.DAYS.between(first, end) / 7.0;
            double sum = one.tailMap(first, false).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            amount[row] = repeats[row] > 0 ? sum / repeats[row] : 0;
            row++;
        }
        summaries = PurchaseSummaries.of(repeats, last, watched);
    }

    private static void holds(PurchaseModel model, double likelihood, Percentage close, double... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            assertThat(model.parameters().get(i).estimate()).isCloseTo(parameters[i], close);
        }
        assertThat(model.logLikelihood()).isCloseTo(likelihood, within(1e-6));
    }

    private double sum(PurchaseModel model) {
        double sum = 0;
        for (int i = 0; i < summaries.size(); i++) {
            sum += model.expectedPurchases(39, summaries.repeats(i), summaries.last(i), summaries.watched(i));
        }
        return sum;
    }

    @Test
    void betaGeometricNbd() {
        assertThat(summaries.size()).isEqualTo(2357);
        BetaGeometricNbd model = BetaGeometricNbd.fit(summaries).orThrow();
        holds(model, -9582.429207, MILLIONTH, .24259453, 4.41360206, .79292186, 2.42590610);
        assertThat(model.expectedPurchases(52, 26, 216 / 7.0, 31)).isCloseTo(25.75733869, within(1e-5));
        assertThat(model.probabilityAlive(26, 216 / 7.0, 31)).isCloseTo(.968854447, within(1e-7));
        assertThat(model.expectedPurchases(39, 2, 30.43, 38.86)).isCloseTo(1.22590685, within(1e-6));
        assertThat(sum(model)).isCloseTo(1653.41, within(5e-3));
        assertThat(model.probabilityAlive(0, 0, 30)).isEqualTo(1);
    }

    @Test
    void paretoNbd() {
        ParetoNbd model = ParetoNbd.fit(summaries).orThrow();
        holds(model, -9594.976179, Percentage.withPercentage(1e-3), .55327706, 10.57768361, .60624012, 11.66874002);
        assertThat(model.expectedPurchases(52)).isCloseTo(1.47343432, within(1e-6));
        assertThat(model.expectedPurchases(52, 26, 216 / 7.0, 31)).isCloseTo(25.45518258, within(1e-5));
        assertThat(model.probabilityAlive(26, 216 / 7.0, 31)).isCloseTo(.997873404, within(1e-7));
        assertThat(sum(model)).isCloseTo(1665.51, within(5e-3));
        assertThat(model.probabilityAlive(0, 0, 30)).isLessThan(1);
    }

    @Test
    void gammaGamma() {
        GammaGamma model = GammaGamma.fit(repeats, amount).orThrow();
        assertThat(2357 - model.leftOut()).isEqualTo(946);
        double[] expected = {6.24957117, 3.74422490, 15.44352541};
        for (int i = 0; i < 3; i++) {
            assertThat(model.parameters().get(i).estimate()).isCloseTo(expected[i], MILLIONTH);
        }
        assertThat(model.logLikelihood()).isCloseTo(-4055.917695, within(1e-6));
        assertThat(model.expectedAmount(3, 35)).isCloseTo(35.02175318, within(1e-6));
    }

    @Test
    void modifiedBetaGeometricNbd_knowsThatOneMayLeaveAtOnce() {
        BetaGeometricNbd model = BetaGeometricNbd.fitModified(summaries).orThrow();
        assertThat(model.probabilityAlive(0, 0, 30)).isLessThan(1);
        assertThat(sum(model)).isBetween(1500.0, 1900.0);
    }
}
