package dev.rapport.health.atrisk;

import static dev.rapport.health.atrisk.AtRiskBooks.ARR;
import static dev.rapport.health.atrisk.AtRiskBooks.BAND;
import static dev.rapport.health.atrisk.AtRiskBooks.DATE;
import static dev.rapport.health.atrisk.AtRiskBooks.customer;
import static dev.rapport.health.atrisk.AtRiskBooks.everybodyGets;
import static dev.rapport.health.atrisk.AtRiskBooks.ranking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.health.Books;
import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.health.risk.RiskOfBook;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AtRiskListTest {

    private static Book book(Customer.Builder... customers) {
        return Books.of(List.of(customers).stream().map(Customer.Builder::build).toList(), Books.TODAY);
    }

    @Test
    void lines_areRankedByExpectedLoss_tiesByDateThenCustomer() {
        AtRiskList list = ranking()
                .of(book(
                        customer("z-green", "green", 60, "EUR 75000"),
                        customer("d-later", "red", 61, "EUR 10000"),
                        customer("c", "red", 60, "EUR 10000"),
                        customer("b", "red", 60, "EUR 10000"),
                        customer("e", "yellow", 60, "EUR 20000")));

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("b", "c", "z-green", "d-later", "e");
        assertThat(list.lines())
                .extracting(line -> line.expectedLoss().toString())
                .containsExactly("EUR 7500.00", "EUR 7500.00", "EUR 7500.00", "EUR 7500.00", "EUR 6000.00");
        assertThat(list.expectedLoss(list.lines())).hasToString("EUR 36000.00");
        assertThat(list.atStake(list.lines(), AtRisk.Stake.ARR)).hasToString("EUR 125000.00");
    }

    @Test
    void lossesThatShowTheSameAmount_areEqual_whateverTheirLastBit() {
        assertThat(0.1 * 3).as("one bit more than").isGreaterThan(0.3 * 1);

        AtRiskList list = ranking()
                .of(book(customer("a-later", "green", 61, "EUR 3.00"), customer("b-sooner", "yellow", 60, "EUR 1.00")));

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("b-sooner", "a-later");
    }

    @Test
    void line_showsTheReckoning() {
        AtRisk line = ranking()
                .choosing(everybodyGets(4))
                .of(book(customer("a", "red", 34, "EUR 12000")))
                .lines()
                .get(0);

        assertThat(line.daysToDecision()).hasValue(34);
        assertThat(line.daysToLastSafeDay()).hasValue(34);
        assertThat(line.saveable()).hasValue(0.5);
        assertThat(line.expectedSaved()).contains(Money.parse("EUR 4500"));
        assertThat(line.savedPerHour()).contains(Money.parse("EUR 1125"));
        assertThat(line)
                .hasToString("a: 0.75 x EUR 12000.00 = EUR 9000.00, decided on 2026-08-03, last safe day 2026-08-03");
    }

    @Test
    void withoutPlays_theLastSafeDayIsTheDayOfTheDecision_andNothingIsMadeUp() {
        AtRiskList list = ranking()
                .of(book(
                        customer("today", "red", 0, "EUR 1"),
                        customer("past", "red", -1, "EUR 1"),
                        customer("edge", "red", 120, "EUR 1"),
                        customer("far", "red", 121, "EUR 1")));

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("today", "edge");
        assertThat(list.tooLate()).extracting(AtRisk::customerId).containsExactly("past");
        assertThat(list.lockedIn()).extracting(AtRisk::customerId).containsExactly("far");
        assertThat(list.lines().get(0).play()).isEmpty();
        assertThat(list.lines().get(0).saveable()).isEmpty();
        assertThat(list.lines().get(0).savedPerHour()).isEmpty();
        assertThat(list.lines().get(0).reasons().saved()).isEmpty();
        assertThat(list.bySavedPerHour()).isEmpty();
        assertThat(list.hours()).isEmpty();
    }

    @Test
    void whatIsNotKnown_isSaid_customerByCustomer() {
        assertThat(ranking()
                        .of(book(
                                Books.customer("blank"),
                                Books.customer("dollars")
                                        .set(BAND, "red", Books.EARLY)
                                        .set(DATE, Books.TODAY, Books.EARLY)
                                        .set(ARR, Money.parse("USD 5"), Books.EARLY),
                                Books.customer("no-amount")
                                        .set(BAND, "red", Books.EARLY)
                                        .set(DATE, Books.TODAY, Books.EARLY),
                                customer("odd", "purple", 60, "EUR 1")))
                        .unranked())
                .containsExactly(
                        new AtRiskList.Unranked(
                                "blank",
                                List.of(
                                        "decision date: no value",
                                        "residual lifetime value: nothing is bound to lifetime.residual-value",
                                        "churn risk: not enough data: eg-csm-forecast (no value)")),
                        new AtRiskList.Unranked(
                                "dollars", List.of("revenue decided on: is in USD, the book reports in EUR")),
                        new AtRiskList.Unranked("no-amount", List.of("revenue decided on: no value")),
                        new AtRiskList.Unranked(
                                "odd",
                                List.of(
                                        "churn risk: not enough data: eg-csm-forecast (the rule has no value for this)")));
    }

    @Test
    void consumers_areRankedByTheirResidualValue_besideBusinesses() {
        AtRiskList list = ranking()
                .choosing(everybodyGets(2))
                .of(book(
                        customer("business", "red", 60, "EUR 100"),
                        Books.customer("consumer")
                                .set(BAND, "yellow", Books.EARLY)
                                .set(AtRiskRanking.RESIDUAL_VALUE, Money.parse("EUR 1000"), Books.EARLY)));

        AtRisk consumer = list.lines().get(0);
        assertThat(consumer.customerId()).isEqualTo("consumer");
        assertThat(consumer.stake()).isEqualTo(AtRisk.Stake.RESIDUAL_VALUE);
        assertThat(consumer.expectedLoss()).hasToString("EUR 300.00");
        assertThat(consumer.decisionDate()).isEmpty();
        assertThat(consumer.daysToLastSafeDay()).isEmpty();
        assertThat(consumer.savedPerHour()).contains(Money.parse("EUR 75"));
        assertThat(consumer).hasToString("consumer: 0.3 x EUR 1000.00 = EUR 300.00");
        assertThat(list.atStake(list.lines(), AtRisk.Stake.ARR)).hasToString("EUR 100.00");
        assertThat(list.atStake(list.lines(), AtRisk.Stake.RESIDUAL_VALUE)).hasToString("EUR 1000.00");
    }

    @Test
    void whoHasContractsButNothingToDecide_isNoConsumer() {
        Customer.Builder leaving = Books.customer("leaving")
                .set(BAND, "red", Books.EARLY)
                .set(AtRiskRanking.RESIDUAL_VALUE, Money.parse("EUR 1000"), Books.EARLY)
                .add(
                        Contract.SERIES,
                        contract -> contract.id("1").at(Books.EARLY).with(Contract.START, LocalDate.of(2026, 1, 1)));

        assertThat(ranking().of(book(leaving, customer("z", "red", 1, "EUR 1"))).unranked())
                .containsExactly(new AtRiskList.Unranked("leaving", List.of("decision date: no value")));
    }

    @Test
    void oneModelFailure_isALine_notTheEnd() {
        AtRiskList list = AtRiskRanking.by(new Broken(), 120)
                .of(book(
                        customer("a", "red", 60, "EUR 1"),
                        customer("b", "red", 60, "EUR 1"),
                        customer("c", "red", 60, "EUR 1")));

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("c");
        assertThat(list.unranked())
                .extracting(AtRiskList.Unranked::reasons)
                .containsExactly(
                        List.of("churn risk: failed with no such coefficient"),
                        List.of("churn risk: 1.5 is no probability"));
    }

    /** A model that fails for a, and names no probability for b. */
    private static class Broken implements ChurnRisk {

        @Override
        public PolicyRef policy() {
            return new PolicyRef("broken", "1");
        }

        @Override
        public Requirements requirements() {
            return Requirements.none();
        }

        @Override
        public Decision<Double> assess(CustomerView view) {
            if (view.customerId().equals("a")) {
                throw new IllegalStateException("no such coefficient");
            }
            double probability = view.customerId().equals("b") ? 1.5 : 0.5;
            return new Decision<>(
                    view.customerId(), Optional.of(probability), Explanation.stated("p", probability, "guess"));
        }
    }

    @Test
    void riskOfOtherCustomers_isRefused() {
        ChurnRisk forgetful = new Broken() {
            @Override
            public RiskOfBook assess(Book book) {
                return RiskOfBook.of(policy(), List.of(), new double[0]);
            }
        };

        assertThatThrownBy(() -> AtRiskRanking.by(forgetful, 1).of(book(customer("c", "red", 1, "EUR 1"))))
                .hasMessage("risk (broken@1) must assess each of the 1 customers, assessed 0.");
    }

    @Test
    void horizonOutsideACentury_isRefused() {
        assertThatThrownBy(() -> AtRiskRanking.by(new Broken(), -1))
                .hasMessage("horizonDays (-1) must be between 0 and 36525.");
    }

    @Test
    void emptyBook_hasAnEmptyList() {
        AtRiskList list = ranking().of(Books.of());

        assertThat(list.lines()).isEmpty();
        assertThat(list.expectedLoss(list.lines())).hasToString("EUR 0.00");
    }

    @Test
    void orderOfTheSource_changesNothing() {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            customers.add(customer("c" + i, List.of("red", "yellow", "green").get(i % 3), 40 + i % 7, "EUR 1000")
                    .set(AtRiskBooks.OWNER, i % 2 == 0 ? "anna" : "ben", Books.EARLY)
                    .build());
        }
        AtRiskRanking ranking = ranking()
                .choosing(everybodyGets(4))
                .within(new SaveHours(AtRiskBooks.OWNER, Map.of("anna", 6.0, "ben", 9.0), Map.of()));
        String expected = text(ranking.of(Books.of(customers, Books.TODAY)));

        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(customers, new Random(seed));
            assertThat(text(ranking.of(Books.of(customers, Books.TODAY)))).isEqualTo(expected);
        }
    }

    private static String text(AtRiskList list) {
        return list.lines() + "\n"
                + list.beyondCapacity().stream()
                        .map(one -> one.line() + " " + one.missingHours())
                        .toList() + "\n"
                + list.bySavedPerHour() + "\n" + list.hours();
    }
}
