package dev.rapport.engagement.time;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.organisation.Utilisation;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** What the time of one member went into. Immutable. */
@Value.Immutable
@ValueStyle
public interface MemberTime {

    /**
     * Who it is.
     *
     * @return the id of the member
     */
    String memberId();

    /**
     * What the work was, for customers and for nobody in particular.
     *
     * @return the hours of each kind of work, by kind
     */
    Map<String, BigDecimal> byKind();

    /**
     * Which segments the work was for.
     *
     * @return the hours by the id of the segment; without those for customers of no segment and for former customers
     */
    Map<String, BigDecimal> bySegment();

    /**
     * For how many customers the member worked.
     *
     * @return the number of customers
     */
    int customers();

    /**
     * The hours for customers.
     *
     * @return the sum over all customers, former ones included
     */
    BigDecimal forCustomers();

    /**
     * The hours for nobody in particular.
     *
     * @return the sum
     */
    BigDecimal withoutCustomer();

    /**
     * The hours for customers held against those that there were.
     *
     * @return the utilisation; empty for somebody who is not in the organisation
     */
    Optional<Utilisation> utilisation();

    /**
     * All hours.
     *
     * @return those for customers and those for nobody in particular
     */
    default BigDecimal total() {
        return forCustomers().add(withoutCustomer());
    }

    /**
     * What share of the hours for customers was spent.
     *
     * @return the share, above 1 for overload; empty if there were none, or the member is not in the organisation
     */
    default OptionalDouble share() {
        return utilisation().isPresent() ? utilisation().get().share() : OptionalDouble.empty();
    }

    /**
     * Says whether more was spent for customers than there was.
     *
     * @return true for overload; false for somebody who is not in the organisation
     */
    default boolean isOverloaded() {
        return utilisation().map(Utilisation::isOverloaded).orElse(false);
    }

    /**
     * Starts the time of a member.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills the time of a member. Not for use by several threads. */
    final class Builder extends ImmutableMemberTime.Builder {
        Builder() {}
    }
}
