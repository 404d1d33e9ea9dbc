package dev.rapport.health.testkit;

import dev.rapport.health.HealthAttributes;
import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import java.util.Optional;

/** A host's own model, which goes customer by customer. */
class HostRiskContractTest extends ChurnRiskContract {

    @Override
    protected ChurnRisk risk() {
        return new ChurnRisk() {
            @Override
            public PolicyRef policy() {
                return new PolicyRef("host", "1");
            }

            @Override
            public Requirements requirements() {
                return Requirements.attributes(HealthAttributes.SCORE);
            }

            @Override
            public Decision<Double> assess(CustomerView view) {
                Optional<Double> probability =
                        view.find(HealthAttributes.SCORE).map(score -> Math.max(0, 1 - score / 100));
                Explanation reasons = probability
                        .map(value -> Explanation.stated("host", value, "the worse the score, the likelier"))
                        .orElseGet(() -> Explanation.stated("host", Double.NaN, "no score"));
                return new Decision<>(view.customerId(), probability, reasons);
            }
        };
    }

    @Override
    protected Book book() {
        return SampleBooks.books().get(0);
    }
}
