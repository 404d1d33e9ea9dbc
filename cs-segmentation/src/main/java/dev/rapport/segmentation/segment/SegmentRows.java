package dev.rapport.segmentation.segment;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Columns;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Scores;
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
            return byColumn(compiled, compiled.program().columns(whole.book()), whole.executor(), whole.tasks());
        }
        return strategy instanceof CombinedStrategy combined
                ? combined(combined, whole)
                : byRow(strategy, whole.book().customers(), whole.executor(), whole.tasks());
    }

    private static SegmentRows combined(CombinedStrategy strategy, WholeBook whole) {
        List<SegmentRows> parts = strategy.strategies().stream()
                .map(part -> of(part, whole))
                .toList();
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
        List<Scores> outputs = strategy.program().evaluate(columns, executor, tasks);
        Scores headline = outputs.get(0);
        List<Scores> conditions = outputs.subList(1, 1 + strategy.conditions());
        SegmentRows rows = new SegmentRows(columns.size(), conditions.size());
        int[] met = new int[conditions.size()];
        double[] values = new double[outputs.size()];
        for (int row = 0; row < columns.size(); row++) {
            if (headline.status(row) == Status.EVALUATED) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = outputs.get(i).value(row);
                }
                rows.positions[row] = Math.max(strategy.position(values), Segmentation.GAP);
            } else {
                rows.positions[row] = without(headline.status(row));
            }
            int count = 0;
            for (int i = 0; i < met.length; i++) {
                Scores condition = conditions.get(i);
                if (condition.status(row) == Status.EVALUATED && condition.value(row) != 0) {
                    met[count++] = i;
                }
            }
            rows.count(row, met, count, conditions);
        }
        return rows;
    }

    private void count(int row, int[] met, int count, List<Scores> conditions) {
        for (int i = 0; i < positions[row]; i++) {
            Status status = i < conditions.size() ? conditions.get(i).status(row) : Status.EVALUATED;
            if (status == Status.NOT_ENOUGH_DATA || status == Status.FAILED) {
                provisional.set(row);
            }
        }
        overlapping += count > 1 ? 1 : 0;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                both[met[i]][met[j]]++;
            }
        }
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
