package dev.rapport.model.memory;

import dev.rapport.model.time.AsOf;
import java.util.Collection;

/** Holds the records in a field. */
final class InMemoryStore implements MemoryStore {

    private Memory records = Memory.empty();

    @Override
    public synchronized Memory read(AsOf asOf) {
        return records.asOf(asOf);
    }

    @Override
    public synchronized void append(Collection<Remembered> added) {
        records = records.with(added);
    }
}
