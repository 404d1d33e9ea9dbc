package dev.rapport.examples.hostadapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.Level;
import dev.rapport.health.retention.RenewalsDue;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.health.retention.RetentionRates;
import dev.rapport.health.retention.RevenueHistory;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Retention of 2024 in a book that nobody here wrote, against the raw rows: expansion masks churn. */
@Tag("validation")
class RetentionValidationTest {

    private static final LocalDate OPENING = LocalDate.of(2023, 12, 31);
    private static final LocalDate CLOSING = LocalDate.of(2024, 12, 31);

    private static Path data = Path.of("");
    private static RevenueHistory year = emptyHistory();

    private static RevenueHistory emptyHistory() {
        return history(List.of());
    }

    private static RevenueHistory history(List<Account> accounts) {
        Facts facts = Facts.of(AccountAdapter.adapter(), accounts).in(ZoneOffset.UTC, CurrencyUnit.USD);
        return RevenueHistory.monthly(
                facts,
                AsOf.endOf(CLOSING, ZoneOffset.UTC),
                12,
                RetentionDefinition.STANDARD,
                Reckoning.in(CurrencyUnit.USD));
    }

    @BeforeAll
    static void read() {
        String given = System.getProperty("validation.data", "");
        assumeTrue(!given.isBlank(), "-Dvalidation.data does not name the folder of the public data");
        data = Path.of(given).resolve("ravenstack");
        assumeTrue(Files.isDirectory(data), data.toAbsolutePath() + " is no folder");
        year = history(Export.read(data).accounts());
    }

    private static BigDecimal paid(NamedCsvRecord row, LocalDate on) {
        String end = row.getField("end_date");
        boolean runs = !LocalDate.parse(row.getField("start_date")).isAfter(on)
                && (end.isEmpty() || LocalDate.parse(end).isAfter(on))
                && !row.getField("is_trial").equals("True");
        return runs ? new BigDecimal(row.getField("arr_amount")) : BigDecimal.ZERO;
    }

    /** Kept of opening, counted from the raw rows by the values of a column. */
    private static BigDecimal[] naive(String column) throws IOException {
        Map<String, BigDecimal> then = new TreeMap<>();
        Map<String, BigDecimal> now = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(data.resolve("ravenstack_subscriptions.csv"))) {
            for (NamedCsvRecord row : csv) {
                then.merge(row.getField(column), paid(row, OPENING), BigDecimal::add);
                now.merge(row.getField(column), paid(row, CLOSING), BigDecimal::add);
            }
        }
        BigDecimal opening = BigDecimal.ZERO;
        BigDecimal kept = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> entry : then.entrySet()) {
            opening = opening.add(entry.getValue());
            kept = kept.add(entry.getValue().min(now.getOrDefault(entry.getKey(), BigDecimal.ZERO)));
        }
        return new BigDecimal[] {kept, opening};
    }

    @Test
    void gross_is996ByAccount_and926BySubscription() throws IOException {
        RetentionRates accounts = year.whole(Level.ACCOUNT).rates();
        RetentionRates subscriptions = year.whole(Level.CONTRACT).rates();

        assertThat(accounts.gross().share().orElseThrow()).isCloseTo(0.996, within(0.0005));
        assertThat(subscriptions.gross().share().orElseThrow()).isCloseTo(0.926, within(0.0005));
        BigDecimal[] byAccount = naive("account_id");
        BigDecimal[] bySubscription = naive("subscription_id");
        assertThat(accounts.gross().kept()).isEqualByComparingTo(byAccount[0]);
        assertThat(accounts.gross().of()).isEqualByComparingTo(byAccount[1]);
        assertThat(subscriptions.gross().kept()).isEqualByComparingTo(bySubscription[0]);
        assertThat(subscriptions.gross().of()).isEqualByComparingTo(bySubscription[1]);
    }

    @Test
    void logoAndNet_sayWhatTheyCount() {
        RetentionRates accounts = year.whole(Level.ACCOUNT).rates();
        RetentionRates subscriptions = year.whole(Level.CONTRACT).rates();

        assertThat(accounts.logo().kept()).isEqualByComparingTo("185");
        assertThat(accounts.logo().of()).as("nobody left altogether").isEqualByComparingTo("185");
        assertThat(subscriptions.logo().kept()).isEqualByComparingTo("488");
        assertThat(subscriptions.logo().of()).isEqualByComparingTo("540");
        assertThat(accounts.net().share().orElseThrow()).isBetween(2.9, 3.0);
        assertThat(subscriptions.net().share()).isEqualTo(subscriptions.gross().share());
    }

    @Test
    void months_leadFromTheOpeningToTheClosing_andCountTheChurnOfSubscriptionsThatBeganSince() {
        ArrBridge whole = year.whole(Level.CONTRACT);
        List<ArrBridge> months = year.steps(Level.CONTRACT);

        assertThat(months.get(0).opening()).isEqualTo(whole.opening());
        assertThat(months.get(11).closing()).isEqualTo(whole.closing());
        assertThat(whole.closing().getAmount()).isEqualByComparingTo("121915296");
        assertThat(months.stream()
                        .mapToInt(month -> month.count(ArrBridge.Kind.CHURN))
                        .sum())
                .isGreaterThan(whole.count(ArrBridge.Kind.CHURN));
        assertThat(year.trailing(Level.CONTRACT).gross().share().orElseThrow())
                .as("who came in the year left too")
                .isLessThan(whole.rates().gross().share().orElseThrow());
    }

    @Test
    void renewals_areNotDue_whereNoTermHasAnEnd() {
        RenewalsDue due = RenewalsDue.of(year, Level.CONTRACT);

        assertThat(due.renewals()).isEmpty();
        assertThat(due.rates().gross().share()).isEmpty();
    }
}
