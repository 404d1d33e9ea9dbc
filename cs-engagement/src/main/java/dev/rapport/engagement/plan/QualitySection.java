package dev.rapport.engagement.plan;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.segmentation.quality.SegmentationQuality;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/** Judges the segmentations of a plan by what became of those who were in the segments a year before. */
final class QualitySection {

    private static final String HEADLINE = "";
    private static final int YEAR = 365;

    private final DecidedBook now;
    private final Optional<DecidedSegments> then;
    private final Map<String, Map<String, Double>> outcomes = new LinkedHashMap<>();

    QualitySection(Facts facts, Policies policies, DecidedBook now) {
        this.now = now;
        Book past = facts.asOf(JudgedSegmentation.since(now.book().date()));
        this.then = DecidedSegments.find(past, policies, now.memory());
        then.ifPresent(all -> observe(all.book()));
    }

    /** What became of those who were customers then: who is none any more, who pays how much of what they paid. */
    private void observe(Book past) {
        Map<String, Double> churned = new TreeMap<>();
        Map<String, Double> kept = new TreeMap<>();
        Map<String, Double> tickets = new TreeMap<>();
        boolean hasTickets = now.cut().provides().series().contains(Ticket.SERIES);
        for (CustomerView before : past.customers()) {
            String id = before.customerId();
            Optional<CustomerView> after = now.book().find(id);
            churned.put(id, after.isEmpty() ? 1.0 : 0.0);
            Optional<Money> was = before.find(StandardAttributes.ARR).filter(Money::isPositive);
            Optional<Money> is = after.isEmpty()
                    ? Optional.of(Money.zero(past.currency()))
                    : after.get().find(StandardAttributes.ARR);
            if (was.isPresent() && is.isPresent()) {
                kept.put(
                        id,
                        is.get().getAmount().doubleValue()
                                / was.get().getAmount().doubleValue());
            }
            if (hasTickets && after.isPresent()) {
                tickets.put(id, opened(after.get()));
            }
        }
        outcomes.put("churned", churned);
        if (!kept.isEmpty()) {
            outcomes.put("ARR kept", kept);
        }
        if (hasTickets) {
            outcomes.put("tickets a year", tickets);
        }
    }

    private static double opened(CustomerView customer) {
        var from = customer.startOf(customer.date().minusDays(YEAR - 1L));
        return (double) customer.entries(Ticket.SERIES).stream()
                .filter(entry -> !entry.at().isBefore(from))
                .count();
    }

    JudgedSegmentation headline() {
        return judged(now.segmentation(), HEADLINE);
    }

    Map<String, JudgedSegmentation> further() {
        Map<String, JudgedSegmentation> judged = new LinkedHashMap<>();
        now.further().forEach((id, segmentation) -> judged.put(id, judged(segmentation, id)));
        return judged;
    }

    private JudgedSegmentation judged(Segmentation segmentation, String id) {
        return new JudgedSegmentation(
                SegmentationQuality.of(segmentation, now.book(), StandardAttributes.ARR), then.map(past -> {
                    Segmentation before = id.equals(HEADLINE)
                            ? past.segmentation()
                            : past.further().getOrDefault(id, past.segmentation());
                    SegmentationQuality quality = SegmentationQuality.of(before, past.book(), StandardAttributes.ARR);
                    for (Map.Entry<String, Map<String, Double>> outcome : outcomes.entrySet()) {
                        quality = quality.separating(outcome.getKey(), outcome.getValue());
                    }
                    return quality;
                }));
    }
}
