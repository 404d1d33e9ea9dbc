package dev.rapport.model.tables;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.Quote;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reason why one row of a table was not taken. A row can be rejected for several. Immutable. */
public final class Rejection implements Comparable<Rejection> {

    private static final int LONGEST_VALUE = 1_000;

    private static final Comparator<Rejection> ORDER = Comparator.comparing(Rejection::file)
            .thenComparing(Rejection::line)
            .thenComparing(Rejection::column)
            .thenComparing(Rejection::code)
            .thenComparing(Rejection::value)
            .thenComparing(Rejection::reason);

    private final String file;
    private final int line;
    private final String column;
    private final String value;
    private final Refusal refusal;

    Rejection(String file, int line, String column, String value, Refusal refusal) {
        this.file = file;
        this.line = line;
        this.column = column;
        this.value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
        this.refusal = refusal;
    }

    /**
     * The file of the row.
     *
     * @return its name
     */
    public String file() {
        return file;
    }

    /**
     * The line in which the row begins.
     *
     * @return the line, from 1, the header's
     */
    public int line() {
        return line;
    }

    /**
     * The column that is to blame.
     *
     * @return its name in the file, or that of the field where it has none; empty if the row as a whole is
     */
    public String column() {
        return column;
    }

    /**
     * What stands there.
     *
     * @return the text of the cell, at most its first 1,000 characters
     */
    public String value() {
        return value;
    }

    /**
     * The stable code of the reason, for programs.
     *
     * @return lower-case words, such as {@code not-a-number}
     */
    public String code() {
        return refusal.code();
    }

    /**
     * The reason, for people.
     *
     * @return what is allowed or what is wrong, without the full stop
     */
    public String reason() {
        return refusal.reason();
    }

    /**
     * What may have been meant.
     *
     * @return the advice, or empty
     */
    public Optional<String> advice() {
        return refusal.advice().isEmpty() ? Optional.empty() : Optional.of(refusal.advice());
    }

    /**
     * The same as a problem.
     *
     * @return an error at the file and line
     */
    public Problem problem() {
        String cell = column.isEmpty() ? "" : "column " + Quote.text(column) + " (" + Quote.text(value) + ") ";
        return Problem.error(code(), Location.of(file).at(line, 0), cell + reason())
                .withAdvice(refusal.advice());
    }

    /** Compares by file, line, column, then by what is wrong. */
    @Override
    public int compareTo(Rejection other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Rejection other
                && file.equals(other.file)
                && line == other.line
                && column.equals(other.column)
                && value.equals(other.value)
                && refusal.equals(other.refusal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, line, column, value, refusal);
    }

    @Override
    public String toString() {
        return problem().render();
    }
}
