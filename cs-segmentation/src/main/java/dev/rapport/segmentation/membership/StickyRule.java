package dev.rapport.segmentation.membership;

import dev.rapport.segmentation.segment.SegmentationStrategy;
import dev.rapport.segmentation.tier.ValueTiers;

/**
 * What holds customers in their segment, as a policy says it.
 *
 * @param margin  tiers are left below their threshold by this share of it: 0.1 enters at 40,000 and leaves below 36,000; 0 for
 *     strategies that are no value tiers
 * @param confirmations  on how many evaluations in a row a customer must be found elsewhere, at least 1
 * @param minimumStayDays  how many days a segment lasts before the next move
 */
public record StickyRule(double margin, int confirmations, int minimumStayDays) {

    /**
     * Checks the numbers.
     *
     * @param margin  the share of the threshold
     * @param confirmations  how many evaluations
     * @param minimumStayDays  how many days
     * @throws IllegalArgumentException if one is out of its range
     */
    public StickyRule {
        if (!(margin >= 0 && margin < 1)) {
            throw new IllegalArgumentException("margin (" + margin + ") must be at least 0 and below 1.");
        }
        if (confirmations < 1 || minimumStayDays < 0) {
            throw new IllegalArgumentException("confirmations (" + confirmations
                    + ") must be at least 1, minimumStayDays (" + minimumStayDays + ") at least 0.");
        }
    }

    /**
     * The moves under this rule.
     *
     * @param strategy  the strategy
     * @return the moves
     * @throws IllegalArgumentException if there is a margin and the strategy has no thresholds of its own
     */
    public StickyMoves over(SegmentationStrategy strategy) {
        StickyMoves moves;
        if (margin == 0) {
            moves = StickyMoves.of(strategy);
        } else if (strategy instanceof ValueTiers tiers) {
            moves = StickyMoves.tiers(tiers, margin);
        } else {
            throw new IllegalArgumentException(
                    "margin (" + margin + ") must be 0: only value tiers have thresholds to leave.");
        }
        return moves.confirmations(confirmations).minimumStay(minimumStayDays);
    }
}
