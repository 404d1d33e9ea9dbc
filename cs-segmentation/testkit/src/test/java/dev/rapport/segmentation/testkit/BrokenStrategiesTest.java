package dev.rapport.segmentation.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.MissingAttributeException;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The contract finds what it is there to find. */
class BrokenStrategiesTest {

    private static SegmentationStrategyContract contract(SegmentationStrategy strategy) {
        return new Tried(strategy);
    }

    /** The contract on some strategy; private, so that it is not run by itself. */
    private static final class Tried extends SegmentationStrategyContract {

        private final SegmentationStrategy strategy;

        Tried(SegmentationStrategy strategy) {
            this.strategy = strategy;
        }

        @Override
        protected SegmentationStrategy strategy() {
            return strategy;
        }

        @Override
        protected Book book() {
            return Accounts.book();
        }
    }

    @Test
    void memory_isFound() {
        AtomicInteger asked = new AtomicInteger();
        SegmentationStrategyContract contract = contract(new HostStrategy(
                Requirements.none(),
                customer -> Optional.of(asked.getAndIncrement() % 7 == 0 ? HostStrategy.EARLY : HostStrategy.LATE)));
        assertThatThrownBy(contract::sameCustomer_hasTheSameDecision).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::orderOfCustomers_changesNothing).isInstanceOf(AssertionError.class);
    }

    @Test
    void readingWhatWasNotRequired_isFound() {
        SegmentationStrategyContract contract = contract(
                new HostStrategy(Requirements.none(), HostStrategy.byCountry().function()));
        assertThatThrownBy(contract::requirements_areAllThatIsRead)
                .isInstanceOf(AssertionError.class)
                .hasMessage("attribute (country) was read and is not among the requirements: [].");
    }

    @Test
    void requiringWhatTheBookDoesNotProvide_isFound() {
        SegmentationStrategyContract contract = contract(new HostStrategy(
                Requirements.attributes(dev.rapport.model.attribute.AttributeKey.text("county")),
                customer -> Optional.empty()));
        assertThatThrownBy(contract::book_fits_andHasCustomers).hasMessageContaining("Maybe \"country\"");
    }

    @Test
    void exceptionForMissingData_isFound() {
        SegmentationStrategyContract contract = contract(new HostStrategy(
                Requirements.attributes(Accounts.COUNTRY),
                customer -> Optional.of(
                        customer.get(Accounts.COUNTRY).equals("DE") ? HostStrategy.EARLY : HostStrategy.LATE)));
        assertThatThrownBy(contract::missingData_isAnAnswer).isInstanceOf(MissingAttributeException.class);
    }

    @Test
    void segmentThatIsNotDeclared_isFound() {
        SegmentationStrategyContract contract =
                contract(new HostStrategy(Requirements.none(), customer -> Optional.of(Segment.of("new"))));
        assertThatThrownBy(contract::decision_namesADeclaredSegment_orNone).isInstanceOf(AssertionError.class);
    }
}
