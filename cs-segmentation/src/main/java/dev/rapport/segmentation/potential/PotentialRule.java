package dev.rapport.segmentation.potential;

import java.util.List;

/**
 * Who is compared with whom, and which of them sets the standard.
 *
 * @param peersBy  what peers have in common, the most important first; where there are too few, the last is dropped, and so
 *     on, up to all customers
 * @param quantile  the quantile of what peers pay for each head and seat, 0 to 1: 0.5 for the middle one
 * @param minimumPeers  how many peers an estimate needs, at least 1
 */
public record PotentialRule(List<PeerTrait> peersBy, double quantile, int minimumPeers) {

    /**
     * Checks the numbers.
     *
     * @param peersBy  what peers have in common
     * @param quantile  the quantile of what peers pay
     * @param minimumPeers  how many peers an estimate needs
     * @throws IllegalArgumentException if one is out of its range
     */
    public PotentialRule {
        peersBy = List.copyOf(peersBy);
        if (!(quantile >= 0 && quantile <= 1)) {
            throw new IllegalArgumentException("quantile (" + quantile + ") must be between 0 and 1.");
        }
        if (minimumPeers < 1) {
            throw new IllegalArgumentException("minimumPeers (" + minimumPeers + ") must be at least 1.");
        }
    }
}
