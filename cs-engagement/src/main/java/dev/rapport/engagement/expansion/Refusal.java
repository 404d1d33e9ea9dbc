package dev.rapport.engagement.expansion;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Touchpoint;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A refusal that still holds.
 *
 * @param on  the day of it
 * @param until  the first day on which more can be offered again
 */
public record Refusal(LocalDate on, LocalDate until) {

    /** The last refusal of a cause that still holds for a customer. */
    static Optional<Refusal> of(CustomerView view, String cause, Refusals rule, Set<String> causes) {
        Optional<LocalDate> last = Optional.empty();
        if (view.provides(Outcome.SERIES)) {
            for (Outcome outcome : view.series(Outcome.SERIES)) {
                boolean isOfAnother = outcome.reason()
                        .filter(causes::contains)
                        .filter(reason -> !reason.equals(cause))
                        .isPresent();
                if (rule.outcomes().contains(outcome.kind()) && !isOfAnother) {
                    last = later(last, outcome.entry(), view);
                }
            }
        }
        if (view.provides(Touchpoint.SERIES)) {
            for (Touchpoint touchpoint : view.series(Touchpoint.SERIES)) {
                if (rule.touchpoints().contains(touchpoint.kind())) {
                    last = later(last, touchpoint.entry(), view);
                }
            }
        }
        return last.map(day -> new Refusal(day, day.plusDays(rule.coolOffDays())))
                .filter(refusal -> refusal.until.isAfter(view.date()));
    }

    private static Optional<LocalDate> later(Optional<LocalDate> last, Entry entry, CustomerView view) {
        LocalDate day = LocalDate.ofInstant(entry.at(), view.zone());
        return last.filter(day::isBefore).or(() -> Optional.of(day));
    }
}
