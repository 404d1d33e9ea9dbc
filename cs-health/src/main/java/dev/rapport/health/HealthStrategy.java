package dev.rapport.health;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Decides how customers are. Implementations are immutable and safe to share between threads; {@code
 * HealthStrategyContract} in the test kit says what they must keep.
 */
public interface HealthStrategy {

    /**
     * Which policy this is.
     *
     * @return id and revision
     */
    PolicyRef policy();

    /**
     * What is read of a customer.
     *
     * @return every attribute and series
     */
    Requirements requirements();

    /**
     * Decides how one customer is, with reasons.
     *
     * @param view  the customer
     * @param memory  what was decided before; the cut of the view applies to it
     * @return the health, see {@link Health#of}
     */
    Health decide(CustomerView view, Memory memory);

    /**
     * Decides how all customers of a book are. Unless a strategy knows better, this goes customer by customer; one
     * for whom it throws is unknown, and the others go on.
     *
     * @param book  the book
     * @param memory  what was decided before
     * @return the numbers that {@link #decide(CustomerView, Memory)} gives for each customer, to the last bit
     */
    default HealthOfBook decide(Book book, Memory memory) {
        return decide(book, memory, Runnable::run, 1);
    }

    /**
     * As {@link #decide(Book, Memory)}, perhaps split into tasks. The numbers do not depend on how many.
     *
     * @param book  the book
     * @param memory  what was decided before
     * @param executor  runs the tasks; the caller's
     * @param tasks  at most how many tasks, at least 1
     * @return the health of all customers
     */
    default HealthOfBook decide(Book book, Memory memory, Executor executor, int tasks) {
        List<Health> rows = new ArrayList<>(book.size());
        for (CustomerView view : book.customers()) {
            rows.add(decided(view, memory));
        }
        return HealthOfBook.of(policy(), book.asOf(), rows);
    }

    /**
     * The program whose first output is the computed score of a customer, so that a change of it can be told apart by
     * measure.
     *
     * @param view  the customer
     * @return the program; empty for a strategy that is none, and where nothing decides about the customer
     */
    default Optional<Program> program(CustomerView view) {
        return Optional.empty();
    }

    private Health decided(CustomerView view, Memory memory) {
        try {
            return requireNonNull(decide(view, memory), "it gave no health");
        } catch (RuntimeException e) {
            return Health.failed(view, policy(), e, memory);
        }
    }
}
