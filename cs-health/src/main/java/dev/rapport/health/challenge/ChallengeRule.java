package dev.rapport.health.challenge;

import java.util.Set;

/**
 * How two policies are judged.
 *
 * @param badBands  the bands that warn of a loss; none for the lowest of each scale
 * @param flapWithin  how many evaluation dates after leaving a band a return to it is a flap, at least 1
 */
public record ChallengeRule(Set<String> badBands, int flapWithin) {

    /**
     * Checks the dates.
     *
     * @param badBands  the bands that warn of a loss
     * @param flapWithin  how many evaluation dates, at least 1
     */
    public ChallengeRule {
        badBands = Set.copyOf(badBands);
        if (flapWithin < 1) {
            throw new IllegalArgumentException("flapWithin (" + flapWithin + ") must be at least 1.");
        }
    }
}
