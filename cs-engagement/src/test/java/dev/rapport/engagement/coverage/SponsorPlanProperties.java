package dev.rapport.engagement.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.model.Sponsorship;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Executive sponsors stay where they are, as far as role and time allow. */
class SponsorPlanProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate SINCE = LocalDate.of(2024, 2, 1);
    private static final int EXECUTIVES = 3;

    /**
     * Customers who are all to have a sponsor.
     *
     * @param arr  what each pays
     * @param present  who is the sponsor of each: an executive, the seller after them, or nobody
     * @param atMostEach  how many an executive has time for
     */
    record Present(List<Integer> arr, List<Integer> present, int atMostEach) {

        String owner(int customer) {
            int who = present.get(customer);
            return who < EXECUTIVES ? "boss-" + who : who == EXECUTIVES ? "seller" : "";
        }
    }

    @Provide
    static Arbitrary<Present> books() {
        return Arbitraries.integers()
                .between(0, 9)
                .flatMap(size -> Combinators.combine(
                                Arbitraries.integers().between(1, 5).list().ofSize(size),
                                Arbitraries.integers()
                                        .between(0, EXECUTIVES + 1)
                                        .list()
                                        .ofSize(size),
                                Arbitraries.integers().between(1, 4))
                        .as(Present::new));
    }

    private static String id(int customer) {
        return "c" + customer;
    }

    private static Book book(List<Integer> arr, Map<String, String> owners) {
        List<Customer> customers = new ArrayList<>();
        Map<String, String> segments = new HashMap<>();
        Map<String, Money> amounts = new HashMap<>();
        for (int i = 0; i < arr.size(); i++) {
            Customer.Builder customer =
                    Customer.builder(id(i), SINCE.atStartOfDay(ZoneOffset.UTC).toInstant());
            String owner = owners.getOrDefault(id(i), "");
            if (!owner.isEmpty()) {
                customer.add(
                        Ownership.SERIES,
                        entry -> entry.id("sponsor")
                                .at(SINCE)
                                .with(Ownership.ROLE, "executive-sponsor")
                                .with(Ownership.OWNER, owner)
                                .with(Ownership.FROM, SINCE));
            }
            // Who once was its sponsor is none now
            customer.add(
                    Ownership.SERIES,
                    entry -> entry.id("former")
                            .at(SINCE)
                            .with(Ownership.ROLE, "executive-sponsor")
                            .with(Ownership.OWNER, "boss-0")
                            .with(Ownership.FROM, SINCE)
                            .with(Ownership.TO, SINCE.plusDays(100)));
            customers.add(customer.build());
            segments.put(id(i), "large");
            amounts.put(id(i), Money.of(CurrencyUnit.EUR, arr.get(i)));
        }
        return Facts.of(Customer.adapter(customers), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY)
                .with(AttributeKey.text("segment"), "test", segments)
                .with(StandardAttributes.ARR, "test", amounts);
    }

    private static Organisation organisation() {
        Organisation.Builder organisation = Organisation.builder(DocumentHeader.of("us", "1"))
                .add(Department.of("d", "D"))
                .add(role("boss", Optional.empty()))
                .add(role("seller", Optional.of("boss")));
        for (int i = 0; i < EXECUTIVES; i++) {
            organisation.add(member("boss-" + i, "boss", i == 0 ? Optional.empty() : Optional.of("boss-0")));
        }
        return organisation
                .add(member("seller", "seller", Optional.of("boss-0")))
                .build();
    }

    private static Role role(String id, Optional<String> above) {
        return Role.builder().id(id).title(id).department("d").reportsTo(above).build();
    }

    private static Member member(String id, String role, Optional<String> above) {
        return Member.builder()
                .id(id)
                .name(id)
                .role(role)
                .reportsTo(above)
                .zone(ZoneOffset.UTC)
                .hoursPerWeek(BigDecimal.TEN)
                .hourlyCost(Money.of(CurrencyUnit.EUR, 100))
                .build();
    }

    private static SponsorPlan plan(List<Integer> arr, Map<String, String> owners, int atMostEach) {
        Sponsorship rule = Sponsorship.builder()
                .addSegments("large")
                .addRoles("boss")
                .atMostEach(atMostEach)
                .heldAs("executive-sponsor")
                .build();
        return SponsorPlan.of(book(arr, owners), rule, organisation());
    }

    private static SponsorPlan plan(Present present) {
        Map<String, String> owners = new HashMap<>();
        IntStream.range(0, present.arr().size()).forEach(i -> owners.put(id(i), present.owner(i)));
        return plan(present.arr(), owners, present.atMostEach());
    }

    private static Map<String, String> sponsors(SponsorPlan plan) {
        Map<String, String> sponsors = new TreeMap<>();
        plan.sponsored().forEach(one -> sponsors.put(one.customerId(), one.member()));
        return sponsors;
    }

    @Property(tries = 300)
    void presentSponsors_stay_whoPaysMostFirst(@ForAll("books") Present present) {
        Map<String, String> sponsors = sponsors(plan(present));
        for (int executive = 0; executive < EXECUTIVES; executive++) {
            String member = "boss-" + executive;
            List<Integer> theirs = IntStream.range(0, present.arr().size())
                    .filter(i -> present.owner(i).equals(member))
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(i -> -present.arr().get(i))
                            .thenComparing(i -> i))
                    .limit(present.atMostEach())
                    .toList();
            assertThat(theirs).allSatisfy(i -> assertThat(sponsors).containsEntry(id(i), member));
        }
    }

    @Property(tries = 300)
    void everybodyHasOne_asLongAsAnybodyHasTime(@ForAll("books") Present present) {
        SponsorPlan plan = plan(present);
        int places = EXECUTIVES * present.atMostEach();

        assertThat(plan.sponsored()).hasSize(Math.min(places, present.arr().size()));
        assertThat(plan.sponsored().size() + plan.without().size())
                .isEqualTo(present.arr().size());
        plan.load().forEach((member, customers) -> {
            assertThat(customers).isLessThanOrEqualTo(present.atMostEach());
            assertThat(sponsors(plan).values().stream().filter(member::equals)).hasSize(customers);
        });
        assertThat(plan.sponsored())
                .extracting(one ->
                        present.arr().get(Integer.parseInt(one.customerId().substring(1))))
                .as("who pays most first")
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Property(tries = 200)
    void planAfterAPlan_changesNoSponsor_thoughWhatCustomersPayChanges(
            @ForAll("books") Present present, @ForAll("books") Present others) {
        Map<String, String> first = sponsors(plan(present));
        List<Integer> paid = IntStream.range(0, present.arr().size())
                .mapToObj(i -> i < others.arr().size()
                        ? others.arr().get(i)
                        : present.arr().get(i))
                .toList();

        Map<String, String> second = sponsors(plan(paid, first, present.atMostEach()));

        assertThat(second).containsAllEntriesOf(first);
    }

    @Example
    void reasons_sayWhoStays_andWhoDoesNot() {
        SponsorPlan plan = plan(new Present(List.of(5, 4, 3, 2), List.of(1, 1, EXECUTIVES, EXECUTIVES + 1), 1));

        assertThat(plan.sponsored())
                .containsExactly(
                        new SponsorPlan.Sponsored("c0", "boss-1", "is their sponsor since 2024-02-01"),
                        new SponsorPlan.Sponsored(
                                "c1",
                                "boss-0",
                                "has least revenue to answer for of those with time; boss-1, their sponsor now, has no"
                                        + " time beside those who pay more"),
                        new SponsorPlan.Sponsored(
                                "c2",
                                "boss-2",
                                "has least revenue to answer for of those with time; seller, their sponsor now, holds none"
                                        + " of the roles of sponsors"));
        assertThat(plan.without()).containsExactly("c3");
    }
}
