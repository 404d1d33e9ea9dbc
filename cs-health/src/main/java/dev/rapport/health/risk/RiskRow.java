package dev.rapport.health.risk;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Status;
import java.util.stream.Collectors;

/**
 * One customer's risk, or why there is none: a failure is a value.
 *
 * @param probability  0 to 1, NaN if unknown
 * @param whyUnknown  a clause; empty if the probability is known
 */
record RiskRow(double probability, String whyUnknown) {

    static RiskRow of(ChurnRisk risk, CustomerView view) {
        Decision<Double> decision;
        try {
            decision = risk.assess(view);
        } catch (RuntimeException e) {
            return unknown("failed" + (e.getMessage() == null ? "" : " with " + e.getMessage()));
        }
        if (decision.value().isEmpty()) {
            return unknown(whyUnknown(decision.reasons()));
        }
        double probability = decision.value().get();
        return probability >= 0 && probability <= 1
                ? new RiskRow(probability, "")
                : unknown(probability + " is no probability");
    }

    private static RiskRow unknown(String why) {
        return new RiskRow(Double.NaN, why);
    }

    private static String whyUnknown(Explanation reasons) {
        return reasons.find(leaf -> leaf.parts().isEmpty() && leaf.status() != Status.EVALUATED).stream()
                .map(leaf -> leaf.code() + " (" + leaf.reason().orElse("no value") + ")")
                .collect(Collectors.joining(", ", "not enough data: ", ""));
    }
}
