package dev.rapport.health.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.Level;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.health.retention.RevenueHistory;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Invoice;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class LossAttributionTest {

    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate END = LocalDate.of(2026, 3, 10);
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    private static final AttributeKey<Double> ACTIVE = AttributeKey.number("active");

    private static Customer.Builder customer(String id, String arr) {
        return Customer.builder(id, LONG_AGO)
                .add(
                        Contract.SERIES,
                        contract -> contract.id(id + "-1")
                                .at(LONG_AGO)
                                .with(Contract.START, LocalDate.of(2024, 3, 10))
                                .with(Contract.END, END)
                                .with(Contract.NOTICE_GIVEN_ON, END.minusDays(60))
                                .with(Contract.ARR, Money.parse("EUR " + arr)));
    }

    private static Customer.Builder said(Customer.Builder customer, String kind, LocalDate day, String reason) {
        return customer.add(
                Outcome.SERIES,
                outcome ->
                        outcome.id(kind + day).at(day).with(Outcome.KIND, kind).with(Outcome.REASON, reason));
    }

    private static Customer.Builder unpaid(Customer.Builder customer, LocalDate due) {
        return customer.add(
                Invoice.SERIES,
                invoice -> invoice.id("i-" + due)
                        .at(due.minusDays(14))
                        .with(Invoice.AMOUNT, Money.parse("EUR 100"))
                        .with(Invoice.DUE_ON, due));
    }

    private static LossReport report(LossPolicy policy, Customer.Builder... customers) {
        List<Customer> all = new ArrayList<>();
        for (Customer.Builder customer : customers) {
            all.add(customer.build());
        }
        return report(policy, all);
    }

    private static LossReport report(LossPolicy policy, List<Customer> customers) {
        Facts facts = Facts.of(Customer.adapter(customers), customers)
                .derive(StandardAttributes.all(EUR))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR);
        AsOf asOf = AsOf.endOf(TODAY, ZoneOffset.UTC);
        Set<AttributeKey<?>> attributes =
                new HashSet<>(facts.asOf(asOf).provides().attributes());
        attributes.add(ACTIVE);
        RevenueHistory history = RevenueHistory.monthly(facts, asOf, 12, RetentionDefinition.STANDARD, EUR);
        return policy.fedBy(attributes).resolve(attributes).orThrow().report(facts, asOf, history);
    }

    private static AttributedLoss only(LossReport report) {
        assertThat(report.losses()).hasSize(1);
        return report.losses().get(0);
    }

    @Test
    void loss_isOnTheDayOnWhichTheContractEnded_andItsAmountIsTheWaterfalls() {
        AttributedLoss loss = only(report(LossPolicy.standard(), customer("acme", "100")));

        assertThat(loss.loss().on()).isEqualTo(END);
        assertThat(loss.loss().amount()).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(loss.loss().isChurn()).isTrue();
        assertThat(loss.cause()).as("nothing speaks for a cause").isEmpty();
    }

    @Test
    void word_aloneIsEnough_whereNothingSpeaksAgainstIt() {
        LossReport report = report(LossPolicy.standard(), said(customer("acme", "100"), "churned", END, "budget"));
        AttributedLoss loss = only(report);

        assertThat(loss.stated()).contains("budget");
        assertThat(loss.cause().orElseThrow().code()).isEqualTo("price");
        assertThat(loss.cause().orElseThrow().department()).isEqualTo("sales");
        assertThat(report.contradictions()).isEmpty();
    }

    @Test
    void signs_outweighTheWord_andTheContradictionIsTold() {
        LossReport report = report(
                LossPolicy.standard(),
                unpaid(said(customer("acme", "100"), "churned", END, "price"), END.minusDays(100)));
        AttributedLoss loss = only(report);

        assertThat(loss.statedCause().orElseThrow().code()).isEqualTo("price");
        assertThat(loss.cause().orElseThrow().code()).isEqualTo("payment-failed");
        assertThat(loss.ranked())
                .extracting(ranked -> ranked.cause().code() + " " + ranked.points() + " " + ranked.isStated())
                .containsExactly("payment-failed 4.0 false", "price 2.0 true");
        assertThat(report.contradictions())
                .containsExactly(new Contradiction(
                        "acme",
                        Contradiction.Kind.INVOLUNTARY_COUNTED_AS_VOLUNTARY,
                        "said: price; the signs say: payment-failed"));
        assertThat(report.byKind().get(LossKind.INVOLUNTARY)).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(report.byDepartment()).containsOnly(java.util.Map.entry("finance", Money.parse("EUR 100.00")));
    }

    @Test
    void decision_saysWhichSignGaveWhat_andFoldsToItsPoints() {
        AttributedLoss loss = only(report(
                LossPolicy.standard(),
                unpaid(said(customer("acme", "100"), "churned", END, "non-payment"), END.minusDays(100))));

        assertThat(loss.decision().reasons().foldsToItsValue()).isTrue();
        assertThat(loss.decision().reasons().value()).hasValue(6);
        assertThat(ExplanationText.showing(Sensitivity.INTERNAL)
                        .lines(loss.decision().reasons()))
                .contains("  payment-failed 6 (sum)");
    }

    @Test
    void signs_areReadBeforeTheLoss_notAfterIt() {
        LossReport report = report(
                LossPolicy.standard(),
                unpaid(said(customer("acme", "100"), "churned", END, "price"), END.minusDays(10)));

        assertThat(only(report).cause().orElseThrow().code())
                .as("overdue for ten days on the last day is no sign 30 days before")
                .isEqualTo("price");
    }

    @Test
    void word_mustBeNearTheLoss() {
        LossReport report =
                report(LossPolicy.standard(), said(customer("acme", "100"), "churned", END.minusDays(121), "price"));

        assertThat(only(report).stated()).isEmpty();
        assertThat(report.contradictions())
                .extracting(Contradiction::kind)
                .containsExactly(Contradiction.Kind.LOST_WITHOUT_REASON);
    }

    @Test
    void unknownWord_isKept_andStatesNoCause() {
        AttributedLoss loss =
                only(report(LossPolicy.standard(), said(customer("acme", "100"), "churned", END, "the weather")));

        assertThat(loss.stated()).contains("the weather");
        assertThat(loss.statedCause()).isEmpty();
        assertThat(loss.cause()).isEmpty();
    }

    @Test
    void churned_withAContractInForce_isAContradiction_unlessNoticeIsGivenOrTheyCameBack() {
        LossReport report = report(
                LossPolicy.standard(),
                said(running("flagged"), "churned", END, "price"),
                said(said(running("back"), "churned", END, "price"), "reactivated", END.plusDays(9), "again"),
                said(running("later", END.plusDays(1)), "churned", END, "price"),
                said(customer("gone", "5"), "churned", END, "price"));

        assertThat(report.contradictions())
                .containsExactly(new Contradiction(
                        "flagged",
                        Contradiction.Kind.CHURNED_BUT_IN_FORCE,
                        "said to be lost on 2026-03-10; contract flagged-r runs on, without notice or end"));
    }

    private static Customer.Builder running(String id) {
        return running(id, LocalDate.of(2025, 1, 1));
    }

    private static Customer.Builder running(String id, LocalDate start) {
        return Customer.builder(id, LONG_AGO)
                .add(
                        Contract.SERIES,
                        contract -> contract.id(id + "-r")
                                .at(LONG_AGO)
                                .with(Contract.START, start)
                                .with(Contract.END, LocalDate.of(2028, 1, 1))
                                .with(Contract.ARR, Money.parse("EUR 50")));
    }

    @Test
    void signsThatNobodyFeeds_areLeftOut_andNamed() {
        LossPolicy standard = LossPolicy.standard();
        Set<AttributeKey<?>> none = Set.of();

        assertThat(standard.missingFrom(none)).contains("invoices.overdue-days", "usage.active-share");
        assertThat(standard.fedBy(none).missingFrom(none)).isEmpty();
        assertThat(standard.fedBy(none).resolve(none).isValid()).isTrue();
        assertThat(standard.resolve(none).isValid()).isFalse();
    }

    @Property(tries = 60)
    void lines_sumToTheWaterfall_andTheFirstOfTheMostPointsIsTheCause(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> words = List.of("price", "support", "competitor", "acquired", "the weather", "non-payment");
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Customer.Builder customer = customer("c" + i, Integer.toString(1 + random.nextInt(500)));
            if (random.nextBoolean()) {
                said(customer, "churned", END.minusDays(random.nextInt(200)), words.get(random.nextInt(6)));
            }
            if (random.nextBoolean()) {
                unpaid(customer, END.minusDays(random.nextInt(150)));
            }
            customers.add(customer.build());
        }
        LossReport report = report(LossPolicy.standard(), customers);
        Facts facts = Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
        Money lost = Money.zero(CurrencyUnit.EUR);
        for (ArrBridge step : RevenueHistory.monthly(
                        facts, AsOf.endOf(TODAY, ZoneOffset.UTC), 12, RetentionDefinition.STANDARD, EUR)
                .steps(Level.ACCOUNT)) {
            lost = lost.plus(step.total(ArrBridge.Kind.CHURN)).plus(step.total(ArrBridge.Kind.CONTRACTION));
        }
        assertThat(report.total()).isEqualTo(lost);
        assertThat(Money.total(
                        CurrencyUnit.EUR,
                        report.causes().stream().map(CauseLine::amount).toList()))
                .isEqualTo(lost);
        assertThat(Money.total(
                        CurrencyUnit.EUR,
                        report.causes().stream().map(CauseLine::statedAmount).toList()))
                .isEqualTo(lost);
        assertThat(Money.total(CurrencyUnit.EUR, report.byDepartment().values()))
                .isEqualTo(lost);
        for (AttributedLoss loss : report.losses()) {
            double most = loss.ranked().stream()
                    .mapToDouble(RankedCause::points)
                    .max()
                    .orElse(0);
            Optional<LossCause> first = LossPolicy.standard().causes().stream()
                    .filter(cause -> loss.ranked().stream()
                            .anyMatch(ranked -> ranked.cause().code().equals(cause.code()) && ranked.points() == most))
                    .findFirst();
            assertThat(loss.cause().map(LossCause::code))
                    .isEqualTo(most >= 2 ? first.map(LossCause::code) : Optional.empty());
        }
    }
}
