package dev.rapport.engagement.model;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Amounts;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * Whether every segment of a book makes financial sense under its engagement model. Immutable.
 *
 * <p>A customer younger than a year is new and takes onboarding. Amounts are exact until they are shown; those of the
 * segments are then rounded so that they sum to the book's, to the cent.
 *
 * <pre>{@code
 * Economics economics = Economics.of(book, policy, organisation, rates);
 * economics.segments().forEach(segment -> show(segment.segment(), segment.verdict(), segment.margin()));
 * }</pre>
 */
public final class Economics {

    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    private static final AttributeKey<Double> AGE = AttributeKey.number("relationship.age-days");
    private static final AttributeKey<String> STAGE = AttributeKey.text("stage.current");
    private static final int DAYS_OF_FIRST_YEAR = 365;

    private final EngagementPolicy policy;
    private final Requirements missing;
    private final Map<String, SegmentFacts> facts;
    private final SegmentEvaluation evaluation;
    private final List<SegmentEconomics> segments;
    private final List<String> withoutModel;

    private Economics(
            EngagementPolicy policy,
            Requirements missing,
            Map<String, SegmentFacts> facts,
            SegmentEvaluation evaluation,
            List<String> withoutModel) {
        this.policy = policy;
        this.missing = missing;
        this.facts = facts;
        this.evaluation = evaluation;
        this.withoutModel = withoutModel;
        this.segments = evaluation.all(policy.segments(), facts);
    }

    /**
     * What is read of a customer: the segment, the ARR and the age of the relationship.
     *
     * @return the attributes
     */
    public static Requirements requirements() {
        return new Requirements(Set.of(SEGMENT, ARR, AGE), Set.of());
    }

    /**
     * What is read of a customer for a policy: beside these the stage, where what customers get depends on it.
     *
     * @param policy  the engagement models
     * @return the attributes
     */
    public static Requirements requirements(EngagementPolicy policy) {
        return readsStages(policy) ? new Requirements(Set.of(SEGMENT, ARR, AGE, STAGE), Set.of()) : requirements();
    }

    private static boolean readsStages(EngagementPolicy policy) {
        return policy.models().stream().anyMatch(EngagementModel::readsStages);
    }

    /**
     * Holds a book against a policy.
     *
     * @param book  the book, with each customer's segment laid over it
     * @param policy  the engagement models
     * @param organisation  who does the work, and at what cost
     * @param rates  exchange rates into the book's currency
     * @return the economics of every segment of the policy
     * @throws dev.rapport.model.problem.InvalidDocumentException if the policy names roles or pools that the organisation
     *     does not have
     */
    public static Economics of(Book book, EngagementPolicy policy, Organisation organisation, RateTable rates) {
        policy.problemsIn(organisation).orThrow();
        Map<String, SegmentFacts> facts = new LinkedHashMap<>();
        policy.segments().forEach(row -> facts.put(row.segment(), new SegmentFacts(row.segment(), book.currency())));
        List<String> withoutModel = new ArrayList<>();
        count(book, facts, withoutModel);
        if (readsStages(policy)) {
            countStages(book, facts);
        }
        RoleRates roleRates = RoleRates.of(organisation, book.date(), book.currency(), rates);
        Prices prices = new Prices(policy, roleRates, book.currency(), book.date(), rates);
        return new Economics(
                policy,
                book.missing(requirements(policy)),
                facts,
                new SegmentEvaluation(policy, prices, facts),
                List.copyOf(withoutModel));
    }

    private static void count(Book book, Map<String, SegmentFacts> facts, List<String> withoutModel) {
        Columns columns = book.columns(List.of(SEGMENT, AGE));
        Column segments = columns.find(SEGMENT).orElseThrow();
        Column ages = columns.find(AGE).orElseThrow();
        Amounts amounts = Amounts.of(book, ARR);
        List<SegmentFacts> counted = new ArrayList<>(facts.values());
        int[] factsOf = segments.words().stream()
                .mapToInt(id -> counted.indexOf(facts.get((String) id)))
                .toArray();
        int[] placed = new int[book.size()];
        for (int row = 0; row < placed.length; row++) {
            placed[row] = segments.isPresent(row) ? factsOf[(int) segments.number(row)] : -1;
            if (placed[row] < 0) {
                withoutModel.add(book.customerIds().get(row));
                continue;
            }
            SegmentFacts segment = counted.get(placed[row]);
            segment.customers++;
            segment.withoutArr += amounts.isOurs(row) ? 0 : 1;
            if (!ages.isPresent(row)) {
                segment.ofUnknownAge++;
            } else if (ages.number(row) < DAYS_OF_FIRST_YEAR) {
                segment.newCustomers++;
            }
        }
        Money[] sums = amounts.sums(counted.size(), row -> amounts.isOurs(row) ? placed[row] : -1);
        for (int position = 0; position < sums.length; position++) {
            counted.get(position).arr = sums[position].getAmount();
        }
    }

