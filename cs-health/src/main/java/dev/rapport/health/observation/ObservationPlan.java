package dev.rapport.health.observation;

import dev.rapport.health.challenge.Loss;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.immutables.value.Value;

/**
 * What is observed: at which dates, of whom, which features, and which losses ahead count.
 *
 * <pre>{@code
 * ObservationPlan plan = ObservationPlan.builder()
 *         .addDates(january31, february28, march31)
 *         .window(new Window(30, 120))
 *         .addFeatures(StandardAttributes.USAGE_CHANGE, StandardAttributes.TICKETS_OPEN)
 *         .eligible(view -> view.find(StandardAttributes.CONTRACTS_IN_FORCE).orElse(0.0) > 0)
 *         .losses(book -> Loss.in(book, Set.of("churned")))
 *         .build();
 * Observations table = plan.snapshots(facts).until(AsOf.endOf(today, zone));
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class ObservationPlan {

    ObservationPlan() {}

    /**
     * Begins a plan.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The dates at which customers are observed.
     *
     * @return at least one, the earliest first, each once
     */
    public abstract List<LocalDate> dates();

    /**
     * Which losses ahead count.
     *
     * @return the window
     */
    public abstract Window window();

    /**
     * What is read of each customer at each date, as it was known then.
     *
     * @return the attributes
     */
    public abstract List<AttributeKey<?>> features();

    /**
     * Who is observed, by what was known then. For the decisions of recurrent contracts, those whose next decision is near:
     * with dates a month apart and a condition that spans a month, each decision is observed once.
     *
     * @return the condition; that something is there to be lost, such as a contract in force
     */
    public abstract Predicate<CustomerView> eligible();

    /**
     * Who was lost, and when, as a book tells; a customer who came back may be lost again.
     *
     * @return reads the losses of a book
     */
    public abstract Function<Book, List<Loss>> losses();

    /** Checks the dates. */
    @Value.Check
    protected void check() {
        if (dates().isEmpty()) {
            throw new IllegalArgumentException("dates must not be empty.");
        }
        for (int i = 1; i < dates().size(); i++) {
            if (!dates().get(i - 1).isBefore(dates().get(i))) {
                throw new IllegalArgumentException(
                        "dates[" + i + "] (" + dates().get(i) + ") must be after " + dates().get(i - 1) + ".");
            }
        }
    }

    /**
     * Observes.
     *
     * @param facts  the uncut history
     * @return what was known at each date
     */
    public Snapshots snapshots(Facts facts) {
        return snapshots(facts::asOf, facts.zone());
    }

    /**
     * Observes, where features are laid over books, such as a health score.
     *
     * @param books  cuts the facts and lays over them what the features read; is asked for each date with what was known at
     *     its end, and may be asked again
     * @param zone  the zone in which the days of the books begin
     * @return what was known at each date
     */
    public Snapshots snapshots(Function<AsOf, Book> books, ZoneId zone) {
        return Snapshots.take(this, books, zone);
    }

    /** Makes a plan. */
    public static final class Builder extends ImmutableObservationPlan.Builder {
        Builder() {}
    }
}
