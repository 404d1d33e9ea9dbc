package dev.rapport.model.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.problem.Problem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class FamiliesTest {

    private static final LocalDate MOVED = LocalDate.of(2026, 4, 1);

    private record Account(String id, String parent) {}

    /** Each element is a customer, or {@code customer<parent}. */
    private static Book book(LocalDate date, String... customers) {
        List<Account> accounts = new ArrayList<>();
        for (String customer : customers) {
            String[] parts = customer.split("<", -1);
            accounts.add(new Account(parts[0], parts.length > 1 ? parts[1] : ""));
        }
        ViewAdapter<Account> adapter = ViewAdapter.builder(Account::id)
                .source("crm")
                .attribute(
                        CustomerAttributes.PARENT,
                        account -> account.parent().isEmpty() ? null : account.parent(),
                        account -> MOVED)
                .build();
        return Facts.of(adapter, accounts).in(ZoneOffset.UTC, CurrencyUnit.EUR).asOf(date);
    }

    private static Families families(String... customers) {
        return Families.of(book(MOVED, customers));
    }

    @Test
    void children_belongToTheirParent_andFamiliesBeginAtTheTop() {
        Families families = families("alone", "group", "west<group", "east<group", "north-east<east");

        assertThat(families.problems()).isEmpty();
        assertThat(families.parent("north-east")).contains("east");
        assertThat(families.parent("group")).isEmpty();
        assertThat(families.children("group")).containsExactly("east", "west");
        assertThat(families.top("north-east")).isEqualTo("group");
        assertThat(families.family("west").members()).containsExactly("group", "east", "north-east", "west");
        assertThat(families.family("west").bottomUp()).containsExactly("west", "north-east", "east", "group");
        assertThat(families.below("east").members()).containsExactly("east", "north-east");
        assertThat(families.family("alone").size()).isEqualTo(1);
        assertThat(families.all()).containsExactly(families.family("group"));
    }

    @Test
    void parent_countsFromWhenItIsKnown() {
        assertThat(Families.of(book(MOVED.minusDays(1), "group", "east<group")).all())
                .isEmpty();
        assertThat(Families.of(book(MOVED, "group", "east<group")).all()).hasSize(1);
    }

    @Test
    void unknownParent_isReported_andLeftOut() {
        Families families = families("east<nobody", "west<group", "group");

        assertThat(families.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "crm: warning: customer \"east\": parent \"nobody\" is no customer of the book; it is left"
                                + " out.");
        assertThat(families.problems()).extracting(Problem::code).containsExactly("unknown-parent");
        assertThat(families.parent("east")).isEmpty();
        assertThat(families.parent("west")).contains("group");
    }

    @Test
    void circleOfParents_isReportedWithItsPath_andLeftOut_butNotWhoLeadsIntoIt() {
        Families families = families("z<b", "c<a", "b<c", "a<b", "self<self", "other<group", "group");

        assertThat(families.problems()).extracting(Problem::code).containsExactly("parent-cycle", "parent-cycle");
        assertThat(families.problems().list().get(0).message())
                .isEqualTo(
                        "customer \"a\": parent leads back to where it began: \"a\" -> \"b\" -> \"c\" -> \"a\"; these"
                                + " links are left out");
        assertThat(families.problems().list().get(1).message()).contains("\"self\" -> \"self\"");
        assertThat(families.all())
                .extracting(Family::members)
                .containsExactly(List.of("b", "z"), List.of("group", "other"));
    }

    @Test
    void getterThatThrows_isReported() {
        ViewAdapter<String> adapter = ViewAdapter.<String>builder(id -> id)
                .attribute(
                        CustomerAttributes.PARENT,
                        id -> Objects.requireNonNull(Map.of("a", "b").get(id), "no row"))
                .build();
        Book book = Facts.of(adapter, List.of("a", "b"))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(MOVED);
        Families families = Families.of(book);

        assertThat(families.parent("a")).contains("b");
        assertThat(families.problems()).extracting(Problem::code).containsExactly("unreadable-reference");
        assertThat(families.problems().list().get(0).message()).contains("\"b\": parent could not be read: no row");
    }

    @Test
    void bookWithoutParents_hasNoFamilies_andSaysWhatIsMissing() {
        Book book = Facts.of(ViewAdapter.<String>builder(id -> id).build(), List.of("a"))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(MOVED);

        assertThat(Families.of(book).all()).isEmpty();
        assertThat(book.missing(Families.requirements()).attributes()).containsExactly(CustomerAttributes.PARENT);
        assertThatThrownBy(() -> Families.of(book).family("b"))
                .hasMessage("customerId (b) must be a customer of the book.");
    }

    @Test
    void chainOf10000Parents_isFollowedToItsEnd() {
        Families families = families(IntStream.range(0, 10_000)
                .mapToObj(i -> i == 0 ? "c0" : "c" + i + "<c" + (i - 1))
                .toArray(String[]::new));

        assertThat(families.top("c9999")).isEqualTo("c0");
        assertThat(families.family("c5000").size()).isEqualTo(10_000);
        assertThat(families.family("c0").bottomUp().get(0)).isEqualTo("c9999");
    }

    @Test
    void orderOfCustomers_doesNotShow() {
        String[] rows = {"z<b", "c<a", "b<c", "a<b", "x<nobody", "other<group", "group"};
        String[] turned = {"group", "other<group", "x<nobody", "a<b", "b<c", "c<a", "z<b"};

        assertThat(families(turned).problems()).isEqualTo(families(rows).problems());
        assertThat(families(turned).all()).isEqualTo(families(rows).all());
    }
}
