package dev.rapport.engagement.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.forecast.BridgeStep.Part;
import dev.rapport.engagement.forecast.Commitment.Call;
import dev.rapport.engagement.forecast.ForecastLine.Basis;
import dev.rapport.engagement.milestone.DecisionResult.Kind;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.health.HealthAttributes;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.Level;
import dev.rapport.health.retention.RenewalsDue;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.health.retention.RetentionRates;
import dev.rapport.health.retention.RevenueHistory;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Reckoning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RenewalForecastTest {

    private static final LocalDate THEN = LocalDate.of(2026, 3, 31);
    private static final LocalDate NOW = LocalDate.of(2026, 6, 30);
    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    private static final ForecastPolicy POLICY = ForecastPolicy.standard();

    private static Money eur(double amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    private static Customer customer(String id, List<Consumer<EntryBuilder>> contracts, String... calls) {
        Customer.Builder customer = Customer.builder(id, SINCE);
        contracts.forEach(contract -> customer.add(Contract.SERIES, contract));
        for (String call : calls) {
            customer.add(
                    Commitment.SERIES,
                    entry -> entry.id("call-" + id)
                            .at(LocalDate.of(2026, 3, 1), ZoneOffset.UTC)
                            .with(Commitment.OWNER, "anna")
                            .with(Commitment.CONTRACT, id + "-1")
                            .with(Commitment.CALL, call));
        }
        return customer.build();
    }

    private static Consumer<EntryBuilder> contract(String id, String start, String end, double arr) {
        return entry -> entry.id(id)
                .at(SINCE)
                .with(Contract.START, LocalDate.parse(start))
                .with(Contract.END, LocalDate.parse(end))
                .with(Contract.ARR, eur(arr));
    }

    private static Consumer<EntryBuilder> renewal(String id, String of, String start, double arr, String signed) {
        return entry -> entry.id(id)
                .at(LocalDate.parse(signed), ZoneOffset.UTC)
                .with(Contract.START, LocalDate.parse(start))
                .with(Contract.END, LocalDate.parse(start).plusYears(1))
                .with(Contract.PREDECESSOR, of)
                .with(Contract.ARR, eur(arr));
    }

    private static Facts facts(Customer... customers) {
        return Facts.of(Customer.adapter(List.of(customers)), List.of(customers))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR);
    }

    private static RenewalForecast forecast(Facts facts, LocalDate date, Map<String, Double> risk) {
        Book book = facts.asOf(date).with(HealthAttributes.CHURN_RISK, "a test", risk);
        return RenewalForecast.of(
                DecisionsAhead.of(book, 120, EUR, view -> Optional.empty()), book, Basis.RULES, POLICY, EUR);
    }

    private static final Facts FACTS = facts(
            customer(
                    "keeps",
                    List.of(
                            contract("keeps-1", "2025-05-01", "2026-05-01", 10_000),
                            renewal("keeps-2", "keeps-1", "2026-05-01", 12_000, "2026-04-20")),
                    "commit"),
            customer("leaves", List.of(contract("leaves-1", "2025-05-10", "2026-05-10", 20_000)), "commit"),
            customer(
                    "shrinks",
                    List.of(
                            contract("shrinks-1", "2025-06-01", "2026-06-01", 30_000),
                            renewal("shrinks-2", "shrinks-1", "2026-06-01", 24_000, "2026-05-20")),
                    "unlikely"),
            customer("later", List.of(contract("later-1", "2025-07-15", "2026-07-15", 5_000))));

    private static final Map<String, Double> RISK = Map.of("keeps", 0.1, "leaves", 0.4, "shrinks", 0.1);

    @Test
    void expected_isTheSumOfTheLines_toTheCent_inAllByMonthAndBySegment() {
        RenewalForecast forecast = forecast(FACTS, THEN, RISK);

        assertThat(forecast.lines())
                .extracting(ForecastLine::expected)
                .containsExactly(eur(9_000), eur(12_000), eur(27_000), eur(3_500));
        assertThat(forecast.lines().get(3).basis()).isEqualTo(Basis.UNKNOWN);
        assertThat(forecast.total().expected()).isEqualTo(eur(51_500));
        assertThat(forecast.total().gross().orElseThrow()).isCloseTo(51_500 / 65_000.0, within(1e-12));
        assertThat(forecast.months())
                .extracting(month -> month.sum().expected())
                .containsExactly(eur(21_000), eur(27_000), eur(3_500));
        assertThat(forecast.months())
                .extracting(ForecastMonth::month)
                .containsExactly(YearMonth.of(2026, 5), YearMonth.of(2026, 6), YearMonth.of(2026, 7));
        assertThat(forecast.segments())
                .hasEntrySatisfying("none", sum -> assertThat(sum.expected()).isEqualTo(eur(51_500)));
    }

    @Test
    void cases_areQuantiles_ofWhatIsKept() {
        ForecastSum total = forecast(FACTS, THEN, RISK).total();

        assertThat(total.method()).isEqualTo(KeptRevenue.Method.EXACT);
        assertThat(total.likely()).isEqualTo(eur(55_000));
        assertThat(total.best()).isEqualTo(eur(65_000));
        assertThat(total.worst()).isEqualTo(eur(30_000));
    }

    @Test
    void commitments_standBeside_andChangeNothing() {
        RenewalForecast forecast = forecast(FACTS, THEN, RISK);

        assertThat(forecast.total().called())
                .contains(
                        entry(Call.COMMIT, eur(30_000)),
                        entry(Call.UNLIKELY, eur(30_000)),
                        entry(Call.BEST_CASE, eur(0)));
        assertThat(forecast.total().statedOfCalled()).isEqualTo(eur(0.9 * 30_000 + 0.25 * 30_000));
        assertThat(forecast.total().expectedOfCalled()).isEqualTo(eur(48_000));
        assertThat(forecast.disagreements())
                .extracting(line -> line.decision().customerId())
                .containsExactly("shrinks", "leaves");
    }

    @Test
    void commitment_thatIsTooOld_orOfTheFuture_doesNotCount() {
        assertThat(forecast(FACTS, LocalDate.of(2026, 2, 20), RISK).lines())
                .allSatisfy(line -> assertThat(line.stated()).isEmpty());
        Facts old = facts(customer("old", List.of(contract("old-1", "2025-10-01", "2026-10-01", 10_000)), "commit"));
        assertThat(forecast(old, LocalDate.of(2026, 8, 27), Map.of()).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.stated()).isPresent());
        assertThat(forecast(old, LocalDate.of(2026, 8, 28), Map.of()).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.stated()).isEmpty());
    }

    private static ForecastReview review() {
        ArrBridge bridge = ArrBridge.between(FACTS.asOf(THEN), FACTS.asOf(NOW), EUR);
        return ForecastReview.of(forecast(FACTS, THEN, RISK), FACTS.asOf(NOW), bridge, 0, EUR);
    }

    @Test
    void review_saysWhatBecameOfEachTerm_thatRanOut() {
        ForecastReview review = review();

        assertThat(review.lines())
                .extracting(
                        line -> line.forecast().decision().customerId(),
                        line -> line.result().kind())
                .containsExactly(
                        tuple("keeps", Kind.RENEWED), tuple("leaves", Kind.LOST), tuple("shrinks", Kind.RENEWED));
        assertThat(review.renewals().kept()).isEqualTo(eur(34_000));
        assertThat(review.renewals().renewed()).isEqualTo(eur(36_000));
        assertThat(review.renewals().lost()).isEqualTo(eur(26_000));
        assertThat(review.months()).extracting(month -> month.sum().kept()).containsExactly(eur(10_000), eur(24_000));
    }

    @Test
    void bridge_standsTwice_andItsStepsSum() {
        ForecastReview review = review();

        assertThat(review.opening()).isEqualTo(eur(65_000));
        assertThat(review.steps().get(0)).isEqualTo(new BridgeStep(Part.LOST, Optional.of(eur(-12_000)), eur(-26_000)));
        assertThat(review.steps().get(1).happened()).isEqualTo(eur(2_000));
        Money closing = review.opening();
        for (BridgeStep step : review.steps()) {
            closing = closing.plus(step.happened());
        }
        assertThat(closing).isEqualTo(review.closing()).isEqualTo(eur(41_000));
        assertThat(review.expectedClosing()).isEqualTo(eur(53_000));
        assertThat(review.worstClosing()).isLessThan(review.closing());
    }

    @Test
    void retention_byTheRenewalsDue_comesToTheSame() {
        RetentionDefinition lost = RetentionDefinition.builder()
                .from(RetentionDefinition.STANDARD)
                .graceDays(0)
                .build();
        RetentionRates rates = RenewalsDue.of(
                        RevenueHistory.of(List.of(FACTS.asOf(THEN), FACTS.asOf(NOW)), lost, EUR), Level.CONTRACT)
                .rates();
        ReviewedSum sum = review().renewals();

        assertThat(sum.kept().getAmount()).isEqualByComparingTo(rates.gross().kept());
        assertThat(sum.dueKnown().getAmount())
                .isEqualByComparingTo(rates.gross().of());
        assertThat(sum.renewed().getAmount()).isEqualByComparingTo(rates.net().kept());
        assertThat(sum.gross().orElseThrow()).isEqualTo(rates.gross().share().orElseThrow());
    }

    @Test
    void log_saysWhoWasNearer_andRefusesAScore_onTooFew() {
        CommitmentLog log = CommitmentLog.of(POLICY, review().lines());

        assertThat(log.lines())
                .extracting(line -> CommitmentLog.closer(line))
                .containsExactly(
                        Optional.of(CommitmentLog.Closer.NEITHER),
                        Optional.of(CommitmentLog.Closer.MODEL),
                        Optional.of(CommitmentLog.Closer.MODEL));
        assertThat(log.disagreements()).hasSize(2);
        assertThat(log.people().known()).isEmpty();
        assertThat(log.verdict()).startsWith("Who forecasts better cannot be told yet: ");
    }

    @Test
    void scores_areBriersOnTheSameDecisions() {
        ForecastPolicy two =
                ForecastPolicy.builder().from(POLICY).leastDecisions(3).build();
        CommitmentLog log = CommitmentLog.of(two, review().lines());

        assertThat(log.people().known().orElseThrow().value()).isCloseTo((0.01 + 0.81 + 0.5625) / 3, within(1e-12));
        assertThat(log.model().known().orElseThrow().value()).isCloseTo((0.01 + 0.36 + 0.01) / 3, within(1e-12));
        assertThat(log.difference().known().orElseThrow().value())
                .isCloseTo((0.81 + 0.5625 - 0.36 - 0.01) / 3, within(1e-12));
    }

    @Test
    void terms_thatRenewSilently_orWereGivenNotice_areCertain() {
        Consumer<EntryBuilder> renewing = contract("calm-1", "2025-05-01", "2026-05-01", 1_000)
                .andThen(entry -> entry.with(Contract.AUTO_RENEWS, true)
                        .with(Contract.NOTICE_AMOUNT, 60.0)
                        .with(Contract.NOTICE_UNIT, "calendar-days"));
        Consumer<EntryBuilder> noticed = contract("gone-1", "2025-06-01", "2026-06-01", 2_000)
                .andThen(entry -> entry.with(Contract.NOTICE_GIVEN_ON, LocalDate.of(2026, 1, 15)));
        RenewalForecast forecast = forecast(
                facts(customer("calm", List.of(renewing)), customer("gone", List.of(noticed))), THEN, Map.of());

        assertThat(forecast.lines()).isEmpty();
        assertThat(forecast.decided()).extracting(ForecastLine::expected).containsExactly(eur(1_000), eur(0));
        assertThat(forecast.renewalsDue())
                .extracting(month -> month.sum().gross().orElseThrow())
                .containsExactly(1.0, 0.0);
    }
}
