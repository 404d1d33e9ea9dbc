package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a host's customer objects through attribute and series keys: the one place where the host's type appears.
 *
 * <p>Most hosts build one with {@link #builder(Function)}. An adapter is pure: it shows of a customer what a cut sees and
 * keeps nothing.
 *
 * @param <C>  the host's customer class
 */
public interface ViewAdapter<C> {

    /**
     * Starts an adapter that binds getters to keys.
     *
     * @param id  reads the customer's id
     * @param <C>  the host's customer class
     * @return a builder
     */
    static <C> BoundAdapter.Builder<C> builder(Function<? super C, String> id) {
        return new BoundAdapter.Builder<>(id);
    }

    /**
     * Who a customer is.
     *
     * @param customer  the host's object
     * @return an id, unique in a book
     */
    String id(C customer);

    /**
     * Says whether a customer is known and a customer in a cut.
     *
     * @param customer  the host's object
     * @param cut  the cut
     * @return false for those that come later
     */
    boolean exists(C customer, Cut cut);

    /**
     * What is bound. It must not depend on what a cut does not know; most adapters provide the same in every cut.
     *
     * @param cut  the cut
     * @return the attributes and series that can be read
     */
    Requirements provides(Cut cut);

    /**
     * Says whether a field of a series is bound. As in {@link #provides(Cut)}, what a cut does not know does not count.
     *
     * @param series  the series
     * @param field  the field
     * @param cut  the cut
     * @return true if entries can have a value there
     */
    boolean provides(SeriesKey<?> series, AttributeKey<?> field, Cut cut);

    /**
     * Reads an attribute.
     *
     * @param customer  the host's object
     * @param key  the attribute
     * @param cut  the cut
     * @param <T>  the type of the value
     * @return what the cut sees of it; missing if nothing is bound
     */
    <T> Reading<T> read(C customer, AttributeKey<T> key, Cut cut);

    /**
     * Reads a series.
     *
     * @param customer  the host's object
     * @param key  the series
     * @param cut  the cut
     * @return the entries that the cut sees, by time, then id; empty if nothing is bound
     */
    List<Entry> entries(C customer, SeriesKey<?> key, Cut cut);
}
