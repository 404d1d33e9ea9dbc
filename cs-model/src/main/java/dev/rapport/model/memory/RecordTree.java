package dev.rapport.model.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records in their natural order, each once: a balanced tree, of which adding a record copies only the path to its place
 * (G. M. Adelson-Velsky, E. M. Landis, 1962). Immutable.
 */
final class RecordTree {

    static final RecordTree EMPTY = new RecordTree();

    /** Fewer records than this share of the tree are added one by one, more are merged. */
    private static final int MERGED_FROM = 16;

    private final @Nullable RecordTree left;
    private final @Nullable Remembered record;
    private final @Nullable RecordTree right;
    private final int size;
    private final int height;

    private RecordTree() {
        this.left = null;
        this.record = null;
        this.right = null;
        this.size = 0;
        this.height = 0;
    }

    private RecordTree(RecordTree left, Remembered record, RecordTree right) {
        this.left = left;
        this.record = record;
        this.right = right;
        this.size = left.size + 1 + right.size;
        this.height = 1 + Math.max(left.height, right.height);
    }

    int size() {
        return size;
    }

    RecordTree with(Collection<Remembered> added) {
        if (added.size() <= size / MERGED_FROM) {
            RecordTree tree = this;
            for (Remembered each : added) {
                tree = tree.with(each);
            }
            return tree;
        }
        List<Remembered> sorted = new ArrayList<>(size + added.size());
        forEach(sorted::add);
        sorted.addAll(added);
        sorted.sort(null);
        List<Remembered> distinct = new ArrayList<>(sorted.size());
        Remembered last = null;
        for (Remembered each : sorted) {
            if (last == null || !isThere(last, each)) {
                distinct.add(each);
                last = each;
            }
        }
        return ofSorted(distinct);
    }

    /** A tree of records that are in order and do not contradict each other. */
    static RecordTree ofSorted(List<Remembered> sorted) {
        if (sorted.isEmpty()) {
            return EMPTY;
        }
        int middle = sorted.size() / 2;
        return new RecordTree(
                ofSorted(sorted.subList(0, middle)),
                sorted.get(middle),
                ofSorted(sorted.subList(middle + 1, sorted.size())));
    }

    /** What a new record could contradict is next to it in order, and so on the path to its place. */
    private RecordTree with(Remembered added) {
        if (record == null || left == null || right == null) {
            return new RecordTree(EMPTY, added, EMPTY);
        }
        if (isThere(record, added)) {
            return this;
        }
        if (added.compareTo(record) < 0) {
            RecordTree changed = left.with(added);
            return changed == left ? this : balanced(changed, record, right);
        }
        RecordTree changed = right.with(added);
        return changed == right ? this : balanced(left, record, changed);
    }

    private static boolean isThere(Remembered record, Remembered added) {
        if (record.equals(added)) {
            return true;
        }
        if (record.subject().equals(added.subject())
                && record.validFrom().equals(added.validFrom())
                && record.recordedAt().equals(added.recordedAt())) {
            throw new IllegalArgumentException("record (" + added + ") must not contradict (" + record
                    + ").\nMaybe it was decided anew: then it is recorded later.");
        }
        return false;
    }

    private static RecordTree balanced(RecordTree left, Remembered record, RecordTree right) {
        if (left.height > right.height + 1 && left.record != null && left.left != null && left.right != null) {
            RecordTree inner = left.right;
            if (inner.height <= left.left.height) {
                return new RecordTree(left.left, left.record, new RecordTree(inner, record, right));
            }
            return joined(left.left, left.record, inner, record, right);
        }
        if (right.height > left.height + 1 && right.record != null && right.left != null && right.right != null) {
            RecordTree inner = right.left;
            if (inner.height <= right.right.height) {
                return new RecordTree(new RecordTree(left, record, inner), right.record, right.right);
            }
            return joined(left, record, inner, right.record, right.right);
        }
        return new RecordTree(left, record, right);
    }

    /** The record in the middle comes to the top. */
    private static RecordTree joined(
            RecordTree first, Remembered before, RecordTree middle, Remembered after, RecordTree last) {
        if (middle.record == null || middle.left == null || middle.right == null) {
            throw new IllegalStateException("the higher side is not empty");
        }
        return new RecordTree(
                new RecordTree(first, before, middle.left), middle.record, new RecordTree(middle.right, after, last));
    }

    void forEach(Consumer<Remembered> action) {
        if (record != null && left != null && right != null) {
            left.forEach(action);
            action.accept(record);
            right.forEach(action);
        }
    }

    /** Those of one subject, in order. */
    void forEach(Subject subject, Consumer<Remembered> action) {
        if (record != null && left != null && right != null) {
            int order = subject.compareTo(record.subject());
            if (order <= 0) {
                left.forEach(subject, action);
            }
            if (order == 0) {
                action.accept(record);
            }
            if (order >= 0) {
                right.forEach(subject, action);
            }
        }
    }

    List<Remembered> list() {
        List<Remembered> list = new ArrayList<>(size);
        forEach(list::add);
        return list;
    }
}
