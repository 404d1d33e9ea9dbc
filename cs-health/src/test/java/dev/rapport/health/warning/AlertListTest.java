package dev.rapport.health.warning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AlertListTest {

    private static final EarlyWarning POLICY = UsageBooks.builder()
            .series(List.of(
                    UsageBooks.usage().peers(java.util.Optional.empty()).build(),
                    UsageBooks.usage()
                            .code("days-used")
                            .aggregation(new Aggregation.Count())
                            .method(new Method.Counts(0.5, 1))
                            .whenSparse(java.util.Optional.empty())
                            .peers(java.util.Optional.empty())
                            .build()))
            .build();

    /** Falls in week 38; found in week 39. */
    private static Customer.Builder falling(String id, String owner, int worth) {
        Customer.Builder customer = UsageBooks.using(id, 60, week -> week < 38 ? 100 + week % 3 : 20);
        if (worth > 0) {
            customer.set(UsageBooks.WORTH, Money.of(CurrencyUnit.EUR, worth), UsageBooks.instant(UsageBooks.MONDAY));
        }
        return customer.set(UsageBooks.OWNER, owner, UsageBooks.instant(UsageBooks.MONDAY));
    }

    private static AlertList at(int week, Memory memory, Customer.Builder... customers) {
        Book book = UsageBooks.at(UsageBooks.facts(List.of(customers)), week);
        return UsageBooks.watch(POLICY, book).look(book).alerts(memory);
    }

    private static List<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::customerId).toList();
    }

    @Test
    void mostValuableAlerts_areTold_theRestIsKeptBackAndCounted_byOwner() {
        AlertList list = at(
                39,
                Memory.empty(),
                falling("a", "anna", 10_000),
                falling("b", "anna", 30_000),
                falling("c", "anna", 20_000),
                falling("d", "anna", 0),
                falling("e", "ben", 5_000));

        assertThat(ids(list.alerts())).containsExactly("b", "c", "e");
        assertThat(list.keptBack()).extracting(one -> one.alert().customerId()).containsExactly("a", "d");
        assertThat(list.keptBack(AlertList.Reason.OVER_BUDGET)).isEqualTo(2);
        assertThat(list.keptBack().get(0).detail()).isEqualTo("more than 2 a week for anna");
        assertThat(list.keptBack().get(1).alert().worth().reason()).isPresent();
    }

    @Test
    void whatWasKeptBack_isToldTheNextWeek_asLongAsItIsFresh() {
        Customer.Builder[] customers = {
            falling("a", "anna", 10_000), falling("b", "anna", 30_000), falling("c", "anna", 20_000)
        };
        AlertList first = at(39, Memory.empty(), customers);
        Memory memory = Memory.of(first.toRemember());
        AlertList again = at(39, memory, customers);
        AlertList second = at(40, memory, customers);

        assertThat(again.toRemember())
                .as("the same cut does not see what it decided")
                .isEqualTo(first.toRemember());
        assertThat(ids(second.alerts())).containsExactly("a");
        assertThat(second.keptBack(AlertList.Reason.COOLING_OFF)).isEqualTo(2);
        assertThat(at(44, Memory.empty(), customers).alerts()).isEmpty();
    }

    @Test
    void budgetOfTheWeek_countsWhatWasToldInIt() {
        Customer.Builder[] customers = {
            falling("a", "anna", 10_000), falling("b", "anna", 30_000), falling("c", "anna", 20_000)
        };
        Book sunday = UsageBooks.at(UsageBooks.facts(List.of(customers)), 39);
        List<Alert> told = new ArrayList<>();
        Memory memory = Memory.empty();
        for (int day = 1; day <= 8; day++) {
            Book book = UsageBooks.facts(List.of(customers)).asOf(sunday.date().plusDays(day));
            AlertList list = UsageBooks.watch(POLICY, book).look(book).alerts(memory);
            told.addAll(list.alerts());
            memory = memory.with(list.toRemember());
            assertThat(told).hasSize(day < 8 ? 2 : 3);
        }
    }

    @Test
    void seriesOfOneCause_areOneAlert() {
        Customer.Builder gone = UsageBooks.using("gone", 38, week -> 100 + week % 3);
        for (int week = 0; week < 38; week++) {
            UsageBooks.use(gone, "x" + week, UsageBooks.MONDAY.plusWeeks(week), 1);
        }
        AlertList list = at(43, Memory.empty(), gone);

        assertThat(list.alerts()).hasSize(1);
        assertThat(list.alerts().get(0).signs())
                .extracting(alarm -> alarm.where().code())
                .containsExactly("usage", "days-used");
        assertThat(list.alerts().get(0).worth().value()).isEmpty();
        assertThat(list.alerts().get(0).owner()).isEmpty();
    }

    @Test
    void causeThatWasTold_coolsOff_andIsToldAgainAfterwards() {
        Customer.Builder twice = UsageBooks.using(
                        "twice", 60, week -> week < 30 ? 100 : week < 36 ? 50 : week < 50 ? 20 : 5)
                .set(UsageBooks.OWNER, "anna", UsageBooks.instant(UsageBooks.MONDAY));
        Memory memory = Memory.empty();
        List<Integer> toldIn = new ArrayList<>();
        List<Integer> coolingOffIn = new ArrayList<>();
        for (int week = 20; week < 60; week++) {
            AlertList list = at(week, memory, twice);
            memory = memory.with(list.toRemember());
            if (!list.alerts().isEmpty()) {
                toldIn.add(week);
            }
            if (list.keptBack(AlertList.Reason.COOLING_OFF) > 0) {
                coolingOffIn.add(week);
            }
        }

        assertThat(toldIn).containsExactly(31, 51);
        assertThat(coolingOffIn).contains(37, 38);
    }
}
