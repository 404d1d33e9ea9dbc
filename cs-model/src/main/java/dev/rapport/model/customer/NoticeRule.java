package dev.rapport.model.customer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * How notice periods are counted. Contracts and laws differ, by a day that can cost a term: three months before the last
 * day, 31 December, is 30 September; before the first day after, 1 January, it is 1 October.
 *
 * @param countedFrom  from which end of the term the period is counted back
 * @param deadline  whether notice on the day that it leads to is in time
 */
public record NoticeRule(CountedFrom countedFrom, Deadline deadline) {

    /** From which end of the term a notice period is counted back. */
    public enum CountedFrom {
        /** The first day that the term no longer covers: the end is exclusive. */
        DAY_AFTER,
        /** The last day of the term: the end is inclusive. */
        LAST_DAY
    }

    /** Whether notice on the day that the period leads to is in time. */
    public enum Deadline {
        /** Notice on that day is in time. */
        INCLUDED,
        /** Notice must be there the day before. */
        EXCLUDED
    }

    private static final NoticeRule USUAL = new NoticeRule(CountedFrom.DAY_AFTER, Deadline.INCLUDED);

    /**
     * Checks that nothing is null.
     *
     * @param countedFrom  from which end
     * @param deadline  whether the day itself is in time
     */
    public NoticeRule {
        requireNonNull(countedFrom, "countedFrom");
        requireNonNull(deadline, "deadline");
    }

    /**
     * The rule where a book says none: counted from the first day after the term, that day included.
     *
     * @return the rule
     */
    public static NoticeRule usual() {
        return USUAL;
    }

    /** The day that the period is counted back from. */
    LocalDate start(LocalDate termEnd) {
        return countedFrom == CountedFrom.LAST_DAY ? termEnd.minusDays(1) : termEnd;
    }

    /** The last day on which notice is in time. */
    LocalDate lastDay(LocalDate counted) {
        return deadline == Deadline.EXCLUDED ? counted.minusDays(1) : counted;
    }
}
