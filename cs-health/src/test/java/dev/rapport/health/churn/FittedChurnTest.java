package dev.rapport.health.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.Books;
import dev.rapport.health.atrisk.AtRiskRanking;
import dev.rapport.health.challenge.Loss;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.classification.PlattCalibration;
import dev.rapport.health.observation.Fate;
import dev.rapport.health.observation.Losses;
import dev.rapport.health.observation.ObservationPlan;
import dev.rapport.health.observation.Observations;
import dev.rapport.health.observation.Window;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.Covariates;
import dev.rapport.health.survival.CoxRegression;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class FittedChurnTest {

    private static final AttributeKey<Double> USE = AttributeKey.number("use");
    private static final AttributeKey<Double> HALF = AttributeKey.number("half-of-use");
    private static final AttributeKey<Double> MOOD = AttributeKey.number("mood");
    private static final AttributeKey<String> OFFER = AttributeKey.text("offer");
    private static final AttributeKey<Boolean> SPONSOR = AttributeKey.bool("sponsor");
    private static final AttributeKey<String> COLOUR = AttributeKey.text("colour");
    private static final PolicyRef POLICY = new PolicyRef("churn", "1");
    private static final LocalDate DATE = LocalDate.of(2026, 1, 31);
    private static final List<Feature> FEATURES = List.of(
            Feature.of(USE),
            Feature.of(HALF),
            Feature.of(MOOD),
            Feature.of(OFFER),
            Feature.of(SPONSOR),
            Feature.of(COLOUR),
            Feature.logarithmOf(StandardAttributes.ARR));
    private static final List<Customer> CUSTOMERS = customers();
    private static final Observations TABLE = table(LocalDate.of(2026, 6, 30));

    private static List<Customer> customers() {
        Random random = new Random(5);
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double use = random.nextDouble();
            Customer.Builder builder = Books.customer("c" + i)
                    .set(USE, use, Books.EARLY)
                    .set(HALF, 1 - use, Books.EARLY)
                    .set(SPONSOR, random.nextBoolean(), Books.EARLY)
                    .set(COLOUR, "blue", Books.EARLY)
                    .set(
                            OFFER,
                            i < 5 ? "rare" : List.of("basic", "gold", "silver").get(random.nextInt(3)),
                            Books.EARLY)
                    .set(
                            StandardAttributes.ARR,
                            Money.ofMajor(CurrencyUnit.EUR, 100 + random.nextInt(10_000)),
                            Books.EARLY);
            if (random.nextInt(3) > 0) {
                builder.set(MOOD, random.nextGaussian(), Books.EARLY);
            }
            if (random.nextDouble() < 0.7 - 0.6 * use) {
                LocalDate on = DATE.plusDays(1 + random.nextInt(80));
                builder.add(Outcome.SERIES, entry -> entry.at(on).with(Outcome.KIND, "churned"));
            }
            customers.add(builder.build());
        }
        return customers;
    }

    private static Book book(AsOf asOf) {
        return Facts.of(Customer.adapter(CUSTOMERS), CUSTOMERS)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(asOf);
    }

    private static Observations table(LocalDate until) {
        return ObservationPlan.builder()
                .addDates(DATE)
                .window(new Window(10, 60))
                .addFeatures(USE, HALF, MOOD, OFFER, SPONSOR, COLOUR, StandardAttributes.ARR)
                .eligible(view -> true)
                .losses(book -> Loss.in(book, Set.of("churned")))
                .build()
                .snapshots(FittedChurnTest::book, ZoneOffset.UTC)
                .until(AsOf.endOf(until, ZoneOffset.UTC));
    }

    @Test
    void columns_areNamed_andWhatSaysNothing_isLeftOut() {
        Encoding encoding = Encoding.learn(FEATURES, TABLE);

        assertThat(encoding.names())
                .containsExactly("use", "mood", "mood:none", "offer=gold", "offer=silver", "sponsor", "log(arr)");
        assertThat(encoding.remarks())
                .containsExactly(
                        "half-of-use is left out: it says the same as use.",
                        "colour is left out: it has 1 level with at least 10 rows.");
        assertThat(encoding.requirements().attributes())
                .containsExactly(USE, MOOD, OFFER, SPONSOR, StandardAttributes.ARR);
    }

    @Test
    void columns_areCentred_andGapsAreTheMean() {
        Encoding encoding = Encoding.learn(FEATURES, TABLE);
        Covariates covariates = encoding.covariates(TABLE);

        for (int column = 0; column < covariates.size(); column++) {
            double sum = 0;
            for (double value : covariates.column(column)) {
                sum += value;
            }
            assertThat(sum).isCloseTo(0, within(1e-9));
        }
        Book none = Books.of(Books.customer("none").build());
        double[] filled = encoding.row(none.customers().get(0));
        double[] gaps = encoding.rowWithGaps(none.customers().get(0));
        assertThat(gaps[0]).isNaN();
        assertThat(filled[0])
                .isCloseTo(
                        TABLE.rows().stream()
                                .mapToDouble(row -> row.read(USE).value().orElseThrow())
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(gaps[2]).as("mood:none is always known").isEqualTo(1);
    }

    @Test
    void rareLevel_andOneThatTrainingNeverSaw_countLikeTheAverageCustomer() {
        LogisticChurn model = LogisticChurn.fit(POLICY, FEATURES, LogisticRegression.plain(), TABLE)
                .orThrow();
        Customer.Builder like = Books.customer("x").set(USE, 0.5, Books.EARLY);

        double without = probability(model, like.build());
        assertThat(probability(model, like.set(OFFER, "rare", Books.EARLY).build()))
                .isEqualTo(without);
        assertThat(probability(
                        model,
                        like.set(OFFER, "new", Books.EARLY.plusSeconds(1)).build()))
                .isEqualTo(without);
        assertThat(probability(
                        model,
                        like.set(OFFER, "gold", Books.EARLY.plusSeconds(2)).build()))
                .isNotEqualTo(without);
    }

    private static double probability(ChurnModel model, Customer customer) {
        return model.assess(Books.of(customer).customers().get(0)).value().orElseThrow();
    }

    @Test
    void logisticModel_saysWhatItsRegressionSays() {
        LogisticChurn model = LogisticChurn.fit(POLICY, FEATURES, LogisticRegression.plain(), TABLE)
                .orThrow();
        double[] expected = model.model().probabilities(model.encoding().covariates(TABLE));
        Book book = book(AsOf.endOf(DATE, ZoneOffset.UTC));

        for (int row = 0; row < TABLE.size(); row++) {
            Decision<Double> decision =
                    model.assess(book.find(TABLE.rows().get(row).customerId()).orElseThrow());
            assertThat(decision.value().orElseThrow()).isCloseTo(expected[row], within(1e-12));
        }
        assertThat(model.horizon()).hasToString("within 60 days, from day 11 on");
        Decision<Double> one = model.assess(book.customers().get(0));
        assertThat(one.reasons().parts().get(0).parts()).hasSize(7);
        assertThat(one.reasons().description()).contains("probability of a loss within 60 days, from day 11 on");
    }

    /** Reference: src/test/reference/customer-errors.R. */
    @Test
    void errors_countCustomers_andAreThoseOfRsSandwich() {
        double[] use = {0.1, 0.4, 0.35, 0.8, 0.9, 0.2, 0.7, 0.55, 0.3, 0.65, 0.05, 0.95};
        int[] lost = {1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0};
        LocalDate[] dates = {DATE, DATE.plusDays(30)};
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Customer.Builder builder = Books.customer("c" + i);
            for (int date = 0; date < 2; date++) {
                LocalDate day = dates[date];
                builder.set(
                        USE, use[2 * i + date], day.atStartOfDay(ZoneOffset.UTC).toInstant());
                if (lost[2 * i + date] == 1) {
                    builder.add(
                            Outcome.SERIES,
                            entry -> entry.id("o" + day).at(day.plusDays(2)).with(Outcome.KIND, "churned"));
                }
            }
            customers.add(builder.build());
        }
        Facts facts = Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
        Observations table = ObservationPlan.builder()
                .addDates(dates)
                .window(Window.within(5))
                .addFeatures(USE)
                .eligible(view -> true)
                .losses(Losses.stated(Set.of("churned")))
                .build()
                .snapshots(facts)
                .until(AsOf.endOf(LocalDate.of(2026, 6, 30), ZoneOffset.UTC));

        Coefficient slope = LogisticChurn.fit(POLICY, List.of(Feature.of(USE)), LogisticRegression.plain(), table)
                .orThrow()
                .model()
                .coefficients()
                .get(1);

        assertThat(table.size()).isEqualTo(12);
        assertThat(slope.estimate()).isCloseTo(-4.29212017075725, within(1e-9));
        assertThat(slope.robustStandardError().orElseThrow()).isCloseTo(2.30190212785520, within(1e-9));
    }

    @Test
    void coxModel_saysWhatItsRegressionSays_ofThoseWhoAreThereAfterTheLead() {
        Observations censored = table(LocalDate.of(2026, 3, 10));
        CoxChurn model =
                CoxChurn.fit(POLICY, FEATURES, CoxRegression.efron(), censored).orThrow();
        Covariates covariates = model.encoding().covariates(censored);
        Book book = book(AsOf.endOf(DATE, ZoneOffset.UTC));

        assertThat(model.model().fitting().rows()).as("the censored count").isEqualTo(censored.size());
        for (int row = 0; row < 50; row++) {
            double[] values = new double[covariates.size()];
            for (int column = 0; column < values.length; column++) {
                values[column] = covariates.value(row, column);
            }
            double expected =
                    1 - model.model().survival("", 60, values) / model.model().survival("", 10, values);
            double actual = model.assess(
                            book.find(censored.rows().get(row).customerId()).orElseThrow())
                    .value()
                    .orElseThrow();
            assertThat(actual).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void calibration_movesProbabilities_notTheirOrder() {
        LogisticChurn model = LogisticChurn.fit(POLICY, FEATURES, LogisticRegression.plain(), TABLE)
                .orThrow();
        LogisticChurn calibrated =
                model.calibratedBy(new PolicyRef("churn", "1-calibrated"), new PlattCalibration(-0.5, 0.3));
        Customer customer = Books.customer("x").set(USE, 0.1, Books.EARLY).build();
        double before = probability(model, customer);

        assertThat(probability(calibrated, customer))
                .isCloseTo(1 / (1 + Math.exp(-0.5 * Math.log(before / (1 - before)) + 0.3)), within(1e-12));
        assertThat(calibrated.policy()).hasToString("churn@1-calibrated");
    }

    @Test
    void atRiskRanking_takesAFittedModel_inPlaceOfRules() {
        LogisticChurn model = LogisticChurn.fit(POLICY, FEATURES, LogisticRegression.plain(), TABLE)
                .orThrow();
        Book book =
                model.assess(book(AsOf.endOf(DATE, ZoneOffset.UTC))).layOver(book(AsOf.endOf(DATE, ZoneOffset.UTC)));

        assertThat(book.customers().get(0).find(dev.rapport.health.HealthAttributes.CHURN_RISK))
                .isPresent();
        assertThat(AtRiskRanking.by(model, 60)).isNotNull();
    }

    @Test
    void whatIsNoNumber_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Feature.of(AttributeKey.date("renewal")))
                .withMessageStartingWith(
                        "feature (renewal) must be a number, money, a boolean or a text, was DATE.\nMaybe");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Feature.logarithmOf(SPONSOR))
                .withMessage("feature (sponsor) must be a number or money to be logarithmic.");
        assertThat(LogisticChurn.fit(POLICY, FEATURES, LogisticRegression.plain(), TABLE.only(row -> false))
                        .problems()
                        .render())
                .contains("features must have a column that varies in training");
        assertThat(LogisticChurn.fit(
                                POLICY,
                                FEATURES,
                                LogisticRegression.plain(),
                                TABLE.only(row -> row.fate() == Fate.LOST))
                        .problems()
                        .render())
                .contains("the outcome must be yes for some rows");
    }
}
