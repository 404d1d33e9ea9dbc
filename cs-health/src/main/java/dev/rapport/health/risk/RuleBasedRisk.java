package dev.rapport.health.risk;

import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;

/** Rules of churn risk that are ready to assess; see {@link RiskPolicy}. */
public final class RuleBasedRisk extends ProgramRisk {

    private final RiskPolicy written;

    RuleBasedRisk(RiskPolicy written, Program program) {
        super(written.policy(), program);
        this.written = written;
    }

    /**
     * What was written down, with the source of the numbers.
     *
     * @return the policy document
     */
    public RiskPolicy written() {
        return written;
    }
}
