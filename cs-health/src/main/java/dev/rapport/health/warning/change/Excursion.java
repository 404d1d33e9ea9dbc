package dev.rapport.health.warning.change;

/** One side of a chart, from where it left its start: since when, and how far the periods since then deviate. */
final class Excursion {

    int since;
    int periods;
    private double sum;

    void clear() {
        since = 0;
        periods = 0;
        sum = 0;
    }

    void add(int period, double deviation) {
        since = periods == 0 ? period : since;
        periods++;
        sum += deviation;
    }

    double deviation() {
        return sum / periods;
    }

    void write(Numbers into) {
        into.put(since).put(periods).put(sum);
    }

    void read(Numbers from) {
        since = from.takeWhole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        periods = from.takeWhole(0, Integer.MAX_VALUE);
        sum = from.take();
    }
}
