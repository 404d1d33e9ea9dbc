package dev.rapport.health.card;

import dev.rapport.health.validation.Comparison;
import dev.rapport.health.validation.Drift;
import dev.rapport.health.validation.Predictions;
import dev.rapport.health.validation.Validation;
import dev.rapport.health.validation.ValidationData;
import dev.rapport.model.internal.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One page on a scorecard or a model of churn. */
@Value.Immutable
@ValueStyle
public abstract class ModelCard {

    ModelCard() {}

    /**
     * Begins a card.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What stands above it.
     *
     * @return the title
     */
    public abstract String title();

    /**
     * Whose data it rests on, and what an observation is.
     *
     * @return a sentence or two
     */
    public abstract String data();

    /**
     * How the candidate comes to its risk.
     *
     * @return the method, with coefficients where it has any
     */
    public abstract FittedMethod method();

    /**
     * How it did.
     *
     * @return the verdict with the numbers
     */
    public abstract Validation validation();

    /**
     * How it did beside what decides now.
     *
     * @return the comparison, with the candidate as challenger; empty if there is nothing to compare with
     */
    public abstract Optional<Comparison> comparison();

    /**
     * How far the customers of today are from those it was fitted to.
     *
     * @return the drift; empty for what was not fitted
     */
    public abstract Optional<Drift> drift();

    /**
     * What it must not be used for, and what could not be checked.
     *
     * @return sentences, of this data
     */
    public abstract List<String> knownLimits();

    /**
     * All limits: those of this data, then those that follow from how it was validated.
     *
     * @return sentences
     */
    public List<String> limits() {
        List<String> limits = new ArrayList<>(knownLimits());
        ValidationData data = validation().data();
        if (validation().method() == Predictions.Method.CROSS_VALIDATED) {
            limits.add("It was tried on other customers, not on later dates: that it holds over time is not shown.");
        }
        if (data.unknown() > 0) {
            limits.add("Of " + data.unknown() + " customers at dates the risk was unknown; they are in no figure.");
        }
        if (data.notPredicted() > 0) {
            limits.add("For " + data.notPredicted()
                    + " observations there was no model yet, since too little was over by their dates.");
        }
        if (data.censored() > 0) {
            limits.add("Of " + data.censored() + " observations the window is not over; they are in no figure.");
        }
        data.excluded()
                .forEach((why, count) ->
                        limits.add(count + " customers at dates were left out: each " + why.words() + "."));
        limits.add(
                "Coefficients and figures are associations: they do not say that a change of a number would keep anybody."
                        + " Whoever was called in because of a risk may have stayed for that reason.");
        return List.copyOf(limits);
    }

    /** Makes a card. */
    public static final class Builder extends ImmutableModelCard.Builder {
        Builder() {}
    }
}
