package dev.rapport.health.warning.change;

import java.util.ArrayList;
import java.util.List;

/** The last periods of a watch, so that an alarm can say what it rests on. */
final class Trail {

    static final int LENGTH = 12;

    private final double[] value = new double[LENGTH];
    private final double[] expected = new double[LENGTH];
    private final double[] contribution = new double[LENGTH];
    private int size;
    private int next;

    void clear() {
        size = 0;
        next = 0;
    }

    void add(double observed, double usual, double adds) {
        value[next] = observed;
        expected[next] = usual;
        contribution[next] = adds;
        next = next + 1 == LENGTH ? 0 : next + 1;
        size = Math.min(LENGTH, size + 1);
    }

    /** What the oldest step adds, which the next one will push out; only of a full trail. */
    double oldest() {
        return contribution[next];
    }

    boolean isFull() {
        return size == LENGTH;
    }

    List<Step> steps(double sign) {
        List<Step> steps = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int at = (next - size + i + LENGTH) % LENGTH;
            steps.add(new Step(value[at], expected[at], sign * contribution[at]));
        }
        return steps;
    }

    void write(Numbers into) {
        into.put(size);
        for (Step step : steps(1)) {
            into.put(step.value()).put(step.expected()).put(step.contribution());
        }
    }

    void read(Numbers from) {
        clear();
        for (int left = from.takeWhole(0, LENGTH); left > 0; left--) {
            add(from.take(), from.take(), from.take());
        }
    }
}
