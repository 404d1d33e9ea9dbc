package dev.rapport.health.measure;

import dev.rapport.model.decision.NumberFunction;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Straight lines from point to point; before the first point and behind the last the value stays level.
 *
 * <p>{@code y0 + (y1 - y0) * (x - x0) / (x1 - x0)} between two points, never beyond {@code y0} and {@code y1}; at a point its
 * value. The same on every machine.
 *
 * <p>Where it can be, it is reckoned as the sum of what each piece adds, {@code y0 + sum(rise x share of the piece that lies
 * before x)}: that has no branches, so that a compiler can take several rows at once. It can be where whole pieces add up to
 * the values of the points to the last bit, as they do for points of whole numbers; else the piece is looked up.
 */
public final class Line implements NumberFunction {

    private static final int MOST_UNROLLED = 4;

    private final double[] at;
    private final double[] value;
    private final double[] width;
    private final double[] rise;
    private final boolean addsUp;

    private Line(List<CurvePoint> points) {
        at = points.stream().mapToDouble(CurvePoint::at).toArray();
        value = points.stream().mapToDouble(CurvePoint::points).toArray();
        int pieces = at.length - 1;
        width = new double[pieces];
        rise = new double[pieces];
        boolean exact = true;
        for (int i = 0; i < pieces; i++) {
            width[i] = at[i + 1] - at[i];
            rise[i] = value[i + 1] - value[i];
            exact &= value[i] + rise[i] == value[i + 1];
        }
        addsUp = exact;
    }

    /**
     * A line through points.
     *
     * @param points  at least one, each further right than the one before
     * @return the line
     * @throws IllegalArgumentException if there is no point, or they do not rise
     */
    public static Line through(List<CurvePoint> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points must not be empty.");
        }
        requireRising(points);
        return new Line(points);
    }

    static void requireRising(List<CurvePoint> points) {
        for (int i = 1; i < points.size(); i++) {
            double before = points.get(i - 1).at();
            double here = points.get(i).at();
            if (!(here > before)) {
                throw new IllegalArgumentException("points[" + i + "] (at " + here + ") must lie above points["
                        + (i - 1)
                        + "] (at " + before + ").\nMaybe the points are in the wrong order: a falling curve has rising"
                        + " values and falling points.");
            }
            if (Double.isInfinite(here - before)) {
                throw new IllegalArgumentException("points[" + i + "] (at " + here + ") is too far from points["
                        + (i - 1) + "] (at " + before + ") to reckon with.");
            }
        }
    }

    /**
     * The value of the line.
     *
     * @param x  where
     * @return the value; NaN only where {@code x} is
     */
    public double valueAt(double x) {
        if (!addsUp) {
            return lookUp(x);
        }
        double reached = Double.isNaN(x) ? x : value[0];
        for (int i = 0; i < rise.length; i++) {
            reached += rise[i] * share(x, at[i], width[i]);
        }
        return reached;
    }

    private double lookUp(double x) {
        int last = at.length - 1;
        if (!(x > at[0])) {
            return Double.isNaN(x) ? x : value[0];
        }
        int right = 1;
        while (right < last && at[right] < x) {
            right++;
        }
        if (x >= at[right]) {
            return value[right];
        }
        double from = value[right - 1];
        double to = value[right];
        double reached = from + rise[right - 1] * share(x, at[right - 1], width[right - 1]);
        return Math.max(Math.min(from, to), Math.min(Math.max(from, to), reached));
    }

    /** How much of a piece lies before a number, 0 to 1. */
    private static double share(double x, double from, double width) {
        return Math.max(0, Math.min(1, (x - from) / width));
    }

    @Override
    public double apply(double number, double today) {
        return valueAt(number);
    }

    @Override
    public boolean isTotal() {
        return true;
    }

    @Override
    public void applyAll(double[] numbers, byte[] present, int from, int to, double today) {
        if (addsUp && rise.length <= 2) {
            applyTwo(numbers, from, to);
        } else if (addsUp && rise.length <= MOST_UNROLLED) {
            applyFour(numbers, from, to);
        } else {
            for (int row = from; row < to; row++) {
                numbers[row] = valueAt(numbers[row]);
            }
        }
    }

    private void applyTwo(double[] numbers, int from, int to) {
        double start = value[0];
        double at0 = at(0);
        double at1 = at(1);
        double width0 = width(0);
        double width1 = width(1);
        double rise0 = rise(0);
        double rise1 = rise(1);
        for (int row = from; row < to; row++) {
            double x = numbers[row];
            numbers[row] = start + rise0 * share(x, at0, width0) + rise1 * share(x, at1, width1);
        }
    }

    private void applyFour(double[] numbers, int from, int to) {
        double start = value[0];
        double at0 = at(0);
        double at1 = at(1);
        double at2 = at(2);
        double at3 = at(3);
        double width0 = width(0);
        double width1 = width(1);
        double width2 = width(2);
        double width3 = width(3);
        double rise0 = rise(0);
        double rise1 = rise(1);
        double rise2 = rise(2);
        double rise3 = rise(3);
        for (int row = from; row < to; row++) {
            double x = numbers[row];
            numbers[row] = start
                    + rise0 * share(x, at0, width0)
                    + rise1 * share(x, at1, width1)
                    + rise2 * share(x, at2, width2)
                    + rise3 * share(x, at3, width3);
        }
    }

    /** Where a piece begins; pieces behind the last one begin with it, and rise by nothing. */
    private double at(int piece) {
        return at[Math.min(piece, at.length - 1)];
    }

    private double width(int piece) {
        return piece < width.length ? width[piece] : 1;
    }

    private double rise(int piece) {
        return piece < rise.length ? rise[piece] : 0;
    }

    /**
     * What the line goes through.
     *
     * @return the points, from left to right
     */
    public List<CurvePoint> points() {
        return IntStream.range(0, at.length)
                .mapToObj(i -> new CurvePoint(at[i], value[i]))
                .toList();
    }
}
