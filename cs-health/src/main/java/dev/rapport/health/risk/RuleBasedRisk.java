package dev.rapport.health.risk;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;

/** Rules of churn risk that are ready to assess; see {@link RiskPolicy}. */
public final class RuleBasedRisk implements ChurnRisk {

    private final RiskPolicy written;
    private final ProgramRisk risk;

    RuleBasedRisk(RiskPolicy written, Program program) {
        this.written = written;
        this.risk = ProgramRisk.of(written.policy(), program);
    }

    /**
     * What was written down, with the source of the numbers.
     *
     * @return the policy document
     */
    public RiskPolicy written() {
        return written;
    }

    @Override
    public PolicyRef policy() {
        return risk.policy();
    }

    @Override
    public Requirements requirements() {
        return risk.requirements();
    }

    @Override
    public Decision<Double> assess(CustomerView view) {
        return risk.assess(view);
    }

    @Override
    public RiskOfBook assess(Book book) {
        return risk.assess(book);
    }
}
