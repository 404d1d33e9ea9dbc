package dev.rapport.engagement.capacity;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.immutables.value.Value;

/** The coming year of a role, month by month. Immutable; made by {@link CapacityYear}. */
@Value.Immutable
@ValueStyle
public interface RoleYear {

    /**
     * The role.
     *
     * @return the id
     */
    String role();

    /**
     * The months.
     *
     * @return twelve, the next one first
     */
    List<RoleMonth> months();

    /**
     * Says whether it can be told how many to hire.
     *
     * @return false if nobody who holds the role today has hours for customers
     */
    boolean canTellHires();

    /**
     * Who has to be hired, so that no shortage lasts.
     *
     * @return the hires by month, each beyond those before; empty if nobody is missing for long, or it cannot be told
     */
    List<Hire> hires();

    /**
     * Whose work it is.
     *
     * @return the segments whose models ask hours of the role
     */
    List<SegmentShare> segments();

    /**
     * The hours that are asked for.
     *
     * @return the sum of the months
     */
    default BigDecimal needed() {
        return months().stream().map(RoleMonth::needed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The hours of those who are there.
     *
     * @return the sum of the months
     */
    default BigDecimal there() {
        return months().stream().map(RoleMonth::there).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The fullest month.
     *
     * @return the first day of the month in which most hours are asked for, the first of several
     */
    default LocalDate peak() {
        RoleMonth fullest = months().get(0);
        for (RoleMonth month : months()) {
            fullest = month.needed().compareTo(fullest.needed()) > 0 ? month : fullest;
        }
        return fullest.from();
    }

    /**
     * How many have to be hired in all.
     *
     * @return the sum of the hires
     */
    default int hired() {
        return hires().stream().mapToInt(Hire::people).sum();
    }

    /** Fills a year. Not for use by several threads. */
    final class Builder extends ImmutableRoleYear.Builder {
        Builder() {}
    }
}
