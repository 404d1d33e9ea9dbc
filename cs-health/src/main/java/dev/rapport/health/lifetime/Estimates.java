package dev.rapport.health.lifetime;

import java.util.List;

/**
 * The parameters of a model and how likely they make what happened.
 *
 * @param parameters  in the order of the literature
 * @param logLikelihood  at the estimates; NaN where the parameters were given, not fitted
 */
public record Estimates(List<Parameter> parameters, double logLikelihood) {

    /**
     * Copies the parameters.
     *
     * @param parameters  in the order of the literature
     * @param logLikelihood  NaN where it is not known
     */
    public Estimates {
        parameters = List.copyOf(parameters);
    }

    /** These estimates, if they are those of the model. */
    Estimates of(List<String> names) {
        List<String> given = parameters.stream().map(Parameter::name).toList();
        if (!given.equals(names)) {
            throw new IllegalArgumentException("parameters must be " + names + ", were " + given + ".");
        }
        return this;
    }

    double at(int i) {
        return parameters.get(i).estimate();
    }
}
