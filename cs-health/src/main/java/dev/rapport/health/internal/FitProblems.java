package dev.rapport.health.internal;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import java.util.List;

/**
 * Says why a fit has no maximum, and which covariate is to blame.
 *
 * <p>This class is internal to Rapport and may change in any release.
 */
public final class FitProblems {

    private FitProblems() {}

    /**
     * The problems of a search that did not converge.
     *
     * @param newton  the search
     * @param names  what its parameters are called
     * @return at least one error
     */
    public static Problems of(Newton newton, List<String> names) {
        ProblemCollector problems = new ProblemCollector();
        switch (newton.ending()) {
            case SINGULAR ->
                problems.add(Problem.error(
                                "covariate-collinear",
                                Location.NONE,
                                "covariate " + Quote.text(names.get(newton.dependent()))
                                        + " must not follow from those before it, did")
                        .withAdvice("Maybe leave it out, or fit with a ridge"));
            case SEPARATED -> {
                boolean[] separating = newton.separating();
                for (int j = 0; j < separating.length; j++) {
                    if (separating[j]) {
                        problems.add(Problem.error(
                                        "covariate-separates",
                                        Location.NONE,
                                        "covariate " + Quote.text(names.get(j))
                                                + " must not tell apart those with the event from those without, did: its"
                                                + " coefficient grows without end")
                                .withAdvice("Maybe it is known only after the event; otherwise fit with a ridge"));
                    }
                }
            }
            default ->
                problems.add(Problem.error(
                                "not-converged",
                                Location.NONE,
                                "the likelihood must reach a maximum, did not in " + newton.iterations()
                                        + " steps; it went from " + newton.start() + " to " + newton.value())
                        .withAdvice(
                                "Maybe a covariate has values many times larger than the others: take its logarithm"));
        }
        return problems.problems();
    }
}
