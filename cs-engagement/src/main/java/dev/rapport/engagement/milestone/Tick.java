package dev.rapport.engagement.milestone;

import dev.rapport.model.time.AsOf;
import java.util.List;

/**
 * What one tick did.
 *
 * @param asOf  the cut at which it was taken
 * @param recorded  what it newly recorded: by the customer's due date and key
 * @param failures  the milestones that could not be reckoned, each of one customer
 */
public record Tick(AsOf asOf, List<LedgerEntry> recorded, List<MilestoneFailure> failures) {

    /**
     * What fired.
     *
     * @return the entries of occurrences that fired with this tick, by due date and key
     */
    public List<LedgerEntry> fired() {
        return recorded.stream()
                .filter(entry -> entry.state() == OccurrenceState.FIRED || entry.state() == OccurrenceState.FIRED_LATE)
                .toList();
    }

    /**
     * What is delivered to somebody: what fired, reminders and escalations.
     *
     * @return the entries by due date and key
     */
    public List<LedgerEntry> alerts() {
        return recorded.stream().filter(entry -> entry.state().alerts()).toList();
    }
}
