package dev.rapport.engagement.capacity;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import org.immutables.value.Value;

/** People who have to be hired for a role. Immutable. */
@Value.Immutable
@ValueStyle
public interface Hire {

    /**
     * How many.
     *
     * @return the number, at least 1
     */
    int people();

    /**
     * From when on they are needed.
     *
     * @return the first day of the month
     */
    LocalDate neededFrom();

    /**
     * When it has to be decided for them to be there.
     *
     * @return the day, by the time it takes to hire
     */
    LocalDate decideBy();

    /**
     * Says whether that day is over.
     *
     * @return true if they cannot be there from the day on which they are needed
     */
    boolean isLate();

    /** Fills a hire. Not for use by several threads. */
    final class Builder extends ImmutableHire.Builder {
        Builder() {}
    }
}
