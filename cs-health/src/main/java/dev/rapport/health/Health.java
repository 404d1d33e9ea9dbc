package dev.rapport.health;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Status;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.memory.Remembered;
import dev.rapport.model.memory.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one customer is, as of one instant, and why. Higher is always better. Immutable.
 *
 * <p>The score is the value of the reasons, so the two cannot differ.
 */
public final class Health {

    private final String customerId;
    private final PolicyRef policy;
    private final Explanation reasons;
    private final Banding.Banded banded;

    private Health(String customerId, PolicyRef policy, Explanation reasons, Banding.Banded banded) {
        this.customerId = customerId;
        this.policy = policy;
        this.reasons = reasons;
        this.banded = banded;
    }

    /**
     * The health that follows from reasons: what a strategy returns.
     *
     * @param view  the customer
     * @param policy  the policy that decided
     * @param reasons  the explanation of the score, 0 to 100
     * @param bands  what scores are called
     * @param memory  what was decided before
     * @return the health
     * @throws IllegalArgumentException if the score is not on the scale
     */
    public static Health of(CustomerView view, PolicyRef policy, Explanation reasons, Bands bands, Memory memory) {
        double score = requireNonNull(reasons, "reasons").value().orElse(Double.NaN);
        Banding banding = new Banding(bands, policy, memory, view.asOf());
        return new Health(view.customerId(), policy, reasons, banding.decide(view.customerId(), score));
    }

    /** The health of a customer for whom a strategy threw. */
    static Health failed(CustomerView view, PolicyRef policy, RuntimeException thrown, Memory memory) {
        String message = thrown.getMessage();
        Explanation reasons = Explanation.failed(
                policy.id(), "the strategy failed: " + (message == null ? "it does not say why" : message));
        return of(view, policy, reasons, Bands.of(new Band("any", 0, 100)), memory);
    }

    /**
     * Who this is about.
     *
     * @return the customer's id
     */
    public String customerId() {
        return customerId;
    }

    /**
     * What decided.
     *
     * @return the policy
     */
    public PolicyRef policy() {
        return policy;
    }

    /**
     * The score.
     *
     * @return 0 to 100, not rounded; empty if unknown
     */
    public OptionalDouble score() {
        return reasons.value();
    }

    /**
     * The band.
     *
     * @return the code of the band, or {@link Band#UNKNOWN}
     */
    public String band() {
        return banded.standing().value();
    }

    /**
     * Says whether there is a score.
     *
     * @return false if the band is {@link Band#UNKNOWN}
     */
    public boolean isKnown() {
        return reasons.value().isPresent();
    }

    /**
     * Since when the customer is in this band without a break, as far as is remembered.
     *
     * @return the first instant; the end of the cut for a band that begins now
     */
    public Instant since() {
        return banded.standing().since();
    }

    /**
     * The band the customer was in before this one.
     *
     * @return the code of the band or {@link Band#UNKNOWN}; empty if no other is remembered
     */
    public Optional<String> bandBefore() {
        return banded.standing().before();
    }

    /**
     * The band, since when, and what was before.
     *
     * @return all three together
     */
    public Standing standing() {
        return banded.standing();
    }

    /**
     * Says whether the customer changed bands with this decision.
     *
     * @return true if another band is remembered; false at the first decision
     */
    public boolean bandChanged() {
        return banded.changed();
    }

    /**
     * The share of the score that has data.
     *
     * @return 0 to 1; what is not applicable does not count
     */
    public double completeness() {
        return reasons.completeness();
    }

    /**
     * Why the score is what it is, or why there is none.
     *
     * @return the explanation
     */
    public Explanation reasons() {
        return reasons;
    }

    /**
     * The measures and caps for which data is missing or failed.
     *
     * @return their explanations, with the reason in each
     */
    public List<Explanation> missing() {
        return reasons.find(leaf ->
                leaf.parts().isEmpty() && (leaf.status() == Status.NOT_ENOUGH_DATA || leaf.status() == Status.FAILED));
    }

    /**
     * The measures and caps that make no sense for this customer.
     *
     * @return their explanations, with the reason in each
     */
    public List<Explanation> notApplicable() {
        return reasons.find(leaf -> leaf.parts().isEmpty() && leaf.status() == Status.NOT_APPLICABLE);
    }

    /**
     * What to remember of this decision.
     *
     * @return the record; empty if it is remembered already
     */
    public Optional<Remembered> toRemember() {
        return banded.toRemember();
    }

    Banding.Banded banded() {
        return banded;
    }

    /** Customer, score and band; for readers of logs. */
    @Override
    public String toString() {
        return customerId + " " + band() + (isKnown() ? " " + score().getAsDouble() : "");
    }
}
