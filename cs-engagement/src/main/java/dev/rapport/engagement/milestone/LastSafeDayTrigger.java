package dev.rapport.engagement.milestone;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Anchors on the last day on which one can safely act on each term of each contract: the last business day on or before
 * its decision date, less some business days in reserve, for a signature or a letter to arrive. Handled as renewals are.
 *
 * @param reserveDays  how many business days are kept in reserve, at least 0
 */
public record LastSafeDayTrigger(int reserveDays) implements MilestoneTrigger {

    private static final int DAYS_PER_BUSINESS_DAY = 4;

    /**
     * Checks the days.
     *
     * @param reserveDays  how many business days are kept in reserve, at least 0
     */
    public LastSafeDayTrigger {
        if (reserveDays < 0) {
            throw new IllegalArgumentException("reserveDays (" + reserveDays + ") must not be negative.");
        }
    }

    @Override
    public Requirements requirements() {
        return Term.REQUIREMENTS;
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        Term.Facts facts = Term.Facts.of(view);
        Span ends = new Span(
                span.from(),
                span.before()
                        .plusDays(NoticeDeadlineTrigger.LONGEST_NOTICE_DAYS
                                + (long) DAYS_PER_BUSINESS_DAY * (reserveDays + 1)));
        List<Anchor> anchors = new ArrayList<>();
        for (ContractTerms contract : facts.contracts()) {
            for (Term term : Term.endingIn(contract, ends)) {
                LocalDate decision = term.decisionDate(reckoning);
                LocalDate day = reckoning
                        .calendar()
                        .minusBusinessDays(reckoning.calendar().businessDayOnOrBefore(decision), reserveDays);
                if (!day.isBefore(span.before())) {
                    break;
                }
                if (span.contains(day)) {
                    anchors.add(term.anchor(day, facts).because("it must be decided by " + decision));
                }
            }
        }
        return anchors;
    }
}
