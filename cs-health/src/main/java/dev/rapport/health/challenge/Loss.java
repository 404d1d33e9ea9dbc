package dev.rapport.health.challenge;

import dev.rapport.health.retention.LostCustomer;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A customer that was lost.
 *
 * @param customerId  who it was
 * @param at  when it was lost
 */
public record Loss(String customerId, Instant at) {

    /**
     * Who has no contract any more, as everywhere: see {@link LostCustomer}.
     *
     * @param book  the book, with the customers that were lost
     * @return the loss of each, by customer
     */
    public static List<Loss> in(Book book) {
        List<Loss> losses = new ArrayList<>();
        for (CustomerView view : book.customers()) {
            LostCustomer.lostOn(view)
                    .ifPresent(day -> losses.add(new Loss(
                            view.customerId(), day.atStartOfDay(book.zone()).toInstant())));
        }
        return List.copyOf(losses);
    }

    /**
     * The losses that a book without contracts tells of, by the outcomes of its customers.
     *
     * @param book  the book, with the customers that were lost
     * @param kinds  the kinds of outcome that are a loss, such as {@code churned}
     * @return the first loss of each customer, by customer
     */
    public static List<Loss> in(Book book, Set<String> kinds) {
        List<Loss> losses = new ArrayList<>();
        for (CustomerView view : book.customers()) {
            view.series(Outcome.SERIES).stream()
                    .filter(outcome -> kinds.contains(outcome.kind()))
                    .findFirst()
                    .ifPresent(outcome -> losses.add(
                            new Loss(view.customerId(), outcome.entry().at())));
        }
        return List.copyOf(losses);
    }
}
