package dev.rapport.health.risk;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Churn risk that is the first output of a program, so that one customer and a column have the same numbers. Immutable, and
 * so must be what adds to it where the program came from, as {@link RuleBasedRisk} does.
 */
public class ProgramRisk implements ChurnRisk {

    private final PolicyRef policy;
    private final Program program;

    /**
     * The risk that a program gives.
     *
     * @param policy  which policy or model it is
     * @param program  its first output is a probability, 0 to 1
     */
    protected ProgramRisk(PolicyRef policy, Program program) {
        this.policy = requireNonNull(policy, "policy");
        this.program = requireNonNull(program, "program");
    }

    /**
     * The risk that a program gives.
     *
     * @param policy  which policy or model it is
     * @param program  its first output is a probability, 0 to 1
     * @return the risk
     */
    public static ProgramRisk of(PolicyRef policy, Program program) {
        return new ProgramRisk(policy, program);
    }

    @Override
    public final PolicyRef policy() {
        return policy;
    }

    @Override
    public final Requirements requirements() {
        return program.requirements();
    }

    @Override
    public final Decision<Double> assess(CustomerView view) {
        Explanation reasons = program.explain(view);
        Optional<Double> probability =
                reasons.value().isPresent() ? Optional.of(reasons.value().getAsDouble()) : Optional.empty();
        return new Decision<>(view.customerId(), probability, reasons);
    }

    @Override
    public final RiskOfBook assess(Book book) {
        return assess(book, Runnable::run, 1);
    }

    @Override
    public final RiskOfBook assess(Book book, Executor executor, int tasks) {
        double[] probabilities =
                program.evaluate(program.columns(book), executor, tasks).get(0).values();
        return RiskOfBook.of(policy(), book.customerIds(), probabilities)
                .explainedBy(row -> RiskRow.of(this, book.customers().get(row)).whyUnknown());
    }
}
