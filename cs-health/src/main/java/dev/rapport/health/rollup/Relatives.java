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
        Families families = Families.of(whole);
        return view -> {
            if (!view.asOf().equals(whole.asOf())) {
                throw new IllegalArgumentException("view (" + view.customerId() + " as of " + view.asOf()
                        + ") must be of the book as of " + whole.asOf() + ".");
            }
            return families.below(view.customerId()).members().stream()
                    .skip(1)
                    .flatMap(id -> whole.find(id).stream())
                    .toList();
        };
    }
}
