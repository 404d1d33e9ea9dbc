package dev.rapport.model.problem;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with a document or a row: how bad it is, a stable code, where it stands, a message for
 * people that says what was found and what is allowed, and advice where there is some.
 *
 * <p>Codes are stable and meant for programs; messages and advice are for people and may be reworded. Immutable.
 * Problems sort by location, errors before warnings at the same place.
 */
public final class Problem implements Comparable<Problem>, Serializable {

    private static final long serialVersionUID = 1L;

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::location)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::code)
            .thenComparing(Problem::message)
            .thenComparing(problem -> problem.advice);

    private final Severity severity;
    private final String code;
    private final Location location;
    private final String message;
    private final String advice;

    private Problem(Severity severity, String code, Location location, String message, String advice) {
        this.severity = requireNonNull(severity, "severity");
        this.code = requireNonNull(code, "code");
        this.location = requireNonNull(location, "location");
        this.message = requireNonNull(message, "message");
        this.advice = requireNonNull(advice, "advice");
        if (code.isBlank()) {
            throw new IllegalArgumentException("code must not be blank");
        }
        if (message.isBlank()) {
            throw new IllegalArgumentException("message must not be blank");
        }
    }

    /**
     * An error: what was read cannot be used.
     *
     * @param code the stable code in lower-case words, such as {@code unknown-field}
     * @param location where it stands
     * @param message what was found and what is allowed, without the full stop, such as
     *     {@code must be >= 0, was -0.1}
     * @return the problem, without advice
     */
    public static Problem error(String code, Location location, String message) {
        return of(Severity.ERROR, code, location, message);
    }

    /**
     * A warning: what was read can be used, but somebody should look at it.
     *
     * @param code the stable code in lower-case words
     * @param location where it stands
     * @param message what was found, without the full stop
     * @return the problem, without advice
     */
    public static Problem warning(String code, Location location, String message) {
        return of(Severity.WARNING, code, location, message);
    }

    /**
     * A problem of a given severity.
     *
     * @param severity how bad it is
     * @param code the stable code in lower-case words
     * @param location where it stands
     * @param message what was found, without the full stop
     * @return the problem, without advice
     */
    public static Problem of(Severity severity, String code, Location location, String message) {
        return new Problem(severity, code, location, message, "");
    }

    /**
     * The same problem with a line of advice.
     *
     * @param advice what may have been meant, by custom beginning with "Maybe", without the full stop; empty for none
     * @return the new problem
     */
    public Problem withAdvice(String advice) {
        return new Problem(severity, code, location, message, advice);
    }

    /**
     * How bad it is.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * The stable code, for programs.
     *
     * @return the code in lower-case words
     */
    public String code() {
        return code;
    }

    /**
     * Where it stands.
     *
     * @return the location
     */
    public Location location() {
        return location;
    }

    /**
     * What was found and what is allowed, for people.
     *
     * @return the message, without the full stop
     */
    public String message() {
        return message;
    }

    /**
     * What may have been meant.
     *
     * @return the advice without the full stop, or empty
     */
    public Optional<String> advice() {
        return advice.isEmpty() ? Optional.empty() : Optional.of(advice);
    }

    /**
     * The problem as text for people: one line, and a second, indented one for advice. What cannot be seen, line ends
     * too, is escaped.
     *
     * <pre>
     * scorecard.json:14:9 /groups/0/weight: must be &gt;= 0, was -0.1.
     *   Maybe the measure should be inverted: "direction": "lower-is-better".
     * </pre>
     *
     * @return the text, without a line end
     */
    public String render() {
        StringBuilder text = new StringBuilder(location.toString());
        if (text.length() > 0) {
            text.append(": ");
        }
        if (severity == Severity.WARNING) {
            text.append("warning: ");
        }
        appendSentence(text, message);
        if (!advice.isEmpty()) {
            appendSentence(text.append("\n  "), advice);
        }
        return text.toString();
    }

    private static void appendSentence(StringBuilder text, String sentence) {
        text.append(Quote.visible(sentence));
        if (!sentence.endsWith(".")) {
            text.append('.');
        }
    }

    /** Compares by location, then severity, code, message and advice; agrees with equals. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Problem that
                && severity == that.severity
                && code.equals(that.code)
                && location.equals(that.location)
                && message.equals(that.message)
                && advice.equals(that.advice);
    }

    @Override
    public int hashCode() {
        return Objects.hash(severity, code, location, message, advice);
    }

    /** The same as {@link #render()}. */
    @Override
    public String toString() {
        return render();
    }
}
