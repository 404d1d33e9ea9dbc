package dev.rapport.model.problem;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of reading something: the value, perhaps with warnings, or the errors. Never both. Immutable if the
 * value is.
 *
 * <pre>{@code
 * Scorecard scorecard = ScorecardDocuments.KIND.read(JsonInput.read("scorecard.json", in)).orThrow();
 * }</pre>
 *
 * @param <T> what was to be read
 */
public final class Checked<T> {

    private final @Nullable T value;
    private final Problems problems;

    private Checked(@Nullable T value, Problems problems) {
        this.value = value;
        this.problems = problems;
    }

    /**
     * A value with nothing to complain about.
     *
     * @param <T> its type
     * @param value the value
     * @return the value, checked
     */
    public static <T> Checked<T> valid(T value) {
        return valid(value, Problems.none());
    }

    /**
     * A value with warnings.
     *
     * @param <T> its type
     * @param value the value
     * @param warnings what somebody should look at; no errors among them
     * @return the value, checked
     */
    public static <T> Checked<T> valid(T value, Problems warnings) {
        if (warnings.hasErrors()) {
            throw new IllegalArgumentException("warnings must have no errors, had " + warnings.errorCount());
        }
        return new Checked<>(requireNonNull(value, "value"), warnings);
    }

    /**
     * No value, because of errors.
     *
     * @param <T> what was to be read
     * @param problems what is wrong, with at least one error
     * @return the problems
     */
    public static <T> Checked<T> invalid(Problems problems) {
        if (!problems.hasErrors()) {
            throw new IllegalArgumentException("problems must have at least one error");
        }
        return new Checked<>(null, problems);
    }

    /**
     * Whether there is a value.
     *
     * @return true if there are no errors
     */
    public boolean isValid() {
        return value != null;
    }

    /**
     * The value.
     *
     * @return the value, or empty if there are errors
     */
    public Optional<T> find() {
        return Optional.ofNullable(value);
    }

    /**
     * The value, for those who prefer exceptions.
     *
     * @return the value
     * @throws InvalidDocumentException with all the problems, if there are errors
     */
    public T orThrow() {
        if (value == null) {
            throw new InvalidDocumentException(problems);
        }
        return value;
    }

    /**
     * All that is wrong.
     *
     * @return errors and warnings, or only warnings where there is a value
     */
    public Problems problems() {
        return problems;
    }

    /**
     * The same with another value, where there is one.
     *
     * @param <U> the type of the other value
     * @param mapping makes the other value; must not fail
     * @return the other value with the same warnings, or the same errors
     */
    public <U> Checked<U> map(Function<? super T, ? extends U> mapping) {
        return value == null ? new Checked<>(null, problems) : valid(mapping.apply(value), problems);
    }

    /** The value, or the problems as text. */
    @Override
    public String toString() {
        return value == null ? problems.render() : value.toString();
    }
}
