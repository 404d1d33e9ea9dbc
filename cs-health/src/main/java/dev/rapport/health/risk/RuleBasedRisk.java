package dev.rapport.health.risk;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Rules of churn risk that are ready to assess; see {@link RiskPolicy}. */
public final class RuleBasedRisk implements ChurnRisk {

    private final RiskPolicy written;
    private final Program program;

    RuleBasedRisk(RiskPolicy written, Program program) {
        this.written = written;
        this.program = program;
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
        return written.policy();
    }

    @Override
    public Requirements requirements() {
        return program.requirements();
    }

    @Override
    public Decision<Double> assess(CustomerView view) {
        Explanation reasons = program.explain(view);
        Optional<Double> probability =
                reasons.value().isPresent() ? Optional.of(reasons.value().getAsDouble()) : Optional.empty();
        return new Decision<>(view.customerId(), probability, reasons);
    }

    @Override
    public RiskOfBook assess(Book book) {
        double[] probabilities = program.evaluate(book.columns(requirements().attributes()))
                .get(0)
                .values();
        Map<Integer, String> unknown = new HashMap<>();
        for (int row = 0; row < probabilities.length; row++) {
            if (Double.isNaN(probabilities[row])) {
                unknown.put(row, RiskRow.of(this, book.customers().get(row)).whyUnknown());
            }
        }
        return RiskOfBook.of(policy(), book.customerIds(), probabilities).withReasons(unknown);
    }
}
