package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Cut;
import dev.rapport.model.time.AsOf;
import dev.rapport.model.time.Fact;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which attributes, series and fields are fed as far as a cut can tell: what is told later does not count. */
interface Feeds {

    Requirements in(Cut cut);

    boolean include(SeriesKey<?> series, AttributeKey<?> field, Cut cut);

    /** What was handed over, with values or without; the same in every cut. */
    static Feeds declared(Set<AttributeKey<?>> attributes, Map<SeriesKey<?>, Set<AttributeKey<?>>> series) {
        Map<SeriesKey<?>, Set<AttributeKey<?>>> fields = Map.copyOf(series);
        Requirements all = new Requirements(attributes, series.keySet());
        return new Feeds() {
            @Override
            public Requirements in(Cut cut) {
                return all;
            }

            @Override
            public boolean include(SeriesKey<?> key, AttributeKey<?> field, Cut cut) {
                return fields.getOrDefault(key, Set.of()).contains(field);
            }
        };
    }

    /** What a cut sees of some customers. */
    static Feeds seenIn(Iterable<Customer> customers) {
        Seen seen = new Seen();
        customers.forEach(seen::add);
        return seen;
    }

    /** When something was first told: the pairs of times of which none is earlier in both. */
    final class Firsts {

        /** When it became known by when it happened; the one falls where the other rises. */
        private final TreeMap<Instant, Instant> recordings = new TreeMap<>();

        void add(Instant at, Instant recordedAt) {
            Map.Entry<Instant, Instant> before = recordings.floorEntry(at);
            if (before != null && !before.getValue().isAfter(recordedAt)) {
                return;
            }
            Map.Entry<Instant, Instant> next = recordings.ceilingEntry(at);
            while (next != null && !next.getValue().isBefore(recordedAt)) {
                recordings.remove(next.getKey());
                next = recordings.higherEntry(at);
            }
            recordings.put(at, recordedAt);
        }

        boolean seenBy(AsOf asOf) {
            Map.Entry<Instant, Instant> last = recordings.lowerEntry(asOf.validAt());
            return last != null && last.getValue().isBefore(asOf.knownAt());
        }
    }

    /** Remembers when each attribute, series and field was first told of anybody who was a customer then. */
    final class Seen implements Feeds {

        private final Map<AttributeKey<?>, Firsts> attributes = new HashMap<>();
        private final Map<SeriesKey<?>, SeenSeries> series = new HashMap<>();

        private void add(Customer customer) {
            customer.attributes().forEach((key, timeline) -> {
                Firsts firsts = attributes.computeIfAbsent(key, absent -> new Firsts());
                for (Fact<Object> fact : timeline.facts()) {
                    firsts.add(
                            later(fact.valid().startInclusive().orElse(Instant.MIN), customer.since()),
                            later(fact.recorded().startInclusive().orElse(Instant.MIN), customer.recordedAt()));
                }
            });
            customer.series().forEach((key, history) -> {
                SeenSeries seen = series.computeIfAbsent(key, absent -> new SeenSeries());
                Firsts[] fields = seen.fieldsOf(key);
                for (StandardEntry entry : history.entries()) {
                    Instant at = later(entry.at(), customer.since());
                    Instant recordedAt = later(entry.recordedAt(), customer.recordedAt());
                    seen.entries.add(at, recordedAt);
                    for (int i = 0; i < fields.length; i++) {
                        if (entry.value(i) != null) {
                            fields[i].add(at, recordedAt);
                        }
                    }
                }
            });
        }

        /** What is told of a time before somebody was a customer is told of nobody. */
        private static Instant later(Instant a, Instant b) {
            return a.isBefore(b) ? b : a;
        }

        @Override
        public Requirements in(Cut cut) {
            Set<AttributeKey<?>> told = new TreeSet<>(Comparator.comparing(AttributeKey::name));
            attributes.forEach((key, firsts) -> {
                if (firsts.seenBy(cut.asOf())) {
                    told.add(key);
                }
            });
            Set<SeriesKey<?>> filled = new TreeSet<>(Comparator.comparing(SeriesKey::name));
            series.forEach((key, seen) -> {
                if (seen.entries.seenBy(cut.asOf())) {
                    filled.add(key);
                }
            });
            return new Requirements(told, filled);
        }

        @Override
        public boolean include(SeriesKey<?> key, AttributeKey<?> field, Cut cut) {
            SeenSeries seen = series.get(key);
            Firsts firsts = seen == null ? null : seen.fields.get(field);
            return firsts != null && firsts.seenBy(cut.asOf());
        }
    }

    /** When the entries of one series, and each of its fields, were first told. */
    final class SeenSeries {

        private final Firsts entries = new Firsts();
        private final Map<AttributeKey<?>, Firsts> fields = new HashMap<>();
        private final IdentityHashMap<SeriesKey<?>, Firsts[]> fieldsOf = new IdentityHashMap<>();

        /** By position; customers may have keys of one name with different fields. */
        private Firsts[] fieldsOf(SeriesKey<?> key) {
            return fieldsOf.computeIfAbsent(
                    key,
                    absent -> key.fields().stream()
                            .map(field -> fields.computeIfAbsent(field, unknown -> new Firsts()))
                            .toArray(Firsts[]::new));
        }
    }
}
