package dev.rapport.engagement.milestone;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.List;

/**
 * Where the anchors of a milestone come from. A host adds its own; they are pure and read only the view.
 *
 * <p>The anchors of one id are all its days, past and coming: a contract that renews by itself has one for each term. A
 * day that is not among them any more has moved.
 */
public interface MilestoneTrigger {

    /**
     * What is read.
     *
     * @return attributes and series
     */
    Requirements requirements();

    /**
     * The anchors of a customer, as far as the cut knows.
     *
     * @param view  the customer
     * @param span  the days that are asked about
     * @param reckoning  the calendar for notice in business days
     * @return the anchors whose day lies in the span, in any order
     */
    List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning);

    /**
     * Days from a first one to before another.
     *
     * @param from  the first day
     * @param before  the first day after
     */
    record Span(LocalDate from, LocalDate before) {

        /**
         * Says whether a day lies in the span.
         *
         * @param date  the day
         * @return true if it does
         */
        public boolean contains(LocalDate date) {
            return !date.isBefore(from) && date.isBefore(before);
        }
    }
}
