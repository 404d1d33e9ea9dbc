package dev.rapport.engagement.plan;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.segmentation.clustering.ClusterModel;
import dev.rapport.segmentation.json.SegmentationDocument;
import dev.rapport.segmentation.quality.SegmentationQuality;
import dev.rapport.segmentation.quality.Stability;
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
    private static final int DRAWN_UP_TO = 2_000;
    private static final int DRAWS = 50;
    private static final long SEED = 1;

    private final Policies policies;
    private final DecidedBook now;
    private final Optional<DecidedSegments> then;
    private final Map<String, Map<String, Double>> outcomes = new LinkedHashMap<>();

    QualitySection(Facts facts, Policies policies, DecidedBook now) {
        this.policies = policies;
        this.now = now;
        Book past = facts.asOf(JudgedSegmentation.since(now.book().date()));
        this.then = DecidedSegments.find(past, policies, now.memory());
        then.ifPresent(all -> observe(all.book()));
    }

    /** What became of those who were customers then: who is none any more, who pays how much of what they paid. */
    private void observe(Book past) {
        Map<String, Double> churned = new TreeMap<>();
        Map<String, Double> kept = new TreeMap<>();
        Map<String, Double> spent = new TreeMap<>();
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
            after.flatMap(customer -> customer.find(StandardAttributes.PURCHASES_AMOUNT_365D))
                    .filter(amount -> amount.getCurrencyUnit().equals(past.currency()))
                    .ifPresent(amount -> spent.put(id, amount.getAmount().doubleValue()));
            if (hasTickets && after.isPresent()) {
                tickets.put(id, opened(after.get()));
            }
        }
        if (churned.containsValue(1.0) && churned.containsValue(0.0)) {
            outcomes.put("churned", churned);
        }
        if (!spent.isEmpty()) {
            outcomes.put("spent a year", spent);
        }
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

    /** What is judged: the segmentation of the engagement models, and the further ones by their ids. */
    record All(JudgedSegmentation headline, Map<String, JudgedSegmentation> further) {}

    All all() {
        return new All(headline(), further());
    }

    private JudgedSegmentation headline() {
        return judged(now.segmentation(), HEADLINE, policies.segmentation());
    }

    private Map<String, JudgedSegmentation> further() {
        Map<String, JudgedSegmentation> judged = new LinkedHashMap<>();
        for (SegmentationDocument document : policies.furtherSegmentations()) {
            String id = document.header().id();
            Segmentation segmentation = now.further().get(id);
            if (segmentation != null) {
                judged.put(id, judged(segmentation, id, document));
            }
        }
        return judged;
    }

    /** Whether clusters are found again; what people have defined always is, and large books take too long. */
    private SegmentationQuality stable(SegmentationQuality quality, SegmentationDocument document) {
        return document.strategy() instanceof ClusterModel model && now.book().size() <= DRAWN_UP_TO
                ? Stability.of(model, now.book(), DRAWS, SEED)
                        .map(quality::stable)
                        .orElse(quality)
                : quality;
    }

    private JudgedSegmentation judged(Segmentation segmentation, String id, SegmentationDocument document) {
        return new JudgedSegmentation(
                stable(SegmentationQuality.of(segmentation, now.book(), StandardAttributes.ARR), document),
                then.map(past -> {
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
