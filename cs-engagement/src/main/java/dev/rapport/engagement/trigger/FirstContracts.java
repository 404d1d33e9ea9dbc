package dev.rapport.engagement.trigger;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The contracts with which something begins: not trials, and not those that renew another. */
final class FirstContracts {

    private FirstContracts() {}

    /** Says more of the day that lies some days after the start of a contract. */
    @FunctionalInterface
    interface Judgement {

        Anchor judged(Anchor anchor, ContractTerms terms);
    }

    static void checkDays(int withinDays) {
        if (withinDays < 1) {
            throw new IllegalArgumentException("withinDays (" + withinDays + ") must be at least 1.");
        }
    }

    /** The days some days after each start, as they are judged; handled if the contract was ended by then. */
    static List<Anchor> anchors(CustomerView view, Span span, int withinDays, Judgement judgement) {
        List<Anchor> anchors = new ArrayList<>();
        for (ContractTerms terms : ContractTerms.of(view)) {
            Contract contract = terms.contract();
            LocalDate day = contract.start().plusDays(withinDays);
            if (!terms.isTrial() && contract.predecessor().isEmpty() && span.contains(day)) {
                Anchor anchor = judgement.judged(
                        Anchor.of(contract.id(), day)
                                .knownSince(contract.entry().recordedAt()),
                        terms);
                Optional<LocalDate> ended = contract.endedOn().filter(last -> !last.isAfter(day));
                anchors.add(ended.map(last -> anchor.handled("the contract was ended on " + last))
                        .orElse(anchor));
            }
        }
        return anchors;
    }
}
