package dev.rapport.segmentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Columns;
import dev.rapport.model.decision.Answers;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Scores;
import dev.rapport.segmentation.segment.CompiledStrategy;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The rules that every {@link SegmentationStrategy} keeps. Extend it in your tests:
 *
 * <pre>{@code
 * class TerritoriesTest extends SegmentationStrategyContract {
 *
 *     protected SegmentationStrategy strategy() {
 *         return new Territories();
 *     }
 *
 *     protected Book book() {
 *         return FACTS.asOf(LocalDate.of(2026, 6, 30));
 *     }
 * }
 * }</pre>
 */
public abstract class SegmentationStrategyContract {

    private static final int THREADS = 4;

    /** For those who extend it. */
    protected SegmentationStrategyContract() {}

    /**
     * The strategy under test.
     *
     * @return the strategy
     */
    protected abstract SegmentationStrategy strategy();

    /**
     * Customers to try it on: at least two, different ones, some with missing data.
     *
     * @return a book that provides what the strategy requires
     */
    protected abstract Book book();

    private static List<String> decisions(SegmentationStrategy strategy, List<CustomerView> customers) {
        return customers.stream()
                .map(customer -> Readout.of(strategy.assign(customer)))
                .toList();
    }

    /** A contract on no customers would say nothing. */
    @Test
    public final void book_fits_andHasCustomers() {
        assertThat(book().size()).as("customers in the book").isGreaterThan(1);
        assertThat(strategy().check(book()).render()).as("problems of the book").isEmpty();
    }

    /** Segments are told apart by their ids, and stay the same. */
    @Test
    public final void segments_haveDifferentIds() {
        SegmentationStrategy strategy = strategy();
        assertThat(strategy.segments()).isNotEmpty();
        assertThat(strategy.segments()).extracting(Segment::id).doesNotHaveDuplicates();
        assertThat(strategy.segments()).isEqualTo(strategy.segments());
    }

    /** A decision is on the customer that was asked about, and names a declared segment or none. */
    @Test
    public final void decision_namesADeclaredSegment_orNone() {
        SegmentationStrategy strategy = strategy();
        for (CustomerView customer : book().customers()) {
            Decision<Segment> decision = strategy.assign(customer);
            assertThat(decision.customerId()).isEqualTo(customer.customerId());
            decision.value()
                    .ifPresent(segment -> assertThat(strategy.segments()).contains(segment));
        }
    }

    /** Asked twice, a strategy answers the same, reasons included. */
    @Test
    public final void sameCustomer_hasTheSameDecision() {
        SegmentationStrategy strategy = strategy();
        assertThat(decisions(strategy, book().customers())).isEqualTo(decisions(strategy, book().customers()));
    }

    /** No customer's decision depends on who was asked about before. */
    @Test
    public final void orderOfCustomers_changesNothing() {
        SegmentationStrategy strategy = strategy();
        List<CustomerView> customers = new ArrayList<>(book().customers());
        List<String> forwards = decisions(strategy, customers);
        Collections.reverse(customers);
        List<String> backwards = new ArrayList<>(decisions(strategy, customers));
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(forwards);
    }

    /**
     * A strategy may be shared between threads.
     *
     * @throws InterruptedException  if the test is stopped
     * @throws ExecutionException  if the strategy fails in one of them
     */
    @Test
    public final void threads_changeNothing() throws InterruptedException, ExecutionException {
        SegmentationStrategy strategy = strategy();
        Book book = book();
        List<String> alone = decisions(strategy, book.customers());
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<List<String>> all = () -> decisions(strategy, book.customers());
            for (Future<List<String>> together : executor.invokeAll(Collections.nCopies(THREADS, all))) {
                assertThat(together.get()).isEqualTo(alone);
            }
        } finally {
            executor.shutdown();
        }
    }

    /** What is read was said before. */
    @Test
    public final void requirements_areAllThatIsRead() {
        SegmentationStrategy strategy = strategy();
        for (CustomerView customer : book().customers()) {
            CustomerView restricted = RestrictedView.to(strategy.requirements(), customer);
            assertThat(Readout.of(strategy.assign(restricted))).isEqualTo(Readout.of(strategy.assign(customer)));
        }
    }

    /** Missing data is an answer with a reason, not an exception. */
    @Test
    public final void missingData_isAnAnswer() {
        for (Reading<?> instead : List.<Reading<?>>of(
                Reading.missing("nothing is known"),
                Reading.notApplicable("the question makes no sense"),
                Reading.failed("the source is broken"))) {
            SegmentationStrategy strategy = strategy();
            CustomerView unknown = RestrictedView.reading(
                    instead, strategy.requirements(), book().customers().get(0));
            Decision<Segment> decision = strategy.assign(unknown);
            decision.value()
                    .ifPresent(segment -> assertThat(strategy.segments()).contains(segment));
        }
    }

    /** The headline is what its parts make of it. */
    @Test
    public final void reasons_foldToTheirValue() {
        SegmentationStrategy strategy = strategy();
        for (CustomerView customer : book().customers()) {
            Explanation reasons = strategy.assign(customer).reasons();
            assertThat(reasons.foldsToItsValue()).as(reasons.toString()).isTrue();
        }
    }

    /** A whole book is assigned as its customers are one by one, in however many tasks. */
    @Test
    public final void wholeBook_isAssignedAsItsCustomersAre() {
        SegmentationStrategy strategy = strategy();
        Book book = book();
        for (int tasks = 1; tasks <= THREADS; tasks++) {
            Segmentation segmentation = Segmentation.of(strategy, book, Runnable::run, tasks);
            for (int row = 0; row < book.size(); row++) {
                CustomerView customer = book.customers().get(row);
                assertThat(segmentation.segment(row))
                        .as("segment of %s in %s tasks", customer.customerId(), tasks)
                        .isEqualTo(strategy.assign(customer).value());
            }
        }
    }

    /** Columns give the numbers of the reasons to the last bit. Says nothing of a strategy that is not compiled. */
    @Test
    public final void columns_agreeWithRows_toTheLastBit() {
        if (strategy() instanceof CompiledStrategy strategy) {
            Book book = book();
            Columns columns = strategy.program().columns(book);
            List<Scores> outputs = strategy.program().evaluate(columns);
            List<Answers> answers = strategy.program().answer(columns, Runnable::run, 1);
            for (int row = 0; row < book.size(); row++) {
                List<Explanation> reasons =
                        strategy.program().explainAll(book.customers().get(row));
                for (int output = 0; output < outputs.size(); output++) {
                    assertThat(outputs.get(output).status(row))
                            .isEqualTo(reasons.get(output).status());
                    double value = reasons.get(output).value().orElse(Double.NaN);
                    assertThat(Double.doubleToLongBits(outputs.get(output).value(row)))
                            .isEqualTo(Double.doubleToLongBits(value));
                    assertThat(answers.get(output).status(row))
                            .isEqualTo(reasons.get(output).status());
                    assertThat(Double.doubleToLongBits(answers.get(output).value(row)))
                            .isEqualTo(Double.doubleToLongBits(value));
                }
            }
        }
    }
}
