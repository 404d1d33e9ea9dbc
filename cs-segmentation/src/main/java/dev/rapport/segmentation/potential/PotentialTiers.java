package dev.rapport.segmentation.potential;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.segmentation.segment.CompiledStrategy;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.tier.Tier;
import dev.rapport.segmentation.tier.ValueTiers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tiers by what customers could pay: a small payer with large potential is on the top tier. Immutable.
 *
 * <pre>{@code
 * PotentialRule rule = new PotentialRule(
 *         List.of(PeerTrait.same(INDUSTRY), PeerTrait.ranges(HEADCOUNT, 50.0, 250.0, 1000.0)), 0.75, 8);
 * SegmentationStrategy tiers =
 *         PotentialTiers.of(ArrPotential.fit(rule, book), List.of(Tier.lowest("low"), Tier.from("high", 100_000)));
 * }</pre>
 */
public final class PotentialTiers implements CompiledStrategy {

    private final ArrPotential potential;
    private final ValueTiers tiers;
    private final Program program;

    private PotentialTiers(ArrPotential potential, ValueTiers tiers) {
        this.potential = requireNonNull(potential, "potential");
        this.tiers = tiers;
        List<String> ids = tiers.segments().stream().map(Segment::id).toList();
        this.program = Program.of(
                Node.linked("tier", potential.node(), tiers::positionOf).labelled(ids));
    }

    /**
     * Tiers by potential.
     *
     * @param potential  the estimate
     * @param tiers  the tiers, lowest first, with thresholds in the currency of the estimate
     * @return the strategy
     * @throws IllegalArgumentException if the thresholds do not rise, one but the first is missing, or an id comes twice
     */
    public static PotentialTiers of(ArrPotential potential, List<Tier> tiers) {
        return new PotentialTiers(
                potential, ValueTiers.of(StandardAttributes.ARR, Optional.of(potential.currency()), tiers));
    }

    /**
     * What is estimated.
     *
     * @return the model
     */
    public ArrPotential potential() {
        return potential;
    }

    /**
     * The tiers.
     *
     * @return the tiers, lowest first
     */
    public List<Tier> tiers() {
        return tiers.tiers();
    }

    @Override
    public List<Segment> segments() {
        return tiers.segments();
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof PotentialTiers other && potential.equals(other.potential) && tiers.equals(other.tiers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(potential, tiers);
    }

    /** The ids of the tiers. */
    @Override
    public String toString() {
        return "tiers " + segments() + " by potential";
    }
}
