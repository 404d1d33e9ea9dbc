package dev.rapport.model.organisation;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hours that a member spent on one kind of work, on one day, for a customer or for nobody in particular. Immutable.
 *
 * <p>Entries for customers are fed as the series {@link #SERIES}, those for nobody in particular as a {@link TimeSheet}.
 * The table {@code time-entries} of a book holds both.
 */
public final class TimeEntry {

    /** The member who worked. */
    public static final AttributeKey<String> MEMBER = AttributeKey.text("member");

    /** What the work was: call, review, onboarding, ticket, travel, or a name of the host. */
    public static final AttributeKey<String> KIND = AttributeKey.text("kind");

    /** How long it took. */
    public static final AttributeKey<Double> HOURS =
            AttributeKey.number("hours").unit("hours");

    /** The series of a customer. */
    public static final SeriesKey<Entry> SERIES =
            SeriesKey.events("time-entries", entry -> entry).requires(MEMBER, KIND, HOURS);

    private final String member;
    private final Optional<String> customer;
    private final String kind;
    private final BigDecimal hours;
    private final LocalDate on;

    private TimeEntry(String member, Optional<String> customer, String kind, BigDecimal hours, LocalDate on) {
        this.member = requireNonNull(member, "member");
        this.customer = requireNonNull(customer, "customer");
        this.kind = requireNonNull(kind, "kind");
        this.hours = withoutUselessZeros(requireNonNull(hours, "hours"));
        this.on = requireNonNull(on, "on");
        if (hours.signum() <= 0) {
            throw new IllegalArgumentException("hours (" + hours + ") of " + member + " on " + on
                    + " must be above 0.\nMaybe leave the entry out, or correct the earlier one.");
        }
    }

    /** So that sums look alike, whether 8 hours were told as 8 or as 8.0. */
    private static BigDecimal withoutUselessZeros(BigDecimal hours) {
        BigDecimal stripped = hours.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Work for a customer.
     *
     * @param member  the id of the member
     * @param customer  the id of the customer
     * @param kind  what the work was
     * @param hours  how long it took, above 0
     * @param on  the day
     * @return the entry
     */
    public static TimeEntry of(String member, String customer, String kind, BigDecimal hours, LocalDate on) {
        return new TimeEntry(member, Optional.of(customer), kind, hours, on);
    }

    /**
     * Work for no customer in particular.
     *
     * @param member  the id of the member
     * @param kind  what the work was
     * @param hours  how long it took, above 0
     * @param on  the day
     * @return the entry
     */
    public static TimeEntry internal(String member, String kind, BigDecimal hours, LocalDate on) {
        return new TimeEntry(member, Optional.empty(), kind, hours, on);
    }

    /**
     * The entries of a customer.
     *
     * @param customer  the customer
     * @return the entries that the cut sees, by time; those without hours above 0 are left out
     */
    public static List<TimeEntry> of(CustomerView customer) {
        return customer.entries(SERIES).stream()
                .filter(entry -> entry.get(HOURS) > 0)
                .map(entry -> of(
                        entry.get(MEMBER),
                        customer.customerId(),
                        entry.get(KIND),
                        BigDecimal.valueOf(entry.get(HOURS)),
                        LocalDate.ofInstant(entry.at(), customer.zone())))
                .toList();
    }

    /**
     * The member who worked.
     *
     * @return the id
     */
    public String member() {
        return member;
    }

    /**
     * The customer it was for.
     *
     * @return the id, or empty
     */
    public Optional<String> customer() {
        return customer;
    }

    /**
     * What the work was.
     *
     * @return the kind
     */
    public String kind() {
        return kind;
    }

    /**
     * How long it took.
     *
     * @return the hours, above 0
     */
    public BigDecimal hours() {
        return hours;
    }

    /**
     * The day.
     *
     * @return the day
     */
    public LocalDate on() {
        return on;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof TimeEntry other
                && member.equals(other.member)
                && customer.equals(other.customer)
                && kind.equals(other.kind)
                && hours.equals(other.hours)
                && on.equals(other.on);
    }

    @Override
    public int hashCode() {
        return Objects.hash(member, customer, kind, on);
    }

    /** Who, for whom, what, how long and when. */
    @Override
    public String toString() {
        return member + ", " + customer.orElse("internal") + ", " + kind + ", " + hours.toPlainString() + " h, " + on;
    }
}
