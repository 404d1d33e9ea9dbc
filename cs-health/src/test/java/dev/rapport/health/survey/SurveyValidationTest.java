package dev.rapport.health.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.estimate.NetScore;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.SurveyAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A thousand answers that nobody here wrote, the test data of R's package NPS, read as a book of 26 accounts. Reference
 * values: src/test/reference/nps.R. The data is not in the repository: {@code -Dvalidation.data} names its folder, as an
 * absolute path.
 */
@Tag("validation")
class SurveyValidationTest {

    private static final AttributeKey<String> REGION = AttributeKey.text("most-answers-from");
    private static final LocalDate END = LocalDate.of(2012, 12, 31);
    private static final Instant EARLY = Instant.parse("2000-01-01T00:00:00Z");

    private static List<Customer> customers = List.of();

    @BeforeAll
    static void read() throws IOException {
        String given = System.getProperty("validation.data", "");
        assumeTrue(!given.isBlank(), "-Dvalidation.data does not name the folder of the public data");
        Path file = Path.of(given).resolve("nps").resolve("nps_testdata.csv");
        assumeTrue(Files.isRegularFile(file), file.toAbsolutePath() + " is no file");
        Map<String, Customer.Builder> accounts = new TreeMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).replace("\"", "").split(",", -1);
            Customer.Builder account = accounts.computeIfAbsent(cells[8], id -> Customer.builder(id, EARLY));
            account.set(REGION, cells[9], EARLY);
            add(account, i, LocalDate.parse(cells[7]), Double.parseDouble(cells[0]));
        }
        customers = accounts.values().stream().map(Customer.Builder::build).toList();
    }

    private static void add(Customer.Builder account, int row, LocalDate day, double score) {
        account.add(
                SurveyAnswer.SERIES,
                answer -> answer.id("row-" + row)
                        .at(day.atStartOfDay(ZoneOffset.UTC).toInstant())
                        .with(SurveyAnswer.INSTRUMENT, "nps")
                        .with(SurveyAnswer.SCORE, score));
    }

    private static SurveySummary summary(int days) {
        Book book = Facts.of(Customer.adapter(customers), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(END);
        SurveySettings settings = new SurveySettings(0.95, new SurveySettings.Window(days, 3), Optional.empty());
        return SurveyReport.of(book, Surveyed.instruments(settings, Surveyed.nps(30, 10)), List.of(REGION))
                .find("nps")
                .orElseThrow()
                .overall();
    }

    @Test
    void plainInterval_isThatOfThePackage() {
        SurveyCounts counts = summary(366).counts();

        assertThat(counts).isEqualTo(new SurveyCounts(462, 176, 362));
        var wald = NetScore.wald(counts.favourable(), counts.neutral(), counts.unfavourable(), 0.95);
        assertThat(wald.low()).isCloseTo(4.40808844844, within(1e-8));
        assertThat(wald.high()).isCloseTo(15.5919115516, within(1e-8));
    }

    @Test
    void netScore_knowsOfTheAccounts() {
        SurveySummary summary = summary(366);

        Estimate.Known score = summary.score().known().orElseThrow();
        assertThat(score.value()).isEqualTo(10);
        assertThat(summary.accounts()).isEqualTo(26);
        // n divided by CR2 / (s^2 / n): answers of one account are hardly alike here
        assertThat(score.basis().effective()).isCloseTo(1000 * 0.000814814814815 / 0.000878662138368, within(1e-6));
        var independent = NetScore.adjustedWald(462, 176, 362, 0.95);
        assertThat(score.interval().low()).isLessThan(independent.low());
        assertThat(score.interval().high()).isGreaterThan(independent.high());
        assertThat(summary.mean().known().orElseThrow().value()).isCloseTo(7.009, within(1e-12));
    }

    @Test
    void change_betweenTheHalvesOfTheYear_isThatOfR() {
        Estimate.Known change = summary(184).change().known().orElseThrow();

        // 184 days back from 30 June 2012 lies 2011, of which there are no answers
        assertThat(change.value()).isCloseTo(-2.04000816003, within(1e-8));
        assertThat(change.interval().high() - change.interval().low())
                .isBetween(2 * 1.96 * 100 * Math.sqrt(0.00482887743287), 2 * 2.2 * 100 * Math.sqrt(0.00482887743287));
        assertThat(change.excludesZero()).isFalse();
    }

    @Test
    void everythingElse_isSaidNotToBeKnown() {
        SurveySummary summary = summary(366);

        assertThat(summary.response().rate().whyNot()).contains("the source feeds no question that was not answered");
        assertThat(summary.trend().known()).isEmpty();
        assertThat(summary.change().whyNot()).contains("before: 0 of at least 30 answers");
    }
}
