package dev.rapport.examples.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user runs it: on a small file of its own, and on the public data sets. */
class BacktestTest {

    private static final String TELCO_HEADER =
            "customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,InternetService,"
                    + "OnlineSecurity,OnlineBackup,DeviceProtection,TechSupport,StreamingTV,StreamingMovies,Contract,"
                    + "PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    private int run(String... line) {
        return Main.PROGRAM.run(
                line,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
    }

    private String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve("out").resolve(file));
    }

    private Path telco(int rows) throws IOException {
        StringBuilder file = new StringBuilder(TELCO_HEADER);
        for (int i = 0; i < rows; i++) {
            boolean leaves = i * 7919 % 100 < (i % 2 == 0 ? 45 : 10);
            file.append(String.format(
                    Locale.ROOT,
                    "c%d,Male,0,No,No,%d,Yes,No,DSL,%s,No,No,No,No,No,%s,Yes,Mailed check,%.2f,1,%s%n",
                    i,
                    1 + i * 31 % 60,
                    i % 3 == 0 ? "Yes" : "No",
                    i % 2 == 0 ? "Month-to-month" : "One year",
                    20 + i * 17 % 80 + 0.5,
                    leaves ? "Yes" : "No"));
        }
        return Files.writeString(folder.resolve("telco.csv"), file);
    }

    @Test
    void telco_writesTheCard_andSaysWhichFloorWasWaived() throws IOException {
        int exit = run(
                "telco",
                "--data",
                telco(1000).toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(text(error)).isEmpty();
        assertThat(exit).isZero();
        assertThat(text(out))
                .startsWith("Telco: who leaves within a month\n  It ")
                .contains("Written to");
        assertThat(written("model-card.json"))
                .contains("\"policy\": \"model-floors-on-one-month\"", "\"column\": \"contract=One year\"");
        assertThat(written("index.html"))
                .contains(
                        "By the preset model-floors the gate gives no verdict: Not enough data for a verdict: 1 month, of"
                                + " which it takes 12.");
    }

    @Test
    void fewLosses_getNoVerdict() throws IOException {
        assertThat(run(
                        "telco",
                        "--data",
                        telco(60).toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isZero();

        assertThat(text(out)).contains("Not enough data for a verdict:").contains("of which it takes 30");
    }

    @Test
    void wrongFile_isNamed_withWhatItMustHave() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

        assertThat(run("telco", "--data", file.toString())).isEqualTo(2);
        assertThat(text(error)).contains("other.csv) must have the columns [gender, SeniorCitizen,", "Maybe");
        assertThat(run("ravenstack", "--data", folder.toString())).isEqualTo(2);
        assertThat(text(error)).contains("ravenstack_churn_events.csv) must be there and readable.");
        assertThat(run("--data", file.toString())).isEqualTo(2);
        assertThat(text(error)).contains("data set must come first: telco or ravenstack.");
    }

    @Test
    @Tag("validation")
    @EnabledIfSystemProperty(
            named = "validation.data",
            matches = ".+",
            disabledReason = "give -Dvalidation.data=/absolute/folder with the public data sets")
    void telco_passes_asWellAsIsPublishedOfLogisticRegressions() throws IOException {
        Path data = Path.of(System.getProperty("validation.data"), "telco", "Telco-Customer-Churn.csv");

        assertThat(run(
                        "telco",
                        "--data",
                        data.toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isZero();

        assertThat(text(out))
                .contains("It passes all 2 floors, judged by 1869 losses among 7043 customers")
                .contains("Area under the curve is 0.84");
        assertThat(written("index.html"))
                .contains("telco-churn@1 is better than telco-rules@1 by area under the curve");
    }

    @Test
    @Tag("validation")
    @EnabledIfSystemProperty(
            named = "validation.data",
            matches = ".+",
            disabledReason = "give -Dvalidation.data=/absolute/folder with the public data sets")
    void ravenstack_cannotBePredicted_andTheGateSaysSo() throws IOException {
        Path data = Path.of(System.getProperty("validation.data"), "ravenstack");

        assertThat(run(
                        "ravenstack",
                        "--data",
                        data.toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isZero();

        assertThat(text(out)).contains("Losses cannot be predicted from this data by this candidate");
        assertThat(written("model-card.json")).contains("\"verdict\": \"no-better-than-chance\"");
        assertThat(written("scorecard-card.json")).contains("\"verdict\": \"no-better-than-chance\"");
        assertThat(written("index.html"))
                .contains("110 accounts are flagged as churned", "the log has 600 entries", "486 subscriptions ended");
    }
}
