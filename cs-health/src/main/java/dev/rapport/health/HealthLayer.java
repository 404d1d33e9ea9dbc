package dev.rapport.health;

import dev.rapport.health.band.Band;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays the health of customers over books: as columns over a book of the same customers, else by their ids. */
final class HealthLayer {

    /** So many rows behind another one a customer is looked for before it is searched for among all. */
    private static final int NEAR = 8;

    private final HealthOfBook health;
    private final List<String> customerIds;

    HealthLayer(HealthOfBook health, List<String> customerIds) {
        this.health = health;
        this.customerIds = customerIds;
    }

    /** Where a customer stands; negative if nowhere. Who goes through customers in order finds the next at once. */
    static int row(List<String> customerIds, String customerId, int near) {
        for (int row = near; row < Math.min(near + NEAR, customerIds.size()); row++) {
            if (customerIds.get(row).equals(customerId)) {
                return row;
            }
        }
        return Collections.binarySearch(customerIds, customerId);
    }

    Book over(Book book) {
        return book.customerIds().equals(customerIds) ? byRow(book) : byCustomer(book);
    }

    private Book byRow(Book book) {
        double[] scores = new double[health.size()];
        int[] codes = new int[health.size()];
        Map<String, Integer> codeOf = new LinkedHashMap<>();
        for (int row = 0; row < codes.length; row++) {
            scores[row] = health.score(row);
            String band = health.band(row);
            codes[row] = band.equals(Band.UNKNOWN) ? -1 : codeOf.computeIfAbsent(band, absent -> codeOf.size());
        }
        String source = health.policy().toString();
        return book.with(source, Column.ofNumbers(HealthAttributes.SCORE, scores))
                .with(source, Column.ofTexts(HealthAttributes.BAND, codes, new ArrayList<>(codeOf.keySet())));
    }

    private Book byCustomer(Book book) {
        Map<String, Double> scores = new HashMap<>();
        Map<String, String> bands = new HashMap<>();
        for (int row = 0; row < health.size(); row++) {
            if (!Double.isNaN(health.score(row))) {
                scores.put(customerIds.get(row), health.score(row));
            }
            if (!health.band(row).equals(Band.UNKNOWN)) {
                bands.put(customerIds.get(row), health.band(row));
            }
        }
        String source = health.policy().toString();
        return book.with(HealthAttributes.SCORE, source, scores).with(HealthAttributes.BAND, source, bands);
    }
}
