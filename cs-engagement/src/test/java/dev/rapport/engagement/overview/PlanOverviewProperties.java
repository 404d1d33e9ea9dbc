package dev.rapport.engagement.overview;

import static dev.rapport.engagement.page.SmallPlan.TODAY;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.overview.Proposal.Kind;
import dev.rapport.engagement.page.SmallPlan;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.model.customer.Customer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;

/** The overview of small books, against sums that are counted one by one. */
class PlanOverviewProperties {

    /** What somebody pays a year, and how long ago they were seen: from 50 days on they are at risk. */
    record Paying(int arr, int lastSeen) {}

    @Provide
    Arbitrary<List<Paying>> books() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 60_000),
                        Arbitraries.integers().between(0, 99))
                .as(Paying::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Plan plan(List<Paying> book) {
        List<Customer> customers = new ArrayList<>();
        for (Paying one : book) {
            String id = "c-" + customers.size();
            customers.add(SmallPlan.customer(id, id, one.arr(), one.lastSeen()));
        }
        return SmallPlan.withPlays(customers.toArray(new Customer[0])).plan();
    }

    @Property(tries = 40)
    void segments_sumToTheWhole_toTheCent(@ForAll("books") List<Paying> book) {
        PlanOverview overview = PlanOverview.of(plan(book));

        Money sum = overview.segments().stream()
                .map(SegmentRow::arr)
                .reduce(Money::plus)
                .orElseThrow();
        assertThat(sum).isEqualTo(overview.whole().arr());
        assertThat(sum.getAmount())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(book.stream().mapToLong(Paying::arr).sum()));
        assertThat(overview.segments().stream().mapToInt(SegmentRow::customers).sum())
                .isEqualTo(book.size());
    }

    @Property(tries = 40)
    void months_sumToWhatIsDecided(@ForAll("books") List<Paying> book) {
        Plan plan = plan(book);

        Money decided = plan.decisions().value().orElseThrow().ahead().stream()
                .map(DecisionAhead::arr)
                .map(arr -> arr.orElseThrow())
                .reduce(Money.zero(plan.currency()), Money::plus);
        List<DecisionMonth> months = PlanOverview.of(plan).months().value().orElseThrow();
        assertThat(months.stream().map(DecisionMonth::arr).reduce(Money::plus)).contains(decided);
        assertThat(months).isSortedAccordingTo(Comparator.comparing(DecisionMonth::month));
    }

    /** All contracts end in 60 days, a play takes two weeks to work: 46 days are seven weeks begun. */
    @Property(tries = 40)
    void decisions_areTheBestSegments_byWhatTheyBringForEachWeek(@ForAll("books") List<Paying> book) {
        Plan plan = plan(book);
        TreeMap<String, Double> brings = new TreeMap<>();
        for (AtRisk line : plan.atRisk().value().orElseThrow().lines()) {
            String segment =
                    plan.find(line.customerId()).orElseThrow().segment().orElseThrow();
            brings.merge(segment, line.exactLoss() * 0.25, Double::sum);
        }
        List<Proposal> decisions = PlanOverview.of(plan).decisions();
        assertThat(decisions).extracting(Proposal::subject).containsExactlyInAnyOrderElementsOf(brings.keySet());
        assertThat(decisions)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Proposal::perWeek).reversed());
        Set<String> customers = new HashSet<>();
        for (Proposal decision : decisions) {
            assertThat(decision.kind()).isEqualTo(Kind.SAVE);
            assertThat(decision.deadline()).isEqualTo(TODAY.plusDays(46));
            assertThat(decision.perWeek()).isCloseTo(requireNonNull(brings.get(decision.subject())) / 7, within(1e-6));
            assertThat(decision.cost()).as("nobody tells what an hour costs").isEmpty();
            assertThat(decision.customers()).allMatch(customers::add);
            Proposal.GainRange range = decision.range().orElseThrow();
            assertThat(range.low()).isLessThanOrEqualTo(decision.gain().orElseThrow());
            assertThat(range.high()).isGreaterThanOrEqualTo(range.low());
        }
    }

    @Property(tries = 20)
    void overview_isTheSame_forTheSamePlan(@ForAll("books") List<Paying> book) {
        Plan plan = plan(book);
        assertThat(PlanOverview.of(plan).decisions())
                .isEqualTo(PlanOverview.of(plan).decisions());
    }
}
