package dev.rapport.model.book;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A host's customers in one cut, sorted by id; a view is made for each when it is asked for. */
final class BoundCustomers<C> {

    private static final int USUAL_SERIES = 16;

    private final ViewAdapter<C> adapter;
    private final List<C> customers;
    private final List<String> ids;
    private final Cut cut;
    private final Derivations derivations;
    private final Requirements provides;
    private final LocalDate today;
    private final Map<LocalDate, Instant> starts = new ConcurrentHashMap<>();
    private final Map<Integer, BoundCustomers<C>> earlier = new ConcurrentHashMap<>();
    private final DerivedAttribute<?>[] derived;
    private final @Nullable String[] unfed;

    private BoundCustomers(
            ViewAdapter<C> adapter,
            List<C> customers,
            List<String> ids,
            Cut cut,
            Derivations derivations,
            Requirements provides) {
        this.adapter = adapter;
        this.customers = customers;
        this.ids = ids;
        this.cut = cut;
        this.derivations = derivations;
        this.provides = provides;
        this.today = cut.asOf().date(cut.zone());
        this.derived = derivations.all().toArray(DerivedAttribute<?>[]::new);
        this.unfed = new @Nullable String[derived.length];
        for (int i = 0; i < unfed.length; i++) {
            for (SeriesKey<?> required : derived[i].requires().series()) {
                if (unfed[i] == null && !provides.series().contains(required)) {
                    unfed[i] = DerivedAttribute.unfed(required);
                }
            }
        }
    }

    private record Identified<C>(String id, C customer) {}

    /** Those of a host's customers who exist in a cut; who cannot be told is left out and reported. */
    static <C> BoundCustomers<C> existing(
            ViewAdapter<C> adapter,
            Iterable<? extends C> source,
            Cut cut,
            Derivations derivations,
            ProblemCollector problems) {
        List<Identified<C>> found = new ArrayList<>();
        int position = 0;
        for (C customer : source) {
            position++;
            String name = "customer " + position + " of the source";
            try {
                String id = requireNonNull(adapter.id(customer), "id must not be null");
                if (id.isBlank()) {
                    throw new IllegalStateException("id must not be blank");
                }
                name = "customer " + Quote.text(id);
                if (adapter.exists(customer, cut)) {
                    found.add(new Identified<>(id, customer));
                }
            } catch (RuntimeException e) {
                problems.error(
                        "unreadable-customer",
                        Location.NONE,
                        name + " is left out of the book: " + DerivedAttribute.message(e));
            }
        }
        found.sort(Comparator.comparing(Identified::id));
        List<String> ids = found.stream().map(Identified::id).toList();
        for (int i = 1; i < ids.size(); i++) {
            if (ids.get(i).equals(ids.get(i - 1))) {
                throw new IllegalArgumentException("customer id (" + ids.get(i) + ") must be unique in a book.\n"
                        + "Maybe merge the duplicates in the source, or key them by a further field.");
            }
        }
        List<C> customers = found.stream().map(Identified::customer).toList();
        return new BoundCustomers<>(adapter, customers, ids, cut, derivations, adapter.provides(cut));
    }

    /** Customers who are rows of columns, sorted by id. */
    static BoundCustomers<Integer> ofRows(RowAdapter adapter, Cut cut, Derivations derivations) {
        List<String> ids = adapter.customerIds();
        return new BoundCustomers<>(adapter, new RowNumbers(ids.size()), ids, cut, derivations, adapter.provides(cut));
    }

    /** These customers without some of them; the rows must rise. */
    BoundCustomers<C> rows(int[] rows) {
        return new BoundCustomers<>(
                adapter,
                IntStream.of(rows).mapToObj(customers::get).toList(),
                IntStream.of(rows).mapToObj(ids::get).toList(),
                cut,
                derivations,
                provides);
    }

    boolean isOfRows() {
        return adapter instanceof RowAdapter;
    }

    /** An attribute that is there as a column; empty if customers have to be asked. */
    Optional<Column> column(AttributeKey<?> key) {
        if (!(adapter instanceof RowAdapter columns)) {
            return Optional.empty();
        }
        Optional<Column> whole = columns.find(key);
        return customers instanceof RowNumbers
                ? whole
                : whole.map(column -> column.rows(
                        customers.stream().mapToInt(row -> (Integer) row).toArray()));
    }

    List<String> ids() {
        return ids;
    }

    Requirements provides() {
        return provides;
    }

    boolean provides(SeriesKey<?> series, AttributeKey<?> field) {
        return adapter.provides(series, field, cut);
    }

