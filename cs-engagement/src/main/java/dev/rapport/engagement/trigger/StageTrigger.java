package dev.rapport.engagement.trigger;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.customer.Touchpoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Anchors on the day on which the customer entered a stage of the life cycle, each time and with each product: what the
 * steps of onboarding are counted from. Handled when the stage was left, or the touchpoint was held that the step is
 * about.
 *
 * @param stage  the stage
 * @param doneBy  the kind of touchpoint that settles it, empty if only the stage's end does
 */
public record StageTrigger(String stage, Optional<String> doneBy) implements MilestoneTrigger {

    /**
     * Checks the parts.
     *
     * @param stage  the stage
     * @param doneBy  the kind of touchpoint that settles it, empty if only the stage's end does
     */
    public StageTrigger {
        requireNonNull(stage, "stage");
        requireNonNull(doneBy, "doneBy");
    }

    @Override
    public Requirements requirements() {
        Requirements stages = Requirements.series(StageEntry.SERIES);
        return doneBy.isPresent() ? stages.and(Requirements.series(Touchpoint.SERIES)) : stages;
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        return view.series(StageEntry.SERIES).stream()
                .filter(entry -> entry.stage().equals(stage) && span.contains(entry.enteredOn()))
                .map(entry -> anchor(view, entry))
                .toList();
    }

    private Anchor anchor(CustomerView view, StageEntry entry) {
        Anchor anchor = Anchor.of(entry.id(), entry.enteredOn())
                .knownSince(entry.entry().recordedAt())
                .because(stage + entry.product().map(name -> " of " + name).orElse("") + " began on "
                        + entry.enteredOn());
        Optional<String> done = doneBy.flatMap(kind -> held(view, kind, entry));
        Optional<String> handled = done.isPresent() ? done : entry.leftOn().map(left -> stage + " was left on " + left);
        return handled.map(anchor::handled).orElse(anchor);
    }

    private static Optional<String> held(CustomerView view, String kind, StageEntry entry) {
        return view.series(Touchpoint.SERIES).stream()
                .filter(touch -> touch.kind().equals(kind))
                .map(touch -> LocalDate.ofInstant(touch.entry().at(), view.zone()))
                .filter(day -> !day.isBefore(entry.enteredOn())
                        && entry.leftOn().map(day::isBefore).orElse(true))
                .findFirst()
                .map(day -> "the " + kind + " was on " + day);
    }
}
