package dev.rapport.health.rollup;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.HealthStrategy;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.shape.DocumentHeader;

/**
 * How the health of a customer comes from those who belong to it, as it is written down. A customer to whom nobody
 * belongs has its own health.
 *
 * <pre>{@code
 * RollUp rollUp = new RollUp(DocumentHeader.of("family-health", "1"), RollUp.Rule.ARR_WEIGHTED, 0.8);
 * HealthStrategy health = rollUp.over(scorecard, Relatives.in(book));
 * }</pre>
 *
 * @param header  who made it
 * @param rule  how the scores of a family become one
 * @param minimumKnown  the share of the family's recurring revenue whose health must be known, 0 to 1; below, that of the
 *     family is unknown
 */
public record RollUp(DocumentHeader header, Rule rule, double minimumKnown) {

    /** How the scores of a family become one. The customer itself counts as a member. */
    public enum Rule {
        /** The mean of all members by their recurring revenue; no mean of means. */
        ARR_WEIGHTED,
        /** The worst of all members. */
        WORST,
        /** The customer's own, whatever the others are like. */
        OWN
    }

    /**
     * Checks the share.
     *
     * @param header  who made it
     * @param rule  how the scores of a family become one
     * @param minimumKnown  a share from 0 to 1
     */
    public RollUp {
        requireNonNull(header, "header");
        requireNonNull(rule, "rule");
        if (!(minimumKnown >= 0 && minimumKnown <= 1)) {
            throw new IllegalArgumentException("minimumKnown (" + minimumKnown + ") must be between 0 and 1.");
        }
    }

    /**
     * The name by which decisions refer to it.
     *
     * @return id and revision
     */
    public PolicyRef policy() {
        return new PolicyRef(header.id(), header.revision());
    }

    /**
     * Makes the roll-up ready to decide.
     *
     * @param strategy  decides about each member; overrides that it heeds count in the family
     * @param relatives  knows who belongs to whom
     * @return the strategy
     */
    public RolledUpHealth over(HealthStrategy strategy, Relatives relatives) {
        return new RolledUpHealth(this, strategy, relatives);
    }
}
