package dev.rapport.health.lifetime;

import dev.rapport.health.internal.Search;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** From a search to a model, or to what went wrong. */
final class Fits {

    private Fits() {}

    static <M> Checked<M> checked(Search search, List<String> names, Function<Estimates, M> model) {
        if (search.converged()) {
            double[] estimates = search.parameters();
            double[] errors = search.standardErrors();
            List<Parameter> parameters = new ArrayList<>();
            for (int i = 0; i < estimates.length; i++) {
                parameters.add(new Parameter(names.get(i), estimates[i], errors[i]));
            }
            return Checked.valid(model.apply(new Estimates(parameters, search.value())));
        }
        ProblemCollector problems = new ProblemCollector();
        if (search.runaway() >= 0) {
            problems.add(Problem.error(
                            "parameter-undetermined",
                            Location.NONE,
                            "parameter " + names.get(search.runaway())
                                    + " must be determined by the data, was not: the likelihood is level or rises towards "
                                    + search.parameters()[search.runaway()])
                    .withAdvice("Maybe there are too few customers or too few losses; a simpler model may do"));
        } else {
            problems.add(Problem.error(
                            "not-converged",
                            Location.NONE,
                            "the likelihood must reach a maximum, did not in " + search.iterations()
                                    + " steps; it ended at " + search.value())
                    .withAdvice("Maybe times are in a unit that makes them very large or very small: use weeks"));
        }
        return Checked.invalid(problems.problems());
    }
}
