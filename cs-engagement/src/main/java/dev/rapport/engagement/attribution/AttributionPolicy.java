package dev.rapport.engagement.attribution;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.shape.DocumentHeader;
import java.time.LocalDate;
import java.util.List;
import org.immutables.value.Value;

/** Who answers for the revenue of a customer in a period, and from when on. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class AttributionPolicy {

    private static final int MOST_MONTHS = 24;
    private static final int MOST_DAYS = 730;

    AttributionPolicy() {}

    /**
     * Begins a policy.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The rules that PostHog pays by, for quarters: the owner of the second-to-last day who took the customer before the
     * last month and has held it for a month; dropped within the first month, it counts for nobody, later it stays with
     * the one who dropped it; taken after 90 days in nobody's book, it does not count in that quarter.
     *
     * @return the preset, with its source
     */
    public static AttributionPolicy posthog() {
        return builder()
                .header(DocumentHeader.of("attribution", "posthog-2026"))
                .source(
                        "PostHog handbook 2026, customer success, how we work: which accounts count toward your NRR. The 90"
                                + " days without an owner are those of an earlier revision; the present one names no number. That"
                                + " a customer dropped late counts for the one who dropped it holds while nobody took it over:"
                                + " our reading.")
                .role("csm")
                .judgedOnDayFromEnd(2)
                .heldMonths(1)
                .closedMonths(1)
                .dropMonths(1)
                .unmanagedDays(90)
                .build();
    }

    /**
     * What the document says about itself.
     *
     * @return the header
     */
    public abstract DocumentHeader header();

    /**
     * Where the rules come from.
     *
     * @return a publication, or an opinion
     */
    public abstract String source();

    /**
     * The role of those who answer for customers.
     *
     * @return the role, as ownerships name it
     */
    public abstract String role();

    /**
     * On which day of the period the owner is looked for.
     *
     * @return 1 for the last day, 2 for the one before, and so on
     */
    public abstract int judgedOnDayFromEnd();

    /**
     * How long the owner must have held the customer when the period ends, or when it was dropped.
     *
     * @return a number of months, 0 for any time
     */
    public abstract int heldMonths();

    /**
     * At the end of the period, how long customers who are taken do not count in it.
     *
     * @return a number of months, 0 for no such time
     */
    public abstract int closedMonths();

    /**
     * At the start of the period, how long customers may be dropped without counting.
     *
     * @return a number of months, 0 for no such time
     */
    public abstract int dropMonths();

    /**
     * How long nobody must have held a customer for its taker to have grace until the period ends.
     *
     * @return a number of days, 0 for no grace
     */
    public abstract int unmanagedDays();

    /**
     * The customers that count for nobody, by somebody's word.
     *
     * @return the exclusions
     */
    public abstract List<Exclusion> exclusions();

    LocalDate judgedOn(LocalDate until) {
        return until.minusDays(judgedOnDayFromEnd());
    }

    /** Checks the numbers. */
    @Value.Check
    void check() {
        if (source().isBlank()) {
            throw new IllegalArgumentException("source must not be blank.");
        }
        between("judgedOnDayFromEnd", judgedOnDayFromEnd(), 1, MOST_DAYS);
        between("heldMonths", heldMonths(), 0, MOST_MONTHS);
        between("closedMonths", closedMonths(), 0, MOST_MONTHS);
        between("dropMonths", dropMonths(), 0, MOST_MONTHS);
        between("unmanagedDays", unmanagedDays(), 0, MOST_DAYS);
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " (" + value + ") must be from " + least + " to " + most + ".");
        }
    }

    /** Makes a policy. */
    public static final class Builder extends ImmutableAttributionPolicy.Builder {
        Builder() {}
    }
}
