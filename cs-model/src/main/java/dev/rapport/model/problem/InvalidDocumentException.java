package dev.rapport.model.problem;

import java.util.List;

/**
 * Says that something a person or another system wrote cannot be used. Carries all the problems; the message counts
 * and lists them, sorted by location.
 */
public final class InvalidDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problems problems;

    /**
     * An exception for these problems.
     *
     * @param problems the problems, with at least one error
     */
    public InvalidDocumentException(Problems problems) {
        super(message(problems));
        this.problems = problems;
    }

    private static String message(Problems problems) {
        List<String> sources = problems.list().stream()
                .map(problem -> problem.location().source())
                .distinct()
                .toList();
        boolean oneNamedSource = sources.size() == 1 && !sources.get(0).isEmpty();
        String where = oneNamedSource ? " in " + Quote.visible(sources.get(0)) : "";
        return problems.summary() + where + ":\n" + problems.render();
    }

    /**
     * All that is wrong.
     *
     * @return the problems, sorted by location
     */
    public Problems problems() {
        return problems;
    }
}
