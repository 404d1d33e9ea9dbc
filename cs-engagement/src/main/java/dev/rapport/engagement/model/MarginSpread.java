package dev.rapport.engagement.model;

import static java.util.Objects.requireNonNull;

/**
 * How far a year's gross profit and cost to serve may be off what is planned: products that cost more to run, work that takes
 * longer.
 *
 * @param grossProfit  what the planned gross profit is multiplied with, at least 0
 * @param costToServe  what the planned cost to serve is multiplied with, at least 0
 * @param source  where the numbers are from; there is no default
 */
public record MarginSpread(Triangle grossProfit, Triangle costToServe, String source) {

    /**
     * Checks the factors.
     *
     * @param grossProfit  what the planned gross profit is multiplied with
     * @param costToServe  what the planned cost to serve is multiplied with
     * @param source  where the numbers are from
     */
    public MarginSpread {
        requireNonNull(source, "source");
        if (grossProfit.low() < 0 || costToServe.low() < 0) {
            throw new IllegalArgumentException("grossProfit (" + grossProfit.low() + ") and costToServe ("
                    + costToServe.low() + ") must be at least 0.\nMaybe 1.1 for ten per cent more.");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must say where the numbers are from.");
        }
    }
}
