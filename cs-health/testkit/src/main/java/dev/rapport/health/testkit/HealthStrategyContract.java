package dev.rapport.health.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.Health;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthOverride;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.band.Band;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.memory.Memory;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What every {@link HealthStrategy} must keep. Extend it in a test of the host's strategy. */
public abstract class HealthStrategyContract {

    /** For those who extend it. */
    protected HealthStrategyContract() {}

    /**
     * The strategy to try.
     *
     * @return the strategy
     */
    protected abstract HealthStrategy strategy();

    /**
     * The same customers at different times, the earliest first, some of them without data.
     *
     * @return at least two books
     */
    protected abstract List<Book> books();

    /** The book has the numbers of its customers, to the last bit, however it is split. */
    @Test
    public final void book_agreesWithItsCustomers_toTheLastBit() {
        Memory memory = Memory.empty();
        for (Book book : books()) {
            HealthOfBook whole = strategy().decide(book, memory);
            HealthOfBook split = strategy().decide(book, memory, Runnable::run, 3);
            assertThat(whole.size()).isEqualTo(book.size());
            for (int row = 0; row < book.size(); row++) {
                Health health = strategy().decide(book.customers().get(row), memory);
                assertThat(whole.customerId(row)).isEqualTo(health.customerId());
                assertThat(whole.policy(row)).isEqualTo(health.policy());
                assertThat(whole.bands(row)).isEqualTo(health.bands());
                assertThat(whole.band(row)).isEqualTo(health.band());
                assertThat(whole.override(row).map(HealthOverride::id))
                        .isEqualTo(health.override().map(HealthOverride::id));
                assertThat(bits(whole.computed().score(row)))
                        .isEqualTo(bits(health.computed().score().orElse(Double.NaN)));
                assertThat(bits(whole.score(row))).isEqualTo(bits(health.score().orElse(Double.NaN)));
                assertThat(bits(split.score(row))).isEqualTo(bits(whole.score(row)));
                assertThat(bits(whole.completeness(row))).isEqualTo(bits(health.completeness()));
                assertThat(bits(whole.freshness(row))).isEqualTo(bits(health.freshness()));
                assertThat(whole.standing(row)).isEqualTo(health.standing());
                assertThat(split.standing(row)).isEqualTo(health.standing());
            }
            memory = memory.with(whole.toRemember());
        }
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    /** The score is the value of its reasons, which fold. */
    @Test
    public final void reasons_foldToTheScore_onTheScale() {
        for (Book book : books()) {
            for (CustomerView view : book.customers()) {
                Health health = strategy().decide(view, Memory.empty());
                assertThat(health.reasons().foldsToItsValue()).isTrue();
                assertThat(health.score()).isEqualTo(health.reasons().value());
                assertThat(health.completeness()).isBetween(0.0, 1.0);
                assertThat(health.score().orElse(0)).isBetween(-1e-6, 100 + 1e-6);
                assertThat(health.computed().reasons().foldsToItsValue()).isTrue();
                assertThat(health.computed().band().equals(Band.UNKNOWN))
                        .isEqualTo(health.computed().score().isEmpty());
            }
        }
    }

    /** Nothing is read that is not required. */
    @Test
    public final void requirements_areComplete() {
        for (CustomerView view : books().get(0).customers()) {
            WatchedView watched = new WatchedView(view);
            strategy().decide(watched, Memory.empty());
            watched.assertReadNothingBut(strategy().requirements());
        }
    }

    /** The same question gets the same answer, and what was decided later does not change it. */
    @Test
    public final void decisions_areRepeatable() {
        Book first = books().get(0);
        HealthOfBook once = strategy().decide(first, Memory.empty());
        Memory later = Memory.of(once.toRemember());
        later = later.with(strategy().decide(books().get(1), later).toRemember());

        HealthOfBook again = strategy().decide(first, later);

        for (int row = 0; row < once.size(); row++) {
            assertThat(bits(again.score(row))).isEqualTo(bits(once.score(row)));
            assertThat(again.standing(row)).isEqualTo(once.standing(row));
        }
        assertThat(again.toRemember()).as("all is remembered already").allMatch(later.all()::contains);
    }

    /** What explains a change of the score is what computes it. */
    @Test
    public final void program_givesTheComputedScore() {
        for (Book book : books()) {
            for (CustomerView view : book.customers()) {
                OptionalDouble computed =
                        strategy().decide(view, Memory.empty()).computed().score();
                strategy()
                        .program(view)
                        .ifPresent(program ->
                                assertThat(program.explain(view).value()).isEqualTo(computed));
            }
        }
    }

    /** The policy has a name to remember decisions by. */
    @Test
    public final void policy_hasAnId() {
        assertThat(strategy().policy().id()).isNotBlank();
    }
}
