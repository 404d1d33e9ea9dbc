package dev.rapport.segmentation.segment;

import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A strategy that decides by what others have decided. What it makes of their segments is one function, for one customer with
 * reasons as for a whole book, of which each part is assigned in the way that suits it: compiled ones over columns.
 */
public interface CombinedStrategy extends SegmentationStrategy {

    /** No segment, and rightly so. */
    int GAP = -1;

    /** No segment for want of data. */
    int UNDECIDED = -2;

    /** No segment, because the evaluation failed. */
    int FAILED = -3;

    /**
     * The strategies that are asked.
     *
     * @return the strategies in their order; none if it decides by itself
     */
    List<SegmentationStrategy> strategies();

    /**
     * Makes one of all.
     *
     * @param customerId  the customer
     * @param day  the date of the cut
     * @param parts  for each strategy, the position of the customer's segment among its own, or one of the numbers above
     * @return the position among {@link #segments()}, or one of the numbers above
     */
    int position(String customerId, LocalDate day, int... parts);

    @Override
    default Requirements requirements() {
        Requirements all = Requirements.none();
        for (SegmentationStrategy strategy : strategies()) {
            all = all.and(strategy.requirements());
        }
        return all;
    }

    /** Says once what several of them lack. */
    @Override
    default Problems check(Book book) {
        Map<String, Problems> said = new LinkedHashMap<>();
        for (SegmentationStrategy strategy : strategies()) {
            Problems problems = strategy.check(book);
            said.putIfAbsent(problems.render(), problems);
        }
        ProblemCollector all = new ProblemCollector();
        said.values().forEach(all::addAll);
        return all.problems();
    }
}
