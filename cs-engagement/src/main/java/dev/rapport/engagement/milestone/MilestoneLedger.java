package dev.rapport.engagement.milestone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of occurrences: recorded exactly once, delivered at least once.
 *
 * <p>A ledger only keeps entries; what they say is decided by {@link MilestonePlanner}. All methods work on batches, so
 * that a store can answer each with few statements in the caller's transaction. Several instances may use one store at the
 * same time. Nothing here reads a clock; every time comes with the entries.
 *
 * <p>A host delivers what {@link #undelivered(int)} gives, with the alert's token as idempotency token, and then calls
 * {@link #markDelivered(Collection)}. What it delivered just before it stopped is given again. An implementation is held
 * to the published contract {@code MilestoneLedgerContract}.
 */
public interface MilestoneLedger {

    /**
     * Adds entries. One is added if it is the next of its key: its number is 1 and the key is unknown, or its number is one
     * more than that of the key's last entry. Of several callers that add the next entry of a key at the same time,
     * exactly one gets it back. Either all entries that can be are added or, if this throws, none.
     *
     * @param entries  what is to be added, of each key at most one
     * @return those that were added, in the order given
     * @throws IllegalArgumentException if a key occurs twice; then nothing is added
     */
    List<LedgerEntry> add(List<LedgerEntry> entries);

    /**
     * The last entries of all occurrences of some customers.
     *
     * @param customerIds  the customers
     * @return an entry for each key, by key
     */
    default List<LedgerEntry> latestOf(Collection<String> customerIds) {
        return latestOf(customerIds, LocalDate.MIN);
    }

    /**
     * The last entries of the occurrences of some customers that matter from a day on, so that what is long past costs
     * nothing.
     *
     * @param customerIds  the customers
     * @param dueFrom  the first day
     * @return an entry for each key that is due on that day or later, or has a {@link LedgerEntry#nextAt()}, by key
     */
    List<LedgerEntry> latestOf(Collection<String> customerIds, LocalDate dueFrom);

    /**
     * All entries of some customers.
     *
     * @param customerIds  the customers
     * @return their entries by key and number
     */
    List<LedgerEntry> entriesOf(Collection<String> customerIds);

    /**
     * What a tick has to look at: last entries whose {@link LedgerEntry#nextAt()} lies before a cut.
     *
     * @param before  the end of the business time that is seen
     * @param atMost  how many, at least 1
     * @return entries by next time, then by the key's token
     */
    List<LedgerEntry> due(Instant before, int atMost);

    /**
     * What a tick has to look at beyond what it has looked at.
     *
     * @param last  the last entry that was given before
     * @param before  the end of the business time that is seen
     * @param atMost  how many, at least 1
     * @return entries as {@link #due(Instant, int)} gives them, from behind that one on
     */
    List<LedgerEntry> dueBehind(LedgerEntry last, Instant before, int atMost);

    /**
     * How many alerts owners have had.
     *
     * @param after  alerts at this instant do not count, those after it do
     * @return the number of alerts of each owner who had one; a digest is one alert
     */
    Map<String, Integer> alertsAfter(Instant after);

    /**
     * The alerts that were recorded and not marked as delivered.
     *
     * @param atMost  how many alerts, at least 1
     * @return complete alerts, the oldest first
     */
    List<Alert> undelivered(int atMost);

    /**
     * Marks alerts as delivered. Marking one again changes nothing.
     *
     * @param tokens  the tokens of recorded alerts
     * @throws IllegalArgumentException if a token was never recorded; then nothing is marked
     */
    void markDelivered(Collection<String> tokens);

    /**
     * Refuses entries of which two have one key; for implementations.
     *
     * @param entries  what is to be added
     * @throws IllegalArgumentException if a key occurs twice
     */
    static void requireDifferentKeys(List<LedgerEntry> entries) {
        Set<OccurrenceKey> keys = new HashSet<>();
        for (LedgerEntry entry : entries) {
            if (!keys.add(entry.key())) {
                throw new IllegalArgumentException("entries must have different keys, was twice " + entry.key() + ".");
            }
        }
    }
}
