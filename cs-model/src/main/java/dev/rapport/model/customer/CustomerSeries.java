package dev.rapport.model.customer;

import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.organisation.TimeEntry;
import java.util.List;

/** The series of facts about a customer that this library names. A host adds its own keys beside them. */
public final class CustomerSeries {

    private static final List<SeriesKey<?>> ALL = List.of(
            Contract.SERIES,
            ContractLine.SERIES,
            Usage.SERIES,
            SurveyAnswer.SERIES,
            Ticket.SERIES,
            Invoice.SERIES,
            Person.SERIES,
            Touchpoint.SERIES,
            Goal.SERIES,
            Feedback.SERIES,
            Outcome.SERIES,
            Ownership.SERIES,
            StageEntry.SERIES,
            Play.SERIES,
            Purchase.SERIES,
            TimeEntry.SERIES);

    private CustomerSeries() {}

    /**
     * All of them.
     *
     * @return the keys, contracts first
     */
    public static List<SeriesKey<?>> all() {
        return ALL;
    }
}
