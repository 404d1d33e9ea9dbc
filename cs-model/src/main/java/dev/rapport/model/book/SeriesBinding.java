package dev.rapport.model.book;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The getters that are bound to one series.
 *
 * @param <C>  the host's customer class
 * @param <E>  the host's entry class
 */
public final class SeriesBinding<C, E> {

    private final Builder<E> bindings;
    private final Function<? super C, ? extends Iterable<? extends E>> getter;

    private SeriesBinding(Builder<E> bindings, Function<? super C, ? extends Iterable<? extends E>> getter) {
        this.bindings = bindings;
        this.getter = getter;
    }

    boolean provides(AttributeKey<?> field) {
        int index = bindings.key.indexOf(field);
        return index >= 0 && bindings.getters.get(index) != null;
    }

    List<Entry> entries(C customer, Cut cut) {
        List<HostEntry<E>> seen = new ArrayList<>();
        for (E entry : HostGetter.required("list of entries", getter, customer)) {
            HostEntry<E> candidate = bindings.entry(entry, cut);
            if (cut.asOf().sees(candidate.at(), candidate.recordedAt())) {
                seen.add(candidate);
            }
        }
        if (bindings.id == null) {
            seen.sort(bindings.key.recordingOrder());
            for (int i = 0; i < seen.size(); i++) {
                seen.set(i, seen.get(i).with(Integer.toString(i)));
            }
        }
        return Versions.select(bindings.key, new ArrayList<>(seen));
    }

    /**
     * Binds the getters of one entry.
     *
     * @param <E>  the host's entry class
     */
    public static final class Builder<E> {

        private final SeriesKey<?> key;
        private final List<@Nullable Function<? super E, ?>> getters;
        private final List<@Nullable Function<? super E, ? extends @Nullable Temporal>> knownFrom;
        private final String source;
        private @Nullable Function<? super E, String> id;
        private @Nullable Function<? super E, ? extends Temporal> at;
        private Function<? super E, ? extends @Nullable Temporal> recordedAt = entry -> null;

        Builder(SeriesKey<?> key, String source) {
            this.key = requireNonNull(key, "key");
            this.source = source;
            this.getters =
                    new ArrayList<>(java.util.Collections.nCopies(key.fields().size(), null));
            this.knownFrom =
                    new ArrayList<>(java.util.Collections.nCopies(key.fields().size(), null));
        }

        /**
         * Binds what identifies an entry. Records need it; events without one are numbered by what they say, as far as the
         * cut sees them, in whatever order the host gives them.
         *
         * @param newId  reads the id
         * @return this builder
         */
        public Builder<E> id(Function<? super E, String> newId) {
            id = requireNonNull(newId, "newId");
            return this;
        }

        /**
         * Binds when an event occurred, or since when a record is true.
         *
         * @param newAt  reads the date or time
         * @return this builder
         */
        public Builder<E> at(Function<? super E, ? extends Temporal> newAt) {
            at = requireNonNull(newAt, "newAt");
            return this;
        }

        /**
         * Binds when an entry became known. Without it, entries count as known when they occurred.
         *
         * @param newRecordedAt  reads the date or time, null where the host does not know
         * @return this builder
         */
        public Builder<E> recordedAt(Function<? super E, ? extends @Nullable Temporal> newRecordedAt) {
            recordedAt = requireNonNull(newRecordedAt, "newRecordedAt");
            return this;
        }

        /**
         * Binds a field.
         *
         * @param field  a field of the series
         * @param getter  reads the value, null for none
         * @param <T>  the type of the value
         * @return this builder
         */
        public <T> Builder<E> field(AttributeKey<T> field, Function<? super E, ? extends @Nullable T> getter) {
            int index = key.indexOf(field);
            if (index < 0) {
                throw new IllegalArgumentException(
                        "field (" + field + ") must be one of series " + key + ": " + key.fields() + ".");
            }
            getters.set(index, requireNonNull(getter, "getter"));
            return this;
        }

        /**
         * Binds a field that is filled in later than the entry begins, such as the end of a subscription: cuts before
         * that time do not see it.
         *
         * @param field  a field of the series
         * @param getter  reads the value, null for none
         * @param from  reads since when the value is known
         * @param <T>  the type of the value
         * @return this builder
         */
        public <T> Builder<E> field(
                AttributeKey<T> field,
                Function<? super E, ? extends @Nullable T> getter,
                Function<? super E, ? extends @Nullable Temporal> from) {
            field(field, getter);
            knownFrom.set(key.indexOf(field), requireNonNull(from, "from"));
            return this;
        }

        <C> SeriesBinding<C, E> build(Function<? super C, ? extends Iterable<? extends E>> getter) {
            if (at == null) {
                throw new IllegalArgumentException("series (" + key + ") must bind at(...).");
            }
            if (id == null && key.nature() == SeriesKey.Nature.RECORDS) {
                throw new IllegalArgumentException("series (" + key + ") of records must bind id(...).");
            }
            for (AttributeKey<?> required : key.requiredFields()) {
                if (getters.get(key.indexOf(required)) == null) {
                    throw new IllegalArgumentException("series (" + key + ") must bind field " + required + ".");
                }
            }
            return new SeriesBinding<>(this, requireNonNull(getter, "getter"));
        }

        private HostEntry<E> entry(E entry, Cut cut) {
            Instant occurred = HostGetter.instant("at", requireNonNull(at, "at"), entry, cut);
            if (occurred == null) {
                throw new IllegalStateException("at must not be null");
            }
            Instant recorded = HostGetter.instant("recordedAt", recordedAt, entry, cut);
            return new HostEntry<>(
                    this,
                    entry,
                    id == null ? "" : HostGetter.required("id", id, entry),
                    occurred,
                    recorded == null ? occurred : recorded,
                    cut);
        }
    }

    /** A host's entry, read through the bound getters. */
    private record HostEntry<E>(Builder<E> bindings, E entry, String id, Instant at, Instant recordedAt, Cut cut)
            implements Entry {

        HostEntry<E> with(String newId) {
            return new HostEntry<>(bindings, entry, newId, at, recordedAt, cut);
        }

        @Override
        public String source() {
            return bindings.source;
        }

        @Override
        @SuppressWarnings("unchecked") // the builder binds a field only to a getter of its type
        public <T> @Nullable T valueOrNull(AttributeKey<T> field) {
            int index = bindings.key.indexOf(field);
            Function<? super E, ?> getter = index < 0 ? null : bindings.getters.get(index);
            if (getter == null) {
                return null;
            }
            Function<? super E, ? extends @Nullable Temporal> from = bindings.knownFrom.get(index);
            try {
                Temporal start = from == null ? null : from.apply(entry);
                return start != null && !cut.sees(start) ? null : (T) getter.apply(entry);
            } catch (RuntimeException e) {
                throw HostGetter.failed(field + " of entry (" + id + ")", e);
            }
        }
    }
}
