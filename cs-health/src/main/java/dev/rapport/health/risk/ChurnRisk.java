package dev.rapport.health.risk;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.PolicyRef;

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
     * for whom it throws is unknown, and the others go on.
     *
     * @param book  the book
     * @return the probabilities that {@link #assess(CustomerView)} gives for each customer, to the last bit
     */
    default RiskOfBook assess(Book book) {
        double[] probabilities = new double[book.size()];
        int row = 0;
        for (CustomerView view : book.customers()) {
            probabilities[row++] = probability(view);
        }
        return RiskOfBook.of(policy(), book.customerIds(), probabilities);
    }

    private double probability(CustomerView view) {
        try {
            return assess(view).value().orElse(Double.NaN);
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
