package dev.rapport.engagement.review;

import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.TouchpointPlan;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells each customer of a book how often its engagement model plans touchpoints of each kind. */
public final class Cadences {

    private Cadences() {}

    /**
     * Lays the cadences over a book.
     *
     * @param book  the customers, with their segments
     * @param policy  which model the customers of each segment have
     * @param segment  the attribute with the segment
     * @return the book with {@link Cadence#timesPerYear} of each kind of touchpoint that a model plans; missing for
     *     customers without a model, or whose model does not plan it
     */
    public static Book layOver(Book book, EngagementPolicy policy, AttributeKey<String> segment) {
        Map<String, Map<String, Double>> byKind = new TreeMap<>();
        for (EngagementModel model : policy.models()) {
            model.touchpoints().forEach(plan -> byKind.computeIfAbsent(plan.kind(), absent -> new HashMap<>()));
        }
        for (CustomerView view : book.customers()) {
            Optional<EngagementModel> model = view.find(segment).flatMap(policy::modelOf);
            if (model.isPresent()) {
                for (TouchpointPlan plan : model.get().touchpoints()) {
                    byKind.getOrDefault(plan.kind(), Map.of())
                            .merge(view.customerId(), plan.timesPerYear().doubleValue(), Double::sum);
                }
            }
        }
        Book laid = book;
        for (Map.Entry<String, Map<String, Double>> kind : byKind.entrySet()) {
            String source = "engagement models " + policy.header().id();
            laid = laid.with(Cadence.timesPerYear(kind.getKey()), source, kind.getValue());
        }
        return laid;
    }
}
