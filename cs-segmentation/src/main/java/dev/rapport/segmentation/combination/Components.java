package dev.rapport.segmentation.combination;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Status;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The strategies that a combination rests on. */
final class Components {

    private static final String CODE = "segment";
    private static final String CHOICE = "choice";

    private final List<SegmentationStrategy> strategies;

    Components(List<SegmentationStrategy> strategies) {
        if (strategies.isEmpty()) {
            throw new IllegalArgumentException("strategies must not be empty.");
        }
        this.strategies = List.copyOf(strategies);
    }

    List<SegmentationStrategy> strategies() {
        return strategies;
    }

    Requirements requirements() {
        Requirements all = Requirements.none();
        for (SegmentationStrategy strategy : strategies) {
            all = all.and(strategy.requirements());
        }
        return all;
    }

    /** Says once what several of them lack. */
    Problems check(Book book) {
        Map<String, Problems> said = new LinkedHashMap<>();
        for (SegmentationStrategy strategy : strategies) {
            Problems problems = strategy.check(book);
            said.putIfAbsent(problems.render(), problems);
        }
        ProblemCollector all = new ProblemCollector();
        said.values().forEach(all::addAll);
        return all.problems();
    }

    List<Decision<Segment>> ask(CustomerView customer) {
        return strategies.stream()
                .map(strategy -> Segmentation.decide(strategy, customer))
                .toList();
    }

    /** The segments of all, each once. */
    List<Segment> union() {
        Map<String, Segment> byId = new LinkedHashMap<>();
        for (SegmentationStrategy strategy : strategies) {
            for (Segment segment : strategy.segments()) {
                Segment known = byId.putIfAbsent(segment.id(), segment);
                if (known != null && !known.equals(segment)) {
                    throw new IllegalArgumentException("segment (" + segment.id()
                            + ") must be the same wherever it comes: its name or description differ.");
                }
            }
        }
        return List.copyOf(byId.values());
    }

    static Decision<Segment> chosen(
            CustomerView customer,
            List<Segment> segments,
            Optional<Segment> choice,
            String reason,
            List<Decision<Segment>> decisions) {
        double position = choice.map(segments::indexOf).orElse(-1);
        return decision(customer, segments, choice, Explanation.stated(CHOICE, position, reason), decisions);
    }

    /** No segment: for want of data if that is why one of the decisions has none, because one failed, or rightly. */
    static Decision<Segment> none(
            CustomerView customer, List<Segment> segments, String reason, List<Decision<Segment>> decisions) {
        boolean missing = false;
        for (Decision<Segment> decision : decisions) {
            Status status = decision.reasons().status();
            if (decision.value().isEmpty() && status == Status.FAILED) {
                String why =
                        decision.reasons().reason().orElse(decision.reasons().code() + " failed");
                return new Decision<>(customer.customerId(), Optional.empty(), Explanation.failed(CODE, why));
            }
            missing |= decision.value().isEmpty() && status == Status.NOT_ENOUGH_DATA;
        }
        Explanation choice = missing ? Explanation.missing(CHOICE, reason) : Explanation.stated(CHOICE, -1, reason);
        return decision(customer, segments, Optional.empty(), choice, decisions);
    }

    private static Decision<Segment> decision(
            CustomerView customer,
            List<Segment> segments,
            Optional<Segment> segment,
            Explanation choice,
            List<Decision<Segment>> decisions) {
        List<String> labels = segments.stream().map(Segment::id).toList();
        List<Explanation> parts = decisions.stream().map(Decision::reasons).toList();
        return new Decision<>(customer.customerId(), segment, Explanation.chosen(CODE, choice, labels, parts));
    }
}
