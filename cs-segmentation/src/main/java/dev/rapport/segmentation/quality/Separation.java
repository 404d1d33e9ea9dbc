package dev.rapport.segmentation.quality;

import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether segments differ in an outcome that the caller hands in: churned, NRR, support load. Customers without segment or
 * without outcome are left out. Immutable.
 *
 * <p>Formulas: eta squared, B / T, B the sum over segments of n(s) (mean(s) - mean)^2, T the sum of squares around the mean of
 * all; from 0 to 1. It rises with every segment, so omega squared, (B - (k - 1) W) / (T + W) with W = (T - B) / (n - k), is the
 * one to compare by; below 0 means less than chance would. Intervals are at 95 %: Wilson's where every outcome is 0 or 1, else
 * Student's. Edges: where all outcomes are equal both shares are 0, and with as many segments as customers omega squared is 0.
 * Two passes. Reference: Hays, Statistics for Psychologists, 1963, p. 382.
 */
public final class Separation {

    private final String name;
    private final List<OutcomeOfSegment> bySegment;
    private final double[] between;
    private final double total;
    private final double withinMean;
    private final int occupied;

    private Separation(String name, Segmentation segmentation, Map<String, Double> outcomes) {
        this.name = name;
        List<Segment> segments = segmentation.segments();
        List<List<Double>> values = new ArrayList<>();
        segments.forEach(segment -> values.add(new ArrayList<>()));
        double sum = 0;
        int n = 0;
        boolean isShare = true;
        for (int row = 0; row < segmentation.customerIds().size(); row++) {
            Optional<Segment> segment = segmentation.segment(row);
            Double outcome = outcomes.get(segmentation.customerIds().get(row));
            if (segment.isPresent() && outcome != null) {
                if (!Double.isFinite(outcome)) {
                    throw new IllegalArgumentException("outcome " + name + " (" + outcome + ") of customer ("
                            + segmentation.customerIds().get(row) + ") must be finite.");
                }
                values.get(segments.indexOf(segment.get())).add(outcome);
                sum += outcome;
                n++;
                isShare &= outcome == 0 || outcome == 1;
            }
        }
        double mean = n > 0 ? sum / n : 0;
        this.between = new double[segments.size()];
        List<OutcomeOfSegment> rows = new ArrayList<>();
        double all = 0;
        int used = 0;
        for (int s = 0; s < between.length; s++) {
            List<Double> own = values.get(s);
            double ownMean = own.isEmpty()
                    ? 0
                    : own.stream().mapToDouble(Double::doubleValue).sum() / own.size();
            double squares = squares(own, ownMean);
            all += squares(own, mean);
            between[s] = own.size() * (ownMean - mean) * (ownMean - mean);
            used += own.isEmpty() ? 0 : 1;
            Optional<Estimate> estimate = own.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            isShare
                                    ? Intervals.share(ownMean, own.size())
                                    : Intervals.mean(ownMean, squares, own.size()));
            rows.add(new OutcomeOfSegment(segments.get(s), own.size(), estimate));
        }
        this.bySegment = List.copyOf(rows);
        this.total = all;
        this.occupied = used;
        this.withinMean = n > used ? Math.max(0, all - betweenSum()) / (n - used) : 0;
    }

    /**
     * Looks whether segments differ.
     *
     * @param name  what the outcome is called
     * @param segmentation  the segments
     * @param outcomes  the outcome by customer, finite; 1 and 0 for yes and no
     * @return what was found
     * @throws IllegalArgumentException if an outcome is not finite
     */
    public static Separation of(String name, Segmentation segmentation, Map<String, Double> outcomes) {
        return new Separation(name, segmentation, outcomes);
    }

    private static double squares(List<Double> values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares;
    }

    private double betweenSum() {
        double sum = 0;
        for (double part : between) {
            sum += part;
        }
        return sum;
    }

    /**
     * What the outcome is called.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The outcome of each segment.
     *
     * @return means with intervals, in the order of the strategy
     */
    public List<OutcomeOfSegment> bySegment() {
        return bySegment;
    }

    /**
     * The share of the variance that the segments explain, eta squared.
     *
     * @return from 0 to 1
     */
    public double explained() {
        return total > 0 ? Math.min(1, betweenSum() / total) : 0;
    }

    /**
     * The same less what chance would explain, omega squared.
     *
     * @return at most 1; 0 or below where the segments say nothing
     */
    public double explainedBeyondChance() {
        int customers = bySegment.stream().mapToInt(OutcomeOfSegment::customers).sum();
        return total > 0 && customers > occupied
                ? (betweenSum() - (occupied - 1) * withinMean) / (total + withinMean)
                : 0;
    }

    /**
     * What one segment contributes to what is explained: many customers far from the mean contribute most.
     *
     * @param segment  its position among the segments
     * @return a share of the variance; these sum to {@link #explained()}
     */
    public double contribution(int segment) {
        return total > 0 ? between[segment] / total : 0;
    }

    /** The shares that are explained. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %.1f %% explained, %.1f %% beyond chance",
                name,
                100 * explained(),
                100 * explainedBeyondChance());
    }
}
