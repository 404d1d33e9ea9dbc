package dev.rapport.health.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.Books;
import dev.rapport.health.HealthAttributes;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AtRiskListTest {

    private static final AttributeKey<LocalDate> DATE = AttributeKey.date("decision.next-date");
    private static final AttributeKey<Money> ARR = AttributeKey.money("decision.next-arr");
    private static final AttributeKey<String> BAND = HealthAttributes.BAND;
    private static final AtRiskHorizon HORIZON = new AtRiskHorizon(120, 30);

    private static Customer customer(String id, String band, int days, String arr) {
        return Books.customer(id)
                .set(BAND, band, Books.EARLY)
                .set(DATE, Books.TODAY.plusDays(days), Books.EARLY)
                .set(ARR, Money.parse(arr), Books.EARLY)
                .build();
    }

    private static ChurnRisk preset() {
        return RiskPolicy.egCsmForecast().resolve(HealthAttributes.all()).orThrow();
    }

    @Test
    void lines_areRankedByExpectedLoss_tiesByDateThenCustomer() {
        Book book = Books.of(
                customer("z-green", "green", 60, "EUR 75000"),
                customer("d-later", "red", 61, "EUR 10000"),
                customer("c", "red", 60, "EUR 10000"),
                customer("b", "red", 60, "EUR 10000"),
                customer("e", "yellow", 60, "EUR 20000"));

        AtRiskList list = AtRiskList.of(book, preset(), HORIZON);

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("b", "c", "z-green", "d-later", "e");
        assertThat(list.lines())
                .extracting(line -> line.expectedLoss().toString())
                .containsExactly("EUR 7500.00", "EUR 7500.00", "EUR 7500.00", "EUR 7500.00", "EUR 6000.00");
        assertThat(list.expectedLoss(list.lines())).hasToString("EUR 36000.00");
    }

    @Test
    void line_showsTheReckoning_andTheReasons() {
        AtRisk line = AtRiskList.of(Books.of(customer("a", "red", 34, "EUR 12000")), preset(), HORIZON)
                .lines()
                .get(0);

        assertThat(line.daysToDecision()).isEqualTo(34);
        assertThat(line.daysToLastSafeDay()).isEqualTo(4);
        assertThat(line.lastSafeDay()).isEqualTo(Books.TODAY.plusDays(4));
        assertThat(line.reasons().value()).hasValue(line.probability());
        assertThat(line.reasons().evidence().orElseThrow().value()).isEqualTo("red");
        assertThat(line)
                .hasToString("a: 0.75 x EUR 12000.00 = EUR 9000.00, decided on 2026-08-03, last safe day 2026-07-04");
    }

    @Test
    void tooLate_andLockedIn_areListedApart_atTheirEdges() {
        Book book = Books.of(
                customer("last-day", "red", 30, "EUR 1"),
                customer("late", "red", 29, "EUR 1"),
                customer("past", "red", -3, "EUR 2"),
                customer("edge", "red", 120, "EUR 1"),
                customer("far", "red", 121, "EUR 1"));

        AtRiskList list = AtRiskList.of(book, preset(), HORIZON);

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("last-day", "edge");
        assertThat(list.tooLate()).extracting(AtRisk::customerId).containsExactly("past", "late");
        assertThat(list.lockedIn()).extracting(AtRisk::customerId).containsExactly("far");
    }

    @Test
    void whatIsNotKnown_isSaid_customerByCustomer() {
        Book book = Books.of(
                Books.customer("blank").build(),
                Books.customer("dollars")
                        .set(BAND, "red", Books.EARLY)
                        .set(DATE, Books.TODAY, Books.EARLY)
                        .set(ARR, Money.parse("USD 5"), Books.EARLY)
                        .build(),
                customer("odd", "purple", 60, "EUR 1"));

        assertThat(AtRiskList.of(book, preset(), HORIZON).unranked())
                .containsExactly(
                        new AtRiskList.Unranked(
                                "blank",
                                List.of(
                                        "decision date: no value",
                                        "revenue decided on: no value",
                                        "churn risk: not enough data: eg-csm-forecast (no value)")),
                        new AtRiskList.Unranked(
                                "dollars", List.of("revenue decided on: is in USD, the book reports in EUR")),
                        new AtRiskList.Unranked(
                                "odd",
                                List.of(
                                        "churn risk: not enough data: eg-csm-forecast (the rule has no value for this)")));
    }

    @Test
    void oneModelFailure_isALine_notTheEnd() {
        ChurnRisk broken = new ChurnRisk() {
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
        };
        Book book = Books.of(
                customer("a", "red", 60, "EUR 1"),
                customer("b", "red", 60, "EUR 1"),
                customer("c", "red", 60, "EUR 1"));

        AtRiskList list = AtRiskList.of(book, broken, HORIZON);

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("c");
        assertThat(list.unranked())
                .extracting(AtRiskList.Unranked::reasons)
                .containsExactly(
                        List.of("churn risk: failed with no such coefficient"),
                        List.of("churn risk: 1.5 is no probability"));
    }

    @Test
    void emptyBook_hasAnEmptyList() {
        AtRiskList list = AtRiskList.of(Books.of(), preset(), HORIZON);

        assertThat(list.lines()).isEmpty();
        assertThat(list.expectedLoss(list.lines())).hasToString("EUR 0.00");
    }
}
