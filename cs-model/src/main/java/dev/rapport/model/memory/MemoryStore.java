package dev.rapport.model.memory;

import dev.rapport.model.time.AsOf;
import java.util.Collection;

/**
 * Keeps what was decided between runs. Append-only: there is no way to change or remove a record.
 *
 * <p>{@code MemoryStoreContract} in the test kit says what an implementation must keep.
 */
public interface MemoryStore {

    /**
     * A store that lives as long as its object; safe to share between threads.
     *
     * @return the empty store
     */
    static MemoryStore inMemory() {
        return new InMemoryStore();
    }

    /**
     * Reads in bulk what a cut sees.
     *
     * @param asOf  the cut
     * @return the records that hold and were recorded before its ends
     */
    Memory read(AsOf asOf);

    /**
     * Adds records, all or none. A record that is there already is left as it is.
     *
     * @param records  the records in any order
     * @throws IllegalArgumentException if one differs from a record that is there in nothing but its value
     */
    void append(Collection<Remembered> records);
}
