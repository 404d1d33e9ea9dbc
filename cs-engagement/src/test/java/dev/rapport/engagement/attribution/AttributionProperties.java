package dev.rapport.engagement.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.attribution.AttributedCustomer.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Attribution against a judge who looks at who held the customer on each single day. */
class AttributionProperties {

    private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 7, 1);
    private static final int MOST_DAYS = 400;

    private static AttributionPolicy policy(Random random) {
        return AttributionPolicy.builder()
                .from(AttributionPolicy.posthog())
                .judgedOnDayFromEnd(1 + random.nextInt(10))
                .heldMonths(random.nextInt(3))
                .closedMonths(random.nextInt(3))
                .dropMonths(random.nextInt(3))
                .unmanagedDays(random.nextInt(3) * 40)
                .build();
    }

    private static List<OwnerInterval> intervals(Random random) {
        List<OwnerInterval> intervals = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            LocalDate first = UNTIL.minusDays(random.nextInt(MOST_DAYS));
            intervals.add(new OwnerInterval(
                    random.nextBoolean() ? "ada" : "bob",
                    first,
                    random.nextBoolean() ? Optional.empty() : Optional.of(first.plusDays(1 + random.nextInt(200)))));
        }
        return intervals;
    }

    @Property(tries = 1000)
    void everyCustomerIsInOnePlace_andTheSumsAreTheWhole(@ForAll long seed) {
        Random random = new Random(seed);
        AttributionPolicy policy = policy(random);
        List<AccountChange> changes = new ArrayList<>();
        Map<String, List<OwnerInterval>> held = new HashMap<>();
        List<Exclusion> exclusions = new ArrayList<>();
        Money base = Money.zero(CurrencyUnit.EUR);
        Money kept = Money.zero(CurrencyUnit.EUR);
        for (int c = 0; c < random.nextInt(6); c++) {
            AccountChange change = new AccountChange(
                    "c" + c,
                    Money.ofMinor(CurrencyUnit.EUR, random.nextInt(3) * 3_333L),
                    Money.ofMinor(CurrencyUnit.EUR, random.nextInt(10_000)));
            changes.add(change);
            held.put("c" + c, intervals(random));
            if (random.nextInt(8) == 0) {
                exclusions.add(new Exclusion("c" + c, "vera", "known risk"));
            }
            base = base.plus(change.base());
            kept = kept.plus(change.kept());
        }

        Attribution found =
                new Attribution.Judge(policy, FROM, UNTIL, exclusions, held).judge(changes, CurrencyUnit.EUR);

        Money baseOfAll = Money.zero(CurrencyUnit.EUR);
        Money keptOfAll = Money.zero(CurrencyUnit.EUR);
        List<String> told = new ArrayList<>();
        for (OwnerRetention owner : found.owners()) {
            baseOfAll = baseOfAll.plus(owner.base());
            keptOfAll = keptOfAll.plus(owner.kept());
            told.addAll(owner.customers());
        }
        for (AttributedCustomer customer : found.notCounted()) {
            baseOfAll = baseOfAll.plus(customer.change().base());
            keptOfAll = keptOfAll.plus(customer.change().kept());
            told.add(customer.change().customerId());
        }
        assertThat(baseOfAll).isEqualTo(base);
        assertThat(keptOfAll).isEqualTo(kept);
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        changes.stream().map(AccountChange::customerId).toList());
        for (AttributedCustomer customer : found.customers()) {
            String id = customer.change().customerId();
            boolean isExcluded =
                    exclusions.stream().anyMatch(one -> one.customerId().equals(id));
            assertThat(customer.ruling())
                    .as(id + " " + held.get(id) + " " + policy)
                    .isEqualTo(
                            !customer.change().base().isPositive()
                                    ? Ruling.NOTHING_PAID
                                    : isExcluded ? Ruling.EXCLUDED : byDays(policy, held.getOrDefault(id, List.of())));
        }
    }

    private static SortedSet<String> on(List<OwnerInterval> intervals, LocalDate day) {
        TreeSet<String> owners = new TreeSet<>();
        for (OwnerInterval interval : intervals) {
            boolean hasBegun = !day.isBefore(interval.from());
            if (hasBegun
                    && (interval.to().isEmpty() || day.isBefore(interval.to().get()))) {
                owners.add(interval.owner());
            }
        }
        return owners;
    }

    private static Ruling byDays(AttributionPolicy policy, List<OwnerInterval> intervals) {
        LocalDate judged = UNTIL.minusDays(policy.judgedOnDayFromEnd());
        SortedSet<String> owners = on(intervals, judged);
        if (owners.size() > 1) {
            return Ruling.SEVERAL_OWNERS;
        }
        if (owners.size() == 1) {
            return held(policy, intervals, owners.first(), judged, UNTIL);
        }
        LocalDate last = judged;
        while (!last.isBefore(FROM) && on(intervals, last).isEmpty()) {
            last = last.minusDays(1);
        }
        if (last.isBefore(FROM)) {
            return Ruling.NO_OWNER;
        }
        LocalDate dropped = last.plusDays(1);
        if (!dropped.isAfter(FROM.plusMonths(policy.dropMonths()))) {
            return Ruling.DROPPED_EARLY;
        }
        Ruling ruling = held(policy, intervals, on(intervals, last).last(), last, dropped);
        return ruling == Ruling.COUNTS ? Ruling.DROPPED_LATE : ruling;
    }

    private static Ruling held(
            AttributionPolicy policy, List<OwnerInterval> intervals, String owner, LocalDate day, LocalDate end) {
        LocalDate since = day;
        while (on(intervals, since.minusDays(1)).contains(owner)) {
            since = since.minusDays(1);
        }
        if (policy.closedMonths() > 0 && !since.isBefore(UNTIL.minusMonths(policy.closedMonths()))) {
            return Ruling.TAKEN_LATE;
        }
        if (since.plusMonths(policy.heldMonths()).isAfter(end)) {
            return Ruling.HELD_TOO_SHORT;
        }
        boolean wasNobodys = policy.unmanagedDays() > 0;
        for (int back = 1; back <= policy.unmanagedDays(); back++) {
            wasNobodys &= on(intervals, since.minusDays(back)).isEmpty();
        }
        return wasNobodys && !since.isBefore(FROM) ? Ruling.GRACE : Ruling.COUNTS;
    }
}
