package dev.rapport.model.derived;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The entries of a window that meet the conditions, or the reason why that cannot be said. */
final class Gathered {

    private static final double LARGEST_EXACT = 0x1p53;

    /** A condition on one field; an entry without a value does not meet it. */
    record Condition<T>(AttributeKey<T> field, Predicate<? super T> test) {

        boolean isToldBy(Entry entry) {
            return entry.valueOrNull(field) != null;
        }

        boolean isMetBy(Entry entry) {
            T value = entry.valueOrNull(field);
            return value != null && test.test(value);
        }
    }

    private final List<Entry> entries;
    private final String source;
    private final @Nullable String unknown;

    private Gathered(List<Entry> entries, String source, @Nullable String unknown) {
        this.entries = entries;
        this.source = source;
        this.unknown = unknown;
    }

    static Gathered from(List<Entry> window, List<Condition<?>> conditions, String source) {
        if (window.isEmpty() || conditions.isEmpty()) {
            return new Gathered(window, source, null);
        }
        for (Condition<?> condition : conditions) {
            if (!isToldByAny(window, condition)) {
                return new Gathered(List.of(), source, untold(condition.field()));
            }
        }
        List<Entry> met = new ArrayList<>();
        for (Entry entry : window) {
            boolean all = true;
            for (Condition<?> condition : conditions) {
                all &= condition.isMetBy(entry);
            }
            if (all) {
                met.add(entry);
            }
        }
        return new Gathered(met, source, null);
    }

    private static boolean isToldByAny(List<Entry> window, Condition<?> condition) {
        for (Entry entry : window) {
            if (condition.isToldBy(entry)) {
                return true;
            }
        }
        return false;
    }

    static String untold(AttributeKey<?> field) {
        return "no entry says " + field;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Why it cannot be said which entries meet the conditions, or null if it can. */
    @Nullable
    String unknown() {
        return unknown;
    }

    /** The values of a number field, behind each other; shorter than the entries where some say none. */
    double[] numbers(AttributeKey<Double> field) {
        double[] numbers = new double[entries.size()];
        int count = 0;
        for (Entry entry : entries) {
            Double number = entry.valueOrNull(field);
            if (number != null) {
                numbers[count++] = number;
            }
        }
        return count == numbers.length ? numbers : Arrays.copyOf(numbers, count);
    }

    /**
     * The sum of some numbers, whatever their order: whole numbers add up exactly, others are sorted first.
     */
    static double sum(double[] numbers) {
        double sum = 0;
        double magnitude = 0;
        boolean whole = true;
        for (double number : numbers) {
            sum += number;
            magnitude += Math.abs(number);
            whole &= number == Math.rint(number);
        }
        if (whole && magnitude <= LARGEST_EXACT) {
            return sum;
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        sum = 0;
        for (double number : sorted) {
            sum += number;
        }
        return sum;
    }

    /** The days from one to another. */
    static double days(LocalDate from, LocalDate to) {
        return (double) ChronoUnit.DAYS.between(from, to);
    }

    Reading<Double> reading(double number) {
        return number(number, provenance());
    }

    static Reading<Double> number(double number, Provenance provenance) {
        return Double.isFinite(number)
                ? Reading.present(number + 0.0, provenance)
                : Reading.failed("the result is too large for a number");
    }

    Provenance provenance() {
        return provenance(entries, source);
    }

    /** When the last of some entries happened, when the last of them became known, and what was computed. */
    static Provenance provenance(List<Entry> entries, String source) {
        Instant at = null;
        Instant known = null;
        for (Entry entry : entries) {
            at = at == null || entry.at().isAfter(at) ? entry.at() : at;
            known = known == null || entry.recordedAt().isAfter(known) ? entry.recordedAt() : known;
        }
        return new Provenance(Optional.ofNullable(at), Optional.ofNullable(known), source);
    }
}
