package dev.rapport.engagement.plan;

import dev.rapport.health.HealthOfBook;
import dev.rapport.model.book.Book;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * The customers of a plan, a row each in the order of the book, with the numbers that are asked of many at once. Lines of a
 * host's objects, which may change, are made with the plan; those of columns when somebody asks. Immutable.
 */
final class CustomerLines extends AbstractList<CustomerLine> implements RandomAccess {

    private final DecidedBook decided;
    private final Book book;
    private final Map<String, List<String>> owners;
    private final Optional<List<CustomerLine>> made;
    private final ArrOfRows arr;

    /**
     * All lines of a book.
     *
     * @param book  the decided book, with what is read of each beside
     * @param owners  who looks after whom, most responsible first
     */
    CustomerLines(DecidedBook decided, Book book, Map<String, List<String>> owners, Planner.ProgressListener progress) {
        this.decided = decided;
        this.book = book;
        this.owners = owners;
        this.arr = new ArrOfRows(book);
        this.made = book.isOfColumns() ? Optional.empty() : Optional.of(said(progress));
        if (made.isEmpty()) {
            progress.progressed(book.size(), book.size());
        }
    }

    private List<CustomerLine> said(Planner.ProgressListener progress) {
        List<CustomerLine> lines = new ArrayList<>(book.size());
        for (int row = 0; row < book.size(); row++) {
            lines.add(line(row).said());
            progress.progressed(lines.size(), book.size());
        }
        return List.copyOf(lines);
    }

    private LazyLine line(int row) {
        String id = book.customerIds().get(row);
        return new LazyLine(decided, row, book.customers().get(row), owners.getOrDefault(id, List.of()));
    }

    @Override
    public CustomerLine get(int row) {
        return made.isPresent() ? made.get().get(row) : line(row);
    }

    @Override
    public int size() {
        return book.size();
    }

    /** The line of a customer. */
    Optional<CustomerLine> find(String customerId) {
        int row = row(customerId);
        return row < 0 ? Optional.empty() : Optional.of(get(row));
    }

    /** Where a customer stands; negative if nowhere. */
    int row(String customerId) {
        return Collections.binarySearch(book.customerIds(), customerId);
    }

    ArrOfRows arr() {
        return arr;
    }

    HealthOfBook health() {
        return decided.health();
    }

    Money sum() {
        return arr.sum(IntStream.range(0, size()));
    }

    /** Some of the lines. */
    List<CustomerLine> some(int[] rows) {
        return new Some(this, rows);
    }

    private static final class Some extends AbstractList<CustomerLine> implements RandomAccess {
        private final CustomerLines all;
        private final int[] rows;

        Some(CustomerLines all, int[] rows) {
            this.all = all;
            this.rows = rows;
        }

        @Override
        public CustomerLine get(int index) {
            return all.get(rows[index]);
        }

        @Override
        public int size() {
            return rows.length;
        }
    }
}
