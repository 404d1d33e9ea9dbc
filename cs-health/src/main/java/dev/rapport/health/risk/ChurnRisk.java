package dev.rapport.health.risk;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.PolicyRef;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Says how likely a customer is lost at the next decision. Rules, fitted models and a host's own model all stand behind
 * this. Implementations are immutable and safe to share between threads; {@code ChurnRiskContract} in the test kit says
 * what they must keep.
 */
public interface ChurnRisk {

    /**
     * Which policy or model this is.
     *
     * @return id and revision
     */
    PolicyRef policy();

    /**
     * What is read of a customer.
     *
     * @return every attribute and series
     */
    Requirements requirements();

    /**
     * Assesses one customer, with reasons.
     *
     * @param view  the customer
     * @return the probability, 0 to 1, which is the value of its reasons; empty where data is missing
     */
    Decision<Double> assess(CustomerView view);

    /**
     * Assesses all customers of a book. Unless an implementation knows better, this goes customer by customer; one
     * for whom it throws, or names no probability, is unknown with the reason, and the others go on.
     *
     * @param book  the book
     * @return the probabilities that {@link #assess(CustomerView)} gives for each customer, to the last bit, and why
     *     others are unknown
     */
    default RiskOfBook assess(Book book) {
        double[] probabilities = new double[book.size()];
        Map<Integer, String> unknown = new HashMap<>();
        int row = 0;
        for (CustomerView view : book.customers()) {
            RiskRow assessed = RiskRow.of(this, view);
            probabilities[row] = assessed.probability();
            if (Double.isNaN(assessed.probability())) {
                unknown.put(row, assessed.whyUnknown());
            }
            row++;
        }
        return RiskOfBook.of(policy(), book.customerIds(), probabilities).withReasons(unknown);
    }

    /**
     * Assesses a whole book, split into tasks. The result does not depend on how many.
     *
     * @param book  the book
     * @param executor  runs the tasks; the caller's
     * @param tasks  how many tasks, at least 1
     * @return the risk of each customer, as {@link #assess(Book)} gives it
     */
    default RiskOfBook assess(Book book, Executor executor, int tasks) {
        return assess(book);
    }
}
