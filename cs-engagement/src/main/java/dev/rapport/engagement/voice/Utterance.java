package dev.rapport.engagement.voice;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Something that a customer said, with what became of it. */
@Value.Immutable
@ValueStyle
public abstract class Utterance {

    /** How far the loop is closed. */
    public enum Status {
        /** We know of it. */
        HEARD,
        /** The customer was answered. */
        ANSWERED,
        /** Something was done about it. */
        ACTED
    }

    Utterance() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Who said it.
     *
     * @return the customer's id
     */
    public abstract String customerId();

    /**
     * In which series it is.
     *
     * @return the name of the series: feedback, survey-answers
     */
    public abstract String series();

    /**
     * Which entry of the series it is.
     *
     * @return the entry's id
     */
    public abstract String id();

    /**
     * When it was said.
     *
     * @return the day
     */
    public abstract LocalDate on();

    /**
     * What was said: personal data.
     *
     * @return the text as it was typed; empty if only a category is known
     */
    public abstract Optional<String> text();

    /**
     * What it is about.
     *
     * @return the themes in the policy's order; empty if it is about none
     */
    public abstract List<Theme> themes();

    /**
     * How far the loop is closed.
     *
     * @return the status; comments on surveys are heard until somebody records more as feedback
     */
    public abstract Status status();

    /**
     * What was done.
     *
     * @return the words, as the customer may read them
     */
    public abstract Optional<String> action();

    /**
     * When it was done.
     *
     * @return the day
     */
    public abstract Optional<LocalDate> actedOn();

    /**
     * Says whether the customer should have heard from us by now.
     *
     * @return true if it was only heard, and for longer than the policy allows
     */
    public abstract boolean unanswered();

    static final class Builder extends ImmutableUtterance.Builder {
        Builder() {}
    }
}
