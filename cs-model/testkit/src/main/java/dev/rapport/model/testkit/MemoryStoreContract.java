package dev.rapport.model.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.memory.MemoryStore;
import dev.rapport.model.memory.Remembered;
import dev.rapport.model.memory.Subject;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link MemoryStore} must keep. Extend it in a test of the host's store. */
public abstract class MemoryStoreContract {

    private static final Instant EARLY = Instant.parse("2026-01-31T23:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-28T23:00:00.123456Z");
    private static final AsOf END = AsOf.of(Instant.parse("2027-01-01T00:00:00Z"));
    private static final Subject ACME = new Subject("acme \uD83D\uDE00", "health", "band");
    private static final Subject OTHER = new Subject("other", "health", "band");

    private static final Remembered GREEN = Remembered.of(ACME, "green", EARLY, EARLY);
    private static final Remembered YELLOW = Remembered.of(ACME, "yellow", LATE, LATE);
    private static final Remembered RED = Remembered.of(OTHER, "red", EARLY, LATE);

    /** For those who extend it. */
    protected MemoryStoreContract() {}

    /**
     * A store to try.
     *
     * @return a store without records, a new one each time
     */
    protected abstract MemoryStore emptyStore();

    /** A new store has nothing. */
    @Test
    public final void newStore_isEmpty() {
        assertThat(emptyStore().read(END).isEmpty()).isTrue();
    }

    /** What is appended can be read, with all its parts. */
    @Test
    public final void appendedRecords_areReadAsTheyWere() {
        MemoryStore store = emptyStore();

        store.append(List.of(RED, YELLOW));
        store.append(List.of(GREEN));

        assertThat(store.read(END).all()).containsExactly(GREEN, YELLOW, RED);
    }

    /** A cut sees what holds and was recorded before its ends, which are exclusive. */
    @Test
    public final void read_isCutInBothTimes() {
        MemoryStore store = emptyStore();
        store.append(List.of(GREEN, YELLOW, RED));

        assertThat(store.read(AsOf.of(EARLY)).all()).isEmpty();
        assertThat(store.read(AsOf.of(LATE)).all()).containsExactly(GREEN);
        assertThat(store.read(new AsOf(LATE, END.knownAt())).all()).containsExactly(GREEN, RED);
        assertThat(store.read(new AsOf(END.validAt(), LATE)).all()).containsExactly(GREEN);
    }

    /** A run that is repeated appends the same records again, which changes nothing. */
    @Test
    public final void appendingAgain_changesNothing() {
        MemoryStore store = emptyStore();
        store.append(List.of(GREEN, YELLOW));

        store.append(List.of(YELLOW, GREEN, GREEN));

        assertThat(store.read(END).all()).containsExactly(GREEN, YELLOW);
    }

    /** A record that says something else about the same two times is refused, and nothing of its batch is kept. */
    @Test
    public final void contradiction_isRefused_withItsWholeBatch() {
        MemoryStore store = emptyStore();
        store.append(List.of(GREEN));
        Remembered contradiction = Remembered.of(ACME, "red", EARLY, EARLY);

        assertThatThrownBy(() -> store.append(List.of(RED, contradiction)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store.read(END).all()).containsExactly(GREEN);
    }

    /** What was read does not change when the store does. */
    @Test
    public final void memory_doesNotChange_afterItWasRead() {
        MemoryStore store = emptyStore();
        store.append(List.of(GREEN));
        var before = store.read(END);

        store.append(List.of(YELLOW));

        assertThat(before.all()).containsExactly(GREEN);
    }
}
