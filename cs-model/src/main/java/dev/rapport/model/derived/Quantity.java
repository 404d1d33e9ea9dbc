package dev.rapport.model.derived;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A number of a window, which can be compared with the same number of the window before. Immutable. */
public sealed class Quantity extends Derivation<Double> permits Total {

    private final Aggregate aggregate;
    private final Function<Gathered, Reading<Double>> measure;

    Quantity(Aggregate aggregate, Function<Gathered, Reading<Double>> measure) {
        super(aggregate.requires(), view -> measured(aggregate.gather(view), measure));
        this.aggregate = aggregate;
        this.measure = measure;
    }

    private static Reading<Double> measured(Gathered gathered, Function<Gathered, Reading<Double>> measure) {
        String unknown = gathered.unknown();
        return unknown == null ? measure.apply(gathered) : Reading.missing(unknown);
    }

    /**
     * How this number differs from that of the window before, as a share of the latter.
     *
     * <p><strong>Formula.</strong> {@code (v1 - v0) / |v0|}.
     *
     * <p><strong>Units.</strong> {@code v1} is the number of the window that ends at the cut, {@code v0} that of the window
     * of the same length that ends where this one begins; the change is a share without unit: -0.4 says that it fell by
     * 40 %. It cannot fall below -1 for numbers that are never negative.
     *
     * <p><strong>Edges.</strong> Not applicable if the customer began after the first day of the window before. Missing if
     * either number is missing, or {@code v0} is 0, for want of anything to compare with, also where both are 0. Failed
     * if the result is not finite.
     *
     * <p><strong>Algorithm.</strong> One subtraction and one division of the two numbers.
     *
     * <p><strong>Reference.</strong> The relative change of everyday use; L. Törnqvist, P. Vartia, Y. Vartia, "How should
     * relative changes be measured?", The American Statistician 39 (1985), doi:10.1080/00031305.1985.10479385, names it
     * and its want of symmetry: a fall by 50 % is made good by a rise of 100 %.
     *
     * @return the change
     * @throws IllegalStateException if the aggregate has no window
     */
    public Derivation<Double> change() {
        int days = aggregate.windowFor("change");
        return new Derivation<>(requires(), view -> {
            LocalDate end = view.date().plusDays(1);
            LocalDate middle = end.minusDays(days);
            LocalDate start = middle.minusDays(days);
            if (!Relationship.hadBegun(view, aggregate.series(), start)) {
                return tooYoung(2L * days);
            }
            Gathered now = aggregate.gather(view, middle, end);
            Reading<Double> after = measured(now, measure);
            Reading<Double> before = measured(aggregate.gather(view, start, middle), measure);
            Double v1 = after.valueOrNull();
            Double v0 = before.valueOrNull();
            if (v1 == null) {
                return after;
            }
            if (v0 == null) {
                return before.status() == Reading.Status.MISSING
                        ? Reading.missing("nothing to compare with in the " + days + " days before: "
                                + before.reason().orElse("no value"))
                        : before;
            }
            return v0 == 0
                    ? Reading.missing("nothing to compare with: 0 in the " + days + " days before")
                    : now.reading((v1 - v0) / Math.abs(v0));
        });
    }

    static Reading<Double> tooYoung(long days) {
        return Reading.notApplicable("not a customer for " + days + " days yet");
    }

    final Aggregate aggregate() {
        return aggregate;
    }

    /** The number of some days of a customer, or null with the reason left to {@link #change()} and its like. */
    final @Nullable Double valueBetween(CustomerView view, LocalDate from, LocalDate to) {
        return measured(aggregate.gather(view, from, to), measure).valueOrNull();
    }
}
