package dev.rapport.health.validation;

import dev.rapport.health.classification.Evaluation;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The verdict on a scorecard or a model of churn, with the numbers behind it.
 *
 * <p>Too little data comes first: then nothing else is judged. Next comes chance: where the interval of the area under the
 * curve does not lie above 0.5, the candidate does not predict, whatever the floors say. Then every floor must be reached.
 * Intervals are by the bootstrap over customers, so that a customer seen at many dates does not count as many. A figure over
 * several dates counts each customer at each date; what was said of customers who were called in may have kept them.
 */
@Value.Immutable
@ValueStyle
public abstract class Validation {

    Validation() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Judges.
     *
     * @param predictions  what the candidate said, beside what happened
     * @param policy  what it must reach
     * @return the verdict
     */
    public static Validation of(Predictions predictions, ValidationPolicy policy) {
        return new ValidationRun(predictions, policy).validation();
    }

    /**
     * What was tried.
     *
     * @return id and revision
     */
    public abstract PolicyRef candidate();

    /**
     * How it came to what it said.
     *
     * @return the method
     */
    public abstract Predictions.Method method();

    /**
     * What it had to reach.
     *
     * @return the policy
     */
    public abstract ValidationPolicy policy();

    /**
     * What it comes to.
     *
     * @return the verdict
     */
    public abstract Verdict verdict();

    /**
     * The verdict in plain words, with the numbers.
     *
     * @return sentences, the verdict first
     */
    public abstract List<String> words();

    /**
     * What it rests on.
     *
     * @return the data
     */
    public abstract ValidationData data();

    /**
     * The floors.
     *
     * @return whether each is reached, in the order of the policy; empty where there is too little data
     */
    public abstract List<FloorCheck> floors();

    /**
     * Every figure that can be told.
     *
     * @return by figure, in their order
     */
    public abstract Map<Figure, Measured> figures();

    /**
     * A figure.
     *
     * @param figure  which
     * @return as it was measured; without a value where it cannot be told
     */
    public Measured figure(Figure figure) {
        return figures().getOrDefault(figure, Measured.NOTHING);
    }

    /**
     * Whether probabilities mean what they say.
     *
     * @return bins of similar probability, the lowest first; empty for scorecards
     */
    public abstract List<Evaluation.Bin> calibration();

    /**
     * How long before losses it warned.
     *
     * @return the lead times
     */
    public abstract LeadTimes leadTimes();

    /**
     * The figures date by date, so that a decline shows.
     *
     * @return the area under the curve of each date that has both losses and others
     */
    public abstract Map<LocalDate, Double> aucByDate();

    /**
     * Says whether the candidate may be used.
     *
     * @return true if every floor is reached
     */
    public boolean passes() {
        return verdict() == Verdict.PASSES;
    }

    /** Makes a validation. */
    static final class Builder extends ImmutableValidation.Builder {
        Builder() {}
    }
}
