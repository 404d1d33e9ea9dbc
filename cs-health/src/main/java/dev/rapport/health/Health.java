package dev.rapport.health;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.BandLimits;
import dev.rapport.health.band.Bands;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Status;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.memory.Remembered;
import dev.rapport.model.memory.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How one customer is, as of one instant, and why. Higher is always better. Immutable.
 *
 * <p>The score is the value of the reasons, so the two cannot differ. Where somebody overrode it, score, band and reasons
 * are what is stated, and {@link #computed()} is what the policy makes of the data; completeness, {@link #since()} and
 * what is remembered are always those of the policy.
 */
public final class Health {

    private static final Bands NO_BANDS = Bands.of(new Band("any", 0, 100));

    private final String customerId;
    private final HealthOfBook.Origin origin;
    private final Explanation reasons;
    private final Banding.Banded banded;
    private final List<PolicyChoice> choices;
    private final @Nullable Stated stated;

    /** What is stated in place of the computed health. */
    private record Stated(HealthOverride override, String band, Explanation reasons) {}

    private Health(
            String customerId,
            HealthOfBook.Origin origin,
            Explanation reasons,
            Banding.Banded banded,
            List<PolicyChoice> choices,
            @Nullable Stated stated) {
        this.customerId = customerId;
        this.origin = origin;
        this.reasons = reasons;
        this.banded = banded;
        this.choices = choices;
        this.stated = stated;
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
        return of(view, policy, reasons, bands, memory, BandLimits.none());
    }

    /**
     * The health that follows from reasons, where rules limit the band.
     *
     * @param view  the customer
     * @param policy  the policy that decided
     * @param reasons  the explanation of the score, 0 to 100
     * @param bands  what scores are called
     * @param memory  what was decided before
     * @param limits  what the band must not be above or below
     * @return the health
     * @throws IllegalArgumentException if the score is not on the scale, or a limit is no band
     */
    public static Health of(
            CustomerView view, PolicyRef policy, Explanation reasons, Bands bands, Memory memory, BandLimits limits) {
        double score = requireNonNull(reasons, "reasons").value().orElse(Double.NaN);
        Banding banding = new Banding(bands, policy, memory, view.asOf(), view.zone());
        return new Health(
                view.customerId(),
                new HealthOfBook.Origin(policy, bands),
                reasons,
                banding.decide(view.customerId(), score, limits),
                List.of(),
                null);
    }

    /**
     * This health with the reason why its policy decided and no other.
     *
     * @param choice  the choice, made before those that are there
     * @return the health
     */
    public Health chosenBy(PolicyChoice choice) {
        List<PolicyChoice> all = new ArrayList<>();
        all.add(requireNonNull(choice, "choice"));
        all.addAll(choices);
        return new Health(customerId, origin, reasons, banded, List.copyOf(all), stated);
    }

    /**
     * This health as somebody overrides it. What was computed stays beside it.
     *
     * @param override  what is stated
     * @return the health
     * @throws IllegalArgumentException if the override states no band or score of this scale
     */
    public Health overriddenBy(HealthOverride override) {
        String band = override.bandAmong(bands())
                .orElseThrow(() -> new IllegalArgumentException(
                        "override (" + override + ") must state a band or a score of " + bands() + "."));
        Explanation inForce =
                override.score().map(score -> overridden(override, score)).orElse(reasons);
        return new Health(customerId, origin, reasons, banded, choices, new Stated(override, band, inForce));
    }

    /** The stated score counts alone, the computed one beside it for nothing. */
    private Explanation overridden(HealthOverride override, double score) {
        String why = override.owner() + " until " + override.until() + ": " + override.reason();
        return Explanation.weightedMeanOf(
                policy().id() + ".overridden",
                List.of(Explanation.stated("override", score, why), reasons),
                List.of(1.0, 0.0),
                Handling.REDISTRIBUTE,
                0);
    }

    /**
     * The health of a customer about whom nothing decides.
     *
     * @param view  the customer
     * @param policy  the policy that should decide
     * @param reason  why it does not, as a clause
     * @param memory  what was decided before
     * @return the health, unknown
     */
    public static Health unknown(CustomerView view, PolicyRef policy, String reason, Memory memory) {
        return of(view, policy, Explanation.missing(policy.id(), reason), NO_BANDS, memory);
    }

    /** The health of a customer for whom a strategy threw. */
    static Health failed(CustomerView view, PolicyRef policy, RuntimeException thrown, Memory memory) {
        String message = thrown.getMessage();
        Explanation reasons = Explanation.failed(
                policy.id(), "the strategy failed: " + (message == null ? "it does not say why" : message));
        return of(view, policy, reasons, NO_BANDS, memory);
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
        return origin.policy();
    }

    /**
     * What scores are called under that policy.
     *
     * @return the bands
     */
    public Bands bands() {
        return origin.bands();
    }

    /**
     * Why this policy decided and no other, where there were several.
     *
     * @return the choices, the first made first; empty if there was nothing to choose
     */
    public List<PolicyChoice> choices() {
        return choices;
    }

    /**
     * What somebody states in place of the computed health.
     *
     * @return the override in force, or empty
     */
    public Optional<HealthOverride> override() {
        return Optional.ofNullable(stated).map(Stated::override);
    }

    /**
     * What the policy makes of the data, whatever is stated.
     *
     * @return the health without an override
     */
    public Health computed() {
        return stated == null ? this : new Health(customerId, origin, reasons, banded, choices, null);
    }

    /**
     * The score.
     *
     * @return 0 to 100, not rounded; empty if unknown
     */
    public OptionalDouble score() {
        return reasons().value();
    }

    /**
     * The band.
     *
     * @return the code of the band, or {@link Band#UNKNOWN}; where it is overridden, the stated one
     */
    public String band() {
        return stated == null ? banded.standing().value() : stated.band();
    }

    /**
     * Says whether there is a score.
     *
     * @return false if the score is empty
     */
    public boolean isKnown() {
        return reasons().value().isPresent();
    }

    /**
     * Since when the customer is in the computed band without a break, as far as is remembered.
     *
     * @return the first instant; the end of the cut for a band that begins now
     */
    public Instant since() {
        return banded.standing().since();
    }

    /**
     * The band the customer was in before the computed one.
     *
     * @return the code of the band or {@link Band#UNKNOWN}; empty if no other is remembered
     */
    public Optional<String> bandBefore() {
        return banded.standing().before();
    }

    /**
     * The computed band, since when, and what was before.
     *
     * @return all three together
     */
    public Standing standing() {
        return banded.standing();
    }

    /**
     * Says whether the customer changed computed bands with this decision.
     *
     * @return true if another band is remembered; false at the first decision
     */
    public boolean bandChanged() {
        return banded.changed();
    }

    /**
     * The share of the score that has data.
     *
     * @return 0 to 1; what is not applicable does not count, nor does an override
     */
    public double completeness() {
        return reasons.completeness();
    }

    /**
     * The share of what has a value that is not too old, see {@link Explanation#freshness()}.
     *
     * @return 0 to 1; 1 where no measure has a time to live
     */
    public double freshness() {
        return reasons.freshness();
    }

    /**
     * Why the score is what it is, or why there is none.
     *
     * @return the explanation
     */
    public Explanation reasons() {
        return stated == null ? reasons : stated.reasons();
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
     * @return the records; empty if all is remembered already, and on days that are no evaluation dates of the bands
     */
    public List<Remembered> toRemember() {
        return banded.toRemember();
    }

    Banding.Banded banded() {
        return banded;
    }

    HealthOfBook.Origin origin() {
        return origin;
    }

    /** Customer, score and band; for readers of logs. */
    @Override
    public String toString() {
        return customerId + " " + band() + (isKnown() ? " " + score().getAsDouble() : "");
    }
}
