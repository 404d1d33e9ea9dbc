package dev.rapport.engagement.review;

import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.TouchpointPlan;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
        Set<String> kinds = new TreeSet<>();
        for (EngagementModel model : policy.models()) {
            model.touchpoints().forEach(plan -> kinds.add(plan.kind()));
        }
        Column segments = book.columns(List.of(segment)).find(segment).orElseThrow();
        Book laid = book;
        for (String kind : kinds) {
            double[] timesOf = segments.words().stream()
                    .mapToDouble(id -> timesPerYear(policy, (String) id, kind))
                    .toArray();
            double[] times = new double[book.size()];
            for (int row = 0; row < times.length; row++) {
                times[row] = segments.isPresent(row) ? timesOf[(int) segments.number(row)] : Double.NaN;
            }
            laid = laid.with(
                    "engagement models " + policy.header().id(), Column.ofNumbers(Cadence.timesPerYear(kind), times));
        }
        return laid;
    }

    /** NaN where the segment has no model, or its model no touchpoint of the kind. */
    private static double timesPerYear(EngagementPolicy policy, String segment, String kind) {
        double times = Double.NaN;
        for (TouchpointPlan plan :
                policy.modelOf(segment).map(EngagementModel::touchpoints).orElse(List.of())) {
            if (plan.kind().equals(kind)) {
                double more = plan.timesPerYear().doubleValue();
                times = Double.isNaN(times) ? more : times + more;
            }
        }
        return times;
    }
}
