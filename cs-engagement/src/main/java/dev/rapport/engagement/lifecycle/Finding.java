package dev.rapport.engagement.lifecycle;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** Something that is wrong with a customer's way through the stages. */
@Value.Immutable
@ValueStyle
public abstract class Finding {

    /** What is wrong. */
    public enum Kind {
        /** Between two stages there are days on which the customer was in none. */
        GAP,
        /** The last stage was left and no next one entered. */
        NO_STAGE,
        /** A stage was entered while the customer was still in another one. */
        OVERLAP,
        /** A later stage was entered without the one before. */
        SKIPPED,
        /** An earlier stage was entered again. */
        BACK,
        /** The policy has no such stage. */
        UNKNOWN_STAGE,
        /** A stage was left before it was entered. */
        LEFT_BEFORE_ENTERED,
        /** Nobody whom the engagement model asks for is accountable for the stage now. */
        NOBODY_ACCOUNTABLE,
        /** More people than the engagement model allows are accountable for the stage now. */
        SEVERAL_ACCOUNTABLE
    }

    Finding() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Whose way it is.
     *
     * @return the customer's id
     */
    public abstract String customerId();

    /**
     * With which product.
     *
     * @return the product, empty for the customer as a whole
     */
    public abstract Optional<String> product();

    /**
     * What is wrong.
     *
     * @return the kind
     */
    public abstract Kind kind();

    /**
     * Since when.
     *
     * @return the day on which it began
     */
    public abstract LocalDate on();

    /**
     * What was found.
     *
     * @return a clause with the stages and days
     */
    public abstract String text();

    static final class Builder extends ImmutableFinding.Builder {
        Builder() {}
    }
}
