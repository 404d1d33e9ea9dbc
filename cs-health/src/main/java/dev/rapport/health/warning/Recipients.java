package dev.rapport.health.warning;

import dev.rapport.model.attribute.CustomerView;
import java.time.LocalDate;
import java.util.Optional;

/** Whom the alerts of a history would have gone to, and what they were worth then: what a budget goes by. */
public interface Recipients {

    /**
     * Who looked after a customer.
     *
     * @param view  the customer, perhaps lost since
     * @param on  the day of the alert
     * @return who it was; all alerts of nobody share one budget
     */
    Optional<String> owner(CustomerView view, LocalDate on);

    /**
     * What hung on a customer.
     *
     * @param view  the customer, perhaps lost since
     * @param on  the day of the alert
     * @return an amount in the currency of the book; 0 if it is not known
     */
    double worth(CustomerView view, LocalDate on);
}
