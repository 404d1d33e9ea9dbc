package dev.rapport.health.survival;

import java.util.Arrays;

/** At each distinct time in rising order: how many are at risk, how many events, how many censored. Weighted sums. */
final class Counts {

    final double[] time;
    final double[] atRisk;
    final double[] events;
    final double[] censored;

    private Counts(double[] time, double[] atRisk, double[] events, double[] censored) {
        this.time = time;
        this.atRisk = atRisk;
        this.events = events;
        this.censored = censored;
    }

    int size() {
        return time.length;
    }

    static Counts of(SurvivalData data) {
        return data.hasStarts() || data.isWeighted() ? general(data) : plain(data);
    }

    /** Without starts and weights it is enough to sort the times of events and of censorings, and to merge them. */
    private static Counts plain(SurvivalData data) {
        int size = data.size();
        double[] events = new double[data.events()];
        double[] censored = new double[size - events.length];
        for (int row = 0, e = 0, c = 0; row < size; row++) {
            if (data.event(row)) {
                events[e++] = data.stop(row);
            } else {
                censored[c++] = data.stop(row);
            }
        }
        Arrays.sort(events);
        Arrays.sort(censored);
        double[] time = new double[size];
        double[] deaths = new double[size];
        double[] losses = new double[size];
        int distinct = 0;
        int e = 0;
        int c = 0;
        while (e < events.length || c < censored.length) {
            double now = Math.min(
                    e < events.length ? events[e] : Double.POSITIVE_INFINITY,
                    c < censored.length ? censored[c] : Double.POSITIVE_INFINITY);
            int firstEvent = e;
            int firstCensored = c;
            while (e < events.length && events[e] == now) {
                e++;
            }
            while (c < censored.length && censored[c] == now) {
                c++;
            }
            time[distinct] = now;
            deaths[distinct] = e - firstEvent;
            losses[distinct] = c - firstCensored;
            distinct++;
        }
        double[] atRisk = new double[distinct];
        double left = 0;
        for (int i = distinct - 1; i >= 0; i--) {
            left += deaths[i] + losses[i];
            atRisk[i] = left;
        }
        return new Counts(
                Arrays.copyOf(time, distinct),
                atRisk,
                Arrays.copyOf(deaths, distinct),
                Arrays.copyOf(losses, distinct));
    }

    private static Counts general(SurvivalData data) {
        int size = data.size();
        double[] time = new double[size];
        for (int row = 0; row < size; row++) {
            time[row] = data.stop(row);
        }
        Arrays.sort(time);
        int distinct = 0;
        for (double one : time) {
            if (distinct == 0 || one != time[distinct - 1]) {
                time[distinct++] = one;
            }
        }
        time = Arrays.copyOf(time, distinct);
        double[] events = new double[distinct];
        double[] censored = new double[distinct];
        double[] entered = new double[distinct + 1];
        for (int row = 0; row < size; row++) {
            double weight = data.weight(row);
            int at = Arrays.binarySearch(time, data.stop(row));
            if (data.event(row)) {
                events[at] += weight;
            } else {
                censored[at] += weight;
            }
            // At risk at the first time after its start
            int from = Arrays.binarySearch(time, data.start(row));
            entered[from >= 0 ? from + 1 : -from - 1] += weight;
        }
        double[] atRisk = new double[distinct];
        double left = 0;
        double to = 0;
        for (int i = distinct - 1; i >= 0; i--) {
            left += events[i] + censored[i];
            to += entered[i + 1];
            atRisk[i] = left - to;
        }
        return new Counts(time, atRisk, events, censored);
    }
}
