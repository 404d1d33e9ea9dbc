package dev.rapport.health.loss;

import dev.rapport.model.decision.Decision;
import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A loss, what was said about it, and what speaks for which cause. */
@Value.Immutable
@ValueStyle
public abstract class AttributedLoss {

    AttributedLoss() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * What was lost.
     *
     * @return the loss
     */
    public abstract LostRevenue loss();

    /**
     * What was said.
     *
     * @return the reason as it was recorded; empty if none was
     */
    public abstract Optional<String> stated();

    /**
     * The cause that this states.
     *
     * @return the cause; empty if nothing was said, or no cause has the word
     */
    public abstract Optional<LossCause> statedCause();

    /**
     * All causes that something speaks for.
     *
     * @return the causes, most points first, ties in the order of the policy; the first is the attributed one if it has the
     *     policy's minimum
     */
    public abstract List<RankedCause> ranked();

    /**
     * The attributed cause with its reasons: how many points each sign gave to each cause.
     *
     * @return the decision; without value if no cause has the policy's minimum
     */
    public abstract Decision<LossCause> decision();

    /**
     * The attributed cause.
     *
     * @return the cause; empty for a loss that is unexplained
     */
    public Optional<LossCause> cause() {
        return decision().value();
    }

    /** Makes an attributed loss. */
    static final class Builder extends ImmutableAttributedLoss.Builder {
        Builder() {}
    }
}
