package dev.rapport.segmentation.segment;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Program;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import java.util.Optional;

/** A strategy that is written as nodes, so that it runs over one customer with reasons and over columns alike. */
public interface CompiledStrategy extends SegmentationStrategy {

    /**
     * The nodes.
     *
     * @return a program, always the same one: its first output is the position of the customer's segment among {@link
     *     #segments()}, or -1 for none; where a customer could meet the conditions of several segments, a further
     *     output for each of the first segments is its condition
     */
    Program program();

    @Override
    default Requirements requirements() {
        return program().requirements();
    }

    @Override
    default Decision<Segment> assign(CustomerView customer) {
        Explanation reasons = program().explain(customer);
        int position = (int) reasons.value().orElse(-1);
        Optional<Segment> segment =
                position < 0 ? Optional.empty() : Optional.of(segments().get(position));
        return new Decision<>(customer.customerId(), segment, reasons);
    }

    /** Looks also at the currencies: columns hold amounts in the book's alone. */
    @Override
    default Problems check(Book book) {
        ProblemCollector problems = new ProblemCollector();
        problems.addAll(Fit.check(requirements(), book));
        problems.addAll(Fit.currencies(program().currencies(), book));
        return problems.problems();
    }
}