    Derivations derivations() {
        return derivations;
    }

    /** The same customers in an earlier cut, known as in this one. Who is a customer then is asked for each. */
    private BoundCustomers<C> before(int days) {
        Instant validAt =
                cut.asOf().validAt().atZone(cut.zone()).minusDays(days).toInstant();
        Cut then = new Cut(new AsOf(validAt, cut.asOf().knownAt()), cut.zone());
        return new BoundCustomers<>(adapter, customers, ids, then, derivations, adapter.provides(then));
    }

    CustomerView view(int row, Map<AttributeKey<?>, Overlay> overlays) {
        return new BoundView(customers.get(row), row, ids.get(row), overlays);
    }

    /** One customer. Series and derived attributes are read once and kept as long as the view. */
    private final class BoundView implements CustomerView {

        private final C customer;
        private final int row;
        private final String customerId;
        private final Map<AttributeKey<?>, Overlay> overlays;
        private final Map<SeriesKey<?>, List<Entry>> series;

        /** By position. Readings cannot be changed and derivations are pure, so threads may see or miss those of others. */
        private final @Nullable Reading<?>[] derivedReadings;

        BoundView(C customer, int row, String customerId, Map<AttributeKey<?>, Overlay> overlays) {
            this.customer = customer;
            this.row = row;
            this.customerId = customerId;
            this.overlays = overlays;
            this.series = provides.series().isEmpty() ? Map.of() : new ConcurrentHashMap<>(USUAL_SERIES);
            this.derivedReadings = new @Nullable Reading<?>[derived.length];
        }

        @Override
        public String customerId() {
            return customerId;
        }

        @Override
        public AsOf asOf() {
            return cut.asOf();
        }

        @Override
        public ZoneId zone() {
            return cut.zone();
        }

        @Override
        public LocalDate date() {
            return today;
        }

        @Override
        public Instant startOf(LocalDate day) {
            Instant kept = starts.get(day);
            return kept != null ? kept : starts.computeIfAbsent(day, CustomerView.super::startOf);
        }

        @Override
        public <T> Reading<T> read(AttributeKey<T> key) {
            Overlay overlay = overlays.get(key);
            if (overlay != null) {
                return overlay.read(row, customerId, key);
            }
            if (provides.attributes().contains(key)) {
                return bound(key);
            }
            int position = derivations.positionOf(key);
            if (position < 0) {
                return Reading.missing("nothing is bound to " + key);
            }
            @SuppressWarnings("unchecked") // a reading is kept at the position of its own key
            Reading<T> kept = (Reading<T>) derivedReadings[position];
            return kept != null ? kept : derived(key, position);
        }

        /** What a host's getter throws is this customer's failure. */
        private <T> Reading<T> bound(AttributeKey<T> key) {
            try {
                return Readings.usable(key, adapter.read(customer, key, cut));
            } catch (RuntimeException e) {
                return DerivedAttribute.failed(key + " could not be read", e);
            }
        }

        @SuppressWarnings("unchecked") // a derivation stands at the position of its own key
        private <T> Reading<T> derived(AttributeKey<T> key, int position) {
            String missing = unfed[position];
            Reading<T> reading = missing != null
                    ? Reading.missing(missing)
                    : Readings.usable(key, ((DerivedAttribute<T>) derived[position]).derive(this));
            derivedReadings[position] = reading;
            return reading;
        }

        @Override
        public List<Entry> entries(SeriesKey<?> key) {
            if (!provides(key)) {
                return bound(key);
            }
            List<Entry> kept = series.get(key);
            return kept != null ? kept : series.computeIfAbsent(key, this::bound);
        }

        /** What a host's getter throws says whose it is; strategies make it this customer's failure. */
        private List<Entry> bound(SeriesKey<?> key) {
            try {
                return adapter.entries(customer, key, cut);
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "series (" + key + ") of customer (" + customerId + ") could not be read: "
                                + DerivedAttribute.message(e),
                        e);
            }
        }

        @Override
        public boolean provides(SeriesKey<?> key) {
            return provides.series().contains(key);
        }

        @Override
        public Optional<CustomerView> daysBefore(int days) {
            if (days < 0) {
                throw new IllegalArgumentException("days (" + days + ") must not be negative.");
            }
            BoundCustomers<C> then = earlier.computeIfAbsent(days, BoundCustomers.this::before);
            return adapter.exists(customer, then.cut)
                    ? Optional.of(then.new BoundView(customer, row, customerId, Map.of()))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return customerId + " as of " + cut.asOf().validAt();
        }
    }
}
