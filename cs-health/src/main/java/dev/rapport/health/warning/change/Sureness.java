package dev.rapport.health.warning.change;

/** How surely something has changed. */
public sealed interface Sureness {

    /**
     * As rare as this, while nothing changes: a chart whose threshold is where the statistic stands.
     *
     * @param periods  the average run length of that chart; infinite where it is too long to be told
     */
    record RunLength(double periods) implements Sureness {}

    /**
     * As probable as this, after what was seen.
     *
     * @param probability  the posterior probability, 0 to 1
     */
    record Posterior(double probability) implements Sureness {}
}
