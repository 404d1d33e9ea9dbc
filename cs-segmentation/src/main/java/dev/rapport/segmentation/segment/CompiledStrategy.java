package dev.rapport.segmentation.segment;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Status;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A strategy that is written as nodes, so that it runs over one customer with reasons and over columns alike. */
public interface CompiledStrategy extends SegmentationStrategy {

    /**
     * The nodes.
     *
     * @return a program, always the same one, whose first output is the headline of the reasons
     */
    Program program();

    /**
     * Reads the segment off the numbers of the outputs.
     *
     * @param values  the values of the outputs that are no {@link #conditions()}, in their order, NaN of those without one;
     *     the first has one
     * @return the position of the segment among {@link #segments()}, below 0 for none; the first value as it stands unless a
     *     strategy says otherwise
     */
    default int position(double... values) {
        return (int) values[0];
    }

    /**
     * How many conditions there are, where a customer could meet those of several segments.
     *
     * @return the number of the outputs behind the first, each of which is the condition of one of the first segments; 0 if
     *     further outputs are something else
     */
    default int conditions() {
        return program().outputs().size() - 1;
    }

    @Override
    default Requirements requirements() {
        return program().requirements();
    }

    @Override
    default Decision<Segment> assign(CustomerView customer) {
        List<Explanation> outputs = program().explainAll(customer);
        Explanation reasons = outputs.get(0);
        int position = -1;
        if (reasons.status() == Status.EVALUATED) {
            int conditions = conditions();
            double[] values = new double[outputs.size() - conditions];
            Arrays.setAll(
                    values,
                    i -> outputs.get(i == 0 ? 0 : i + conditions).value().orElse(Double.NaN));
            position = position(values);
        }
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
