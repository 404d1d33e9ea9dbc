package dev.rapport.health.warning;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a watched series of a customer, period by period. */
final class SeriesReader {

    /** The value of a period that was not observed. */
    static final double NONE = Double.NaN;

    /**
     * The fields that are aggregated.
     *
     * @param number  of a sum or a mean
     * @param text  of which the different ones are counted
     */
    record Fields(Optional<AttributeKey<Double>> number, Optional<AttributeKey<String>> text) {}

    /**
     * What was observed of one series.
     *
     * @param from  the first period
     * @param values  a value for each period from there on
     */
    @SuppressWarnings("ArrayRecordComponent") // package-private, never compared
    record Observed(int from, double[] values) {

        double at(int period) {
            int index = period - from;
            return index < 0 || index >= values.length ? NONE : values[index];
        }
    }

    private final WatchedSeries watched;
    private final SeriesKey<?> key;
    private final Fields fields;
    private final Optional<AttributeKey<String>> where;
    private final Optional<AttributeKey<String>> per;

    SeriesReader(
            WatchedSeries watched,
            SeriesKey<?> key,
            Fields fields,
            Optional<AttributeKey<String>> where,
            Optional<AttributeKey<String>> per) {
        this.watched = watched;
        this.key = key;
        this.fields = fields;
        this.where = where;
        this.per = per;
    }

    WatchedSeries watched() {
        return watched;
    }

    /** The unit of the values, as a word. */
    String unit() {
        return fields.number().flatMap(AttributeKey::unit).orElseGet(key::name);
    }

    /**
     * Reads what is to be known of a customer.
     *
     * @param last  the last day that is complete
     * @return a series for each value of the field that it is split by, in its order; one of the name "" if there is none.
     *     It begins with the first period that follows the first entry.
     */
    Map<String, Observed> read(CustomerView view, LocalDate last) {
        int through = watched.grain().periodOf(last.plusDays(1)) - 1;
        Map<String, Gathering> gathered = new TreeMap<>();
        for (Entry entry : view.entries(key)) {
            String name = per.isPresent() ? entry.valueOrNull(per.get()) : "";
            if (name == null || !counts(entry)) {
                continue;
            }
            long day = LocalDate.ofInstant(entry.at(), view.zone()).toEpochDay();
            int period = watched.grain().periodOf(day);
            if (period <= through) {
                gathered.computeIfAbsent(name, absent -> new Gathering(period, through))
                        .add(period, entry);
            }
        }
        Map<String, Observed> observed = new TreeMap<>();
        gathered.forEach((name, gathering) -> observed.put(name, gathering.observed()));
        return observed;
    }

    private boolean counts(Entry entry) {
        if (where.isEmpty()) {
            return true;
        }
        String value = entry.valueOrNull(where.get());
        return value != null && watched.where().orElseThrow().values().contains(value);
    }

    /** Adds up the entries of one series. */
    private final class Gathering {
        private final int first;
        private final double[] sums;
        private final int[] told;
        private final Set<String> texts = new HashSet<>();
        private int current;

        Gathering(int first, int through) {
            this.first = first;
            this.current = first;
            this.sums = new double[through - first + 1];
            this.told = new int[sums.length];
        }

        /** Entries come in the order of time. */
        void add(int period, Entry entry) {
            int at = period - first;
            if (fields.text().isPresent()) {
                if (period != current) {
                    texts.clear();
                    current = period;
                }
                String text = entry.valueOrNull(fields.text().get());
                sums[at] += text != null && texts.add(text) ? 1 : 0;
            } else if (fields.number().isPresent()) {
                Double number = entry.valueOrNull(fields.number().get());
                if (number != null) {
                    sums[at] += number;
                    told[at]++;
                }
            } else {
                sums[at]++;
            }
        }

        Observed observed() {
            boolean isMean = watched.aggregation() instanceof Aggregation.Mean;
            double[] values = Arrays.copyOfRange(sums, 1, sums.length);
            for (int i = 0; i < values.length; i++) {
                double value = isMean ? values[i] / told[i + 1] : values[i];
                // A negative total, as of credits, is no level; nor is what overflows
                values[i] = value >= 0 && value < Double.POSITIVE_INFINITY ? value : NONE;
            }
            return new Observed(first + 1, values);
        }
    }
}
