package dev.rapport.health;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Scores;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.memory.Remembered;
import dev.rapport.model.memory.Standing;
import dev.rapport.model.time.AsOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * How all customers of a book are: numbers and bands, a row each in the order of the book. The reasons of a customer come
 * from {@link HealthStrategy#decide(dev.rapport.model.attribute.CustomerView, Memory)}. Immutable.
 */
public final class HealthOfBook {

    private final PolicyRef policy;
    private final AsOf asOf;
    private final List<String> customerIds;
    private final double[] scores;
    private final double[] completeness;
    private final Banding.Banded[] banded;

    private HealthOfBook(PolicyRef policy, AsOf asOf, List<String> customerIds) {
        this.policy = requireNonNull(policy, "policy");
        this.asOf = requireNonNull(asOf, "asOf");
        this.customerIds = List.copyOf(customerIds);
        this.scores = new double[customerIds.size()];
        this.completeness = new double[customerIds.size()];
        this.banded = new Banding.Banded[customerIds.size()];
    }

    /**
     * The health of customers who were decided one by one.
     *
     * @param policy  the policy that decided
     * @param asOf  the cut
     * @param rows  the customers in the order of the book
     * @return the health of the book
     */
    public static HealthOfBook of(PolicyRef policy, AsOf asOf, List<Health> rows) {
        HealthOfBook book = new HealthOfBook(
                policy, asOf, rows.stream().map(Health::customerId).toList());
        for (int row = 0; row < rows.size(); row++) {
            book.scores[row] = rows.get(row).score().orElse(Double.NaN);
            book.completeness[row] = rows.get(row).completeness();
            book.banded[row] = rows.get(row).banded();
        }
        return book;
    }

    /**
     * The health that follows from the scores of a whole book.
     *
     * @param policy  the policy that decided
     * @param book  the book that was scored
     * @param scores  a row for each customer of the book
     * @param bands  what scores are called
     * @param memory  what was decided before
     * @return the health of the book
     */
    public static HealthOfBook of(PolicyRef policy, Book book, Scores scores, Bands bands, Memory memory) {
        if (scores.size() != book.size()) {
            throw new IllegalArgumentException(
                    "scores must have a row for each of the " + book.size() + " customers, had " + scores.size() + ".");
        }
        HealthOfBook health = new HealthOfBook(policy, book.asOf(), book.customerIds());
        Banding banding = new Banding(bands, policy, memory, book.asOf());
        for (int row = 0; row < scores.size(); row++) {
            health.scores[row] = scores.value(row);
            health.completeness[row] = scores.completeness(row);
            health.banded[row] = banding.decide(health.customerIds.get(row), scores.value(row));
        }
        return health;
    }

    /**
     * What decided.
     *
     * @return the policy
     */
    public PolicyRef policy() {
        return policy;
    }

    /**
     * The cut.
     *
     * @return the instant everything here is as of
     */
    public AsOf asOf() {
        return asOf;
    }

    /**
     * The number of customers.
     *
     * @return how many rows there are
     */
    public int size() {
        return scores.length;
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
     * The score of a row.
     *
     * @param row  the row
     * @return 0 to 100, not rounded; NaN if unknown
     */
    public double score(int row) {
        return scores[row];
    }

    /**
     * The share of the score that has data.
     *
     * @param row  the row
     * @return 0 to 1
     */
    public double completeness(int row) {
        return completeness[row];
    }

    /**
     * The band of a row.
     *
     * @param row  the row
     * @return the code of the band, or {@link Band#UNKNOWN}
     */
    public String band(int row) {
        return banded[row].standing().value();
    }

    /**
     * The band of a row, since when, and what was before.
     *
     * @param row  the row
     * @return all three together
     */
    public Standing standing(int row) {
        return banded[row].standing();
    }

    /**
     * Says whether a customer changed bands with this decision.
     *
     * @param row  the row
     * @return true if another band is remembered; false at the first decision
     */
    public boolean bandChanged(int row) {
        return banded[row].changed();
    }

    /**
     * How many customers each band has.
     *
     * @return the numbers by band, sorted by code; bands without customers are left out
     */
    public Map<String, Integer> customersByBand() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Banding.Banded row : banded) {
            counts.merge(row.standing().value(), 1, Integer::sum);
        }
        return Collections.unmodifiableMap(counts);
    }

    /**
     * What to remember of these decisions.
     *
     * @return a record for each customer whose band is not remembered already, in the order of the rows
     */
    public List<Remembered> toRemember() {
        List<Remembered> records = new ArrayList<>();
        for (Banding.Banded row : banded) {
            row.toRemember().ifPresent(records::add);
        }
        return records;
    }

    /**
     * Lays score and band over the book for others to read, see {@link HealthAttributes}.
     *
     * @param book  the book that was decided on, or the same with other attributes laid over it
     * @return the book with both attributes; missing for customers whose health is unknown
     */
    public Book layOver(Book book) {
        return book.with(HealthAttributes.SCORE, policy.toString(), known(row -> scores[row]))
                .with(HealthAttributes.BAND, policy.toString(), known(this::band));
    }

    private <T> Map<String, T> known(IntFunction<T> value) {
        Map<String, T> values = new HashMap<>();
        for (int row = 0; row < scores.length; row++) {
            if (!Double.isNaN(scores[row])) {
                values.put(customerIds.get(row), value.apply(row));
            }
        }
        return values;
    }
}
