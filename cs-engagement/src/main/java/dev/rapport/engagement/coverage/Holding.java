package dev.rapport.engagement.coverage;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** That a person or pool looks after a customer in a role, for a time. Immutable. */
@Value.Immutable
@ValueStyle
public interface Holding {

    /**
     * The customer.
     *
     * @return the id
     */
    String customerId();

    /**
     * The role.
     *
     * @return the id of the role, as the ownership names it
     */
    String role();

    /**
     * Who it is.
     *
     * @return the id of a member or pool
     */
    String owner();

    /**
     * What the owner is.
     *
     * @return the kind, by the organisation
     */
    OwnerKind kind();

    /**
     * The first day.
     *
     * @return the day
     */
    LocalDate since();

    /**
     * The first day after.
     *
     * @return the day, empty while it lasts
     */
    Optional<LocalDate> until();

    /**
     * Says whether it holds on a day.
     *
     * @param date  the day
     * @return true from the first day to the last
     */
    default boolean isActiveOn(LocalDate date) {
        return !since().isAfter(date) && until().map(date::isBefore).orElse(true);
    }

    /** Fills a holding. Not for use by several threads. */
    final class Builder extends ImmutableHolding.Builder {
        Builder() {}
    }
}
