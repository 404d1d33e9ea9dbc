package dev.rapport.engagement.milestone;

import static dev.rapport.engagement.milestone.Books.book;
import static dev.rapport.engagement.milestone.Books.contract;
import static dev.rapport.engagement.milestone.Books.customer;
import static dev.rapport.engagement.milestone.Books.renewing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DecisionsAheadTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);

    private static DecisionsAhead ahead(int days, Customer... customers) {
        return DecisionsAhead.of(
                book(TODAY, customers),
                days,
                EUR,
                view -> view.customerId().startsWith("risky") ? Optional.of("health band red") : Optional.empty());
    }

    private static Customer with(String id, String contractId, String start, String end) {
        return customer(id, c -> c.add(Contract.SERIES, contract(contractId, start, end)));
    }

    private static Customer renewingBy(String id, String start, String end, double noticeDays) {
        return customer(id, c -> c.add(Contract.SERIES, renewing("c-1", start, end, noticeDays)));
    }

    @Test
    void days_areCountedToTheDecisionDate() {
        DecisionsAhead decisions = ahead(
                120,
                with("signs", "c-1", "2025-08-01", "2026-08-01"),
                renewingBy("renews", "2025-11-01", "2026-11-01", 90),
                renewingBy("no-notice-period", "2025-10-01", "2026-10-01", 0));

        assertThat(decisions.ahead())
                .extracting(
                        DecisionAhead::customerId, DecisionAhead::kind, DecisionAhead::date, DecisionAhead::daysLeft)
                .containsExactly(
                        tuple("signs", DecisionAhead.Kind.SIGNATURE, LocalDate.of(2026, 8, 1), 32),
                        tuple("renews", DecisionAhead.Kind.NOTICE_DEADLINE, LocalDate.of(2026, 8, 3), 34),
                        tuple("no-notice-period", DecisionAhead.Kind.NOTICE_DEADLINE, LocalDate.of(2026, 10, 1), 93));
        assertThat(decisions.ahead().get(1).reason())
                .isEqualTo("notice can be given until 2026-08-03; else it renews by itself on 2026-11-01");
        assertThat(decisions.ahead().get(0).reason())
                .isEqualTo("the term ends on 2026-08-01 and no next one is signed");
        assertThat(DecisionsAhead.arr(decisions.ahead(), EUR)).isEqualTo(Money.of(CurrencyUnit.EUR, 36_000));
        assertThat(decisions.missed()).isEmpty();
        assertThat(decisions.failures()).isEmpty();
    }

    @Test
    void bounds_areInclusive() {
        Customer today = with("today", "c-1", "2025-06-30", "2026-06-30");
        Customer last = with("last", "c-1", "2025-07-10", "2026-07-10");
        Customer after = with("after", "c-1", "2025-07-11", "2026-07-11");
        Customer over = with("over", "c-1", "2025-06-29", "2026-06-29");

        assertThat(ahead(10, today, last, after, over).ahead())
                .extracting(DecisionAhead::customerId)
                .containsExactly("today", "last");
        assertThat(ahead(0, today, last).ahead())
                .extracting(DecisionAhead::daysLeft)
                .containsExactly(0);
        assertThatIllegalArgumentException().isThrownBy(() -> ahead(-1));
    }

    @Test
    void missedDeadline_isAPassedOne_ofACustomerAtRisk() {
        DecisionsAhead decisions = ahead(
                120,
                renewingBy("risky", "2025-09-18", "2026-09-18", 90),
                renewingBy("calm", "2025-09-18", "2026-09-18", 90),
                renewingBy("risky-but-today", "2025-09-28", "2026-09-28", 90));

        assertThat(decisions.missed()).singleElement().satisfies(missed -> {
            assertThat(missed.customerId()).isEqualTo("risky");
            assertThat(missed.daysLeft()).isEqualTo(-10);
            assertThat(missed.reason())
                    .isEqualTo("notice could be given until 2026-06-20; nothing is decided, so it renews by itself on"
                            + " 2026-09-18; at risk: health band red");
        });
        assertThat(decisions.renewingSilently())
                .extracting(DecisionAhead::customerId)
                .containsExactly("calm");
        assertThat(decisions.ahead()).extracting(DecisionAhead::customerId).containsExactly("risky-but-today");
    }

    @Test
    void leaving_isWhatWasEnded_stillRuns_andHasNoSuccessor() {
        LocalDate notice = LocalDate.of(2026, 6, 1);
        Customer gaveNotice = customer(
                "gave-notice",
                c -> c.add(
                        Contract.SERIES,
                        contract("c-1", "2025-10-01", "2026-10-01")
                                .andThen(entry -> entry.with(Contract.NOTICE_GIVEN_ON, notice))));
        Customer moved = customer(
                "moved",
                c -> c.add(
                                Contract.SERIES,
                                contract("c-1", "2025-10-01", "2026-10-01")
                                        .andThen(entry -> entry.with(Contract.NOTICE_GIVEN_ON, notice)))
                        .add(
                                Contract.SERIES,
                                contract("c-2", "2026-10-01", "2027-10-01")
                                        .andThen(entry -> entry.with(Contract.PREDECESSOR, "c-1"))));
        Customer gone = customer(
                "gone",
                c -> c.add(
                        Contract.SERIES,
                        contract("c-1", "2025-06-01", "2026-06-01")
                                .andThen(entry -> entry.with(Contract.NOTICE_GIVEN_ON, notice.minusDays(60)))));

        DecisionsAhead decisions =
                ahead(120, gaveNotice, moved, gone, with("stays", "c-1", "2025-10-01", "2026-10-01"));

        assertThat(decisions.leaving()).singleElement().satisfies(leaving -> {
            assertThat(leaving.customerId()).isEqualTo("gave-notice");
            assertThat(leaving.kind()).isEqualTo(DecisionAhead.Kind.LEAVING);
            assertThat(leaving.date()).isEqualTo(LocalDate.of(2026, 10, 1));
            assertThat(leaving.daysLeft()).isEqualTo(93);
            assertThat(leaving.reason())
                    .isEqualTo("notice was given on 2026-06-01; the contract runs until 2026-10-01");
        });
        assertThat(decisions.ahead()).extracting(DecisionAhead::customerId).containsExactly("stays");
    }

    @Test
    void deadline_isMissedOnlyUntilTheTermEnds() {
        Customer risky = renewingBy("risky", "2024-06-30", "2025-06-30", 90);

        assertThat(ahead(30, risky).missed()).as("the term began today").isEmpty();
        assertThat(DecisionsAhead.of(book(TODAY.minusDays(1), risky), 30, EUR, view -> Optional.of("red"))
                        .missed())
                .hasSize(1);
    }

    @Test
    void decidedTerms_areNotAhead() {
        Customer renewed = customer(
                "a",
                c -> c.add(Contract.SERIES, contract("c-1", "2025-08-01", "2026-08-01"))
                        .add(
                                Contract.SERIES,
                                contract("c-2", "2026-08-01", "2027-08-01")
                                        .andThen(e -> e.with(Contract.PREDECESSOR, "c-1"))));
        Customer noticed = customer(
                "risky-b",
                c -> c.add(
                        Contract.SERIES,
                        renewing("c-1", "2025-09-18", "2026-09-18", 90)
                                .andThen(e -> e.with(Contract.NOTICE_GIVEN_ON, LocalDate.of(2026, 6, 1)))));
        Customer told = customer(
                "risky-c",
                c -> c.add(Contract.SERIES, renewing("c-1", "2025-09-18", "2026-09-18", 90))
                        .add(
                                Outcome.SERIES,
                                e -> e.at(LocalDate.of(2026, 6, 10))
                                        .with(Outcome.KIND, "renewed")
                                        .with(Outcome.CONTRACT, "c-1")));
        Customer trial = customer(
                "d",
                c -> c.add(
                        Contract.SERIES,
                        contract("c-1", "2026-06-01", "2026-07-15").andThen(e -> e.with(Contract.TRIAL, true))));

        DecisionsAhead decisions = ahead(120, renewed, noticed, told, trial);

        assertThat(decisions.ahead()).isEmpty();
        assertThat(decisions.missed()).isEmpty();
        assertThat(decisions.renewingSilently()).isEmpty();
    }

    @Test
    void monthlyContract_isAheadOnce() {
        assertThat(ahead(120, renewingBy("monthly", "2026-01-10", "2026-02-10", 5))
                        .ahead())
                .extracting(DecisionAhead::date)
                .containsExactly(LocalDate.of(2026, 7, 5));
    }

    @Test
    void arr_isThatOfTheLines_onTheDay() {
        Customer acme = customer(
                "acme",
                c -> c.add(Contract.SERIES, contract("c-1", "2025-08-01", "2026-08-01"))
                        .add(
                                ContractLine.SERIES,
                                e -> e.id("l-1")
                                        .at(Books.SINCE)
                                        .with(ContractLine.CONTRACT, "c-1")
                                        .with(ContractLine.PRODUCT, "core")
                                        .with(ContractLine.ARR, Money.of(CurrencyUnit.EUR, 700)))
                        .add(
                                ContractLine.SERIES,
                                e -> e.id("l-2")
                                        .at(Books.SINCE)
                                        .with(ContractLine.CONTRACT, "c-1")
                                        .with(ContractLine.PRODUCT, "later")
                                        .with(ContractLine.START, LocalDate.of(2026, 7, 15))
                                        .with(ContractLine.ARR, Money.of(CurrencyUnit.EUR, 1_000))));

        assertThat(ahead(60, acme).ahead().get(0).arr()).contains(Money.of(CurrencyUnit.EUR, 700));
    }

    @Test
    void amountWithoutRate_failsItsCustomerOnly() {
        Customer dollars = customer(
                "dollars",
                c -> c.add(
                        Contract.SERIES,
                        contract("c-1", "2025-08-01", "2026-08-01")
                                .andThen(e -> e.with(Contract.ARR, Money.of(CurrencyUnit.USD, 1)))));

        DecisionsAhead decisions = ahead(60, dollars, with("fine", "c-1", "2025-08-01", "2026-08-01"));

        assertThat(decisions.ahead()).hasSize(1);
        assertThat(decisions.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.customerId()).isEqualTo("dollars");
            assertThat(failure.reason()).contains("USD");
        });
    }

    @Test
    void missingFields_areNamed() {
        assertThat(DecisionsAhead.missingFields(book(TODAY))).isEqualTo(List.of("contracts"));
        assertThat(DecisionsAhead.missingFields(book(TODAY, with("a", "c-1", "2025-08-01", "2026-08-01"))))
                .isEmpty();
        Customer open = customer(
                "a",
                c -> c.add(Contract.SERIES, e -> e.id("c-1").at(Books.SINCE).with(Contract.START, TODAY)));
        assertThat(DecisionsAhead.missingFields(book(TODAY, open))).containsExactly("contracts.end");
    }
}
