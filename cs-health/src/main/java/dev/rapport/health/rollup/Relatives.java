package dev.rapport.health.rollup;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.family.Families;
import java.util.List;

/** Finds those who belong to a customer, as of the same cut. */
@FunctionalInterface
public interface Relatives {

    /**
     * All that belong to a customer, directly or not.
     *
     * @param view  the customer
     * @return the views of the others, from the top down, in an order that does not depend on chance
     */
    List<CustomerView> below(CustomerView view);

    /**
     * The families of a book, by the attribute {@code parent}.
     *
     * @param whole  the whole book: a parent that is not in it counts as unknown
     * @return its families; asked about a view of another cut, it throws
     */
    static Relatives in(Book whole) {
        return whole.missing(Families.requirements()).attributes().isEmpty()
                ? BookRelatives.of(whole)
                : BookRelatives.none(whole);
    }

    /**
     * Says whether it is known that nobody belongs to anybody, so that no customer need be asked about.
     *
     * @return true if {@link #below} finds nobody for any customer
     */
    default boolean areNone() {
        return false;
    }
}
