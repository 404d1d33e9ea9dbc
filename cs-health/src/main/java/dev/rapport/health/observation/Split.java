package dev.rapport.health.observation;

import static java.util.Objects.requireNonNull;

/**
 * Observations to learn from, and others to be tried on.
 *
 * @param training  what is learnt from
 * @param test  what is tried on; shares no customer with the training where the split is by customer, and no outcome that
 *     was still open where it is by time
 */
public record Split(Observations training, Observations test) {

    /**
     * Checks that both are there.
     *
     * @param training  what is learnt from
     * @param test  what is tried on
     */
    public Split {
        requireNonNull(training, "training");
        requireNonNull(test, "test");
    }
}