    private static void countStages(Book book, Map<String, SegmentFacts> facts) {
        Columns columns = book.columns(List.of(SEGMENT, STAGE));
        Column segments = columns.find(SEGMENT).orElseThrow();
        Column stages = columns.find(STAGE).orElseThrow();
        for (int row = 0; row < book.size(); row++) {
            SegmentFacts segment = segments.isPresent(row)
                    ? facts.get((String) segments.words().get((int) segments.number(row)))
                    : null;
            if (segment != null) {
                segment.countStage(
                        stages.isPresent(row)
                                ? Optional.of((String) stages.words().get((int) stages.number(row)))
                                : Optional.empty());
            }
        }
    }

    /**
     * What of {@link #requirements(EngagementPolicy)} the book does not provide. Nothing is invented in its place.
     *
     * @return the missing part; empty if all is there
     */
    public Requirements missing() {
        return missing;
    }

    /**
     * The engagement models.
     *
     * @return the policy that the book was held against
     */
    public EngagementPolicy policy() {
        return policy;
    }

    /**
     * Each segment under the model it gets.
     *
     * @return the segments in the order of the policy, those without customers included
     */
    public List<SegmentEconomics> segments() {
        return segments;
    }

    /**
     * A segment under any model of the policy: what if. Rounded by itself.
     *
     * @param segment  the id of a segment of the policy
     * @param model  the id of a model of the policy
     * @return the economics, empty if the policy knows one of them not
     */
    public Optional<SegmentEconomics> whatIf(String segment, String model) {
        SegmentFacts found = facts.get(segment);
        return found == null ? Optional.empty() : policy.model(model).map(known -> evaluation.one(found, known));
    }

    /**
     * Customers that no model is meant for: without a segment, or of a segment that the policy does not know. They are in
     * none of the sums.
     *
     * @return the ids in their natural order
     */
    public List<String> withoutModel() {
        return withoutModel;
    }

    /**
     * How many customers the segments have.
     *
     * @return the number
     */
    public int customers() {
        return segments.stream().mapToInt(SegmentEconomics::customers).sum();
    }

    /**
     * The ARR of all segments.
     *
     * @return the sum, empty if the policy has no segment
     */
    public Optional<Money> arr() {
        return segments.stream().map(SegmentEconomics::arr).reduce(Money::plus);
    }

    /**
     * The hours of all segments.
     *
     * @return exactly the sum of all planned touchpoints, of onboarding, of help on a trigger and of sponsors
     */
    public BigDecimal hoursPerYear() {
        return segments.stream().map(SegmentEconomics::hoursPerYear).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The same by role.
     *
     * @return the hours a year of each role, which sum to those of all
     */
    public SortedMap<String, BigDecimal> hoursByRole() {
        return sum(SegmentEconomics::hoursByRole);
    }

    /**
     * The capacity that all segments take.
     *
     * @return the hours a year of each role, with the capacity factors
     */
    public SortedMap<String, BigDecimal> capacityByRole() {
        return sum(SegmentEconomics::capacityByRole);
    }

    private SortedMap<String, BigDecimal> sum(
            Function<? super SegmentEconomics, SortedMap<String, BigDecimal>> byRole) {
        SortedMap<String, BigDecimal> all = new TreeMap<>();
        segments.forEach(
                segment -> byRole.apply(segment).forEach((role, hours) -> all.merge(role, hours, BigDecimal::add)));
        return Collections.unmodifiableSortedMap(all);
    }

    /**
     * The cost to serve of all segments.
     *
     * @return the sum, which is the exact cost rounded once; empty if some of it is not known
     */
    public Optional<Money> costToServe() {
        return segments.stream().anyMatch(segment -> segment.costToServe().isEmpty())
                ? Optional.empty()
                : segments.stream()
                        .flatMap(segment -> segment.costToServe().stream())
                        .reduce(Money::plus);
    }

    /**
     * The gross profit of all segments.
     *
     * @return the sum, which is the exact gross profit rounded once; empty if the policy has no segment
     */
    public Optional<Money> grossProfit() {
        return segments.stream().map(SegmentEconomics::grossProfit).reduce(Money::plus);
    }

    /**
     * What remains of all segments after customer success.
     *
     * @return the gross profit less the cost to serve; empty if some of the cost is not known
     */
    public Optional<Money> margin() {
        return costToServe().flatMap(cost -> grossProfit().map(profit -> profit.minus(cost)));
    }

    /**
     * How the margin of the book comes about.
     *
     * @return a sum over the segments, each with its own reasons
     */
    public Explanation marginReasons() {
        return segments.isEmpty()
                ? Explanation.stated("margin", Double.NaN, "the policy has no segment")
                : Explanation.sumOf(
                        "margin",
                        segments.stream().map(SegmentEconomics::marginReasons).toList());
    }
}
