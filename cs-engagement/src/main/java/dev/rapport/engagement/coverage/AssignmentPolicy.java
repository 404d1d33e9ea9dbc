package dev.rapport.engagement.coverage;

import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.condition.Operator;
import dev.rapport.segmentation.condition.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * By what it is decided who looks after whom: the document {@code rapport/assignment}. Immutable, and checked: nothing
 * that tells something about a natural person decides, unless that is stated with a reason.
 */
@Value.Immutable
@ValueStyle
public abstract class AssignmentPolicy {

    private static final int RENEWAL_DAYS = 90;
    private static final int QUARTER = 90;
    private static final int FAR = 3_650;
    private static final double NEAR_RENEWAL = 3;
    private static final double DURING_ESCALATION = 2;

    AssignmentPolicy() {}

    /**
     * Begins a policy.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The preset: continuity first, a hand-over counts three times within 90 days of a decision and twice while an escalated
     * ticket is open.
     *
     * @return the preset, with its source
     */
    public static AssignmentPolicy standard() {
        return builder()
                .header(DocumentHeader.of("assignment", "standard"))
                .source("Our own: no published numbers on the cost of a hand-over were found. 90 days is when platforms"
                        + " open a renewal.")
                .addHandOver(new HandOverRule(
                        "decision-near",
                        Condition.atMost(StandardAttributes.DECISION_NEXT_DAYS, RENEWAL_DAYS),
                        NEAR_RENEWAL))
                .addHandOver(new HandOverRule(
                        "escalation-open",
                        Condition.compare(
                                Tally.count(Ticket.SERIES)
                                        .where(Condition.allOf(
                                                Condition.isTrue(Ticket.ESCALATED),
                                                Condition.anyOf(
                                                        Condition.missing(Ticket.CLOSED_ON),
                                                        Condition.withinNext(Ticket.CLOSED_ON, FAR)))),
                                Operator.AT_LEAST,
                                1),
                        DURING_ESCALATION))
                .build();
    }

    /**
     * What the document says about itself.
     *
     * @return the header
     */
    public abstract DocumentHeader header();

    /**
     * Where the numbers come from.
     *
     * @return a publication, or an opinion
     */
    public abstract String source();

    /**
     * How much each misfit of a placement counts.
     *
     * @return the weights, {@link AssignmentWeights#CONTINUITY_FIRST} unless said otherwise
     */
    @Value.Default
    public AssignmentWeights weights() {
        return AssignmentWeights.CONTINUITY_FIRST;
    }

    /**
     * How much uneven ARR and uneven work count.
     *
     * @return the weights, {@link AssignmentBalance#NONE} unless said otherwise
     */
    @Value.Default
    public AssignmentBalance balance() {
        return AssignmentBalance.NONE;
    }

    /**
     * When a hand-over costs more than usual.
     *
     * @return the rules, with different ids
     */
    public abstract List<HandOverRule> handOver();

    /**
     * Who comes into question for whom.
     *
     * @return the rules, with different ids
     */
    public abstract List<PlacementRule> rules();

    /**
     * Who is not to be moved.
     *
     * @return the locks, at most one for a customer
     */
    public abstract List<AssignmentLock> locks();

    /**
     * How many customers of a role may get somebody else than now. Those whose owner is no longer there have to, and count.
     *
     * @return the budget, empty if there is none
     */
    public abstract OptionalInt mostMoves();

    /**
     * How far ahead it is looked whether people are there. Somebody who is away for a part of these days has the hours of
     * the others; somebody who is away for all of them has nothing to hold customers with.
     *
     * @return a number of days, at least 1; a quarter unless said otherwise
     */
    @Value.Default
    public int periodDays() {
        return QUARTER;
    }

    /**
     * Who is away.
     *
     * @return the absences
     */
    public abstract List<Absence> absences();

    /**
     * What must not decide either, beside what tells something about a natural person: what stands for it, such as a
     * district.
     *
     * @return the names of attributes
     */
    public abstract List<String> barred();

    /**
     * What may decide though it is barred.
     *
     * @return the attributes, each with the reason
     */
    public abstract List<AllowedAttribute> allowed();

    /** Refuses a policy that decides by what is barred. */
    @Value.Check
    void ensure() {
        if (source().isBlank()) {
            throw new IllegalArgumentException("source must not be blank.");
        }
        if (periodDays() < 1) {
            throw new IllegalArgumentException("periodDays (" + periodDays() + ") must be at least 1.");
        }
        check().orThrow();
    }

    /**
     * What is wrong with the policy by itself.
     *
     * @return an error for each id that comes twice, and each barred attribute that decides, at its place in the document
     */
    Problems check() {
        return new AssignmentPolicyCheck(this).alone();
    }

    /**
     * Holds the policy against an organisation.
     *
     * @param organisation  who works for us
     * @return an error for each member and team that it does not have
     */
    public Problems against(Organisation organisation) {
        return new AssignmentPolicyCheck(this).against(organisation);
    }

    /**
     * The people as they are there in the days after a date: who is away for some of them has so much less hours a week.
     * Pools share their work by these hours.
     *
     * @param organisation  who works for us
     * @param date  the date
     * @return the organisation, with these hours
     */
    public Organisation present(Organisation organisation, LocalDate date) {
        return new Availability(absences(), date, periodDays()).of(organisation);
    }

    /**
     * What of this policy a book does not tell. Rules that read it do not hold for anybody.
     *
     * @param book  the book
     * @return the attributes and series, as names
     */
    public List<String> missingFrom(Book book) {
        return new RulesOfBook(this, book).missing();
    }

    /** Makes a policy. */
    public static final class Builder extends ImmutableAssignmentPolicy.Builder {
        Builder() {}
    }
}
