package dev.rapport.model.memory;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.time.AsOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided before: append-only records, cut by an {@code AsOf} like any fact. Handed in to what decides, and
 * handed back with the new records by {@link #with(Collection)}. Immutable.
 *
 * <pre>{@code
 * HealthOfBook today = scorecard.decide(book, memory);
 * memory = memory.with(today.toRemember());
 * }</pre>
 */
public final class Memory {

    private static final Memory EMPTY = new Memory(RecordTree.EMPTY);

    private final RecordTree records;

    private Memory(RecordTree records) {
        this.records = records;
    }

    /**
     * The memory of one who decides for the first time.
     *
     * @return the memory without records
     */
    public static Memory empty() {
        return EMPTY;
    }

    /**
     * A memory of records.
     *
     * @param records  the records in any order; a record that comes again counts once
     * @return the memory
     * @throws IllegalArgumentException if two records differ in nothing but their value
     */
    public static Memory of(Collection<Remembered> records) {
        return EMPTY.with(records);
    }

    /**
     * This memory with further records. Adding a record again changes nothing, so a run that is repeated does no harm. It
     * costs little, whatever is remembered already.
     *
     * @param added  the records in any order
     * @return the memory
     * @throws IllegalArgumentException if two records differ in nothing but their value
     */
    public Memory with(Collection<Remembered> added) {
        added.forEach(record -> requireNonNull(record, "record"));
        RecordTree next = records.with(added);
        return next == records ? this : new Memory(next);
    }

    /**
     * What a cut remembers to hold.
     *
     * @param subject  what is asked about
     * @param asOf  the cut
     * @return the value, since when, and what held before; empty if nothing is remembered
     */
    public Optional<Standing> standing(Subject subject, AsOf asOf) {
        Optional<Standing> standing = Optional.empty();
        for (Remembered record : history(subject, asOf)) {
            standing = Optional.of(standing.map(before -> before.then(record.value(), record.validFrom()))
                    .orElseGet(() -> Standing.first(record.value(), record.validFrom())));
        }
        return standing;
    }

    /**
     * The record to add so that later cuts remember a decision.
     *
     * @param subject  what the decision is about
     * @param decided  what was decided
     * @param asOf  the cut that it was decided as of
     * @return the record; empty if later cuts will remember this value anyway
     */
    public Optional<Remembered> toRemember(Subject subject, String decided, AsOf asOf) {
        AsOf later = new AsOf(asOf.validAt().plusNanos(1), asOf.knownAt());
        boolean remembered = standing(subject, later)
                .filter(standing -> standing.value().equals(decided))
                .isPresent();
        return remembered ? Optional.empty() : Optional.of(Remembered.decidedAt(subject, decided, asOf));
    }

    /**
     * The records that a cut sees of a subject, without those that were decided anew.
     *
     * @param subject  what is asked about
     * @param asOf  the cut
     * @return the records by the instant since when they hold, at most one for each
     */
    public List<Remembered> history(Subject subject, AsOf asOf) {
        List<Remembered> seen = new ArrayList<>(2);
        records.forEach(subject, record -> {
            if (!record.isSeenBy(asOf)) {
                return;
            }
            int last = seen.size() - 1;
            if (last >= 0 && seen.get(last).validFrom().equals(record.validFrom())) {
                seen.set(last, record);
            } else {
                seen.add(record);
            }
        });
        return seen;
    }

    /**
     * What a cut sees of this memory.
     *
     * @param asOf  the cut
     * @return the memory without the records that come later
     */
    public Memory asOf(AsOf asOf) {
        List<Remembered> seen = records.list();
        seen.removeIf(record -> !record.isSeenBy(asOf));
        return seen.size() == size() ? this : new Memory(RecordTree.ofSorted(seen));
    }

    /**
     * Every record, those that were decided anew included.
     *
     * @return the records in their natural order
     */
    public List<Remembered> all() {
        return List.copyOf(records.list());
    }

    /**
     * The number of records.
     *
     * @return how many there are
     */
    public int size() {
        return records.size();
    }

    /**
     * Says whether nothing is remembered at all.
     *
     * @return true if there is no record
     */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** Memories are equal if their records are. */
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Memory other && size() == other.size() && all().equals(other.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    /** The number of records. */
    @Override
    public String toString() {
        return size() + " records";
    }
}
