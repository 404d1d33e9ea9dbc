package dev.rapport.engagement.model;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Which customers get an executive sponsor of ours, who can be one, and what time it takes. Immutable. */
@Value.Immutable
@ValueStyle
public interface Sponsorship {

    /**
     * The segments whose customers get one.
     *
     * @return the ids, at least one
     */
    List<String> segments();

    /**
     * The roles whose holders are sponsors.
     *
     * @return the ids, at least one
     */
    List<String> roles();

    /**
     * How many customers a sponsor has time for.
     *
     * @return the number, at least 1
     */
    int atMostEach();

    /**
     * In which role a customer's owners hold who its sponsor is.
     *
     * @return the role, such as {@code executive-sponsor}; empty where nobody writes it down: each plan then finds sponsors
     *     anew
     */
    Optional<String> heldAs();

    /**
     * The hours of a year that a sponsor has for one customer. They cost what an hour of the roles costs, by how many hold
     * each.
     *
     * @return the hours, at least 0
     */
    @Value.Default
    default BigDecimal hoursPerYear() {
        return BigDecimal.ZERO;
    }

    /** Checks that there are segments and roles, and the numbers. */
    @Value.Check
    default void check() {
        if (segments().isEmpty() || roles().isEmpty()) {
            throw new IllegalArgumentException(
                    "segments (" + segments() + ") and roles (" + roles() + ") must not be empty.");
        }
        if (atMostEach() < 1) {
            throw new IllegalArgumentException("atMostEach (" + atMostEach() + ") must be at least 1.");
        }
        if (hoursPerYear().signum() < 0) {
            throw new IllegalArgumentException(
                    "hoursPerYear (" + hoursPerYear().toPlainString() + ") must be at least 0.");
        }
    }

    /**
     * Starts a rule.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills a rule. Not for use by several threads. */
    final class Builder extends ImmutableSponsorship.Builder {
        Builder() {}
    }
}
