package dev.rapport.engagement.trigger;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Anchors on the day on which the price of a contract line rises; their ids are those of the lines. Where the contract will
 * not be in force on that day, as far as is known, there is none.
 */
public record PriceUpliftTrigger() implements MilestoneTrigger {

    @Override
    public Requirements requirements() {
        return Requirements.series(Contract.SERIES, ContractLine.SERIES);
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        List<Anchor> anchors = new ArrayList<>();
        for (ContractTerms terms : ContractTerms.of(view)) {
            for (ContractLine line : terms.lines()) {
                line.upliftOn()
                        .filter(day -> span.contains(day) && terms.isInForceOn(day))
                        .map(day -> anchor(line, day))
                        .ifPresent(anchors::add);
            }
        }
        return anchors;
    }

    private static Anchor anchor(ContractLine line, LocalDate day) {
        Anchor anchor = Anchor.of(line.id(), day).knownSince(line.entry().recordedAt());
        String what = "the price of " + line.product() + " rises";
        return line.uplift().isPresent()
                ? anchor.because(
                        what + " by " + Wording.number(100 * line.uplift().getAsDouble()) + " %")
                : anchor.because(what);
    }
}
