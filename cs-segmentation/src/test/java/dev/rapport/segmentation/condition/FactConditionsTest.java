package dev.rapport.segmentation.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Purchase;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class FactConditionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Condition URGENT = Condition.oneOf(Ticket.SEVERITY, "urgent");
    private static final Tally URGENT_TICKETS =
            Tally.count(Ticket.SERIES).last(90).where(URGENT);
    private static final AttributeKey<Double> HEADCOUNT = CustomerAttributes.HEADCOUNT;

    private static Instant daysAgo(int days) {
        return TODAY.minusDays(days).atTime(8, 0).toInstant(ZoneOffset.UTC);
    }

    private static Customer.Builder customer() {
        return Customer.builder("acme", daysAgo(300)).set(HEADCOUNT, 100.0, daysAgo(300));
    }

    private static Customer.Builder tickets(String... severities) {
        Customer.Builder builder = customer();
        for (String severity : severities) {
            builder.add(Ticket.SERIES, t -> t.at(daysAgo(10)).with(Ticket.SEVERITY, severity));
        }
        return builder;
    }

    private static Explanation explain(Condition condition, Customer.Builder builder) {
        List<Customer> all = List.of(builder.build());
        CustomerView view = Facts.of(Customer.adapter(all), all)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY)
                .customers()
                .get(0);
        Explanation explanation = Program.of(condition.compile()).explain(view);
        assertThat(explanation.foldsToItsValue()).isTrue();
        return explanation;
    }

    @Test
    void count_saysHowFarOffItIs_andOnWhatItRests() {
        Condition noisy = Condition.compare(URGENT_TICKETS, Operator.AT_LEAST, 3);
        Explanation far = explain(noisy, tickets("urgent", "low", "low"));
        assertThat(far.value()).hasValue(0);
        assertThat(far.distance()).hasValue(2);
        assertThat(far)
                .hasToString("tickets.count-90d.severity-one-of-urgent.at-least = "
                        + "not at least 3 tickets in the last 90 days where severity one of urgent");
        assertThat(far.evidence().orElseThrow().toString())
                .contains("tickets.count-90d.severity-one-of-urgent")
                .contains("tickets, last 90 days")
                .contains("1.0");
        assertThat(explain(noisy, tickets("urgent", "urgent", "urgent")).distance())
                .hasValue(0);
    }

    @Test
    void requirements_nameTheSeries() {
        Condition both = Condition.allOf(
                Condition.compare(URGENT_TICKETS, Operator.AT_LEAST, 3),
                Condition.changed(Observed.of(HEADCOUNT), 90, Direction.ROSE, Extent.share(0.2)));
        assertThat(Program.of(both.compile()).requirements())
                .isEqualTo(Requirements.attributes(HEADCOUNT).and(Requirements.series(Ticket.SERIES)));
    }

    @Test
    void nothingHappened_isZero_nobodyTells_isMissing() {
        Condition quiet = Condition.compare(URGENT_TICKETS, Operator.AT_MOST, 0);
        assertThat(explain(quiet, customer()).reason()).contains("series tickets is not fed");
        assertThat(explain(quiet, tickets("low")).value()).hasValue(1);
        Customer.Builder untold = customer().add(Ticket.SERIES, t -> t.at(daysAgo(10)));
        assertThat(explain(quiet, untold).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(explain(quiet, untold).reason()).contains("no entry says whether severity one of urgent");
    }

    @Test
    void sumOfMoney_isInItsCurrency_others_failIt() {
        Tally bought =
                Tally.sum(Purchase.SERIES, Purchase.AMOUNT, CurrencyUnit.EUR).last(365);
        Condition spender = Condition.compare(bought, Operator.AT_LEAST, Money.parse("EUR 100"));
        Customer.Builder one =
                customer().add(Purchase.SERIES, p -> p.at(daysAgo(3)).with(Purchase.AMOUNT, Money.parse("EUR 60.25")));
        assertThat(explain(spender, one).distance()).hasValue(39.75);
        one.add(Purchase.SERIES, p -> p.at(daysAgo(2)).with(Purchase.AMOUNT, Money.parse("USD 60")));
        assertThat(explain(spender, one).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void change_isTowardsItsDirection_andTheDistanceSaysHowFarToGo() {
        Customer.Builder grown = customer().set(HEADCOUNT, 115.0, daysAgo(20));
        Explanation rose = explain(Condition.changed(Observed.of(HEADCOUNT), 90, Direction.ROSE, Extent.of(20)), grown);
        assertThat(rose.value()).hasValue(0);
        assertThat(rose.distance()).hasValue(5);
        assertThat(rose).hasToString("headcount.rose-90d = not rose by 20 or more in 90 days: headcount");
        Explanation fell =
                explain(Condition.changed(Observed.of(HEADCOUNT), 90, Direction.FELL, Extent.share(0.2)), grown);
        assertThat(fell.distance().orElseThrow()).isEqualTo(-0.35, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(fell.label()).contains("not fell by 20 % or more in 90 days: headcount");
        assertThat(explain(Condition.changed(Observed.of(HEADCOUNT), 19, Direction.MOVED, Extent.of(1)), grown)
                        .value())
                .hasValue(0);
        assertThat(explain(Condition.changed(Observed.of(HEADCOUNT), 21, Direction.MOVED, Extent.of(15)), grown)
                        .value())
                .hasValue(1);
    }

    @Test
    void change_ofWhatWasNothing_orOfSomebodyNew_isNotMadeUp() {
        Tally uses = Tally.sum(Usage.SERIES, Usage.QUANTITY).last(30);
        Condition doubled = Condition.changed(uses, 30, Direction.ROSE, Extent.share(1));
        Customer.Builder begun =
                customer().add(Usage.SERIES, u -> u.at(daysAgo(3)).with(Usage.QUANTITY, 5.0));
        assertThat(explain(doubled, begun).reason()).contains("nothing to compare with: 0 30 days ago");
        Customer.Builder young = Customer.builder("young", daysAgo(58))
                .add(Usage.SERIES, u -> u.at(daysAgo(3)).with(Usage.QUANTITY, 5.0));
        assertThat(explain(doubled, young).status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(explain(doubled, young).reason()).contains("not a customer 59 days ago");
    }

    @Test
    void whatIsPersonal_staysPersonal() {
        Tally users = Tally.distinct(Usage.SERIES, Usage.USER).last(30);
        assertThat(users.sensitivity()).isEqualTo(Sensitivity.PERSONAL);
        assertThat(Tally.count(Usage.SERIES)
                        .where(Condition.equalTo(Usage.USER, "u1"))
                        .sensitivity())
                .isEqualTo(Sensitivity.PERSONAL);
        assertThat(URGENT_TICKETS.sensitivity()).isEqualTo(Sensitivity.INTERNAL);
    }

    @Test
    void differentTallies_haveDifferentNames_equalOnesTheSame() {
        Tally exact = Tally.count(Ticket.SERIES).where(Condition.oneOf(Ticket.CATEGORY, "How-to"));
        Tally other = Tally.count(Ticket.SERIES).where(Condition.oneOf(Ticket.CATEGORY, "how to"));
        assertThat(exact.name()).isNotEqualTo(other.name()).matches("tickets.count.category-one-of-how-to-[0-9a-f]{8}");
        assertThat(other.name()).isEqualTo("tickets.count.category-one-of-how-to");
        Tally nested = Tally.count(Ticket.SERIES)
                .where(Condition.anyOf(
                        Condition.allOf(URGENT, Condition.isTrue(Ticket.ESCALATED)),
                        Condition.noneOf(Condition.between(Ticket.SATISFACTION, 1.0, 5.0)),
                        Condition.atLeastOf(1, URGENT, Condition.present(Ticket.CAUSE))));
        assertThat(AttributeKey.isName(nested.name())).isTrue();
        assertThat(nested.words())
                .isEqualTo("tickets where (severity one of urgent and escalated equal to true"
                        + " or neither (satisfaction from 1 to below 5)"
                        + " or at-least-1-of (severity one of urgent, cause present))");
        assertThat(URGENT_TICKETS)
                .isEqualTo(Tally.count(Ticket.SERIES).last(90).where(URGENT))
                .hasSameHashCodeAs(Tally.count(Ticket.SERIES).last(90).where(URGENT));
    }

    @Test
    void wrongOnes_areRefused() {
        assertThatThrownBy(() -> Tally.count(Ticket.SERIES).where(Condition.atLeast(HEADCOUNT, 3)))
                .hasMessageStartingWith("field (headcount) must be one of series tickets: [severity, ");
        assertThatThrownBy(
                        () -> Tally.count(Ticket.SERIES).where(Condition.compare(URGENT_TICKETS, Operator.AT_LEAST, 1)))
                .hasMessageStartingWith(
                        "where must be a condition on fields of series (tickets), reads series [tickets]");
        assertThatThrownBy(() -> Tally.count(Ticket.SERIES).last(0))
                .hasMessageStartingWith("days (0) must be between 1");
        assertThatThrownBy(() -> Observed.of(CustomerAttributes.COUNTRY))
                .hasMessage("attribute (country) must be a number or an amount of money, is a text.");
        assertThatThrownBy(() -> Condition.changed(Observed.of(HEADCOUNT), 30, Direction.ROSE, Extent.of(-2)))
                .hasMessageStartingWith("amount (-2.0) must be above 0.");
        assertThatThrownBy(() ->
                        Condition.changed(Observed.of(HEADCOUNT), 30, Direction.ROSE, Extent.of(Money.parse("EUR 5"))))
                .hasMessage("amount (EUR 5.00) must be of the kind of what changed (headcount), a number.");
        assertThatThrownBy(() -> Condition.compare(URGENT_TICKETS, Operator.AT_LEAST, Money.parse("EUR 5")))
                .hasMessageContaining("must be of the kind of attribute");
    }
}
