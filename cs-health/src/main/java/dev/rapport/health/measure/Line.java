package dev.rapport.health.measure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Straight lines from point to point; before the first point and behind the last the value stays level.
 *
 * <p>{@code y0 + (y1 - y0) * (x - x0) / (x1 - x0)} between two points, kept within {@code y0} and {@code y1}; at a point
 * exactly its value. The same on every machine.
 */
public final class Line {

    private final double[] at;
    private final double[] value;

    private Line(List<CurvePoint> points) {
        at = points.stream().mapToDouble(CurvePoint::at).toArray();
        value = points.stream().mapToDouble(CurvePoint::points).toArray();
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
        int last = at.length - 1;
        if (!(x > at[0])) {
            return Double.isNaN(x) ? Double.NaN : value[0];
        }
        if (x >= at[last]) {
            return value[last];
        }
        int right = 1;
        while (at[right] < x) {
            right++;
        }
        if (at[right] == x) {
            return value[right];
        }
        double from = value[right - 1];
        double to = value[right];
        double reached = from + (to - from) * ((x - at[right - 1]) / (at[right] - at[right - 1]));
        return Math.max(Math.min(from, to), Math.min(Math.max(from, to), reached));
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
