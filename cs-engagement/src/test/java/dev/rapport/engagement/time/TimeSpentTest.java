package dev.rapport.engagement.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.organisation.TimeEntry;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class TimeSpentTest {

    private static final LocalDate FROM = LocalDate.of(2026, 6, 1);
    private static final LocalDate TO = LocalDate.of(2026, 6, 15);
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");
    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");

    /** Acme and beta are large, gamma is small, delta is in no segment; everybody else is no customer any more. */
    private static Book book() {
        List<Customer> customers = List.of("acme", "beta", "delta", "gamma").stream()
                .map(id -> Customer.builder(id, LONG_AGO).build())
                .toList();
        return Facts.of(Customer.adapter(customers), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TO)
                .with(SEGMENT, "test", Map.of("acme", "large", "beta", "large", "gamma", "small"));
    }

    /** Anna and Ben have 10 hours a week for customers, Vera has none. */
    private static Organisation team() {
        return Organisation.builder(DocumentHeader.of("us", "1"))
                .add(Department.of("cs", "Customer success"))
                .add(Role.builder().id("vp").title("VP").department("cs").build())
                .add(Role.builder()
                        .id("csm")
                        .title("CSM")
                        .department("cs")
                        .reportsTo("vp")
                        .build())
                .add(member("vera", "vp", 0))
                .add(member("anna", "csm", 10))
                .add(member("ben", "csm", 10))
                .build();
    }

    private static Member member(String id, String role, int hours) {
        return Member.builder()
                .id(id)
                .role(role)
                .zone(ZoneOffset.UTC)
                .hoursPerWeek(BigDecimal.valueOf(hours))
                .build();
    }

    private static BigDecimal hours(String text) {
        return new BigDecimal(text);
    }

    private static TimeEntry entry(String member, String customer, String hours) {
        return TimeEntry.of(member, customer, "call", hours(hours), FROM);
    }

    private static TimeSpent spent(TimeEntry... entries) {
        return TimeSpent.of(List.of(entries), book(), FROM, TO).against(team());
    }

    @Test
    void member_isOverloaded_aboveTheHoursForCustomers() {
        TimeSpent spent = spent(
                entry("anna", "acme", "20"),
                entry("anna", "gamma", "0.5"),
                entry("ben", "beta", "20"),
                TimeEntry.internal("ben", "training", hours("30"), FROM));

        assertThat(spent.members())
                .extracting(
                        MemberTime::memberId,
                        MemberTime::forCustomers,
                        MemberTime::withoutCustomer,
                        MemberTime::isOverloaded,
                        member -> member.share().orElse(-1))
                .containsExactly(
                        tuple("anna", hours("20.5"), BigDecimal.ZERO.setScale(1), true, 1.025),
                        tuple("ben", hours("20"), hours("30"), false, 1.0));
        assertThat(spent.members().get(0).bySegment())
                .containsExactly(Map.entry("large", hours("20")), Map.entry("small", hours("0.5")));
        assertThat(spent.members().get(0).customers()).isEqualTo(2);
    }

    @Test
    void memberWithoutHours_isShown_onlyIfTheySpentSome() {
        assertThat(spent().members()).extracting(MemberTime::memberId).containsExactly("anna", "ben");
        MemberTime vera = spent(entry("vera", "acme", "1")).members().get(2);
        assertThat(vera.isOverloaded()).isTrue();
        assertThat(vera.share()).isEmpty();
    }

    @Test
    void stranger_isShown_withoutJudgement() {
        MemberTime zoe = spent(entry("zoe", "acme", "100")).members().get(2);

        assertThat(zoe.memberId()).isEqualTo("zoe");
        assertThat(zoe.utilisation()).isEmpty();
        assertThat(zoe.isOverloaded()).isFalse();
    }

    @Test
    void withoutAnOrganisation_nobodyIsJudged() {
        TimeSpent spent = TimeSpent.of(List.of(entry("anna", "acme", "900")), book(), FROM, TO);

        assertThat(spent.members()).singleElement().satisfies(anna -> {
            assertThat(anna.forCustomers()).isEqualTo(hours("900"));
            assertThat(anna.utilisation()).isEmpty();
        });
    }

    @Test
    void formerCustomers_areInNoSegment_butCount() {
        TimeSpent spent = spent(entry("anna", "gone", "3"), entry("anna", "delta", "2"), entry("anna", "acme", "1"));

        assertThat(spent.forCustomers()).isEqualTo(hours("6"));
        assertThat(spent.forFormerCustomers()).isEqualTo(hours("3"));
        assertThat(spent.segments())
                .extracting(SegmentTime::segment, SegmentTime::spent)
                .containsExactly(tuple(Optional.of("large"), hours("1")), tuple(Optional.empty(), hours("2")));
        assertThat(spent.members().get(0).forCustomers()).isEqualTo(hours("6"));
    }

    @Test
    void segment_isHeldAgainstWhatItsModelAsksFor_inAsManyDays() {
        TimeSpent spent = spent(entry("anna", "acme", "7")).against(Map.of("large", hours("365")));

        SegmentTime large = spent.segments().get(0);
        assertThat(large.planned())
                .hasValueSatisfying(planned -> assertThat(planned).isEqualByComparingTo("14"));
        assertThat(large.share()).hasValue(0.5);
        assertThat(spent(entry("anna", "acme", "7")).segments().get(0).share()).isEmpty();
    }

    @Test
    void plannedSegment_isShown_alsoWithoutTime() {
        assertThat(spent().against(Map.of("large", hours("1"))).segments())
                .singleElement()
                .satisfies(large -> assertThat(large.spent()).isEqualTo(BigDecimal.ZERO));
    }

    @Test
    void customers_areThoseWhoTookMost_first() {
        assertThat(spent(
                                entry("anna", "beta", "1"),
                                entry("ben", "acme", "0.5"),
                                entry("anna", "acme", "0.5"),
                                entry("ben", "gamma", "2"))
                        .customers())
                .containsExactly(
                        new CustomerTime("gamma", hours("2"), List.of("ben")),
                        new CustomerTime("acme", hours("1.0"), List.of("anna", "ben")),
                        new CustomerTime("beta", hours("1"), List.of("anna")));
    }

    @Test
    void days_areHalfOpen() {
        assertThat(spent(
                                TimeEntry.of("anna", "acme", "call", hours("1"), FROM.minusDays(1)),
                                TimeEntry.of("anna", "acme", "call", hours("2"), FROM),
                                TimeEntry.of("anna", "acme", "call", hours("4"), TO.minusDays(1)),
                                TimeEntry.of("anna", "acme", "call", hours("8"), TO))
                        .total())
                .isEqualTo(hours("6"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSpent.of(List.of(), book(), FROM, FROM))
                .withMessageContaining("to (2026-06-01) must be after from (2026-06-01).");
    }

    @Property
    void everyHour_isCountedOnce_inEverySum(@ForAll long seed) {
        Random random = new Random(seed);
        List<TimeEntry> entries = new ArrayList<>();
        Map<String, BigDecimal> expected = new HashMap<>();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = random.nextInt(30); i > 0; i--) {
            TimeEntry entry = random(random);
            entries.add(entry);
            if (!entry.on().isBefore(FROM) && entry.on().isBefore(TO)) {
                total = total.add(entry.hours());
                expected.merge(entry.member(), entry.hours(), BigDecimal::add);
            }
        }
        TimeSpent spent = TimeSpent.of(entries, book(), FROM, TO).against(team());

        assertThat(spent.total()).isEqualByComparingTo(total);
        assertThat(spent.forCustomers().add(spent.withoutCustomer())).isEqualByComparingTo(total);
        assertThat(sum(spent.segments().stream().map(SegmentTime::spent).toList())
                        .add(spent.forFormerCustomers()))
                .isEqualByComparingTo(spent.forCustomers());
        assertThat(sum(spent.customers().stream().map(CustomerTime::hours).toList()))
                .isEqualByComparingTo(spent.forCustomers());
        assertThat(sum(List.copyOf(spent.byKind().values()))).isEqualByComparingTo(total);
        for (MemberTime member : spent.members()) {
            assertThat(member.total())
                    .isEqualByComparingTo(expected.getOrDefault(member.memberId(), BigDecimal.ZERO))
                    .isEqualByComparingTo(sum(List.copyOf(member.byKind().values())));
        }
    }

    private static TimeEntry random(Random random) {
        String member = List.of("anna", "ben", "vera", "zoe").get(random.nextInt(4));
        String customer = List.of("acme", "beta", "gamma", "delta", "gone", "").get(random.nextInt(6));
        String kind = List.of("call", "review").get(random.nextInt(2));
        BigDecimal hours = BigDecimal.valueOf(1 + random.nextInt(40)).movePointLeft(random.nextInt(3));
        LocalDate on = FROM.minusDays(3).plusDays(random.nextInt(20));
        return customer.isEmpty()
                ? TimeEntry.internal(member, kind, hours, on)
                : TimeEntry.of(member, customer, kind, hours, on);
    }

    private static BigDecimal sum(List<BigDecimal> hours) {
        return hours.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
