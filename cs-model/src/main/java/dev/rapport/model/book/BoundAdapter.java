package dev.rapport.model.book;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.time.Fact;
import dev.rapport.model.time.Timeline;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An adapter made of getters that are bound to keys.
 *
 * <pre>{@code
 * ViewAdapter<Account> adapter = ViewAdapter.builder(Account::id)
 *         .since(Account::signedUpOn)
 *         .attribute(INDUSTRY, Account::industry)
 *         .series(Contract.SERIES, Account::subscriptions, s -> s
 *                 .id(Subscription::id)
 *                 .at(Subscription::startedOn)
 *                 .field(Contract.START, Subscription::startedOn)
 *                 .field(Contract.ENDED_ON, Subscription::endedOn, Subscription::endedOn))
 *         .build();
 * }</pre>
 *
 * @param <C>  the host's customer class
 */
public final class BoundAdapter<C> implements ViewAdapter<C> {

    private final Builder<C> bindings;
    private final Requirements provides;

    private BoundAdapter(Builder<C> bindings) {
        this.bindings = bindings;
        this.provides = new Requirements(bindings.attributes.keySet(), bindings.series.keySet());
    }

    @Override
    public String id(C customer) {
        return HostGetter.required("id", bindings.id, customer);
    }

    @Override
    public boolean exists(C customer, Cut cut) {
        Instant since = HostGetter.instant("since", bindings.since, customer, cut);
        return since == null || cut.sees(since);
    }

    @Override
    public Requirements provides(Cut cut) {
        return provides;
    }

    @Override
    public boolean provides(SeriesKey<?> series, AttributeKey<?> field, Cut cut) {
        SeriesBinding<C, ?> binding = bindings.series.get(series);
        return binding != null && binding.provides(field);
    }

    @Override
    @SuppressWarnings("unchecked") // the builder binds a key only to a getter of its type
    public <T> Reading<T> read(C customer, AttributeKey<T> key, Cut cut) {
        AttributeBinding<C, T> binding = (AttributeBinding<C, T>) bindings.attributes.get(key);
        return binding == null ? Reading.missing("nothing is bound to " + key) : binding.read(customer, cut);
    }

    @Override
    public List<Entry> entries(C customer, SeriesKey<?> key, Cut cut) {
        SeriesBinding<C, ?> binding = bindings.series.get(key);
        return binding == null ? List.of() : binding.entries(customer, cut);
    }

    /** Reads one attribute of a customer. */
    private interface AttributeBinding<C, T> {
        Reading<T> read(C customer, Cut cut);
    }

    /**
     * Binds getters to keys.
     *
     * @param <C>  the host's customer class
     */
    public static final class Builder<C> {

        private final Function<? super C, String> id;
        private final Map<AttributeKey<?>, AttributeBinding<C, ?>> attributes = new LinkedHashMap<>();
        private final Map<SeriesKey<?>, SeriesBinding<C, ?>> series = new LinkedHashMap<>();
        private Function<? super C, ? extends @Nullable Temporal> since = customer -> null;
        private String source = "host";

        Builder(Function<? super C, String> id) {
            this.id = requireNonNull(id, "id");
        }

        /**
         * Names what the bindings that follow read from, for the evidence.
         *
         * @param newSource  the name of a file, a table, a system
         * @return this builder
         */
        public Builder<C> source(String newSource) {
            source = requireNonNull(newSource, "newSource");
            return this;
        }

        /**
         * Binds the time since when somebody is a customer; earlier cuts do not contain them.
         *
         * @param getter  reads a date or time, null for "always"
         * @return this builder
         */
        public Builder<C> since(Function<? super C, ? extends @Nullable Temporal> getter) {
            since = requireNonNull(getter, "getter");
            return this;
        }

        /**
         * Binds an attribute of which the host keeps no history: every cut sees today's value, and its evidence says
         * that no time is known.
         *
         * @param key  the attribute
         * @param getter  reads the value, null for none
         * @param <T>  the type of the value
         * @return this builder
         */
        public <T> Builder<C> attribute(AttributeKey<T> key, Function<? super C, ? extends @Nullable T> getter) {
            requireNonNull(getter, "getter");
            Provenance provenance = Provenance.of(source);
            return bind(key, (customer, cut) -> {
                T value = getter.apply(customer);
                return value == null ? Reading.missing() : Reading.present(value, provenance);
            });
        }

        /**
         * Binds an attribute that holds from a time on; earlier cuts do not see it.
         *
         * @param key  the attribute
         * @param getter  reads the value, null for none
         * @param from  reads since when the value holds, null for "always"
         * @param <T>  the type of the value
         * @return this builder
         */
        public <T> Builder<C> attribute(
                AttributeKey<T> key,
                Function<? super C, ? extends @Nullable T> getter,
                Function<? super C, ? extends @Nullable Temporal> from) {
            requireNonNull(getter, "getter");
            requireNonNull(from, "from");
            String named = source;
            return bind(key, (customer, cut) -> {
                T value = getter.apply(customer);
                Temporal start = from.apply(customer);
                if (value == null || (start != null && !cut.sees(start))) {
                    return Reading.missing();
                }
                Optional<Instant> since = Optional.ofNullable(start).map(cut::instantOf);
                return Reading.present(value, new Provenance(since, since, named));
            });
        }

        /**
         * Binds an attribute of which the host keeps the history in two times.
         *
         * @param key  the attribute
         * @param getter  reads the timeline
         * @param <T>  the type of the value
         * @return this builder
         */
        public <T> Builder<C> timeline(AttributeKey<T> key, Function<? super C, Timeline<T>> getter) {
            requireNonNull(getter, "getter");
            String named = source;
            return bind(key, (customer, cut) -> reading(getter.apply(customer).factAt(cut.asOf()), named));
        }

        private <T> Builder<C> bind(AttributeKey<T> key, AttributeBinding<C, T> binding) {
            if (attributes.put(requireNonNull(key, "key"), binding) != null) {
                throw new IllegalArgumentException("attribute (" + key + ") must be bound once.");
            }
            return this;
        }

        /**
         * Binds a series.
         *
         * @param key  the series
         * @param getter  reads the host's entries; every version of a record, in any order
         * @param binding  binds the getters of one entry
         * @param <E>  the host's entry class
         * @return this builder
         * @throws IllegalArgumentException if a required field stays unbound
         */
        public <E> Builder<C> series(
                SeriesKey<?> key,
                Function<? super C, ? extends Iterable<? extends E>> getter,
                Consumer<SeriesBinding.Builder<E>> binding) {
            SeriesBinding.Builder<E> entry = new SeriesBinding.Builder<>(key, source);
            binding.accept(entry);
            if (series.put(key, entry.build(getter)) != null) {
                throw new IllegalArgumentException("series (" + key + ") must be bound once.");
            }
            return this;
        }

        /**
         * Makes the adapter.
         *
         * @return the adapter; further binding does not change it
         */
        public BoundAdapter<C> build() {
            Builder<C> copy = new Builder<>(id);
            copy.since = since;
            copy.attributes.putAll(attributes);
            copy.series.putAll(series);
            return new BoundAdapter<>(copy);
        }
    }

    static <T> Reading<T> reading(Optional<Fact<T>> fact, String source) {
        return fact.map(found -> Reading.present(
                        found.value(),
                        new Provenance(
                                found.valid().startInclusive(), found.recorded().startInclusive(), source)))
                .orElseGet(Reading::missing);
    }
}
