package dev.rapport.engagement.trigger;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Reckoning;
import java.util.List;
import java.util.Optional;

/**
 * Anchors on the day by which a number of the customer, such as the share of seats in use, is to have reached a target:
 * some days after the start of each contract that renews no other. Handled while the number is at the target or above.
 *
 * @param attribute  the number
 * @param atLeast  the target
 * @param withinDays  how many days after the start, at least 1
 */
public record AdoptionTargetTrigger(AttributeKey<Double> attribute, double atLeast, int withinDays)
        implements MilestoneTrigger {

    /**
     * Checks the parts.
     *
     * @param attribute  the number
     * @param atLeast  the target
     * @param withinDays  how many days after the start, at least 1
     */
    public AdoptionTargetTrigger {
        requireNonNull(attribute, "attribute");
        if (!Double.isFinite(atLeast)) {
            throw new IllegalArgumentException("atLeast (" + atLeast + ") must be a number.");
        }
        FirstContracts.checkDays(withinDays);
    }

    @Override
    public Requirements requirements() {
        return Requirements.attributes(attribute).and(Requirements.series(Contract.SERIES));
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        return FirstContracts.anchors(view, span, withinDays, (anchor, terms) -> judged(anchor, view.read(attribute)));
    }

    private Anchor judged(Anchor anchor, Reading<Double> reading) {
        if (reading.status() == Reading.Status.FAILED) {
            throw new IllegalStateException(
                    "attribute (" + attribute + ") failed: " + reading.reason().orElse("no reason"));
        }
        String target = Wording.number(atLeast);
        Optional<Double> value = reading.value();
        Anchor told = anchor.because(
                value.map(number -> attribute + " is " + Wording.number(number) + ", the target " + target)
                        .orElse("nothing is known of " + attribute + ", whose target is " + target));
        return value.filter(number -> number >= atLeast)
                .map(number -> told.handled(attribute + " is " + Wording.number(number) + ", at least " + target))
                .orElse(told);
    }
}
