package dev.rapport.health.estimate;

/**
 * How much data there must be before a number is given.
 *
 * @param observations  the least number of observations, such as answers
 * @param clusters  the least number of clusters, such as accounts
 */
public record MinimumSample(int observations, int clusters) {

    /**
     * Checks both.
     *
     * @param observations  at least 2
     * @param clusters  at least 2, since nothing can be said about the spread between accounts from one
     */
    public MinimumSample {
        if (observations < 2 || clusters < 2 || clusters > observations) {
            throw new IllegalArgumentException(
                    "clusters (" + clusters + ") must be at least 2 and at most observations (" + observations + ").");
        }
    }

    boolean isMetBy(ClusteredSample sample) {
        return sample.observations() >= observations && sample.clusters() >= clusters;
    }
}
