package dev.rapport.health.card;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.churn.ChurnModel;
import dev.rapport.health.churn.CoxChurn;
import dev.rapport.health.churn.LogisticChurn;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.Fitting;
import java.util.List;

/**
 * How a candidate comes to its risk.
 *
 * @param words  in a sentence or two
 * @param ratioOf  what the effects are ratios of: odds or hazards; empty without effects
 * @param effects  the coefficients, the intercept left out; empty for rules, scorecards and models without any
 */
public record FittedMethod(String words, String ratioOf, List<Effect> effects) {

    /**
     * Keeps a copy.
     *
     * @param words  in a sentence or two
     * @param ratioOf  what the effects are ratios of
     * @param effects  the coefficients
     */
    public FittedMethod {
        requireNonNull(words, "words");
        requireNonNull(ratioOf, "ratioOf");
        effects = List.copyOf(effects);
    }

    /**
     * A method without coefficients, such as a scorecard.
     *
     * @param words  in a sentence or two
     * @return the method
     */
    public static FittedMethod of(String words) {
        return new FittedMethod(words, "", List.of());
    }

    /**
     * The method of a fitted model: its regression and coefficients where it is one of ours.
     *
     * @param model  the model, fitted to all that is known
     * @return the method
     */
    public static FittedMethod of(ChurnModel model) {
        if (model instanceof LogisticChurn logistic) {
            return new FittedMethod(
                    "Logistic regression on " + fittedTo(logistic.model().fitting())
                            + left(logistic.encoding().remarks()),
                    "odds",
                    effects(logistic.model().coefficients().stream().skip(1).toList()));
        }
        if (model instanceof CoxChurn cox) {
            return new FittedMethod(
                    "Cox regression on " + fittedTo(cox.model().fitting())
                            + left(cox.encoding().remarks()),
                    "hazards",
                    effects(cox.model().coefficients()));
        }
        return of("Model of the host: its method and coefficients are not known here.");
    }

    private static String fittedTo(Fitting fitting) {
        return fitting.rows() + " observations, " + fitting.events()
                + " of them with a loss. Numbers are centred; without"
                + " a value a customer counts like the average. Errors count customers, not observations.";
    }

    private static String left(List<String> remarks) {
        return remarks.isEmpty() ? "" : " " + String.join(" ", remarks);
    }

    private static List<Effect> effects(List<Coefficient> coefficients) {
        return coefficients.stream().map(Effect::of).toList();
    }
}
