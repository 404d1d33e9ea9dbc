package dev.rapport.engagement.whatif;

import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.overview.PlanOverview;
import dev.rapport.engagement.overview.PlanVerdict;
import dev.rapport.engagement.overview.Proposal;
import dev.rapport.engagement.overview.SegmentRow;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.MarginOutlook;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.RoleGap;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.segmentation.segment.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/**
 * What becomes of a plan when something that goes into it is another: headline, segments, hours and hires, margins, customers
 * and the decisions that come first. Immutable.
 *
 * <pre>{@code
 * Plan now = planner.plan(facts, asOf, memory, new InMemoryMilestoneLedger());
 * Plan then = Planner.of(otherPolicies, reckoning).plan(otherFacts, asOf, memory, new InMemoryMilestoneLedger());
 * PlanDifference difference = PlanDifference.between(now, then);
 * difference.whole().read(SegmentRow::margin).then();
 * }</pre>
 *
 * <p>Each plan is made alike and by itself, so that everything that follows from the change has followed. Milestones that
 * fire go into the ledger that a plan is given: give each its own.
 */
public final class PlanDifference {

    private final Plan now;
    private final Shift<PlanOverview> overview;
    private final Shift<MarginOutlook> outlook;
    private final SortedMap<String, Shift<PolicyRef>> policies;
    private final List<SegmentDifference> segments;
    private final SortedMap<String, Shift<RoleGap>> roles;
    private final SortedMap<String, Shift<CustomerLine>> customers;

    private PlanDifference(Plan now, Plan then) {
        this.now = now;
        this.overview = Shift.of(PlanOverview.of(now), PlanOverview.of(then));
        this.outlook = Shift.of(now, then).read(plan -> MarginOutlook.of(plan).value());
        this.policies = changed(now.policies(), then.policies());
        this.segments = segments(then);
        this.roles = beside(roles(now), roles(then));
        this.customers = customers(now, then);
    }

    /**
     * Holds two plans against each other.
     *
     * @param now  a plan
     * @param then  a plan of the same day and in the same currency, with something changed
     * @return what differs
     * @throws IllegalArgumentException if they are of different days or currencies
     */
    public static PlanDifference between(Plan now, Plan then) {
        if (!now.date().equals(then.date()) || !now.currency().equals(then.currency())) {
            throw new IllegalArgumentException("then (" + then.date() + ", " + then.currency()
                    + ") must be of the day and in the currency of now (" + now.date() + ", " + now.currency()
                    + ").\nMaybe plan(facts, asOf, since, memory, ledger), which says what changed since another day.");
        }
        return new PlanDifference(now, then);
    }

    private static <V> SortedMap<String, Shift<V>> beside(Map<String, V> now, Map<String, V> then) {
        SortedMap<String, Shift<V>> beside = new TreeMap<>();
        now.forEach((name, value) -> beside.put(name, new Shift<>(Optional.of(value), find(then, name))));
        then.forEach((name, value) -> beside.putIfAbsent(name, new Shift<>(Optional.empty(), Optional.of(value))));
        return Collections.unmodifiableSortedMap(beside);
    }

