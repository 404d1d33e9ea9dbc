package dev.rapport.health.residual;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.atrisk.AtRiskRanking;
import dev.rapport.health.json.HealthDocuments;
import dev.rapport.health.residual.ResidualValuePolicy.Model;
import dev.rapport.health.residual.ResidualValuePolicy.Outlook;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Purchase;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResidualValuesTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = START.plusWeeks(104);
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);

    private static ResidualValuePolicy policy(Model model, double yearlyRate) {
        return new ResidualValuePolicy(DocumentHeader.of("residual", "1"), model, new Outlook(364, yearlyRate));
    }

    /** Customers with a pace, a purse and an inclination to leave of their own. */
    private static List<Customer> customers(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Customer.Builder customer = Customer.builder(
                    "p-" + (1000 + i), START.atStartOfDay(ZoneOffset.UTC).toInstant());
            double perWeek = 0.02 - 0.2 * Math.log(1 - random.nextDouble());
            double leaves = 1 - Math.pow(1 - random.nextDouble(), 0.2);
            double purse = 20 + 180 * random.nextDouble();
            LocalDate day = START.plusDays(random.nextInt(300));
            int number = 0;
            do {
                LocalDate on = day;
                double amount = purse * (0.5 + random.nextDouble());
                customer.add(
                        Purchase.SERIES,
                        entry -> entry.at(on)
                                .with(
                                        Purchase.AMOUNT,
                                        Money.of(
                                                CurrencyUnit.EUR, BigDecimal.valueOf(amount), RoundingMode.HALF_EVEN)));
                day = day.plusDays(1 + (long) (-7 * Math.log(1 - random.nextDouble()) / perWeek));
                number++;
            } while (random.nextDouble() > leaves && number < 500);
            customers.add(customer.build());
        }
        return customers;
    }

    private static Facts facts(List<Customer> customers) {
        return Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
    }

    private static double bought(Book book, LocalDate after) {
        return book.customers().stream()
                .flatMap(view -> view.series(Purchase.SERIES).stream())
                .filter(purchase -> !purchase.entry()
                        .at()
                        .isBefore(after.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .mapToDouble(purchase -> purchase.amount().getAmount().doubleValue())
                .sum();
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void values_areWhatIsThenBought_inSum(Model model) {
        Facts facts = facts(customers(600, 11));
        ResidualValues values =
                ResidualValues.fit(facts.asOf(TODAY), policy(model, 0), EUR).orThrow();
        double expected = values.values().values().stream()
                .mapToDouble(value -> value.getAmount().doubleValue())
                .sum();
        double then = bought(facts.asOf(TODAY.plusDays(364)), TODAY);
        assertThat(then).isGreaterThan(50_000);
        assertThat(expected / then).as("seed 11, %s", values.model()).isBetween(0.85, 1.15);
    }

    @Test
    void value_isPurchasesToCome_timesTheWorthOfOne_drawnTowardsTheMean() {
        Book book = facts(customers(200, 3)).asOf(TODAY);
        ResidualValues values =
                ResidualValues.fit(book, policy(Model.MBG_NBD, 0.1), EUR).orThrow();
        assertThat(values.unvalued()).isEmpty();
        for (var view : book.customers()) {
            PurchaseHistory history = PurchaseHistory.of(view, view.series(Purchase.SERIES), EUR);
            double naive = 0;
            for (int month = 1; month <= 12; month++) {
                double from = 52.0 * (month - 1) / 12;
                double to = 52.0 * month / 12;
                PurchaseHistory.Times times = history.times();
                naive += (values.model().expectedPurchases(to, times.repeats(), times.last(), times.watched())
                                - values.model()
                                        .expectedPurchases(from, times.repeats(), times.last(), times.watched()))
                        * Math.pow(1.1, -7 * (from + to) / 2 / 365.25);
            }
            naive *= values.amounts().expectedAmount(history.times().repeats(), history.mean());
            assertThat(requireNonNull(values.values().get(view.customerId()))
                            .getAmount()
                            .doubleValue())
                    .isEqualTo(naive, within(0.0051));
        }
    }

    @Test
    void discounting_makesLaterPurchasesWorthLess_andAFartherHorizonMore() {
        Book book = facts(customers(200, 5)).asOf(TODAY);
        Map<String, Money> today =
                ResidualValues.fit(book, policy(Model.BG_NBD, 0), EUR).orThrow().values();
        Map<String, Money> discounted = ResidualValues.fit(book, policy(Model.BG_NBD, 0.2), EUR)
                .orThrow()
                .values();
        Map<String, Money> farther = ResidualValues.fit(
                        book,
                        new ResidualValuePolicy(DocumentHeader.of("r", "1"), Model.BG_NBD, new Outlook(728, 0)),
                        EUR)
                .orThrow()
                .values();
        today.forEach((customer, value) -> {
            assertThat(discounted.get(customer)).isLessThanOrEqualTo(value);
            assertThat(farther.get(customer)).isGreaterThanOrEqualTo(value);
        });
        assertThat(discounted).isNotEqualTo(today);
    }

    @Test
    void laterPurchases_changeNothing() {
        Facts facts = facts(customers(150, 9));
        ResidualValuePolicy policy = policy(Model.MBG_NBD, 0.1);
        List<Customer> cut = new ArrayList<>();
        for (Customer customer : customers(150, 9)) {
            Customer.Builder same = Customer.builder(
                    customer.id(), START.atStartOfDay(ZoneOffset.UTC).toInstant());
            facts.asOf(TODAY)
                    .find(customer.id())
                    .orElseThrow()
                    .series(Purchase.SERIES)
                    .forEach(purchase -> same.add(
                            Purchase.SERIES,
                            entry -> entry.at(purchase.entry().at()).with(Purchase.AMOUNT, purchase.amount())));
            cut.add(same.build());
        }
        assertThat(ResidualValues.fit(facts.asOf(TODAY), policy, EUR).orThrow().values())
                .isEqualTo(ResidualValues.fit(facts(cut).asOf(TODAY), policy, EUR)
                        .orThrow()
                        .values());
    }

    @Test
    void values_lieOverTheBook_withTheirSource() {
        Book book = facts(customers(150, 9)).asOf(TODAY);
        Book valued = ResidualValues.fit(book, policy(Model.MBG_NBD, 0.1), EUR)
                .orThrow()
                .layOver(book);
        var reading = valued.customers().get(0).read(AtRiskRanking.RESIDUAL_VALUE);
        assertThat(reading.value()).isPresent();
        assertThat(reading.provenance().orElseThrow().source()).isEqualTo("residual@1, MBG/NBD");
    }

    @Test
    void fewRepeaters_areRefused_withTheirNumber() {
        Book book = facts(customers(20, 2)).asOf(TODAY);
        assertThat(ResidualValues.fit(book, policy(Model.BG_NBD, 0), EUR)
                        .problems()
                        .render())
                .contains("at least 30 customers must have bought again, ")
                .contains("Maybe lay a value over the book that comes from elsewhere");
    }

    @Test
    void modelThatCannotBeFitted_isRefused_withTheReason() {
        List<Customer> alike = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Customer.Builder customer = Customer.builder(
                    "p-" + (1000 + i), START.atStartOfDay(ZoneOffset.UTC).toInstant());
            for (int week = 0; week <= 104; week += 4) {
                LocalDate on = START.plusWeeks(week);
                customer.add(
                        Purchase.SERIES, entry -> entry.at(on).with(Purchase.AMOUNT, Money.of(CurrencyUnit.EUR, 10)));
            }
            alike.add(customer.build());
        }
        assertThat(ResidualValues.fit(facts(alike).asOf(TODAY), policy(Model.BG_NBD, 0), EUR)
                        .problems()
                        .render())
                .containsPattern("parameter (r|alpha|a|b|p|q|v) must be determined by the data");
    }

    @Test
    void customersWithoutPurchases_orRate_haveNoValue_andTheOthersDo() {
        List<Customer> customers = new ArrayList<>(customers(120, 4));
        customers.add(
                Customer.builder("none", START.atStartOfDay(ZoneOffset.UTC).toInstant())
                        .build());
        customers.add(Customer.builder("usd", START.atStartOfDay(ZoneOffset.UTC).toInstant())
                .add(Purchase.SERIES, entry -> entry.at(START).with(Purchase.AMOUNT, Money.of(CurrencyUnit.USD, 10)))
                .build());
        ResidualValues values = ResidualValues.fit(facts(customers).asOf(TODAY), policy(Model.MBG_NBD, 0), EUR)
                .orThrow();
        assertThat(values.values()).hasSize(120);
        assertThat(values.unvalued())
                .containsEntry("none", "bought nothing yet")
                .containsEntry("usd", "there is no rate from USD to EUR on 2024-01-01");
    }

    @Test
    void policy_isReadBack_andItsNumbersAreChecked() {
        ResidualValuePolicy policy = policy(Model.PARETO_NBD, 0.1);
        String json = HealthDocuments.RESIDUAL_VALUE.toJson(policy);
        assertThat(HealthDocuments.RESIDUAL_VALUE
                        .read(JsonInput.text("p.json", json))
                        .orThrow())
                .isEqualTo(policy);
        assertThat(json).contains("\"model\": \"pareto-nbd\"", "\"horizonDays\": 364");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outlook(4000, 0))
                .withMessage("days (4000) must be between 1 and 1826, yearlyRate (0.0) between 0 and 1.");
    }
}
