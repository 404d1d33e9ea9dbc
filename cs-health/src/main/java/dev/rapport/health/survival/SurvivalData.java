package dev.rapport.health.survival;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who was watched from when to when, and whether the watching ended with the event (the loss of the customer) or without
 * it (censored). A row may be part of a customer's history, from a start to a stop, so that covariates can change.
 * Immutable.
 *
 * <p>Times that differ only by rounding (by at most 1.5e-8, absolutely or as a share of the mean distinct time) are made
 * equal, so that ties do not depend on how a time was computed.
 *
 * <pre>{@code
 * SurvivalData.of(new double[] {3, 5, 5}, new boolean[] {true, false, true})
 * }</pre>
 */
public final class SurvivalData {

    private final double @Nullable [] start;
    private final double[] stop;
    private final boolean[] event;
    private final double @Nullable [] weight;
    private final Labels strata;
    private final Labels clusters;

    private SurvivalData(
            double @Nullable [] start,
            double[] stop,
            boolean[] event,
            double @Nullable [] weight,
            Labels strata,
            Labels clusters) {
        this.start = start;
        this.stop = stop;
        this.event = event;
        this.weight = weight;
        this.strata = strata;
        this.clusters = clusters;
    }

    /** A label for each row as a number, numbered in the order of the sorted labels. */
    @SuppressWarnings("ArrayRecordComponent") // package-private, never compared
    record Labels(List<String> names, int @Nullable [] codes) {

        static final Labels NONE = new Labels(List.of(), null);

        static Labels of(List<String> labels) {
            List<String> names = List.copyOf(new TreeSet<>(labels));
            int[] codes = new int[labels.size()];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = java.util.Collections.binarySearch(names, labels.get(row));
            }
            return new Labels(names, codes);
        }

        int at(int row) {
            return codes == null ? 0 : codes[row];
        }

        Labels select(int[] rows) {
            return codes == null
                    ? NONE
                    : new Labels(
                            names, Arrays.stream(rows).map(row -> codes[row]).toArray());
        }
    }

    /**
     * Rows that were all watched from time 0.
     *
     * @param time  how long each was watched, above 0, in any unit
     * @param event  whether it ended with the event
     * @return the data
     * @throws IllegalArgumentException if the lengths differ or a time is not finite and above 0
     */
    public static SurvivalData of(double[] time, boolean[] event) {
        requireLength("event", event.length, time.length);
        double[] stop = time.clone();
        for (int row = 0; row < stop.length; row++) {
            if (!(stop[row] > 0 && stop[row] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("time[" + row + "] (" + stop[row]
                        + ") must be finite and above 0.\nMaybe leave the row out, or shift all times of 0 to half of the"
                        + " smallest unit and say so.");
            }
        }
        Times.align(null, stop);
        return new SurvivalData(null, stop, event.clone(), null, Labels.NONE, Labels.NONE);
    }

    /**
     * Rows that were watched from a start, exclusive, to a stop, inclusive.
     *
     * @param start  from when, at least 0
     * @param stop  to when, above the start
     * @param event  whether it ended with the event
     * @return the data
     * @throws IllegalArgumentException if the lengths differ, a time is not finite or a row ends before it begins
     */
    public static SurvivalData between(double[] start, double[] stop, boolean[] event) {
        requireLength("stop", stop.length, start.length);
        requireLength("event", event.length, start.length);
        for (int row = 0; row < start.length; row++) {
            if (!(start[row] >= 0 && start[row] < stop[row] && stop[row] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("start[" + row + "] (" + start[row]
                        + ") must be at least 0 and below stop[" + row + "] (" + stop[row] + "), and both finite.");
            }
        }
        double[] from = start.clone();
        double[] to = stop.clone();
        Times.align(from, to);
        return new SurvivalData(from, to, event.clone(), null, Labels.NONE, Labels.NONE);
    }

    private static void requireLength(String name, int length, int rows) {
        if (length != rows) {
            throw new IllegalArgumentException(
                    name + " must have one value for each of the " + rows + " rows, had " + length + ".");
        }
    }

    /**
     * This data with rows that count more or less than once.
     *
     * @param weights  a weight for each row, finite and at least 0; rows of weight 0 do not count at all
     * @return the data
     */
    public SurvivalData weights(double... weights) {
        requireLength("weights", weights.length, size());
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] >= 0 && weights[row] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "weights[" + row + "] (" + weights[row] + ") must be finite and at least 0.");
            }
        }
        return new SurvivalData(start, stop, event, weights.clone(), strata, clusters);
    }

    /**
     * This data in strata: rows are compared only within their own.
     *
     * @param labels  the stratum of each row
     * @return the data
     */
    public SurvivalData strata(List<String> labels) {
        requireLength("labels", labels.size(), size());
        return new SurvivalData(start, stop, event, weight, Labels.of(labels), clusters);
    }

    /**
     * This data with rows that belong together, such as those of one customer: robust errors add them up first.
     *
     * @param labels  the cluster of each row
     * @return the data
     */
    public SurvivalData clusters(List<String> labels) {
        requireLength("labels", labels.size(), size());
        return new SurvivalData(start, stop, event, weight, strata, Labels.of(labels));
    }

    /**
     * Some of the rows.
     *
     * @param rows  their indices
     * @return the data of these rows, with their weights, strata and clusters
     */
    public SurvivalData select(int... rows) {
        requireNonNull(rows, "rows");
        double[] newStop = new double[rows.length];
        boolean[] newEvent = new boolean[rows.length];
        double[] newStart = start == null ? null : new double[rows.length];
        double[] newWeight = weight == null ? null : new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            newStop[i] = stop[rows[i]];
            newEvent[i] = event[rows[i]];
            if (newStart != null) {
                newStart[i] = start(rows[i]);
            }
            if (newWeight != null) {
                newWeight[i] = weight(rows[i]);
            }
        }
        return new SurvivalData(newStart, newStop, newEvent, newWeight, strata.select(rows), clusters.select(rows));
    }

    /**
     * The number of rows.
     *
     * @return at least 0
     */
    public int size() {
        return stop.length;
    }

    /**
     * The number of rows that end with the event.
     *
     * @return at least 0, each row once whatever its weight
     */
    public int events() {
        int events = 0;
        for (boolean one : event) {
            events += one ? 1 : 0;
        }
        return events;
    }

    /**
     * From when a row was watched.
     *
     * @param row  the row
     * @return the start, exclusive; 0 where all were watched from the beginning
     */
    public double start(int row) {
        return start == null ? 0 : start[row];
    }

    /**
     * To when a row was watched.
     *
     * @param row  the row
     * @return the stop, inclusive
     */
    public double stop(int row) {
        return stop[row];
    }

    /**
     * How the watching of a row ended.
     *
     * @param row  the row
     * @return true if with the event
     */
    public boolean event(int row) {
        return event[row];
    }

    /**
     * How much a row counts.
     *
     * @param row  the row
     * @return 1 unless weights were given
     */
    public double weight(int row) {
        return weight == null ? 1 : weight[row];
    }

    /**
     * Says whether rows begin at starts of their own.
     *
     * @return false if all were watched from time 0
     */
    public boolean hasStarts() {
        return start != null;
    }

    /**
     * Says whether weights were given.
     *
     * @return false if each row counts once
     */
    public boolean isWeighted() {
        return weight != null;
    }

    Labels strata() {
        return strata;
    }

    Labels clusters() {
        return clusters;
    }

    /** How many rows and events. */
    @Override
    public String toString() {
        return size() + " rows, " + events() + " events";
    }
}
