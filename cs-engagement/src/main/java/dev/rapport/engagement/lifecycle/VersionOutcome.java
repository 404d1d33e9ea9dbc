package dev.rapport.engagement.lifecycle;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** What became of those who began under one version of the life cycle. */
@Value.Immutable
@ValueStyle
public abstract class VersionOutcome {

    VersionOutcome() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Which version.
     *
     * @return its revision
     */
    public abstract String revision();

    /**
     * Since when customers began under it.
     *
     * @return the first day
     */
    public abstract LocalDate since();

    /**
     * How many began under it in the first stage.
     *
     * @return a number; a customer counts once for each product
     */
    public abstract int began();

    /**
     * How many have left the life cycle since.
     *
     * @return a part of {@link #began()}
     */
    public abstract int left();

    /**
     * How long it took them to first value.
     *
     * @return the spread; empty without a value stage, or if nobody began
     */
    public abstract Optional<Spread> timeToValue();

    /**
     * Whether that differs from the version before by more than chance would have it: the log-rank test. A difference is no
     * proof that the version made it.
     *
     * @return the probability of as large a difference where there is none; empty for the first version, and where
     *     nobody came to value while some of both were on the way
     */
    public abstract OptionalDouble p();

    static final class Builder extends ImmutableVersionOutcome.Builder {
        Builder() {}
    }
}
