package dev.rapport.model.customer;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.time.TimeRange;
import dev.rapport.model.time.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The uncut history of one customer in the library's own model: attributes in two times and series of facts.
 *
 * <p>An account where businesses buy, a person where consumers do. Immutable; {@link #adapter(Iterable)} reads it.
 *
 * <pre>{@code
 * Customer acme = Customer.builder("acme", signedUp)
 *         .set(CustomerAttributes.INDUSTRY, "Retail", signedUp)
 *         .add(Contract.SERIES, c -> c.id("c-1").at(signedUp)
 *                 .with(Contract.START, LocalDate.of(2026, 1, 1))
 *                 .with(Contract.ARR, Money.parse("EUR 12000")))
 *         .build();
 * }</pre>
 */
public final class Customer {

    private static final String PERSONAL_DATA = "erased";

    private final String id;
    private final Instant since;
    private final Instant recordedAt;
    private final Map<AttributeKey<?>, Timeline<Object>> attributes;
    private final Map<SeriesKey<?>, SeriesHistory> series;
    private final String source;

    private Customer(
            String id,
            Instant since,
            Instant recordedAt,
            Map<AttributeKey<?>, Timeline<Object>> attributes,
            Map<SeriesKey<?>, SeriesHistory> series,
            String source) {
        this.id = id;
        this.since = since;
        this.recordedAt = recordedAt;
        this.attributes = attributes;
        this.series = series;
        this.source = source;
    }

    /**
     * Starts a customer.
     *
     * @param id  who it is, unique in a book
     * @param since  when they became a customer; earlier cuts do not contain them
     * @return a builder
     */
    public static Builder builder(String id, Instant since) {
        return new Builder(id, since);
    }

    /**
     * The adapter that reads this model where nobody says what is fed: a cut provides what it sees of any of the customers.
     *
     * @param customers  the customers that will be read
     * @return the adapter
     */
    public static ViewAdapter<Customer> adapter(Iterable<Customer> customers) {
        return new StandardAdapter(Feeds.seenIn(customers));
    }

    /**
     * The adapter that reads this model where it is known what is fed. What was handed over is fed, even where it is
     * empty: no tickets are something else than no table of tickets.
     *
     * @param fed  the attributes that are fed, and the series with all their fields
     * @return the adapter
     */
    public static ViewAdapter<Customer> adapter(Requirements fed) {
        Map<SeriesKey<?>, Set<AttributeKey<?>>> fields = new LinkedHashMap<>();
        fed.series().forEach(key -> fields.put(key, Set.copyOf(key.fields())));
        return adapter(fed.attributes(), fields);
    }

    /**
     * As {@link #adapter(Requirements)}, where not all fields of the series are fed.
     *
     * @param attributes  the attributes that are fed
     * @param series  the series that are fed, with those of their fields that are
     * @return the adapter
     */
    public static ViewAdapter<Customer> adapter(
            Set<AttributeKey<?>> attributes, Map<SeriesKey<?>, Set<AttributeKey<?>>> series) {
        return new StandardAdapter(Feeds.declared(attributes, series));
    }

    /**
     * Who it is.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * When they became a customer.
     *
     * @return the instant from which cuts contain them
     */
    public Instant since() {
        return since;
    }

    /**
     * When it became known that they are one.
     *
     * @return the instant; {@link #since()} where nobody told
     */
    public Instant recordedAt() {
        return recordedAt;
    }

    /**
     * What is told about this customer at any time.
     *
     * @return the attributes and series that have something, by name; the series with the fields they were filled with
     */
    public Requirements holds() {
        Set<AttributeKey<?>> keys = new LinkedHashSet<>();
        attributes.keySet().stream()
                .sorted(Comparator.comparing(AttributeKey::name))
                .forEach(keys::add);
        Set<SeriesKey<?>> filled = new LinkedHashSet<>();
        series.keySet().stream().sorted(Comparator.comparing(SeriesKey::name)).forEach(filled::add);
        return new Requirements(keys, filled);
    }

    /**
     * An attribute over all time.
     *
     * @param key  the attribute
     * @param <T>  the type of the value
     * @return what was ever stated of it; empty if nothing was
     */
    @SuppressWarnings("unchecked") // the builder states only values of the key's type under a key
    public <T> Timeline<T> timeline(AttributeKey<T> key) {
        return (Timeline<T>) attributes.getOrDefault(key, Timeline.empty());
    }

    /**
     * A series over all time, every version of every record in it.
     *
     * @param key  the series
     * @return the entries by time, then id; empty if there are none
     */
    public List<Entry> entries(SeriesKey<?> key) {
        SeriesHistory history = series.get(key);
        return history == null ? List.of() : List.copyOf(history.entries());
    }

    Map<AttributeKey<?>, Timeline<Object>> attributes() {
        return attributes;
    }

    Map<SeriesKey<?>, SeriesHistory> series() {
        return series;
    }

    String source() {
        return source;
    }

    /**
     * Erases a person on the customer's side, in all versions: where the person is named by id, a token takes the place of
     * the id, and everything else in that entry that is personal is emptied; elsewhere, personal texts that contain the
     * id, the name or the address are. Counts, also of different people, and sums stay what they were.
     *
     * @param person  the person's id, as in the people's series and in fields that name people
     * @return the customer without the personal data
     */
    public Customer erasePerson(String person) {
        Erasure erasure = Erasure.ofPerson(requireNonNull(person, "person"), series);
        return new Customer(id, since, recordedAt, erasure.fromAttributes(attributes), erasure.from(series), source);
    }

    /**
     * Erases a customer who is a person: every personal attribute goes, history and all, and every personal field of every
     * entry is emptied. Of the people on the customer's side tokens remain, so that they still count.
     *
     * @return the customer without any personal data, still counted under its id
     */
    public Customer erase() {
        Erasure erasure = Erasure.ofEverything(series);
        return new Customer(
                id,
                since,
                recordedAt,
                erasure.fromAttributes(attributes),
                erasure.from(series),
                source + ", " + PERSONAL_DATA);
    }

    @Override
    public String toString() {
        return "customer " + id;
    }

    /** Collects what is known about a customer, in any order. Not for use by several threads. */
    public static final class Builder {

        private record Statement(AttributeKey<?> key, Object value, TimeRange valid, Instant recordedAt) {}

        private final String id;
        private final Instant since;
        private final List<Statement> statements = new ArrayList<>();
        private final Map<SeriesKey<?>, List<StandardEntry>> series = new LinkedHashMap<>();
        private final Map<SeriesKey<?>, List<StandardEntry>> unnumbered = new HashMap<>();
        private String source = "api";
        private Instant recordedAt;

        private Builder(String id, Instant since) {
            this.id = requireNonNull(id, "id");
            this.since = requireNonNull(since, "since");
            this.recordedAt = since;
            if (id.isBlank()) {
                throw new IllegalArgumentException("id must not be blank.");
            }
        }

        /**
         * Names what the attributes are read from, for the evidence.
         *
         * @param newSource  a file, a table, a system
         * @return this builder
         */
        public Builder source(String newSource) {
            source = requireNonNull(newSource, "newSource");
            return this;
        }

        /**
         * Says when it became known that they are a customer; earlier cuts do not contain them. Without it, it counts as
         * known when they became one, or when the first attribute was stated, if that was earlier.
         *
         * @param newRecordedAt  the instant
         * @return this builder
         */
        public Builder recordedAt(Instant newRecordedAt) {
            recordedAt = requireNonNull(newRecordedAt, "newRecordedAt");
            return this;
        }

        /**
         * States an attribute from an instant on, recorded at that instant.
         *
         * @param key  the attribute
         * @param value  the value
         * @param from  since when it is true
         * @param <T>  the type of the value
         * @return this builder
         */
        public <T> Builder set(AttributeKey<T> key, T value, Instant from) {
            return set(key, value, TimeRange.startingAt(from), from);
        }

        /**
         * States an attribute for a range of time.
         *
         * @param key  the attribute
         * @param value  the value
         * @param valid  when it is true
         * @param recordedAt  when it became known
         * @param <T>  the type of the value
         * @return this builder
         */
        public <T> Builder set(AttributeKey<T> key, T value, TimeRange valid, Instant recordedAt) {
            Values.check(key, value);
            statements.add(new Statement(key, value, valid, recordedAt));
            return this;
        }

        /**
         * Adds an entry to a series. Entries that say no id are numbered by what they say, whatever the order of the calls.
         *
         * @param key  the series
         * @param entry  fills the entry
         * @return this builder
         */
        public Builder add(SeriesKey<?> key, Consumer<EntryBuilder> entry) {
            EntryBuilder builder = new EntryBuilder(key);
            entry.accept(builder);
            StandardEntry built = builder.build();
            series.computeIfAbsent(key, absent -> new ArrayList<>());
            (builder.hasId() ? series : unnumbered)
                    .computeIfAbsent(key, absent -> new ArrayList<>())
                    .add(built);
            return this;
        }

        /**
         * Makes the customer.
         *
         * @return the customer; what was stated later by recording wins, whatever the order of the calls
         */
        public Customer build() {
            statements.sort(Comparator.comparing(Statement::recordedAt)
                    .thenComparing(
                            statement -> statement.valid().startInclusive().orElse(Instant.MIN)));
            boolean isToldBefore =
                    !statements.isEmpty() && statements.get(0).recordedAt().isBefore(recordedAt);
            Instant known = isToldBefore ? statements.get(0).recordedAt() : recordedAt;
            Map<AttributeKey<?>, Timeline<Object>> attributes = new LinkedHashMap<>();
            for (Statement statement : statements) {
                Timeline<Object> timeline = attributes.getOrDefault(statement.key(), Timeline.empty());
                attributes.put(
                        statement.key(), timeline.record(statement.value(), statement.valid(), statement.recordedAt()));
            }
            Map<SeriesKey<?>, SeriesHistory> entries = new LinkedHashMap<>();
            series.forEach((key, list) -> {
                List<StandardEntry> all = new ArrayList<>(list);
                all.addAll(numbered(key));
                entries.put(key, SeriesHistory.of(key, all));
            });
            return new Customer(id, since, known, attributes, entries, source);
        }

        private List<StandardEntry> numbered(SeriesKey<?> key) {
            List<StandardEntry> numbered = new ArrayList<>(unnumbered.getOrDefault(key, List.of()));
            numbered.sort(key.recordingOrder());
            for (int i = 0; i < numbered.size(); i++) {
                numbered.set(i, numbered.get(i).with(Integer.toString(i)));
            }
            return numbered;
        }
    }
}
