package dev.rapport.engagement.milestone;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Reckoning;
import java.util.ArrayList;
import java.util.List;

/**
 * Anchors at the end of each term of each contract, the first day that it no longer covers. Trials and contracts without
 * an end have none. Handled when notice was given, the contract was ended, a successor is there, or the outcome is known.
 */
public record RenewalTrigger() implements MilestoneTrigger {

    @Override
    public Requirements requirements() {
        return Term.REQUIREMENTS;
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        Term.Facts facts = Term.Facts.of(view);
        List<Anchor> anchors = new ArrayList<>();
        for (ContractTerms contract : facts.contracts()) {
            for (Term term : Term.endingIn(contract, span)) {
                anchors.add(term.anchor(term.end(), facts));
            }
        }
        return anchors;
    }
}
