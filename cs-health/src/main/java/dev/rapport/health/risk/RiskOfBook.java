package dev.rapport.health.risk;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.HealthAttributes;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import dev.rapport.model.decision.PolicyRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The churn risk of all customers of a book, a row each in the order of the book. Immutable. */
public final class RiskOfBook {

    private final PolicyRef policy;
    private final List<String> customerIds;
    private final double[] probabilities;
    private final IntFunction<Optional<String>> unknown;

    private RiskOfBook(
            PolicyRef policy, List<String> customerIds, double[] probabilities, IntFunction<Optional<String>> unknown) {
        this.policy = requireNonNull(policy, "policy");
        this.customerIds = customerIds;
        this.probabilities = probabilities;
        this.unknown = unknown;
    }

    /**
     * The risk of customers.
     *
     * @param policy  what assessed them
     * @param customerIds  the customers in the order of the book
     * @param probabilities  a probability for each, 0 to 1, NaN if unknown
     * @return the risk of the book
     * @throws IllegalArgumentException if a number is no probability, or there are not as many as customers
     */
    public static RiskOfBook of(PolicyRef policy, List<String> customerIds, double[] probabilities) {
        if (probabilities.length != customerIds.size()) {
            throw new IllegalArgumentException("probabilities must be as many as customers (" + customerIds.size()
                    + "), was " + probabilities.length + ".");
        }
        for (int row = 0; row < probabilities.length; row++) {
            if (probabilities[row] < 0 || probabilities[row] > 1) {
                throw new IllegalArgumentException("probability (" + probabilities[row] + ") of customer ("
                        + customerIds.get(row) + ") must be between 0 and 1.");
            }
        }
        return new RiskOfBook(policy, List.copyOf(customerIds), probabilities.clone(), row -> Optional.empty());
    }

    /**
     * This risk with what is to be said about those for whom it is unknown.
     *
     * @param reasons  a clause for rows without a probability, such as which data is missing
     * @return the risk of the book
     * @throws IllegalArgumentException if a row has a probability, or is none
     */
    public RiskOfBook withReasons(Map<Integer, String> reasons) {
        reasons.forEach((row, reason) -> {
            if (row < 0 || row >= size() || !Double.isNaN(probabilities[row])) {
                throw new IllegalArgumentException(
                        "reason (" + reason + ") must be of a row without a probability, was of row " + row + ".");
            }
        });
        Map<Integer, String> told = Map.copyOf(reasons);
        return new RiskOfBook(policy, customerIds, probabilities, row -> Optional.ofNullable(told.get(row)));
    }

    /** This risk with what tells why a row has no probability, when somebody asks. */
    RiskOfBook explainedBy(IntFunction<String> reasons) {
        return new RiskOfBook(
                policy,
                customerIds,
                probabilities,
                row -> Double.isNaN(probabilities[row]) ? Optional.of(reasons.apply(row)) : Optional.empty());
    }

    /**
     * What assessed them.
     *
     * @return the policy
     */
    public PolicyRef policy() {
        return policy;
    }

    /**
     * The number of customers.
     *
     * @return how many rows there are
     */
    public int size() {
        return probabilities.length;
    }

    /**
     * Who stands in a row.
     *
     * @param row  the row
     * @return the customer's id
     */
    public String customerId(int row) {
        return customerIds.get(row);
    }

    /**
     * The risk of a row.
     *
     * @param row  the row
     * @return the probability, 0 to 1; NaN if unknown
     */
    public double probability(int row) {
        return probabilities[row];
    }

    /**
     * Why the risk of a row is unknown.
     *
     * @param row  the row
     * @return a clause: what failed, or which data is missing; empty if there is a probability, or nobody said
     */
    public Optional<String> whyUnknown(int row) {
        return unknown.apply(row);
    }

    /**
     * Lays the risk over the book for others to read, see {@link HealthAttributes#CHURN_RISK}.
     *
     * @param book  the book that was assessed, or the same with other attributes laid over it
     * @return the book with the attribute; missing for customers whose risk is unknown
     */
    public Book layOver(Book book) {
        if (book.customerIds().equals(customerIds)) {
            return book.with(policy.toString(), Column.ofNumbers(HealthAttributes.CHURN_RISK, probabilities));
        }
        Map<String, Double> values = new HashMap<>();
        for (int row = 0; row < probabilities.length; row++) {
            if (!Double.isNaN(probabilities[row])) {
                values.put(customerIds.get(row), probabilities[row]);
            }
        }
        return book.with(HealthAttributes.CHURN_RISK, policy.toString(), values);
    }
}
