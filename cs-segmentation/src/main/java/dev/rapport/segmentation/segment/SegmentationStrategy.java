package dev.rapport.segmentation.segment;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.problem.Problems;
import java.util.List;

/**
 * A way to split a customer base. Open: a host's own strategy goes here and is used wherever ours are.
 *
 * <p>A strategy is a value: it has no memory, reads only what it has said it reads, gives the same answer for the same
 * customer in whatever company and order, and may be shared between threads. What has to look at a whole book first,
 * such as quantiles or clusters, is not a strategy but makes one: the thresholds or centres that it finds.
 *
 * <p>Strategies that can be written as nodes implement {@link CompiledStrategy} and run over columns; others are asked row
 * by row. {@code SegmentationStrategyContract} in the test kit holds an implementation to these rules.
 */
public interface SegmentationStrategy {

    /**
     * The segments that customers can be assigned to.
     *
     * @return the segments, all with different ids, in the order in which they are shown
     */
    List<Segment> segments();

    /**
     * What is read of a customer.
     *
     * @return the attributes and series
     */
    Requirements requirements();

    /**
     * Assigns one customer. Missing data is an answer: no segment, and the reason.
     *
     * @param customer  the customer
     * @return one of {@link #segments()} or none, and why
     */
    Decision<Segment> assign(CustomerView customer);

    /**
     * Looks, once and before any customer is read, whether a book can be split.
     *
     * @param book  the book
     * @return every attribute and series that is required and not provided, with what may have been meant; no problems
     *     if the strategy fits the book
     */
    default Problems check(Book book) {
        return Fit.check(requirements(), book);
    }
}
