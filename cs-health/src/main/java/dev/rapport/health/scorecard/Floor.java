package dev.rapport.health.scorecard;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.measure.AttributeTest;

/**
 * A bound from below on the score that binds under a condition: "just signed for three years: at least yellow". Where the
 * data of the condition is missing it does not bind. Where a cap says otherwise, the cap holds: bad news is not to be
 * covered up.
 *
 * @param code  the name under which it is explained, unique in the scorecard
 * @param atLeast  how good the score is at least while it binds
 * @param when  binds while the answer is yes
 */
public record Floor(String code, Level atLeast, AttributeTest when) {

    /**
     * Checks that all is there.
     *
     * @param code  the name under which it is explained
     * @param atLeast  how good the score is at least
     * @param when  binds while the answer is yes
     */
    public Floor {
        requireNonNull(code, "code");
        requireNonNull(atLeast, "atLeast");
        requireNonNull(when, "when");
    }

    /**
     * A floor of points.
     *
     * @param code  the name under which it is explained
     * @param atLeast  the lowest score while it binds, 0 to 100
     * @param when  binds while the answer is yes
     */
    public Floor(String code, double atLeast, AttributeTest when) {
        this(code, Level.points(atLeast), when);
    }
}
