package dev.rapport.segmentation.segment;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Columns;
import dev.rapport.model.decision.Answers;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Status;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** The rows of a segmentation while it is made. */
final class SegmentRows {

    private final int[] positions;
    private final BitSet provisional = new BitSet();
    private final int[][] both;
    private int overlapping;

    private SegmentRows(int size, int conditions) {
        this.positions = new int[size];
        this.both = new int[conditions][conditions];
    }

    static SegmentRows of(SegmentationStrategy strategy, WholeBook whole) {
        if (strategy instanceof CompiledStrategy compiled) {
            return byColumn(compiled, whole.columns(compiled), whole.executor(), whole.tasks());
        }
        return strategy instanceof CombinedStrategy combined
                ? combined(combined, whole)
                : byRow(strategy, whole.book().customers(), whole.executor(), whole.tasks());
    }

    private static SegmentRows combined(CombinedStrategy strategy, WholeBook whole) {
        List<SegmentRows> parts =
                strategy.strategies().stream().map(part -> of(part, whole)).toList();
        List<String> customerIds = whole.book().customerIds();
        SegmentRows rows = new SegmentRows(customerIds.size(), 0);
        int[] own = new int[parts.size()];
        for (int row = 0; row < rows.positions.length; row++) {
            for (int i = 0; i < own.length; i++) {
                own[i] = parts.get(i).positions[row];
            }
            rows.positions[row] =
                    strategy.position(customerIds.get(row), whole.book().date(), own);
        }
        return rows;
    }

    static SegmentRows byColumn(CompiledStrategy strategy, Columns columns, Executor executor, int tasks) {
        List<Answers> outputs = strategy.program().answer(columns, executor, tasks);
        int first = 1 + strategy.conditions();
        SegmentRows rows = new SegmentRows(columns.size(), first - 1);
        List<Answers> others = new ArrayList<>(outputs.subList(first, outputs.size()));
        others.add(0, outputs.get(0));
        rows.place(strategy, others);
        rows.count(outputs.subList(1, first));
        return rows;
    }

    private void place(CompiledStrategy strategy, List<Answers> outputs) {
        Answers headline = outputs.get(0);
        double[] values = new double[outputs.size()];
        for (int row = 0; row < positions.length; row++) {
            Status status = headline.status(row);
            if (status != Status.EVALUATED) {
                positions[row] = without(status);
                continue;
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = outputs.get(i).value(row);
            }
            positions[row] = Math.max(strategy.position(values), Segmentation.GAP);
        }
    }

    private void count(List<Answers> conditions) {
        BitSet once = new BitSet();
        BitSet twice = new BitSet();
        BitSet open = new BitSet();
        List<BitSet> met = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            BitSet holding = conditions.get(i).holding();
            for (int j = 0; j < i; j++) {
                both[j][i] = common(met.get(j), holding).cardinality();
            }
            met.add(holding);
            twice.or(common(once, holding));
            once.or(holding);
            BitSet newlyOpen = conditions.get(i).open();
            newlyOpen.andNot(open);
            open.or(newlyOpen);
            int passed = i;
            newlyOpen.stream().filter(row -> positions[row] > passed).forEach(provisional::set);
        }
        overlapping = twice.cardinality();
    }

    private static BitSet common(BitSet some, BitSet others) {
        BitSet both = (BitSet) some.clone();
        both.and(others);
        return both;
    }

    private static SegmentRows byRow(
            SegmentationStrategy strategy, List<CustomerView> customers, Executor executor, int tasks) {
        if (tasks < 1) {
            throw new IllegalArgumentException("tasks (" + tasks + ") must be at least 1.");
        }
        SegmentRows rows = new SegmentRows(customers.size(), 0);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            int from = (int) ((long) customers.size() * task / tasks);
            int to = (int) ((long) customers.size() * (task + 1) / tasks);
            running.add(CompletableFuture.runAsync(() -> rows.ask(strategy, customers, from, to), executor));
        }
        try {
            running.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return rows;
    }

    private void ask(SegmentationStrategy strategy, List<CustomerView> customers, int from, int to) {
        List<Segment> segments = strategy.segments();
        for (int row = from; row < to; row++) {
            Decision<Segment> decision = Segmentation.decide(strategy, customers.get(row));
            Optional<Segment> segment = decision.value();
            positions[row] = segment.isPresent()
                    ? segments.indexOf(segment.get())
                    : without(decision.reasons().status());
        }
    }

    private static int without(Status status) {
        return switch (status) {
            case EVALUATED, NOT_APPLICABLE -> Segmentation.GAP;
            case NOT_ENOUGH_DATA -> Segmentation.UNDECIDED;
            case FAILED -> Segmentation.FAILED;
        };
    }

    int[] positions() {
        return positions;
    }

    BitSet provisional() {
        return provisional;
    }

    int overlapping() {
        return overlapping;
    }

    List<Overlap> overlaps(List<Segment> segments) {
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < both.length; i++) {
            for (int j = i + 1; j < both.length; j++) {
                if (both[i][j] > 0) {
                    overlaps.add(new Overlap(segments.get(i), segments.get(j), both[i][j]));
                }
            }
        }
        return List.copyOf(overlaps);
    }
}
