package dev.rapport.engagement.capacity;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.model.YearAhead;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The coming year month by month: the hours that the engagement models ask of each role, those there are, the fullest month, and
 * who has to be hired by when and for which segments. Immutable.
 *
 * <pre>{@code
 * CapacityYear.Builder year = CapacityYear.of(economics, organisation, today);
 * customers.forEach(customer -> year.add(customer.segment(), customer.stage(), customer.decision()));
 * year.build().role("csm").orElseThrow().hires();
 * }</pre>
 *
 * <p><strong>Formula.</strong> The hours of a year of {@link SegmentEconomics#work()} times the capacity factor, each work in its
 * months: touchpoints some days before a decision in the month of that day, others in their months of the calendar, all else
 * evenly; onboarding of the customers that are expected to come ({@link YearAhead#newCustomers()}) in place of those who came
 * within the last year. Hours there are those of a member's year by the weights of the months, times the share of the month's
 * days on which the member works for us and is not away. Hired is, from a month on, what is missing in each of {@link
 * YearAhead#lastingMonths()}, in people with the mean hours of those who hold the role today.
 *
 * <p><strong>Units.</strong> Hours.
 *
 * <p><strong>Edges.</strong> Work for a decision that is not known or not within the year is spread evenly, and what should be done
 * already falls into the first month. Of a shortage that begins less than these months before the year's end it cannot be told
 * whether it lasts; nobody is hired for it. Those who come take onboarding alone: their touchpoints stand against those of
 * customers who leave, and neither is counted.
 *
 * <p><strong>Algorithm.</strong> Exact: a month is what is due by its end less what was due by its beginning, to a hundredth of an
 * hour for each work, so that the months sum to the year to the last digit.
 *
 * <p><strong>Reference.</strong> Largest remainders (Hamilton) share hires among segments: M. Balinski, H. P. Young, Fair
 * Representation, 2nd edition, 2001, chapter 3.
 */
public final class CapacityYear {

    private final LocalDate from;
    private final YearAhead outlook;
    private final List<RoleYear> roles;
    private final List<PoolLoad> pools;
    private final List<SegmentWorkload> segments;

    private CapacityYear(Builder builder) {
        Months months = new Months(builder.date);
        Demand demand = new Demand(builder.economics, months, builder.decisions);
        this.from = months.from(0);
        this.outlook = builder.economics.policy().yearAhead();
        this.roles = demand.roles().stream()
                .map(role -> year(role, demand, months, builder))
                .toList();
        this.pools = pools(builder.economics, builder.organisation, builder.date);
        this.segments = builder.economics.segments().stream()
                .map(row -> new SegmentWorkload.Builder()
                        .segment(row.segment())
                        .model(row.model())
                        .customers(row.customers())
                        .hours(demand.of(row.segment()))
                        .build())
                .toList();
    }

    private static RoleYear year(String role, Demand demand, Months months, Builder builder) {
        YearAhead outlook = builder.economics.policy().yearAhead();
        Supply supply = new Supply(builder.organisation, outlook, months);
        BigDecimal[] there = supply.of(role);
        List<RoleMonth> year = new ArrayList<>();
        for (int month = 0; month < Months.NUMBER; month++) {
            year.add(new RoleMonth(months.from(month), demand.of(role, month), there[month]));
        }
        BigDecimal[] oneMore = supply.ofOneMore(role, builder.date);
        boolean canTell = Arrays.stream(oneMore).anyMatch(hours -> hours.signum() > 0);
        List<Hire> hires = canTell ? new Hiring(outlook, months).hires(year, oneMore) : List.of();
        return new RoleYear.Builder()
                .role(role)
                .months(year)
                .canTellHires(canTell)
                .hires(hires)
                .segments(shares(role, demand, builder.economics, hires))
                .build();
    }

    private static List<SegmentShare> shares(String role, Demand demand, Economics economics, List<Hire> hires) {
        List<String> segments = economics.segments().stream()
                .map(SegmentEconomics::segment)
                .filter(segment -> demand.of(role, segment).signum() > 0)
                .toList();
        List<BigDecimal> hours =
                segments.stream().map(segment -> demand.of(role, segment)).toList();
        int[] people = Hiring.share(hires.stream().mapToInt(Hire::people).sum(), hours);
        List<SegmentShare> shares = new ArrayList<>();
        for (int i = 0; i < people.length; i++) {
            shares.add(new SegmentShare(segments.get(i), hours.get(i), people[i]));
        }
        return shares;
    }

    private static List<PoolLoad> pools(Economics economics, Organisation organisation, LocalDate date) {
        List<PoolLoad> loads = new ArrayList<>();
        for (EngagementModel model : economics.policy().models()) {
            for (OwnerRule rule : model.owners()) {
                List<SegmentEconomics> rows = economics.segments().stream()
                        .filter(row -> row.model().equals(model.id()) && row.customers() > 0)
                        .toList();
                if (rule.pool().isPresent() && !rows.isEmpty()) {
                    List<Member> members = organisation.poolMembers(rule.pool().get(), date);
                    loads.add(new PoolLoad.Builder()
                            .pool(rule.pool().get())
                            .model(model.id())
                            .people(members.size())
                            .needed(rows.stream()
                                    .map(row -> row.capacityByRole().getOrDefault(rule.role(), BigDecimal.ZERO))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                            .there(members.stream().map(Member::hoursPerYear).reduce(BigDecimal.ZERO, BigDecimal::add))
                            .build());
                }
            }
        }
        loads.sort(Comparator.comparing(PoolLoad::pool).thenComparing(PoolLoad::model));
        return List.copyOf(loads);
    }

    /**
     * Begins a year.
     *
     * @param economics  the segments with the work that their models plan, and what is expected of the year
     * @param organisation  who works for us
     * @param date  the last day before the year
     * @return a builder that knows of no decision
     */
    public static Builder of(Economics economics, Organisation organisation, LocalDate date) {
        return new Builder(economics, organisation, date);
    }

    /**
     * When it begins.
     *
     * @return the first day
     */
    public LocalDate from() {
        return from;
    }

    /**
     * What is expected of it.
     *
     * @return the outlook, with its source
     */
    public YearAhead outlook() {
        return outlook;
    }

    /**
     * The roles of which hours are asked.
     *
     * @return a year each, by role
     */
    public List<RoleYear> roles() {
        return roles;
    }

    /**
     * The year of a role.
     *
     * @param role  the id of the role
     * @return the year, empty if no hours are asked of it
     */
    public Optional<RoleYear> role(String role) {
        return roles.stream().filter(year -> year.role().equals(role)).findFirst();
    }

    /**
     * What models take of the hours of pools.
     *
     * @return a load for each pool and model that some segment with customers has, by both ids
     */
    public List<PoolLoad> pools() {
        return pools;
    }

    /**
     * What customers take of all roles together.
     *
     * @return the segments in the order of the policy
     */
    public List<SegmentWorkload> segments() {
        return segments;
    }

    /** Takes the customers. Not for use by several threads. */
    public static final class Builder {

        private final Economics economics;
        private final Organisation organisation;
        private final LocalDate date;
        private final DecisionDays decisions = new DecisionDays();

        private Builder(Economics economics, Organisation organisation, LocalDate date) {
            this.economics = requireNonNull(economics, "economics");
            this.organisation = requireNonNull(organisation, "organisation");
            this.date = requireNonNull(date, "date");
        }

        /**
         * Adds a customer of the economics that decides on a day.
         *
         * @param segment  the id of its segment
         * @param stage  where it stands in the life cycle; empty if that is not known
         * @param decision  the day of its next decision
         * @return this builder
         */
        public Builder add(String segment, Optional<String> stage, LocalDate decision) {
            decisions.add(segment, stage, decision);
            return this;
        }

        /**
         * Makes the year.
         *
         * @return the year
         */
        public CapacityYear build() {
            return new CapacityYear(this);
        }
    }
}
