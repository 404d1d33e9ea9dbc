package dev.rapport.engagement.model;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is expected of the coming year that customers do not tell: who comes, who is away, in which months people have time, and
 * how long it takes until somebody new is there. Immutable.
 */
@Value.Immutable
@ValueStyle
public interface YearAhead {

    /**
     * The published default: as many new customers as came within the last year, all months alike, nobody away; somebody who is
     * decided on today is there in 120 days, and is hired for a shortage of three months and more.
     *
     * @return the preset, with its source
     */
    static YearAhead standard() {
        return builder()
                .source(
                        "120 days until somebody new is there, and no hire for a shortage of less than three months: our own"
                                + " opinion, no published rule.")
                .leadDays(120)
                .lastingMonths(3)
                .build();
    }

    /**
     * Where the numbers are from.
     *
     * @return a plan of sales, a publication, or an opinion
     */
    String source();

    /**
     * How many customers are expected to come.
     *
     * @return a segment each; as many as came within the last year where a segment is not named
     */
    List<NewCustomers> newCustomers();

    /**
     * How the hours of a year fall to the calendar months: fewer to those in which many are on holiday.
     *
     * @return twelve weights from January on; empty if all months are alike
     */
    List<Integer> availability();

    /**
     * Who is known to be away.
     *
     * @return the absences
     */
    List<Absence> absences();

    /**
     * How long it takes from the decision to hire until somebody new looks after customers.
     *
     * @return days, at least 0
     */
    int leadDays();

    /**
     * How long a shortage has to last for somebody to be hired; a shorter one has to be got over.
     *
     * @return months, 1 to 12
     */
    int lastingMonths();

    /**
     * How many customers a segment is expected to get.
     *
     * @param segment  the id of the segment
     * @return what is stated, or empty
     */
    default Optional<NewCustomers> newCustomersOf(String segment) {
        return newCustomers().stream()
                .filter(stated -> stated.segment().equals(segment))
                .findFirst();
    }

    /**
     * What a month weighs.
     *
     * @param month  1 to 12
     * @return the weight, 1 where all months are alike
     */
    default int weight(int month) {
        return availability().isEmpty() ? 1 : availability().get(month - 1);
    }

    /**
     * Starts an outlook.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills an outlook. Not for use by several threads. */
    final class Builder extends ImmutableYearAhead.Builder {
        Builder() {}
    }
}
