package dev.rapport.engagement.review;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** One review with one customer, of one period. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Review {

    Review() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Which review it is.
     *
     * @return the id of its rule
     */
    public abstract String rule();

    /**
     * The first day of its period.
     *
     * @return the day
     */
    public abstract LocalDate start();

    /**
     * The first day after its period.
     *
     * @return the day
     */
    public abstract LocalDate end();

    /**
     * By when it is to be held.
     *
     * @return the decision date, where the rule goes by it and one falls into the period; else the period's last day
     */
    public abstract LocalDate dueBy();

    /**
     * What became of it.
     *
     * @return the status
     */
    public abstract ReviewStatus status();

    /**
     * Why that is its status.
     *
     * @return a clause, such as {@code held on 2026-05-12, after the decision date 2026-05-01}
     */
    public abstract String reason();

    /**
     * When it was held.
     *
     * @return the day, the first of several; empty if it was not
     */
    public abstract Optional<LocalDate> heldOn();

    /**
     * For when it is arranged.
     *
     * @return the day that was arranged last; empty if none was
     */
    public abstract Optional<LocalDate> scheduledFor();

    /**
     * Whether somebody was there who decides.
     *
     * @return empty if it was not held, or nobody says who was there
     */
    public abstract Optional<Boolean> decisionMakerPresent();

    /**
     * How many actions were agreed in it.
     *
     * @return a number, 0 if none is told
     */
    public abstract long actionsAgreed();

    /**
     * How many of them are open.
     *
     * @return a number; later touchpoints close the oldest first
     */
    public abstract long actionsOpen();

    /**
     * Says whether something about it is not as it should be.
     *
     * @return true if it was missed or held late, if nobody who decides was there, or if actions are open
     */
    public boolean needsALook() {
        return status() == ReviewStatus.MISSED
                || status() == ReviewStatus.HELD_LATE
                || decisionMakerPresent().map(present -> !present).orElse(false)
                || actionsOpen() > 0;
    }

    static final class Builder extends ImmutableReview.Builder {
        Builder() {}
    }
}
