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

    private static final double CENT = 0.01;

    /** Five standard errors of a tail of 0.05 in 2,000 drawn years. */
    private static final double SAMPLING = 0.025;

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
        return SmallPlan.withPlays(customers(book)).plan();
    }

    private static Customer[] customers(List<Paying> book) {
        List<Customer> customers = new ArrayList<>();
        for (Paying one : book) {
            String id = "c-" + customers.size();
            customers.add(SmallPlan.customer(id, id, one.arr(), one.lastSeen()));
        }
        return customers.toArray(new Customer[0]);
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
            Proposal.AmountRange range = decision.range().orElseThrow();
            assertThat(range.low()).isLessThanOrEqualTo(decision.gain().orElseThrow());
            assertThat(range.high()).isGreaterThanOrEqualTo(range.low());
            assertNineOfTen(range, plan, decision, 0.25);
        }
    }

    @Property(tries = 40)
    void whatNobodyCanSave_hasTheRangeOfItsLoss_inPlaceOfThatOfAGain(@ForAll("books") List<Paying> book) {
        Plan plan = SmallPlan.of(customers(book)).plan();
        List<Proposal> decisions = PlanOverview.of(plan).decisions();
        assertThat(decisions).isNotEmpty();
        for (Proposal decision : decisions) {
            assertThat(decision.gain()).isEmpty();
            assertThat(decision.range()).isEmpty();
            assertNineOfTen(decision.lossRange().orElseThrow(), plan, decision, 1);
        }
    }

    /** One case of twenty stays below, one exceeds it: as all combinations of the customers of a decision have it. */
    private static void assertNineOfTen(Proposal.AmountRange range, Plan plan, Proposal decision, double saved) {
        List<AtRisk> lines = plan.atRisk().value().orElseThrow().lines().stream()
                .filter(line -> decision.customers().contains(line.customerId()))
                .toList();
        double below = 0;
        double upTo = 0;
        double above = 0;
        double from = 0;
        for (int combination = 0; combination < 1 << lines.size(); combination++) {
            double chance = 1;
            double amount = 0;
            for (int i = 0; i < lines.size(); i++) {
                double probability = lines.get(i).probability() * saved;
                boolean drawn = (combination >> i & 1) == 1;
                chance *= drawn ? probability : 1 - probability;
                amount += drawn ? lines.get(i).atStake().getAmount().doubleValue() : 0;
            }
            double low = range.low().getAmount().doubleValue();
            double high = range.high().getAmount().doubleValue();
            below += amount < low - CENT ? chance : 0;
            upTo += amount <= low + CENT ? chance : 0;
            above += amount > high + CENT ? chance : 0;
            from += amount >= high - CENT ? chance : 0;
        }
        assertThat(below).isLessThan(0.05 + SAMPLING);
        assertThat(upTo).isGreaterThan(0.05 - SAMPLING);
        assertThat(above).isLessThan(0.05 + SAMPLING);
        assertThat(from).isGreaterThan(0.05 - SAMPLING);
    }

    @Property(tries = 20)
    void overview_isTheSame_forTheSamePlan(@ForAll("books") List<Paying> book) {
        Plan plan = plan(book);
        assertThat(PlanOverview.of(plan).decisions())
                .isEqualTo(PlanOverview.of(plan).decisions());
    }
}
