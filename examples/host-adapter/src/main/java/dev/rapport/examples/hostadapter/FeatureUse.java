package dev.rapport.examples.hostadapter;

import java.time.LocalDate;

/**
 * The use of one feature on one day.
 *
 * <p>Whose use it was is told by the subscription alone: of a use that lies before its subscription, that is not known
 * until the subscription starts.
 */
record FeatureUse(
        String id,
        String subscriptionId,
        LocalDate usedOn,
        LocalDate knownSince,
        String feature,
        int count,
        int seconds,
        int errors) {}
