package dev.rapport.engagement.milestone;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Anchors at the decision date of each term of each contract that renews by itself: its notice deadline, or the end of the
 * term where no notice period is said. Handled as renewals are.
 */
public record NoticeDeadlineTrigger() implements MilestoneTrigger {

    /** How long before its end a term can have to be decided. */
    static final int LONGEST_NOTICE_DAYS = 1_100;

    @Override
    public Requirements requirements() {
        return Term.REQUIREMENTS;
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        Term.Facts facts = Term.Facts.of(view);
        Span ends = new Span(span.from(), span.before().plusDays(LONGEST_NOTICE_DAYS));
        List<Anchor> anchors = new ArrayList<>();
        for (ContractTerms contract : facts.contracts()) {
            if (!contract.autoRenews()) {
                continue;
            }
            for (Term term : Term.endingIn(contract, ends)) {
                LocalDate date = term.decisionDate(reckoning);
                if (!date.isBefore(span.before())) {
                    break;
                }
                if (span.contains(date)) {
                    anchors.add(term.anchor(date, facts));
                }
            }
        }
        return anchors;
    }
}
