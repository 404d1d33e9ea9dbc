package dev.rapport.engagement.milestone;

import dev.rapport.model.internal.ValueStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a milestone counts days: in whose zone, in which calendars, and what happens at the ends of months and on days that
 * are not worked. It changes the days on which occurrences are due, never which occurrences there are.
 *
 * <pre>{@code
 * Timing timing = Timing.builder()
 *         .zone(Timing.Zone.CUSTOMER)
 *         .addCalendars("germany", Timing.CUSTOMERS_CALENDAR)
 *         .dispatch(Step.parse("3 business days before"))
 *         .build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class Timing {

    /** In whose zone days begin. */
    public enum Zone {
        /** In that of the book. */
        BOOK,
        /** In that of the customer, the attribute {@code time-zone}; in that of the book where it is not fed. */
        CUSTOMER
    }

    /** What happens to an occurrence that would be due on a day that is not worked. */
    public enum OffDays {
        /** It is due on that day. */
        KEEP,
        /** It is due on the last business day before. */
        BEFORE,
        /** It is due on the next business day. */
        AFTER
    }

    /** In {@link #calendars()}: the calendar whose id is the customer's attribute {@code country}. */
    public static final String CUSTOMERS_CALENDAR = "customer";

    private static final Timing USUAL = builder().build();

    Timing() {}

    /**
     * Starts a timing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The timing of a milestone that says none: the book's zone and calendar.
     *
     * @return the timing
     */
    public static Timing usual() {
        return USUAL;
    }

    /**
     * In whose zone days begin.
     *
     * @return the zone; the book's if not said
     */
    @Value.Default
    public Zone zone() {
        return Zone.BOOK;
    }

    /**
     * The calendars in which business days are counted. A day is worked only if all agree.
     *
     * @return ids of calendars of the reckoning, or {@link #CUSTOMERS_CALENDAR}; empty for the book's calendar
     */
    public abstract List<String> calendars();

    /**
     * How long before its anchor something must be sent to be received by then. Steps are reckoned from the last day on
     * which it can be sent: the last safe day to act.
     *
     * @return a step before the anchor; empty if it is in time when it is sent on the anchor's day
     */
    public abstract Optional<Step> dispatch();

    /**
     * What happens on days that are not worked.
     *
     * @return the rule; such a day is kept if not said
     */
    @Value.Default
    public OffDays offDays() {
        return OffDays.KEEP;
    }

    /**
     * What happens at the ends of months.
     *
     * @return the rule; {@link MonthRule#usual()} if not said
     */
    @Value.Default
    public MonthRule months() {
        return MonthRule.usual();
    }

    /** Says whether days other than those of the calendar are counted, be it only in some steps. */
    boolean countsBusinessDays(List<Step> steps) {
        return offDays() != OffDays.KEEP
                || dispatch().isPresent()
                || steps.stream().anyMatch(step -> step.unit() == Step.Unit.BUSINESS_DAYS);
    }

    @Value.Check
    void check() {
        if (dispatch().filter(Step::isAfter).isPresent()) {
            throw new IllegalArgumentException("dispatch (" + dispatch().get() + ") must lie before the anchor.\nMaybe "
                    + dispatch().get().toString().replace("after", "before") + ".");
        }
        if (new HashSet<>(calendars()).size() != calendars().size()) {
            throw new IllegalArgumentException("calendars " + calendars() + " must all be different.");
        }
    }

    /** Collects what a timing is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableTiming.Builder {
        Builder() {}
    }
}
