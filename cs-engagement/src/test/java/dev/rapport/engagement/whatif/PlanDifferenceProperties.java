package dev.rapport.engagement.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.overview.PlanVerdict;
import dev.rapport.engagement.overview.SegmentRow;
import dev.rapport.engagement.page.SmallPlan;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.model.customer.Customer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Differences of two small books with customers in common, against what is counted one by one. */
class PlanDifferenceProperties {

    /** What somebody pays a year, and how long ago they were seen. */
    record Paying(int arr, int lastSeen) {

        String segment() {
            return arr < 10_000 ? "small" : "large";
        }

        String band() {
            return lastSeen > 50 ? "poor" : lastSeen > 25 ? "fair" : "good";
        }
    }

    /** Customers of a few ids, so that two books have some in common. */
    @Provide
    Arbitrary<Map<String, Paying>> books() {
        Arbitrary<String> ids = Arbitraries.integers().between(1, 9).map(number -> "c-" + number);
        Arbitrary<Paying> paying = Combinators.combine(
                        Arbitraries.of(500, 9_999, 10_000, 20_000), Arbitraries.of(0, 20, 30, 49, 60, 90))
                .as(Paying::new);
        return Arbitraries.maps(ids, paying).ofMinSize(1).ofMaxSize(6).map(TreeMap::new);
    }

    private static Plan plan(Map<String, Paying> book) {
        return SmallPlan.withPlays(book.entrySet().stream()
                        .map(one -> SmallPlan.customer(
                                one.getKey(),
                                one.getKey(),
                                one.getValue().arr(),
                                one.getValue().lastSeen()))
                        .toArray(Customer[]::new))
                .plan();
    }

    private static BigDecimal difference(Shift<Money> shift) {
        Money nothing = Money.zero(CurrencyUnit.EUR);
        return shift.then().orElse(nothing).minus(shift.now().orElse(nothing)).getAmount();
    }

    @Property(tries = 40)
    void planAgainstItself_hasNoDifference(@ForAll("books") Map<String, Paying> book) {
        PlanDifference difference = PlanDifference.between(plan(book), plan(book));

        assertThat(difference.verdict().isChange()).isFalse();
        assertThat(difference.whole().isChange()).isFalse();
        assertThat(difference.decisions().isChange()).isFalse();
        assertThat(difference.segments()).noneMatch(SegmentDifference::isChange);
        assertThat(difference.customers()).isEmpty();
        assertThat(difference.policies()).isEmpty();
    }

    @Property(tries = 40)
    void segments_sumToTheDifferenceOfTheWhole(
            @ForAll("books") Map<String, Paying> now, @ForAll("books") Map<String, Paying> then) {
        PlanDifference difference = PlanDifference.between(plan(now), plan(then));

        BigDecimal expected =
                BigDecimal.valueOf(then.values().stream().mapToLong(Paying::arr).sum()
                        - now.values().stream().mapToLong(Paying::arr).sum());
        assertThat(difference(difference.verdict().read(PlanVerdict::arr))).isEqualByComparingTo(expected);
        assertThat(difference.segments().stream()
                        .map(segment -> difference(segment.row().read(row -> Optional.of(row.arr()))))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(expected);
        for (SegmentDifference segment : difference.segments()) {
            Shift<Integer> customers = segment.row().read(row -> Optional.of(row.customers()));
            assertThat(customers).isEqualTo(Shift.of(count(now, segment.segment()), count(then, segment.segment())));
        }
    }

    private static int count(Map<String, Paying> book, String segment) {
        return (int) book.values().stream()
                .filter(one -> one.segment().equals(segment))
                .count();
    }

    @Property(tries = 60)
    void customers_areThoseWhoseArrSegmentOrBandDiffers(
            @ForAll("books") Map<String, Paying> now, @ForAll("books") Map<String, Paying> then) {
        SortedMap<String, Shift<CustomerLine>> found =
                PlanDifference.between(plan(now), plan(then)).customers();

        TreeSet<String> expected = new TreeSet<>(now.keySet());
        expected.addAll(then.keySet());
        expected.removeIf(id -> {
            Paying before = now.get(id);
            Paying after = then.get(id);
            return before != null
                    && after != null
                    && before.arr() == after.arr()
                    && before.band().equals(after.band());
        });
        assertThat(found.keySet()).containsExactlyElementsOf(expected);
        found.forEach((id, line) -> {
            assertThat(line.read(CustomerLine::segment).now())
                    .isEqualTo(Optional.ofNullable(now.get(id)).map(Paying::segment));
            assertThat(PlanDifference.band(line).then())
                    .isEqualTo(Optional.ofNullable(then.get(id)).map(Paying::band));
        });
    }

    @Property(tries = 30)
    void otherWayRound_isTheOpposite(
            @ForAll("books") Map<String, Paying> now, @ForAll("books") Map<String, Paying> then) {
        PlanDifference there = PlanDifference.between(plan(now), plan(then));
        PlanDifference back = PlanDifference.between(plan(then), plan(now));

        assertThat(difference(there.verdict().read(PlanVerdict::expectedLoss)))
                .isEqualByComparingTo(difference(back.verdict().read(PlanVerdict::expectedLoss))
                        .negate());
        assertThat(there.customers().keySet()).isEqualTo(back.customers().keySet());
        assertThat(there.whole().read(SegmentRow::kept).now())
                .isEqualTo(back.whole().read(SegmentRow::kept).then());
    }
}
