package dev.rapport.model.testkit;

import dev.rapport.model.memory.MemoryStore;

class InMemoryStoreTest extends MemoryStoreContract {

    @Override
    protected MemoryStore emptyStore() {
        return MemoryStore.inMemory();
    }
}
