package dev.rapport.segmentation.combination;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Status;
import dev.rapport.segmentation.segment.CombinedStrategy;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all combinations have in common: they ask their strategies, choose, and say what they rest on. */
abstract class Combined implements CombinedStrategy {

    private static final String CODE = "segment";
    private static final String CHOICE = "choice";

    private final List<SegmentationStrategy> strategies;

    Combined(List<SegmentationStrategy> strategies) {
        if (strategies.isEmpty()) {
            throw new IllegalArgumentException("strategies must not be empty.");
        }
        this.strategies = List.copyOf(strategies);
    }

    @Override
    public final List<SegmentationStrategy> strategies() {
        return strategies;
    }

    @Override
    public final int position(String customerId, LocalDate day, int... parts) {
        int chosen = choose(parts);
        return chosen >= 0 ? chosen : without(parts);
    }

    /** The position of the segment that the positions of the parts lead to, below 0 for none. */
    abstract int choose(int... parts);

    /** Why it is this one, or none. */
    abstract String reason(int chosen, int... parts);

    /** No segment: because one of the parts failed, for want of data if that is why one of them has none, or rightly. */
    private static int without(int... parts) {
        int least = GAP;
        for (int part : parts) {
            least = Math.min(least, part);
        }
        return least;
    }

    @Override
    public final Decision<Segment> assign(CustomerView customer) {
        List<Decision<Segment>> decisions = strategies.stream()
                .map(strategy -> Segmentation.decide(strategy, customer))
                .toList();
        int[] parts = new int[decisions.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = position(strategies.get(i), decisions.get(i));
        }
        int chosen = choose(parts);
        if (chosen < 0 && without(parts) == FAILED) {
            return new Decision<>(
                    customer.customerId(), Optional.empty(), Explanation.failed(CODE, failure(decisions)));
        }
        String reason = reason(chosen, parts);
        Explanation choice = chosen < 0 && without(parts) == UNDECIDED
                ? Explanation.missing(CHOICE, reason)
                : Explanation.stated(CHOICE, Math.max(chosen, GAP), reason);
        List<String> labels = segments().stream().map(Segment::id).toList();
        return new Decision<>(
                customer.customerId(),
                chosen < 0 ? Optional.empty() : Optional.of(segments().get(chosen)),
                Explanation.chosen(
                        CODE, choice, labels, decisions.stream().map(Decision::reasons).toList()));
    }

    private static int position(SegmentationStrategy strategy, Decision<Segment> decision) {
        Optional<Segment> segment = decision.value();
        if (segment.isPresent()) {
            return strategy.segments().indexOf(segment.get());
        }
        return switch (decision.reasons().status()) {
            case EVALUATED, NOT_APPLICABLE -> GAP;
            case NOT_ENOUGH_DATA -> UNDECIDED;
            case FAILED -> FAILED;
        };
    }

    private static String failure(List<Decision<Segment>> decisions) {
        Explanation failed = decisions.stream()
                .filter(decision -> decision.value().isEmpty())
                .map(Decision::reasons)
                .filter(reasons -> reasons.status() == Status.FAILED)
                .findFirst()
                .orElseThrow();
        return failed.reason().orElse(failed.code() + " failed");
    }

    /** The segments of all, each once. */
    static List<Segment> union(List<SegmentationStrategy> strategies) {
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

    /** For each strategy, where its segments stand among those of the combination. */
    static int[][] among(List<Segment> segments, List<SegmentationStrategy> strategies) {
        int[][] among = new int[strategies.size()][];
        for (int i = 0; i < among.length; i++) {
            among[i] = strategies.get(i).segments().stream()
                    .mapToInt(segments::indexOf)
                    .toArray();
        }
        return among;
    }
}
