package dev.rapport.engagement.milestone;

import java.util.Collection;
import java.util.List;

/**
 * What has fired: recorded once, delivered at least once.
 *
 * <p>All methods work on batches, so that a store can answer each with one statement in the caller's transaction. Several
 * instances may use one store at the same time. Nothing here reads a clock; every time comes with the firings.
 *
 * <p>A host delivers what {@link #undelivered(int)} gives, with the key's token as idempotency token, and then calls {@link
 * #markDelivered(Collection)}. What it delivered just before it stopped is given again. An implementation is held to the
 * published contract {@code FiringLedgerContract}.
 */
public interface FiringLedger {

    /**
     * Records those firings whose keys are not recorded yet, in one step: of several callers that record the same key at
     * the same time, exactly one gets it back. Either all new firings are recorded or, if this throws, none.
     *
     * @param candidates  what is to be recorded; of two with one key, the first counts
     * @return those that are newly recorded, in the order given
     */
    List<Firing> record(List<Firing> candidates);

    /**
     * What has fired for some customers.
     *
     * @param customerIds  the customers
     * @return their firings, all of them, by the time they fired, the day they were due, and key
     */
    List<Firing> firingsOf(Collection<String> customerIds);

    /**
     * What was recorded and not marked as delivered.
     *
     * @param atMost  how many, at least 1
     * @return firings, the oldest first: by the time they fired, the day they were due, and key
     */
    List<Firing> undelivered(int atMost);

    /**
     * Marks firings as delivered. Marking one again changes nothing.
     *
     * @param keys  the keys of recorded firings
     * @throws IllegalArgumentException if a key was never recorded; then nothing is marked
     */
    void markDelivered(Collection<OccurrenceKey> keys);
}