    private static <V> Optional<V> find(Map<String, V> values, String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static <V> SortedMap<String, Shift<V>> changed(Map<String, V> now, Map<String, V> then) {
        SortedMap<String, Shift<V>> changed = new TreeMap<>(beside(now, then));
        changed.values().removeIf(shift -> !shift.isChange());
        return Collections.unmodifiableSortedMap(changed);
    }

    private List<SegmentDifference> segments(Plan then) {
        Map<String, Shift<String>> models = new TreeMap<>(beside(models(now), models(then)));
        Map<String, SegmentRow> before = rows(overview.now().orElseThrow());
        Map<String, SegmentRow> after = rows(overview.then().orElseThrow());
        List<String> ids = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(id -> !before.containsKey(id)).forEach(ids::add);
        return ids.stream()
                .map(id -> new SegmentDifference(
                        id,
                        models.getOrDefault(id, new Shift<>(Optional.empty(), Optional.empty())),
                        new Shift<>(find(before, id), find(after, id))))
                .toList();
    }

    private static Map<String, SegmentRow> rows(PlanOverview overview) {
        Map<String, SegmentRow> rows = new LinkedHashMap<>();
        overview.segments().forEach(row -> rows.put(id(row.segment()), row));
        return rows;
    }

    private static Map<String, String> models(Plan plan) {
        Map<String, String> models = new TreeMap<>();
        for (SegmentLine line : plan.segments()) {
            line.economics().map(SegmentEconomics::model).ifPresent(model -> models.put(id(line.segment()), model));
        }
        return models;
    }

    private static String id(Optional<Segment> segment) {
        return segment.map(Segment::id).orElse("none");
    }

    private static Map<String, RoleGap> roles(Plan plan) {
        Map<String, RoleGap> roles = new TreeMap<>();
        RoleGap.of(plan).value().ifPresent(gaps -> gaps.forEach(gap -> roles.put(gap.role(), gap)));
        return roles;
    }

    private static SortedMap<String, Shift<CustomerLine>> customers(Plan now, Plan then) {
        Map<String, CustomerLine> before = new TreeMap<>();
        Map<String, CustomerLine> after = new TreeMap<>();
        now.customers().forEach(line -> before.put(line.customerId(), line));
        then.customers().forEach(line -> after.put(line.customerId(), line));
        SortedMap<String, Shift<CustomerLine>> lines = new TreeMap<>(beside(before, after));
        lines.values().removeIf(shift -> !isChange(shift));
        return Collections.unmodifiableSortedMap(lines);
    }

    private static boolean isChange(Shift<CustomerLine> shift) {
        return shift.now().isPresent() != shift.then().isPresent()
                || shift.read(CustomerLine::arr).isChange()
                || shift.read(CustomerLine::segment).isChange()
                || band(shift).isChange();
    }

    /**
     * The health band of a customer in both plans.
     *
     * @param customer  one of {@link #customers()}
     * @return the code of the band
     */
    public static Shift<String> band(Shift<CustomerLine> customer) {
        return customer.read(line -> Optional.of(line.health().band()));
    }

    /**
     * The day of both plans.
     *
     * @return the day
     */
    public LocalDate date() {
        return now.date();
    }

    /**
     * The currency of both plans.
     *
     * @return the currency
     */
    public CurrencyUnit currency() {
        return now.currency();
    }

    /**
     * The policies that are others, by what they decide. One that was changed without a new revision cannot be told apart.
     *
     * @return those of which id or revision differ
     */
    public SortedMap<String, Shift<PolicyRef>> policies() {
        return policies;
    }

    /**
     * Where the book stands.
     *
     * @return the numbers of both verdicts
     */
    public Shift<PlanVerdict> verdict() {
        return overview.read(both -> Optional.of(both.verdict()));
    }

    /**
     * What the whole book pays, keeps, costs and leaves.
     *
     * @return the sums of both plans
     */
    public Shift<SegmentRow> whole() {
        return overview.read(both -> Optional.of(both.whole()));
    }

    /**
     * The margin that is to be expected, in bad and in good years.
     *
     * @return the outlooks, where there are any
     */
    public Shift<MarginOutlook> outlook() {
        return outlook;
    }

    /**
     * The segments.
     *
     * @return all of them in the order of the first plan, those of the other alone at the end
     */
    public List<SegmentDifference> segments() {
        return segments;
    }

    /**
     * The hours that each role is asked for, against those there are, and who has to be hired.
     *
     * @return every role of which hours are asked in one of the plans, by its id
     */
    public SortedMap<String, Shift<RoleGap>> roles() {
        return roles;
    }

    /**
     * The customers who are others: who is in one plan alone, and whose ARR, segment or health band differs.
     *
     * @return by their ids
     */
    public SortedMap<String, Shift<CustomerLine>> customers() {
        return customers;
    }

    /**
     * The decisions that come first.
     *
     * @return those of both plans
     */
    public Shift<List<Proposal>> decisions() {
        return overview.read(both -> Optional.of(both.decisions()));
    }
}
