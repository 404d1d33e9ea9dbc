package dev.rapport.health.rollup;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.family.Families;
import java.util.List;
import java.util.Optional;

/** The families of a book; none where nobody says who belongs to whom. */
final class BookRelatives implements Relatives {

    private final Book whole;
    private final Optional<Families> families;

    private BookRelatives(Book whole, Optional<Families> families) {
        this.whole = whole;
        this.families = families;
    }

    static Relatives of(Book whole) {
        return new BookRelatives(whole, Optional.of(Families.of(whole)));
    }

    static Relatives none(Book whole) {
        return new BookRelatives(whole, Optional.empty());
    }

    @Override
    public boolean areNone() {
        return families.isEmpty();
    }

    @Override
    public List<CustomerView> below(CustomerView view) {
        if (!view.asOf().equals(whole.asOf())) {
            throw new IllegalArgumentException("view (" + view.customerId() + " as of " + view.asOf()
                    + ") must be of the book as of " + whole.asOf() + ".");
        }
        return families.isEmpty()
                ? List.of()
                : families.get().below(view.customerId()).members().stream()
                        .skip(1)
                        .flatMap(id -> whole.find(id).stream())
                        .toList();
    }
}
