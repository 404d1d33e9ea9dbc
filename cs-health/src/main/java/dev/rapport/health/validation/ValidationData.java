package dev.rapport.health.validation;

import dev.rapport.health.observation.Exclusion;
import dev.rapport.health.observation.Window;
import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Map;
import org.immutables.value.Value;

/** What a validation rests on. */
@Value.Immutable
@ValueStyle
public abstract class ValidationData {

    ValidationData() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * The first date with predictions.
     *
     * @return the date
     */
    public abstract LocalDate firstDate();

    /**
     * The last day of outcomes.
     *
     * @return the date
     */
    public abstract LocalDate lastDay();

    /**
     * How long that is.
     *
     * @return whole months
     */
    public abstract int months();

    /**
     * How many dates have predictions.
     *
     * @return at least 0
     */
    public abstract int dates();

    /**
     * Which losses count.
     *
     * @return the window ahead of each date
     */
    public abstract Window window();

    /**
     * The customers judged.
     *
     * @return each once
     */
    public abstract int customers();

    /**
     * The customers at dates judged: risk and outcome known.
     *
     * @return at least 0
     */
    public abstract int rows();

    /**
     * The losses among them, each relation once.
     *
     * @return at least 0
     */
    public abstract int losses();

    /**
     * The share of rows that were lost within the horizon.
     *
     * @return 0 to 1
     */
    public abstract double baseRate();

    /**
     * Rows whose risk was unknown.
     *
     * @return how many
     */
    public abstract int unknown();

    /**
     * Rows whose horizon is not over.
     *
     * @return how many
     */
    public abstract int censored();

    /**
     * Observations without a prediction, as at dates at which no model could be fitted.
     *
     * @return how many
     */
    public abstract int notPredicted();

    /**
     * What is no observation, and why.
     *
     * @return how many customers at dates for each reason
     */
    public abstract Map<Exclusion, Integer> excluded();

    /** Makes the data. */
    static final class Builder extends ImmutableValidationData.Builder {
        Builder() {}
    }
}
