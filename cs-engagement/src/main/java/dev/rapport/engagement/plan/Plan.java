package dev.rapport.engagement.plan;

import dev.rapport.engagement.FamilyRevenue;
import dev.rapport.health.band.Bands;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.time.AsOf;
import dev.rapport.segmentation.membership.Membership;
import dev.rapport.segmentation.membership.Movement;
import dev.rapport.segmentation.segment.Segmentation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The plan as of a date: segments, health, who is at risk, what must be decided, what each segment costs and earns, who
 * looks after whom, what to escalate, and how far the data can be trusted. Immutable; the same facts, memory and policies
 * give the same plan.
 */
@Value.Immutable
@ValueStyle
public abstract class Plan implements CustomerSections, TeamSections {

    Plan() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * The customers that the plan is about, with segments, health and churn risk laid over them.
     *
     * @return the cut
     */
    @Value.Auxiliary
    public abstract Book book();

    /**
     * The cut.
     *
     * @return the instant everything is as of
     */
    @Value.Lazy
    public AsOf asOf() {
        return book().asOf();
    }

    /**
     * The zone in which days begin.
     *
     * @return the book's declared zone
     */
    @Value.Lazy
    public ZoneId zone() {
        return book().zone();
    }

    /**
     * The last day of which anything is seen.
     *
     * @return the date
     */
    @Value.Lazy
    public LocalDate date() {
        return asOf().date(zone());
    }

    /**
     * The currency that amounts are reported in.
     *
     * @return the currency
     */
    @Value.Lazy
    public CurrencyUnit currency() {
        return book().currency();
    }

    /**
     * How far the plan looks ahead.
     *
     * @return a number of days
     */
    public abstract int horizonDays();

    /**
     * The policies that took the decisions.
     *
     * @return the policies by what they decide, in a stable order
     */
    public abstract Map<String, PolicyRef> policies();

    /**
     * The segmentation that decides the engagement model.
     *
     * @return the segmentation of the book
     */
    public abstract Segmentation segmentation();

    /**
     * Who is in which of its segments, who is held there by the policy's sticky rule, and what to remember of it.
     *
     * @return the membership of the book
     */
    @Value.Auxiliary
    public abstract Membership membership();

    /**
     * Whether the segmentation is worth having.
     *
     * @return sizes, revenue and what became of the customers, with a verdict
     */
    @Value.Auxiliary
    public abstract JudgedSegmentation quality();

    /**
     * Whether the further segmentations are worth having.
     *
     * @return the same of each of them, by their ids
     */
    @Value.Auxiliary
    public abstract Map<String, JudgedSegmentation> furtherQualities();

    /**
     * Further segmentations, such as regions.
     *
     * @return the segmentations by their ids
     */
    public abstract Map<String, Segmentation> furtherSegmentations();

    /**
     * The bands of the health score.
     *
     * @return the bands, worst first
     */
    public abstract Bands bands();

    /**
     * Those who were customers: all their contracts are over.
     *
     * @return their ids; nothing else in the plan is about them
     */
    public abstract List<String> formerCustomers();

    /**
     * All customers.
     *
     * @return a line each, by id; of a book of columns they are made anew whenever the list is read
     */
    public List<CustomerLine> customers() {
        return lines();
    }

    abstract CustomerLines lines();

    /**
     * What changed since an earlier date.
     *
     * @return the changes, if a date to compare with was given
     */
    public abstract Optional<PlanChanges> changes();

    /**
     * Who moved between segments since that date.
     *
     * @return the movements by the id of the segmentation, that of the engagement models first; none without such a date
     */
    @Value.Auxiliary
    public abstract Map<String, Movement> segmentMoves();

    /**
     * What a reader must know about the data.
     *
     * @return what was rejected and what contradicts itself
     */
    public abstract List<Remark> remarks();

    /**
     * The customers for which some part of the plan failed.
     *
     * @return a remark for each, by customer
     */
    public abstract List<Remark> failures();

    /**
     * The recurring revenue of all customers that can be told.
     *
     * @return the sum
     */
    @Value.Lazy
    public Money arr() {
        return lines().sum();
    }

    /**
     * The segments with what there is to say of each.
     *
     * @return the rows in the order of the segmentation, those in no segment last; they sum to the whole book
     */
    @Value.Lazy
    public List<SegmentLine> segments() {
        return SegmentLine.of(this);
    }

    Money arrOf(Iterable<CustomerLine> lines) {
        Money sum = Money.zero(currency());
        for (CustomerLine line : lines) {
            sum = line.arr().isPresent() ? sum.plus(line.arr().get()) : sum;
        }
        return sum;
    }

    /**
     * This plan with what a reader must know about the data.
     *
     * @param remarks  what was rejected and what contradicts itself
     * @return the plan, with these remarks alone
     */
    public Plan withRemarks(List<Remark> remarks) {
        return builder().from(this).remarks(remarks).build();
    }

    /**
     * The customers of a segment.
     *
     * @param segment  the segment's id
     * @return the lines, by id
     */
    public List<CustomerLine> customersOf(String segment) {
        return customers().stream()
                .filter(line -> line.segment().equals(Optional.of(segment)))
                .toList();
    }

    /**
     * A customer.
     *
     * @param customerId  the id
     * @return the line, or empty
     */
    public Optional<CustomerLine> find(String customerId) {
        return lines().find(customerId);
    }

    /**
     * The family of a customer.
     *
     * @param customerId  the id
     * @return the family; empty for a customer without parent and children
     */
    public Optional<FamilyRevenue> family(String customerId) {
        return Optional.ofNullable(familiesByCustomer().get(customerId));
    }

    @Value.Lazy
    Map<String, FamilyRevenue> familiesByCustomer() {
        Map<String, FamilyRevenue> byCustomer = new HashMap<>();
        families()
                .value()
                .ifPresent(all -> all.forEach(
                        family -> family.customers().forEach(customer -> byCustomer.put(customer, family))));
        return byCustomer;
    }

    @Value.Lazy
    NextSteps nextSteps() {
        return new NextSteps(this);
    }

    static final class Builder extends ImmutablePlan.Builder {
        Builder() {}
    }
}
