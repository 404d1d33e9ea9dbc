package dev.rapport.engagement.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.engagement.lifecycle.CustomerOutcome.State;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Reckoning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RoadmapReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final LifeCycle POLICY = Ways.cycle(Ways.stage("a").build())
            .addRoadmap(
                    RoadmapOutcome.builder()
                            .id("close")
                            .name("Shorter close")
                            .goal("close-days")
                            .valuePerUnit(eur(100))
                            .build(),
                    RoadmapOutcome.builder()
                            .id("errors")
                            .name("Fewer errors")
                            .goal("errors")
                            .addSegments("large")
                            .build())
            .build();

    private static Money eur(int amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    private static Customer customer(String id, int arr, Goals... goals) {
        Customer.Builder builder = Customer.builder(id, SINCE).set(AttributeKey.money("arr"), eur(arr), SINCE);
        for (int i = 0; i < goals.length; i++) {
            Goals goal = goals[i];
            String key = "g-" + i;
            builder.add(
                    Goal.SERIES,
                    e -> e.id(key)
                            .at(SINCE)
                            .with(Goal.TITLE, "t")
                            .with(Goal.KIND, goal.kind())
                            .with(Goal.BASELINE, 10.0)
                            .with(Goal.TARGET, 4.0)
                            .with(Goal.REALISED, (double) goal.realised())
                            .with(Goal.DUE_ON, goal.isDue() ? TODAY.minusDays(1) : TODAY)
                            .with(Goal.CONFIRMED, goal.isConfirmed()));
        }
        return builder.build();
    }

    /** A goal to get from 10 to 4. */
    private record Goals(String kind, int realised, boolean isConfirmed, boolean isDue) {}

    private static RoadmapReport report(Map<String, String> segments, Customer... customers) {
        List<Customer> all = Arrays.asList(customers);
        Book book = Facts.of(Customer.adapter(all), all)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY)
                .with(AttributeKey.text("segment"), "test", segments);
        return RoadmapReport.of(POLICY, book, Reckoning.in(CurrencyUnit.EUR));
    }

    @Test
    void outcomes_areThoseOfTheTargetMarket_eachWithItsState() {
        RoadmapReport report = report(
                Map.of("a", "large", "b", "small", "c", "small", "d", "small", "e", "small"),
                customer("a", 300, new Goals("close-days", 4, true, true)),
                customer("b", 300, new Goals("close-days", 4, false, true)),
                customer("c", 300, new Goals("close-days", 8, false, true)),
                customer("d", 300, new Goals("close-days", 8, false, false)),
                customer("e", 300, new Goals("close-days", 8, false, true), new Goals("close-days", 9, false, false)));

        assertThat(report.outcomes())
                .extracting(
                        CustomerOutcome::customerId,
                        one -> one.outcome().id(),
                        CustomerOutcome::state,
                        CustomerOutcome::valuePerYear)
                .containsExactly(
                        tuple("a", "close", State.CONFIRMED, Optional.of(eur(600))),
                        tuple("a", "errors", State.NOT_SET, Optional.empty()),
                        tuple("b", "close", State.REACHED, Optional.of(eur(600))),
                        tuple("c", "close", State.BEHIND, Optional.of(eur(200))),
                        tuple("d", "close", State.UNDER_WAY, Optional.of(eur(200))),
                        tuple("e", "close", State.BEHIND, Optional.of(eur(200))));
    }

    @Test
    void value_isThatWhichTheCustomerConfirmed_overWhatTheyPay() {
        RoadmapReport report = report(
                Map.of("a", "large", "b", "small"),
                customer("a", 300, new Goals("close-days", 4, true, true)),
                customer("b", 100, new Goals("close-days", 4, false, true)));

        assertThat(report.overall().confirmedValue()).isEqualTo(eur(600));
        assertThat(report.overall().claimedValue()).isEqualTo(eur(600));
        assertThat(report.overall().ratio()).hasValue(1.5);
        assertThat(report.segments())
                .extracting(
                        ValueOverPrice::of, ValueOverPrice::confirmed, ValueOverPrice::notSet, ValueOverPrice::price)
                .containsExactly(tuple("large", 1, 1, eur(300)), tuple("small", 0, 0, eur(100)));
        assertThat(report.customers()).extracting(ValueOverPrice::of).containsExactly("a", "b");
    }

    @Test
    void value_isNegative_whereItGotWorse() {
        RoadmapReport report =
                report(Map.of("a", "small"), customer("a", 300, new Goals("close-days", 12, false, true)));
        assertThat(report.overall().claimedValue()).isEqualTo(eur(-200));
    }

    @Property
    void segments_sumToTheWhole(
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 14) Integer> realised,
            @ForAll @Size(8) List<Boolean> confirmed,
            @ForAll @Size(8) List<Boolean> large) {
        Customer[] customers = new Customer[realised.size()];
        Map<String, String> segments = new HashMap<>();
        int value = 0;
        for (int i = 0; i < customers.length; i++) {
            customers[i] = customer("c-" + i, i + 1, new Goals("close-days", realised.get(i), confirmed.get(i), true));
            segments.put("c-" + i, large.get(i) ? "large" : "small");
            value += confirmed.get(i) ? 100 * (10 - realised.get(i)) : 0;
        }
        RoadmapReport report = report(segments, customers);
        assertThat(report.overall().confirmedValue()).isEqualTo(eur(value));
        Money sum = eur(0);
        int outcomes = 0;
        for (ValueOverPrice segment : report.segments()) {
            sum = sum.plus(segment.confirmedValue());
            outcomes += segment.outcomes();
        }
        assertThat(sum).isEqualTo(eur(value));
        assertThat(outcomes).isEqualTo(report.outcomes().size());
    }

    @Test
    void longTerm_isEachYearsValueOverEachYearsPrice_ofThoseWhoWereCustomers() {
        Customer.Builder grown = Customer.builder("a", SINCE);
        grown.set(AttributeKey.money("arr"), eur(100), SINCE);
        grown.set(
                AttributeKey.money("arr"),
                eur(400),
                TODAY.minusDays(100).atStartOfDay(ZoneOffset.UTC).toInstant());
        for (LocalDate on : List.of(TODAY.minusDays(500), TODAY.minusDays(200))) {
            boolean isReached = on.isAfter(TODAY.minusDays(365));
            grown.add(
                    Goal.SERIES,
                    e -> e.id("g")
                            .at(on)
                            .with(Goal.TITLE, "t")
                            .with(Goal.KIND, "close-days")
                            .with(Goal.BASELINE, 10.0)
                            .with(Goal.TARGET, 4.0)
                            .with(Goal.REALISED, isReached ? 4.0 : 10.0)
                            .with(Goal.CONFIRMED, isReached));
        }
        Customer late = Customer.builder(
                        "b", TODAY.minusDays(10).atStartOfDay(ZoneOffset.UTC).toInstant())
                .set(
                        AttributeKey.money("arr"),
                        eur(50),
                        TODAY.minusDays(10).atStartOfDay(ZoneOffset.UTC).toInstant())
                .build();

        assertThat(report(Map.of("a", "small", "b", "small"), grown.build(), late)
                        .longTerm())
                .extracting(
                        ValueOverPrice::of,
                        ValueOverPrice::customers,
                        ValueOverPrice::confirmedValue,
                        ValueOverPrice::price)
                .containsExactly(
                        tuple(TODAY.minusDays(730).toString(), 1, eur(0), eur(100)),
                        tuple(TODAY.minusDays(365).toString(), 1, eur(0), eur(100)),
                        tuple(TODAY.toString(), 2, eur(600), eur(450)));
        assertThat(report(Map.of()).longTerm()).isEmpty();
    }
}
