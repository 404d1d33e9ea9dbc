package dev.rapport.health.warning;

import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Where the watch over a book stands: enough to go on with later periods, as if all had been looked at again. Immutable.
 *
 * <p>It carries the cut that it was made of, and a fingerprint of what was observed in each series. A fact that comes late,
 * recorded behind that cut but valid before it, changes a fingerprint, and what rests on it is worked out anew.
 */
@Value.Immutable
@ValueStyle
public abstract class WatchState {

    WatchState() {}

    /**
     * Starts a state.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The cut that it was made of.
     *
     * @return the instant that everything in it is as of
     */
    public abstract AsOf asOf();

    /**
     * The policy that was watched by.
     *
     * @return id and revision
     */
    public abstract PolicyRef policy();

    /**
     * A fingerprint of what decides over alarms: of the policy's content and the calendar's.
     *
     * @return 16 hexadecimal digits
     */
    public abstract String fingerprint();

    /**
     * The last day that each watched series was looked at.
     *
     * @return the last day of the last period, by code
     */
    public abstract Map<String, LocalDate> through();

    /**
     * The series.
     *
     * @return the states in the order of {@link SeriesState#where()}
     */
    public abstract List<SeriesState> series();

    /** Fills a state. Not for use by several threads. */
    public static final class Builder extends ImmutableWatchState.Builder {
        Builder() {}
    }
}
