package dev.rapport.health.churn;

import dev.rapport.health.churn.EncodedColumn.Role;
import dev.rapport.health.observation.Observations;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An encoding that is being learnt. */
final class EncodingDraft {

    private final Observations training;
    private final List<EncodedColumn> columns = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    EncodingDraft(Observations training) {
        this.training = training;
    }

    Encoding encode(List<Feature> features) {
        for (Feature feature : features) {
            List<Reading<?>> readings = new ArrayList<>();
            training.rows().forEach(row -> readings.add(row.read(feature.key())));
            String name = feature.columnName();
            Set<String> levels = levels(feature, readings);
            if (feature.key().kind() == AttributeKind.TEXT) {
                levels.stream()
                        .skip(1)
                        .forEach(level -> offer(
                                new EncodedColumn(name + "=" + level, feature, Role.LEVEL, level, levels, 0),
                                readings));
                if (levels.size() < 2) {
                    remarks.add(name + " is left out: it has " + levels.size() + " level"
                            + (levels.size() == 1 ? "" : "s") + " with at least " + Encoding.LEAST_ROWS + " rows.");
                }
            } else {
                offer(new EncodedColumn(name, feature, Role.NUMBER, null, Set.of(), 0), readings);
            }
            long none = readings.stream()
                    .filter(reading -> reading.valueOrNull() == null)
                    .count();
            if (none >= Encoding.LEAST_ROWS && readings.size() - none >= Encoding.LEAST_ROWS) {
                offer(new EncodedColumn(name + ":none", feature, Role.NONE, null, Set.of(), 0), readings);
            }
        }
        return new Encoding(columns, remarks, training.currency());
    }

    private static Set<String> levels(Feature feature, List<Reading<?>> readings) {
        Map<String, Integer> counts = new TreeMap<>();
        if (feature.key().kind() == AttributeKind.TEXT) {
            for (Reading<?> reading : readings) {
                Object value = reading.valueOrNull();
                if (value != null) {
                    counts.merge((String) value, 1, Integer::sum);
                }
            }
        }
        counts.values().removeIf(count -> count < Encoding.LEAST_ROWS);
        return Collections.unmodifiableSet(new TreeSet<>(counts.keySet()));
    }

    private void offer(EncodedColumn column, List<Reading<?>> readings) {
        double sum = 0;
        int known = 0;
        for (Reading<?> reading : readings) {
            double raw = column.raw(reading);
            sum += Double.isFinite(raw) ? raw : 0;
            known += Double.isFinite(raw) ? 1 : 0;
        }
        if (known == 0) {
            remarks.add(column.name() + " is left out: nobody has a value.");
            return;
        }
        EncodedColumn centred = column.centredAt(sum / known);
        double[] numbers = readings.stream().mapToDouble(centred::centred).toArray();
        double spread = Arrays.stream(numbers).map(Math::abs).max().orElse(0);
        if (spread <= 1e-12 * (1 + Math.abs(centred.centre()))) {
            remarks.add(column.name() + " is left out: it is the same for all.");
            return;
        }
        String same = repeated(numbers);
        if (same != null) {
            remarks.add(column.name() + " is left out: it says the same as " + same + ".");
            return;
        }
        columns.add(centred);
        values.add(numbers);
    }

    /** The column that these numbers repeat, as they are or turned round. */
    private @Nullable String repeated(double[] numbers) {
        for (int j = 0; j < columns.size(); j++) {
            double[] other = values.get(j);
            double apart = 0;
            double turned = 0;
            for (int row = 0; row < numbers.length && (apart <= 1e-9 || turned <= 1e-9); row++) {
                apart = Math.max(apart, Math.abs(numbers[row] - other[row]));
                turned = Math.max(turned, Math.abs(numbers[row] + other[row]));
            }
            if (apart <= 1e-9 || turned <= 1e-9) {
                return columns.get(j).name();
            }
        }
        return null;
    }
}
