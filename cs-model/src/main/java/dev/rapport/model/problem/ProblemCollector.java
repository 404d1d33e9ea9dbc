package dev.rapport.model.problem;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers problems while something is read, so that all of them can be reported at once. Keeps a limited number of
 * errors and, beside them, of warnings; what comes after is counted and not kept. Mutable, for one thread.
 */
public final class ProblemCollector {

    private static final int USUAL_LIMIT = 100;

    private final int limit;
    private final List<Problem> kept = new ArrayList<>();
    private int errors;
    private int warnings;
    private int errorsLeftOut;
    private int warningsLeftOut;

    /** A collector that keeps the first 100 errors and the first 100 warnings. */
    public ProblemCollector() {
        this(USUAL_LIMIT);
    }

    /**
     * A collector with its own limit.
     *
     * @param limit how many errors, and how many warnings, are kept; at least 1
     */
    public ProblemCollector(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be >= 1, was " + limit);
        }
        this.limit = limit;
    }

    /**
     * Adds a problem, or counts it if there are too many of its severity already.
     *
     * @param problem the problem
     */
    public void add(Problem problem) {
        requireNonNull(problem, "problem");
        if (problem.severity() == Severity.ERROR) {
            errors++;
            if (errors - errorsLeftOut > limit) {
                errorsLeftOut++;
                return;
            }
        } else {
            warnings++;
            if (warnings - warningsLeftOut > limit) {
                warningsLeftOut++;
                return;
            }
        }
        kept.add(problem);
    }

    /**
     * Adds all the problems of another reading, with the number of those that it left out.
     *
     * @param problems the problems
     */
    public void addAll(Problems problems) {
        problems.forEach(this::add);
        errors += problems.errorsLeftOut();
        errorsLeftOut += problems.errorsLeftOut();
        warnings += problems.warningsLeftOut();
        warningsLeftOut += problems.warningsLeftOut();
    }

    /**
     * Adds an error without advice.
     *
     * @param code the stable code
     * @param location where it stands
     * @param message what was found and what is allowed, without the full stop
     */
    public void error(String code, Location location, String message) {
        add(Problem.error(code, location, message));
    }

    /**
     * How many errors were added so far.
     *
     * @return the number, with those not kept
     */
    public int errorCount() {
        return errors;
    }

    /**
     * What was gathered so far.
     *
     * @return an immutable copy, sorted
     */
    public Problems problems() {
        return Problems.of(kept, errorsLeftOut, warningsLeftOut);
    }
}
