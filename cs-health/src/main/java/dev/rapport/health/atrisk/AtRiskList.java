package dev.rapport.health.atrisk;

import dev.rapport.model.customer.Play;
import dev.rapport.model.decision.PolicyRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who may be lost next, as an {@link AtRiskRanking} has it: ranked by expected loss, the probability that the customer is
 * lost at the next decision times the recurring revenue decided on then (of those without contracts: times their residual
 * lifetime value). Immutable.
 *
 * <p>Everybody stands in one place. The {@link #lines()} are what the team can work on. Apart from them, in the same
 * order, are those for whom its hours do not suffice, those with whom a save play runs, those whose last safe day has
 * passed, those who are locked in until a later decision, and those about whom something is not known. Lines that show
 * the same loss stand by decision date, then by customer.
 */
public final class AtRiskList {

    /**
     * A customer for whom the team's hours do not suffice.
     *
     * @param line  the line
     * @param missingHours  how many hours would have to be added; empty if nobody has hours for the customer
     */
    public record BeyondCapacity(AtRisk line, OptionalDouble missingHours) {}

    /**
     * A customer with whom a save play runs. When it ends or expires, the customer is back on the list.
     *
     * @param line  the line
     * @param running  the play; of several the one that expires last
     * @param reviewDue  whether its review date has come, or passed
     */
    public record Suppressed(AtRisk line, Play running, boolean reviewDue) {}

    /**
     * A customer who could not be ranked.
     *
     * @param customerId  the customer
     * @param reasons  what is not known, a clause each
     */
    public record Unranked(String customerId, List<String> reasons) {}

    private final Origin origin;
    private final PolicyRef policy;
    private final Optional<PolicyRef> playPolicy;
    private final int horizonDays;
    private final List<AtRisk> lines;
    private final List<BeyondCapacity> beyondCapacity;
    private final List<Suppressed> suppressed;
    private final List<AtRisk> tooLate;
    private final List<AtRisk> lockedIn;

    /** Sorted when somebody reads it: most customers are locked in, and hardly anybody asks. The same whoever sorts. */
    private @Nullable List<AtRisk> lockedInSorted;

    private final List<Unranked> unranked;
    private final List<OwnerHours> hours;

    AtRiskList(Draft draft) {
        this.origin = draft.origin;
        this.policy = draft.policy;
        this.playPolicy = draft.playPolicy;
        this.horizonDays = draft.horizonDays;
        this.lines = Collections.unmodifiableList(draft.lines);
        this.beyondCapacity = Collections.unmodifiableList(draft.beyondCapacity);
        this.suppressed = Collections.unmodifiableList(draft.suppressed);
        this.tooLate = Collections.unmodifiableList(draft.tooLate);
        this.lockedIn = List.copyOf(draft.lockedIn);
        this.unranked = Collections.unmodifiableList(draft.unranked);
        this.hours = Collections.unmodifiableList(draft.hours);
    }

    /** A list that is being drawn up; handed over when it is done. */
    static final class Draft {
        final Origin origin;
        final PolicyRef policy;
        final Optional<PolicyRef> playPolicy;
        final int horizonDays;
        List<AtRisk> lines = new ArrayList<>();
        List<BeyondCapacity> beyondCapacity = new ArrayList<>();
        final List<Suppressed> suppressed = new ArrayList<>();
        final List<AtRisk> tooLate = new ArrayList<>();
        final List<AtRisk> lockedIn = new ArrayList<>();
        final List<Unranked> unranked = new ArrayList<>();
        final List<Play> running = new ArrayList<>();
        List<OwnerHours> hours = List.of();

        Draft(Origin origin, PolicyRef policy, Optional<PolicyRef> playPolicy, int horizonDays) {
            this.origin = origin;
            this.policy = policy;
            this.playPolicy = playPolicy;
            this.horizonDays = horizonDays;
        }
    }

    /**
     * What assessed the risk.
     *
     * @return the policy
     */
    public PolicyRef policy() {
        return policy;
    }

    /**
     * What declares the plays.
     *
     * @return the policy; empty if no plays are declared
     */
    public Optional<PolicyRef> playPolicy() {
        return playPolicy;
    }

    /**
     * How far it was looked ahead.
     *
     * @return the days; whoever decides later is locked in until then
     */
    public int horizonDays() {
        return horizonDays;
    }

    /**
     * Those whose decision can still be changed, as many as the team can work on until their last safe days.
     *
     * @return the lines, highest expected loss first
     */
    public List<AtRisk> lines() {
        return lines;
    }

    /**
     * Those whose decision could still be changed, were there more hours.
     *
     * @return the customers, highest expected loss first; empty where hours are not counted
     */
    public List<BeyondCapacity> beyondCapacity() {
        return beyondCapacity;
    }

    /**
     * Those with whom a save play runs already.
     *
     * @return the customers, highest expected loss first
     */
    public List<Suppressed> suppressed() {
        return suppressed;
    }

    /**
     * Those whose last safe day has passed.
     *
     * @return the lines, highest expected loss first
     */
    public List<AtRisk> tooLate() {
        return tooLate;
    }

    /**
     * Those who decide only behind the horizon.
     *
     * @return the lines, highest expected loss first
     */
    public List<AtRisk> lockedIn() {
        List<AtRisk> sorted = lockedInSorted;
        if (sorted == null) {
            List<AtRisk> all = new ArrayList<>(lockedIn);
            all.sort(AtRisk.ORDER);
            sorted = Collections.unmodifiableList(all);
            lockedInSorted = sorted;
        }
        return sorted;
    }

    /**
     * Those about whom something is not known.
     *
     * @return the customers by id, with what is not known
     */
    public List<Unranked> unranked() {
        return unranked;
    }

    /**
     * How far the hours of each member and pool reach.
     *
     * @return the hours by their names; empty where hours are not counted
     */
    public List<OwnerHours> hours() {
        return hours;
    }

    /**
     * All whose decision can still be changed, whether or not somebody works on it.
     *
     * @return the lines, those beyond capacity and those with a running play together, highest expected loss first
     */
    public List<AtRisk> changeable() {
        if (beyondCapacity.isEmpty() && suppressed.isEmpty()) {
            return lines;
        }
        List<AtRisk> all = new ArrayList<>(lines);
        beyondCapacity.forEach(beyond -> all.add(beyond.line()));
        suppressed.forEach(one -> all.add(one.line()));
        all.sort(AtRisk.ORDER);
        return all;
    }

    /**
     * The alternative order: what an hour of work is expected to save.
     *
     * @return the lines and those beyond capacity, most saved per hour first, without those of whom it is not known
     */
    public List<AtRisk> bySavedPerHour() {
        List<AtRisk> all = new ArrayList<>(lines);
        beyondCapacity.forEach(beyond -> all.add(beyond.line()));
        all.removeIf(line -> line.savedPerHour().isEmpty());
        all.sort(AtRisk.BY_SAVED_PER_HOUR);
        return all;
    }

    /**
     * What is lost on average among lines.
     *
     * @param of  lines of this list
     * @return the sum, rounded once, at the end
     */
    public Money expectedLoss(List<AtRisk> of) {
        return origin.amounts().sum(of, AtRisk::exactLoss);
    }

    /**
     * What is at stake among lines.
     *
     * @param of  lines of this list
     * @param stake  which kind; recurring revenue and lifetime value are not added to one another
     * @return the sum of that kind, rounded once, at the end
     */
    public Money atStake(List<AtRisk> of, AtRisk.Stake stake) {
        return origin.amounts()
                .sum(of.stream().filter(line -> line.stake() == stake).toList(), AtRisk::exactStake);
    }
}
