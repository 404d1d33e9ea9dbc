package dev.rapport.model.book;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/**
 * The uncut history of all customers, wherever it is held, and what is derived from it.
 *
 * <p>{@link #asOf(AsOf)} cuts it into a {@link Book}. The customers are read from the source once for each cut, in bulk
 * and in any order.
 */
public final class Facts {

    private final Function<Cut, Book> cutter;
    private final ZoneId zone;

    private Facts(Function<Cut, Book> cutter, ZoneId zone) {
        this.cutter = cutter;
        this.zone = zone;
    }

    /**
     * Facts in a host's own objects.
     *
     * @param adapter  reads the objects
     * @param customers  gives all of them, again for each cut
     * @param <C>  the host's customer class
     * @return a builder
     */
    public static <C> Builder<C> of(ViewAdapter<C> adapter, Iterable<? extends C> customers) {
        return new Builder<>(adapter, customers);
    }

    /**
     * Facts that are there as columns, a row for each customer.
     *
     * @param source  where the columns come from, for the evidence
     * @return a builder
     */
    public static ColumnFacts ofColumns(String source) {
        return new ColumnFacts(source);
    }

    static Facts cutBy(Function<Cut, Book> cutter, ZoneId zone) {
        return new Facts(cutter, zone);
    }

    /**
     * The zone in which the book's days begin.
     *
     * @return the declared zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Cuts the facts at an instant.
     *
     * @param asOf  the cut
     * @return the customers as they were and were known then
     */
    public Book asOf(AsOf asOf) {
        return cutter.apply(new Cut(asOf, zone));
    }

    /**
     * Cuts the facts at the end of a day in {@link #zone()}.
     *
     * @param date  the last day that is seen
     * @return the customers as they were and were known then
     */
    public Book asOf(LocalDate date) {
        return asOf(AsOf.endOf(date, zone));
    }

    /**
     * Says what the cuts are to be like.
     *
     * @param <C>  the host's customer class
     */
    public static final class Builder<C> {

        private final ViewAdapter<C> adapter;
        private final Iterable<? extends C> customers;
        private final List<DerivedAttribute<?>> derived = new ArrayList<>();

        private Builder(ViewAdapter<C> adapter, Iterable<? extends C> customers) {
            this.adapter = requireNonNull(adapter, "adapter");
            this.customers = requireNonNull(customers, "customers");
        }

        /**
         * Adds attributes that are computed from what the adapter provides.
         *
         * @param attributes  the derivations, which may read each other but not in a circle
         * @return this builder
         */
        public Builder<C> derive(Iterable<? extends DerivedAttribute<?>> attributes) {
            attributes.forEach(derived::add);
            return this;
        }

        /**
         * Makes the facts.
         *
         * @param zone  the zone in which the book's days begin
         * @param currency  the currency that the book reports in
         * @return the facts
         * @throws IllegalArgumentException if an attribute is derived twice, or from itself; the message names the circle
         */
        public Facts in(ZoneId zone, CurrencyUnit currency) {
            requireNonNull(zone, "zone");
            requireNonNull(currency, "currency");
            Derivations derivations = Derivations.of(derived);
            return new Facts(
                    cut -> {
                        ProblemCollector problems = new ProblemCollector();
                        BoundCustomers<C> existing =
                                BoundCustomers.existing(adapter, customers, cut, derivations, problems);
                        return new Book(cut, currency, existing, Map.of(), problems.problems());
                    },
                    zone);
        }
    }
}
