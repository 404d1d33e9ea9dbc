package dev.rapport.model.attribute;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading one attribute of one customer: a value, or the reason why there is none.
 *
 * <p>Missing is not zero, and not applicable is not missing.
 *
 * @param <T>  the type of the value
 */
public final class Reading<T> {

    private static final Reading<?> MISSING = new Reading<>(Status.MISSING, null, null, "no value");

    /** What a reading can be. The order is that of the codes in columns. */
    public enum Status {
        /** There is a value. */
        PRESENT,
        /** The question makes no sense for this customer. */
        NOT_APPLICABLE,
        /** There could be a value and is none. */
        MISSING,
        /** The value could not be had: its computation failed. */
        FAILED
    }

    private final Status status;
    private final @Nullable T value;
    private final @Nullable Provenance provenance;
    private final @Nullable String reason;

    private Reading(Status status, @Nullable T value, @Nullable Provenance provenance, @Nullable String reason) {
        this.status = status;
        this.value = value;
        this.provenance = provenance;
        this.reason = reason;
    }

    /**
     * A reading with a value.
     *
     * @param value  the value
     * @param provenance  where it comes from
     * @param <T>  the type of the value
     * @return the reading
     */
    public static <T> Reading<T> present(T value, Provenance provenance) {
        return new Reading<>(
                Status.PRESENT, requireNonNull(value, "value"), requireNonNull(provenance, "provenance"), null);
    }

    /**
     * A reading without a value.
     *
     * @param <T>  the type of the value
     * @return the reading
     */
    @SuppressWarnings("unchecked") // holds no value, so it serves every type
    public static <T> Reading<T> missing() {
        return (Reading<T>) MISSING;
    }

    /**
     * A reading without a value, with the reason.
     *
     * @param reason  why there is none, as a clause
     * @param <T>  the type of the value
     * @return the reading
     */
    public static <T> Reading<T> missing(String reason) {
        return new Reading<>(Status.MISSING, null, null, requireNonNull(reason, "reason"));
    }

    /**
     * A reading of a question that makes no sense here.
     *
     * @param reason  why it makes none, as a clause
     * @param <T>  the type of the value
     * @return the reading
     */
    public static <T> Reading<T> notApplicable(String reason) {
        return new Reading<>(Status.NOT_APPLICABLE, null, null, requireNonNull(reason, "reason"));
    }

    /**
     * A reading that failed.
     *
     * @param reason  what went wrong, as a clause
     * @param <T>  the type of the value
     * @return the reading
     */
    public static <T> Reading<T> failed(String reason) {
        return new Reading<>(Status.FAILED, null, null, requireNonNull(reason, "reason"));
    }

    /**
     * What the reading is.
     *
     * @return the status
     */
    public Status status() {
        return status;
    }

    /**
     * The value.
     *
     * @return the value, empty unless {@link Status#PRESENT}
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * The value or null: for loops over whole books, which should not allocate.
     *
     * @return the value, null unless {@link Status#PRESENT}
     */
    public @Nullable T valueOrNull() {
        return value;
    }

    /**
     * Where the value comes from.
     *
     * @return the provenance, empty unless {@link Status#PRESENT}
     */
    public Optional<Provenance> provenance() {
        return Optional.ofNullable(provenance);
    }

    /**
     * Why there is no value.
     *
     * @return the reason, empty if {@link Status#PRESENT}
     */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    @Override
    public String toString() {
        return value != null ? String.valueOf(value) : status + " (" + reason + ")";
    }
}
