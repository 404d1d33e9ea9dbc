package dev.rapport.health.churn;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import java.util.Optional;

/**
 * A model of another library: Tribuo, XGBoost, ONNX, or the host's own. The encoding makes a row of numbers from a customer,
 * the scorer a probability from the row. Immutable, if the scorer is.
 *
 * <p>To fit the other model, learn an {@link Encoding} from observations and hand over {@link Encoding#row} and whether each
 * was lost.
 */
public final class HostModel implements ChurnModel {

    private final PolicyRef policy;
    private final Horizon horizon;
    private final Encoding encoding;
    private final RowScorer scorer;
    private final boolean keepsGaps;

    private HostModel(PolicyRef policy, Horizon horizon, Encoding encoding, RowScorer scorer, boolean keepsGaps) {
        this.policy = requireNonNull(policy, "policy");
        this.horizon = requireNonNull(horizon, "horizon");
        this.encoding = requireNonNull(encoding, "encoding");
        this.scorer = requireNonNull(scorer, "scorer");
        this.keepsGaps = keepsGaps;
    }

    /**
     * A model that wants a number in each column.
     *
     * @param policy  what the model is called
     * @param horizon  what its probability is of
     * @param encoding  makes the row; the mean of the training where there is no value
     * @param scorer  the model
     * @return the model of churn
     */
    public static HostModel of(PolicyRef policy, Horizon horizon, Encoding encoding, RowScorer scorer) {
        return new HostModel(policy, horizon, encoding, scorer, false);
    }

    /**
     * This model with rows that have NaN where there is no value.
     *
     * @return the model of churn
     */
    public HostModel keepingGaps() {
        return new HostModel(policy, horizon, encoding, scorer, true);
    }

    @Override
    public PolicyRef policy() {
        return policy;
    }

    @Override
    public Requirements requirements() {
        return encoding.requirements();
    }

    @Override
    public Horizon horizon() {
        return horizon;
    }

    @Override
    public Decision<Double> assess(CustomerView view) {
        double[] row = keepsGaps ? encoding.rowWithGaps(view) : encoding.row(view);
        double probability = scorer.probability(row.clone());
        if (!(probability >= 0 && probability <= 1)) {
            String why =
                    Double.isNaN(probability) ? "the model has no probability" : probability + " is no probability";
            return new Decision<>(view.customerId(), Optional.empty(), Explanation.missing(policy.id(), why));
        }
        String reasons = String.join("; ", scorer.reasons(row));
        return new Decision<>(
                view.customerId(),
                Optional.of(probability),
                Explanation.stated(
                        policy.id(), probability, reasons.isEmpty() ? "the model gives no reasons" : reasons));
    }
}
