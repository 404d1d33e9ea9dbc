package dev.rapport.model.problem;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * All that is wrong with something, sorted by location. Where there were too many to keep, it says how many were left
 * out. Immutable; {@link ProblemCollector} gathers them.
 */
public final class Problems implements Iterable<Problem>, Serializable {

    private static final long serialVersionUID = 1L;

    private static final Problems NONE = new Problems(new Problem[0], 0, 0);

    private final Problem[] sorted;
    private final int errorsLeftOut;
    private final int warningsLeftOut;

    private Problems(Problem[] sorted, int errorsLeftOut, int warningsLeftOut) {
        this.sorted = sorted;
        this.errorsLeftOut = errorsLeftOut;
        this.warningsLeftOut = warningsLeftOut;
    }

    /**
     * No problems.
     *
     * @return the empty list
     */
    public static Problems none() {
        return NONE;
    }

    /**
     * These problems, sorted.
     *
     * @param problems the problems, in any order
     * @return the sorted list
     */
    public static Problems of(Problem... problems) {
        return of(List.of(problems), 0, 0);
    }

    static Problems of(Collection<Problem> problems, int errorsLeftOut, int warningsLeftOut) {
        if (problems.isEmpty() && errorsLeftOut == 0 && warningsLeftOut == 0) {
            return NONE;
        }
        Problem[] sorted = problems.toArray(new Problem[0]);
        Arrays.sort(sorted);
        return new Problems(sorted, errorsLeftOut, warningsLeftOut);
    }

    /**
     * The problems that were kept.
     *
     * @return an immutable list, sorted by location
     */
    public List<Problem> list() {
        return List.of(sorted);
    }

    @Override
    public Iterator<Problem> iterator() {
        return list().iterator();
    }

    /**
     * Whether nothing is wrong.
     *
     * @return true if there are neither errors nor warnings
     */
    public boolean isEmpty() {
        return errorCount() + warningCount() == 0;
    }

    /**
     * Whether there is at least one error.
     *
     * @return true if there is
     */
    public boolean hasErrors() {
        return errorCount() > 0;
    }

    /**
     * How many errors there are.
     *
     * @return the number, with those left out
     */
    public int errorCount() {
        return count(Severity.ERROR) + errorsLeftOut;
    }

    /**
     * How many warnings there are.
     *
     * @return the number, with those left out
     */
    public int warningCount() {
        return count(Severity.WARNING) + warningsLeftOut;
    }

    /**
     * How many errors were counted but not kept.
     *
     * @return the number, 0 as a rule
     */
    public int errorsLeftOut() {
        return errorsLeftOut;
    }

    /**
     * How many warnings were counted but not kept.
     *
     * @return the number, 0 as a rule
     */
    public int warningsLeftOut() {
        return warningsLeftOut;
    }

    private int count(Severity severity) {
        return (int) Arrays.stream(sorted)
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    /**
     * The number of problems in words.
     *
     * @return for example {@code 3 errors and 1 warning}, or {@code no problems}
     */
    public String summary() {
        if (isEmpty()) {
            return "no problems";
        }
        String errors = counted(errorCount(), "error");
        String warnings = counted(warningCount(), "warning");
        return errors + (errors.isEmpty() || warnings.isEmpty() ? "" : " and ") + warnings;
    }

    /**
     * All problems as text for people, one below the other, and how many were left out.
     *
     * @return the text, lines divided by line feeds, without one at the end
     */
    public String render() {
        StringBuilder text = new StringBuilder();
        for (Problem problem : sorted) {
            text.append(text.length() == 0 ? "" : "\n").append(problem.render());
        }
        if (errorsLeftOut + warningsLeftOut > 0) {
            String errors = counted(errorsLeftOut, "further error");
            String warnings = counted(warningsLeftOut, "further warning");
            text.append(text.length() == 0 ? "" : "\n")
                    .append(errors)
                    .append(errors.isEmpty() || warnings.isEmpty() ? "" : " and ")
                    .append(warnings)
                    .append(errorsLeftOut + warningsLeftOut == 1 ? " is not listed." : " are not listed.");
        }
        return text.toString();
    }

    private static String counted(int count, String noun) {
        return switch (count) {
            case 0 -> "";
            case 1 -> "1 " + noun;
            default -> count + " " + noun + "s";
        };
    }

    /**
     * Does nothing if there is no error.
     *
     * @throws InvalidDocumentException with all the problems, if there is one
     */
    public void orThrow() {
        if (hasErrors()) {
            throw new InvalidDocumentException(this);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Problems that
                && Arrays.equals(sorted, that.sorted)
                && errorsLeftOut == that.errorsLeftOut
                && warningsLeftOut == that.warningsLeftOut;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(sorted) + errorsLeftOut) + warningsLeftOut;
    }

    /** The same as {@link #render()}. */
    @Override
    public String toString() {
        return render();
    }
}
