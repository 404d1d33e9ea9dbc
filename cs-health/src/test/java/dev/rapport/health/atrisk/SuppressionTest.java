package dev.rapport.health.atrisk;

import static dev.rapport.health.atrisk.AtRiskBooks.begun;
import static dev.rapport.health.atrisk.AtRiskBooks.customer;
import static dev.rapport.health.atrisk.AtRiskBooks.ranking;
import static dev.rapport.health.atrisk.AtRiskBooks.sponsorOrCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.Books;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static AtRiskList list(Customer.Builder... customers) {
        return list(Books.TODAY, customers);
    }

    private static AtRiskList list(LocalDate date, Customer.Builder... customers) {
        List<Customer> all =
                List.of(customers).stream().map(Customer.Builder::build).toList();
        Book book = Facts.of(Customer.adapter(all), all)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(date);
        return ranking().choosing(sponsorOrCall()).of(book);
    }

    @Test
    void customer_withARunningPlay_isListedApart_withItsAmounts() {
        AtRiskList list = list(
                begun(customer("a", "red", 60, "EUR 1000"), "call", "anna", 20, 10),
                customer("b", "red", 60, "EUR 100"));

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("b");
        assertThat(list.suppressed()).hasSize(1);
        AtRiskList.Suppressed a = list.suppressed().get(0);
        assertThat(a.line().expectedLoss()).hasToString("EUR 750.00");
        assertThat(a.running().owner()).isEqualTo("anna");
        assertThat(a.reviewDue()).as("since six days").isTrue();
        assertThat(list.expectedLoss(list.changeable())).hasToString("EUR 825.00");
        assertThat(list.bySavedPerHour()).extracting(AtRisk::customerId).containsExactly("b");
    }

    @Test
    void review_isDue_onItsDay() {
        Customer.Builder a = begun(customer("a", "red", 60, "EUR 1000"), "call", "anna", 13, 30);

        assertThat(list(Books.TODAY, a).suppressed().get(0).reviewDue()).isFalse();
        assertThat(list(Books.TODAY.plusDays(1), a).suppressed().get(0).reviewDue())
                .isTrue();
    }

    @Test
    void customer_isBack_onTheDayThePlayExpires() {
        Customer.Builder a = begun(customer("a", "red", 60, "EUR 1000"), "call", "anna", 20, 10);

        assertThat(list(Books.TODAY.plusDays(9), a).suppressed()).hasSize(1);
        assertThat(list(Books.TODAY.plusDays(10), a).suppressed()).isEmpty();
        assertThat(list(Books.TODAY.plusDays(10), a).lines()).hasSize(1);
    }

    @Test
    void playThatIsStillToBegin_orIsNoneOfThePolicys_suppressesNobody() {
        AtRiskList list = list(
                begun(customer("a", "red", 60, "EUR 1000"), "onboarding", "anna", 20, 10),
                begun(customer("b", "red", 60, "EUR 1000"), "call", "anna", -1, 10));

        assertThat(list.suppressed()).isEmpty();
        assertThat(list.lines()).hasSize(2);
    }

    @Test
    void ofSeveralPlays_theOneThatExpiresLastIsTold() {
        AtRiskList list =
                list(begun(begun(customer("a", "red", 60, "EUR 1000"), "call", "anna", 20, 10), "call", "ben", 5, 30));

        assertThat(list.suppressed().get(0).running().owner()).isEqualTo("ben");
    }

    @Test
    void lockedInBeforeSuppressed_suppressedBeforeTooLate() {
        AtRiskList list = list(
                begun(customer("far", "red", 200, "EUR 1"), "call", "anna", 5, 30),
                begun(customer("late", "red", 3, "EUR 1"), "call", "anna", 5, 30));

        assertThat(list.lockedIn()).extracting(AtRisk::customerId).containsExactly("far");
        assertThat(list.suppressed()).extracting(one -> one.line().customerId()).containsExactly("late");
        assertThat(list.tooLate()).isEmpty();
    }

    @Test
    void playThatIsRecordedLater_isNotSeen() {
        Customer.Builder a = customer("a", "red", 60, "EUR 1000");
        begun(a, "call", "anna", 20, 10);
        List<Customer> customers = List.of(a.build());
        Book before = Facts.of(Customer.adapter(customers), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(LocalDate.of(2026, 6, 1));

        assertThat(ranking().choosing(sponsorOrCall()).of(before).suppressed())
                .as("the play starts on 10 June")
                .isEmpty();
    }
}
