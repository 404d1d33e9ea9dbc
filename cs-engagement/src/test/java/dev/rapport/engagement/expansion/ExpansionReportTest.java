package dev.rapport.engagement.expansion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.engagement.expansion.HeldBack.Why;
import dev.rapport.health.HealthAttributes;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.segmentation.potential.PotentialRule;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ExpansionReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant SINCE = Instant.parse("2024-01-01T00:00:00Z");
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);

    private final List<Customer> customers = new ArrayList<>();
    private final Map<String, Double> health = new HashMap<>();

    private static Money eur(double amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** 10,000 for 100 seats of core, and more where other products are named. */
    private static Customer.Builder customer(String id, String... others) {
        Customer.Builder customer = Customer.builder(id, SINCE)
                .add(
                        Contract.SERIES,
                        entry -> entry.id(id + "-1")
                                .at(SINCE)
                                .with(Contract.START, LocalDate.of(2024, 1, 1))
                                .with(Contract.SEATS, 100.0));
        line(customer, id, "core", 10_000);
        for (String other : others) {
            line(customer, id, other, 4_000);
        }
        return customer;
    }

    private static void line(Customer.Builder customer, String id, String product, double arr) {
        customer.add(
                ContractLine.SERIES,
                entry -> entry.id(id + "-" + product)
                        .at(SINCE)
                        .with(ContractLine.CONTRACT, id + "-1")
                        .with(ContractLine.PRODUCT, product)
                        .with(ContractLine.QUANTITY, product.equals("core") ? 100.0 : 0.0)
                        .with(ContractLine.UNIT_PRICE, eur(100))
                        .with(ContractLine.ARR, eur(arr)));
    }

    private static Customer.Builder used(Customer.Builder customer, double users) {
        return customer.add(
                Usage.SERIES,
                entry -> entry.id("use")
                        .at(at(TODAY.minusDays(3)))
                        .with(Usage.QUANTITY, users)
                        .with(Usage.ACTIVE_USERS, users));
    }

    private void add(Customer.Builder customer, double score) {
        Customer built = customer.build();
        customers.add(built);
        health.put(built.id(), score);
    }

    private Book book() {
        Facts facts = Facts.of(Customer.adapter(customers), customers)
                .derive(StandardAttributes.all(EUR))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR);
        return facts.asOf(TODAY).with(HealthAttributes.SCORE, "a test", health);
    }

    private ExpansionReport report() {
        ExpansionPolicy policy = ExpansionPolicy.builder()
                .from(ExpansionPolicy.standard())
                .peers(new PotentialRule(List.of(), 0.5, 2))
                .build();
        return policy.over(book()).report(book());
    }

    @Test
    void products_thatEnoughOthersHave_areOffered_withTheirDerivation() {
        add(customer("has-1", "analytics"), 90);
        add(customer("has-2", "analytics"), 90);
        add(customer("has-not"), 90);
        add(customer("has-not-either"), 90);
        add(customer("has-little", "security"), 90);

        ExpansionReport report = report();

        assertThat(report.lines())
                .extracting(Opportunity::customerId, line -> line.cause().id(), Opportunity::arr)
                .containsExactly(
                        tuple("has-little", "missing-products", eur(1_600)),
                        tuple("has-not", "missing-products", eur(1_600)),
                        tuple("has-not-either", "missing-products", eur(1_600)));
        assertThat(ExplanationText.showing(Sensitivity.INTERNAL)
                        .lines(report.lines().get(0).reasons()))
                .contains(
                        "  gate yes: health.score 90 points",
                        "  evidence yes: contracts.products core, security",
                        "    analytics 1600: potential.product.analytics 1600");
    }

    @Test
    void report_isWhatTheStrategyDecides_customerByCustomer() {
        add(customer("has-1", "analytics"), 90);
        add(customer("has-2", "analytics"), 80);
        add(customer("has-not"), 90);
        Book book = book();
        ExpansionStrategy strategy = ExpansionPolicy.standard().over(book);
        ExpansionReport report = strategy.report(book);
        for (String id : book.customerIds()) {
            Decision<Double> decision = strategy.decide(book.find(id).orElseThrow());
            assertThat(decision.reasons().foldsToItsValue()).isTrue();
            Money sum = eur(0);
            for (Opportunity line : report.of(id)) {
                sum = sum.plus(line.arr());
                assertThat(line.reasons().foldsToItsValue()).isTrue();
            }
            assertThat(Money.of(CurrencyUnit.EUR, decision.value().orElse(0.0), RoundingMode.HALF_EVEN))
                    .isEqualTo(sum);
        }
    }

    @Test
    void unhealthy_areHeldBack_byTheGate() {
        add(customer("has-1", "analytics"), 90);
        add(customer("has-2", "analytics"), 90);
        add(customer("poor"), 74.9);
        add(customer("just"), 75);

        ExpansionReport report = report();

        assertThat(report.lines()).extracting(Opportunity::customerId).containsExactly("just");
        assertThat(report.heldBack()).singleElement().satisfies(held -> {
            assertThat(held.customerId()).isEqualTo("poor");
            assertThat(held.why()).isEqualTo(Why.GATE);
            assertThat(held.arr()).isEqualTo(eur(2_000));
        });
    }

    private Customer.Builder refusing(String id, String reason, LocalDate day) {
        return customer(id)
                .add(
                        Outcome.SERIES,
                        entry -> entry.id(id + "-no")
                                .at(at(day))
                                .with(Outcome.KIND, "expansion-refused")
                                .with(Outcome.REASON, reason));
    }

    @Test
    void refusal_coolsOff_forItsOwnCause_untilTheDay() {
        add(customer("has-1", "analytics"), 90);
        add(customer("has-2", "analytics"), 90);
        add(refusing("last-day", "missing-products", TODAY.minusDays(179)), 90);
        add(refusing("over", "missing-products", TODAY.minusDays(180)), 90);
        add(refusing("of-another", "goals-reached", TODAY.minusDays(10)), 90);
        add(refusing("of-all", "no-budget", TODAY.minusDays(10)), 90);
        add(
                customer("in-a-call")
                        .add(
                                Touchpoint.SERIES,
                                entry -> entry.id("no")
                                        .at(at(TODAY.minusDays(10)))
                                        .with(Touchpoint.KIND, "expansion-refused")),
                90);

        ExpansionReport report = report();

        assertThat(report.lines()).extracting(Opportunity::customerId).containsExactly("of-another", "over");
        assertThat(report.heldBack())
                .extracting(HeldBack::customerId)
                .containsExactly("in-a-call", "last-day", "of-all");
        assertThat(report.heldBack()).allSatisfy(held -> assertThat(held.why()).isEqualTo(Why.REFUSED));
        assertThat(report.heldBack().get(1).words()).isEqualTo("refused on 2026-01-02, cools off until 2026-07-01");
    }

    @Test
    void seats_nearlyUsedUp_areTopped_upToWhatIsInUseAfterwards() {
        add(used(customer("has-1", "analytics"), 89), 90);
        add(used(customer("full", "analytics"), 96), 90);

        assertThat(report().lines()).singleElement().satisfies(line -> {
            assertThat(line.customerId()).isEqualTo("full");
            assertThat(line.cause().id()).isEqualTo("seats-used-up");
            assertThat(line.arr()).isEqualTo(eur(3_920));
        });
    }

    @Test
    void reachedGoals_bringAShare_ofWhatIsPaid() {
        add(customer("has-1", "analytics"), 90);
        add(
                customer("reached", "analytics")
                        .add(
                                Goal.SERIES,
                                entry -> entry.id("g")
                                        .at(at(TODAY.minusDays(100)))
                                        .with(Goal.TITLE, "Close sooner")
                                        .with(Goal.BASELINE, 10.0)
                                        .with(Goal.TARGET, 5.0)
                                        .with(Goal.REALISED, 5.0)),
                90);

        assertThat(report().lines()).singleElement().satisfies(line -> {
            assertThat(line.customerId()).isEqualTo("reached");
            assertThat(line.cause().id()).isEqualTo("goals-reached");
            assertThat(line.arr()).isEqualTo(eur(1_400));
        });
    }

    @Test
    void sums_bySegmentAndCause_areThoseOfTheLines() {
        add(customer("has-1", "analytics"), 90);
        add(customer("has-2", "analytics"), 90);
        add(customer("has-not"), 90);
        ExpansionReport report = report();

        assertThat(report.arr())
                .isEqualTo(report.byCause().get("missing-products"))
                .isEqualTo(eur(2_666.67));
        assertThat(report.bySegment()).containsExactly(Map.entry("none", report.arr()));
    }

    @Test
    void causes_comeOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpansionPolicy.builder()
                        .from(ExpansionPolicy.standard())
                        .addCauses(ExpansionPolicy.standard().causes().get(0))
                        .build())
                .withMessage("cause (seats-used-up) must come once.");
    }
}
