package dev.rapport.engagement.milestone;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Ownership;
import java.time.LocalDate;
import java.util.Optional;

/** Who holds a role for a customer. */
final class Owners {

    private Owners() {}

    /** The owner on the last day that the view sees; of several the first by name. */
    static Optional<String> on(CustomerView view, String role) {
        LocalDate today = view.date();
        return view.series(Ownership.SERIES).stream()
                .filter(ownership -> ownership.role().equals(role))
                .filter(ownership -> !ownership.from().isAfter(today))
                .filter(ownership -> ownership.to().map(to -> to.isAfter(today)).orElse(true))
                .map(Ownership::owner)
                .sorted()
                .findFirst();
    }
}
