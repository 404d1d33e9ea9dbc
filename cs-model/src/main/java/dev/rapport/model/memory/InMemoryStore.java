package dev.rapport.model.memory;

import dev.rapport.model.time.AsOf;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;

/** Holds the records in a field. */
final class InMemoryStore implements MemoryStore {

    private final AtomicReference<Memory> records = new AtomicReference<>(Memory.empty());

    @Override
    public Memory read(AsOf asOf) {
        return records.get().asOf(asOf);
    }

    @Override
    public void append(Collection<Remembered> added) {
        records.updateAndGet(before -> before.with(added));
    }
}
