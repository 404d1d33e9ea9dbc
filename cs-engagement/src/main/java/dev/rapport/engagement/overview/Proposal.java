package dev.rapport.engagement.overview;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * Something to decide: what to do, who is accountable, by when, what it is about, what it costs and brings, and what happens
 * if nothing is done. Immutable.
 *
 * <p><strong>Which come first.</strong> First those of which it is known what they bring, then the others; among each by what
 * they bring less what they cost (of the others: what is lost on average if nothing is done, less what they cost), for each
 * week that is left until the deadline, begun weeks counted, at least one: {@link #perWeek()}. Customer by customer each
 * with its own deadline; ties by kind, then by subject. No customer counts twice: what is proposed for customers of a
 * proposal that came before is proposed for the others alone. What brings or saves nothing is not proposed.
 *
 * <p>What is proposed comes from the plan: save plays from the at-risk list, by who would do them; the first customer beyond
 * the hours of an owner, with the hours that are missing; the models of {@link
 * dev.rapport.engagement.plan.ModelProposal}; customers whom nobody looks after, and those whom nobody has the hours for;
 * escalations that are overdue. A scope of the organisation, and contracts that renew by themselves, have no amount that
 * depends on a decision and are never among them.
 */
@Value.Immutable
@ValueStyle
public abstract class Proposal {

    /** The criterion in a sentence. */
    public static final String CRITERION =
            "First what is known to bring something: by what it brings less what it costs, for"
                    + " each week that is left until the deadline; then the others, by what is lost if nothing is done.";

    /** What to do, in the order in which ties are broken. */
    public enum Kind {
        /** Run the save plays of an owner, or of a segment where nobody is named. */
        SAVE,
        /** Give an owner the hours for the first customer beyond those there are. */
        ADD_HOURS,
        /** Give a segment another engagement model. */
        CHANGE_MODEL,
        /** Hire for a role: nobody in it has the hours for some customers. */
        HIRE,
        /** Name somebody who looks after customers whom nobody looks after in a role. */
        NAME_OWNERS,
        /** Act on escalations that are overdue. */
        ESCALATE
    }

    Proposal() {}

    /**
     * What to do.
     *
     * @return the kind
     */
    public abstract Kind kind();

    /**
     * What it is done with or for.
     *
     * @return an owner, a role or the id of a segment, as the kind has it
     */
    public abstract String subject();

    /**
     * Which model the segment should get, or which play is run for most.
     *
     * @return the id of a model, the code of a play, or empty
     */
    public abstract Optional<String> means();

    /**
     * Who is accountable.
     *
     * @return a member; where there is no organisation, the owner; empty if nobody is known
     */
    public abstract Optional<String> accountable();

    /**
     * By when it must be decided: the first day that any of it becomes too late.
     *
     * @return the last safe day, the end of the deadline, or where there is none, the last of the 60 days that {@link
     *     PlanVerdict#days()} tells apart; never before the day after the plan
     */
    public abstract LocalDate deadline();

    /**
     * Whom it is about.
     *
     * @return the ids, those first with whom most is at stake; empty for a segment as a whole
     */
    public abstract List<String> customers();

    /**
     * The ARR that it is about.
     *
     * @return what these customers decide on next, or pay; of those without contracts what they would still bring; of the
     *     segment as a whole what it pays
     */
    public abstract Money arr();

    /**
     * The hours that it takes.
     *
     * @return the hours, or empty if they are not known or are planned already
     */
    public abstract OptionalDouble hours();

    /**
     * What it costs.
     *
     * @return the amount, below zero for what is saved in a year; empty if it is not known
     */
    public abstract Optional<Money> cost();

    /**
     * What it brings on average, before the cost.
     *
     * @return the amount; empty if it is not known
     */
    public abstract Optional<Money> gain();

    /**
     * Between which amounts that lies in nine of ten cases. A play saves each customer or does not, independent of the
     * others; another model keeps more or less than the present one, each drawn from what is expected of it (10,000 years).
     *
     * @return the range, or empty if it is not known
     */
    public abstract Optional<AmountRange> range();

    /**
     * What is lost on average if nothing is done.
     *
     * @return the amount; for another model what it would bring in a year
     */
    public abstract Money lossOtherwise();

    /**
     * Between which amounts that lies in nine of ten cases, where what it brings is not known: each customer is lost or not,
     * with the risk that the at-risk list has it at, independent of the others.
     *
     * @return the range, or empty if what it brings is known
     */
    public abstract Optional<AmountRange> lossRange();

    /**
     * By what it is ranked.
     *
     * @return the amount for each week that is left, in major units
     */
    public abstract double perWeek();

    /** Makes a proposal. */
    static final class Builder extends ImmutableProposal.Builder {
        Builder() {}
    }

    /**
     * Between which amounts something lies in nine of ten cases.
     *
     * @param low  one case of twenty stays below
     * @param high  one case of twenty exceeds it
     */
    public record AmountRange(Money low, Money high) {}
}
