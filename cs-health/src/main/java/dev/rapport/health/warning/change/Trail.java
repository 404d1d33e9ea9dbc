package dev.rapport.health.warning.change;

import java.util.ArrayList;
import java.util.List;

/** The last periods of a watch, so that an alarm can say what it rests on, since when, and how far. */
final class Trail {

    static final int LENGTH = 12;

    private final double[] period = new double[LENGTH];
    private final double[] value = new double[LENGTH];
    private final double[] expected = new double[LENGTH];
    private final double[] contribution = new double[LENGTH];
    private int size;
    private int next;

    /**
     * A change among the last periods.
     *
     * @param since  the first period after it
     * @param periods  how many periods there are since
     * @param deviation  how far they lie from what was usual on average, as a share
     */
    record Since(int since, int periods, double deviation) {}

    void clear() {
        size = 0;
        next = 0;
    }

    void add(int at, double observed, double usual, double adds) {
        period[next] = at;
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

    /**
     * Since when and how far: of all last periods those that explain most by a change of their level, {@code (sum of
     * deviations)^2 / n} at its greatest, which is the least-squares break where the level before is known.
     */
    Since since() {
        double sum = 0;
        double best = -1;
        Since since = new Since(0, 0, 0);
        for (int back = 1; back <= size; back++) {
            int at = (next - back + LENGTH) % LENGTH;
            sum += value[at] / expected[at] - 1;
            double explained = sum * sum / back;
            if (explained > best) {
                best = explained;
                since = new Since((int) period[at], back, sum / back);
            }
        }
        return since;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int at = at(i);
            steps.add(new Step((int) period[at], value[at], expected[at], contribution[at]));
        }
        return steps;
    }

    /** Where the step is that is i behind the oldest. */
    private int at(int i) {
        return (next - size + i + LENGTH) % LENGTH;
    }

    void write(Numbers into) {
        into.put(size);
        for (int i = 0; i < size; i++) {
            int at = at(i);
            into.put(period[at]).put(value[at]).put(expected[at]).put(contribution[at]);
        }
    }

    void read(Numbers from) {
        clear();
        for (int left = from.takeWhole(0, LENGTH); left > 0; left--) {
            int at = from.takeWhole(Integer.MIN_VALUE, Integer.MAX_VALUE);
            add(at, from.take(), from.take(), from.take());
        }
    }
}
