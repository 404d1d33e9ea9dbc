package dev.rapport.model.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value over time that can be corrected later: the only place where facts in two times are split.
 *
 * <p>At each point of the plane (valid time, recorded time) there is at most one value. Recording closes what it
 * corrects and never removes it, so any earlier belief can be asked for again. Immutable: recording returns a new
 * timeline.
 *
 * @param <T>  the type of the value, itself immutable
 */
public final class Timeline<T> {

    private static final Timeline<?> EMPTY = new Timeline<>(List.of(), null);

    private final List<Fact<T>> facts;
    private final @Nullable Instant lastRecordedAt;

    private Timeline(List<Fact<T>> facts, @Nullable Instant lastRecordedAt) {
        this.facts = facts;
        this.lastRecordedAt = lastRecordedAt;
    }

    /**
     * A timeline on which nothing is stated.
     *
     * @param <T>  the type of the value
     * @return the empty timeline
     */
    @SuppressWarnings("unchecked") // holds no value, so it serves every type
    public static <T> Timeline<T> empty() {
        return (Timeline<T>) EMPTY;
    }

    /**
     * A timeline with one value that was recorded when it became true.
     *
     * @param <T>  the type of the value
     * @param value  the value
     * @param since  when it became true and was recorded
     * @return the timeline
     */
    public static <T> Timeline<T> of(T value, Instant since) {
        return Timeline.<T>empty().record(value, TimeRange.startingAt(since), since);
    }

    /**
     * States a value for a range of valid time, in place of whatever was believed there.
     *
     * @param value  the value
     * @param valid  when it is true
     * @param recordedAt  when this became known
     * @return the timeline with the statement
     * @throws IllegalArgumentException if something was recorded later than {@code recordedAt} already
     */
    public Timeline<T> record(T value, TimeRange valid, Instant recordedAt) {
        return write(requireNonNull(value, "value"), valid, recordedAt);
    }

    /**
     * Takes back whatever was believed for a range of valid time.
     *
     * @param valid  the range in which nothing is stated any more
     * @param recordedAt  when this became known
     * @return the timeline without the statements in that range
     * @throws IllegalArgumentException if something was recorded later than {@code recordedAt} already
     */
    public Timeline<T> retract(TimeRange valid, Instant recordedAt) {
        return write(null, valid, recordedAt);
    }

    private Timeline<T> write(@Nullable T value, TimeRange valid, Instant recordedAt) {
        if (lastRecordedAt != null && recordedAt.isBefore(lastRecordedAt)) {
            throw new IllegalArgumentException("recordedAt (" + recordedAt + ") must not be before the last recording ("
                    + lastRecordedAt + ").\nMaybe sort the statements by the time they were recorded.");
        }
        TimeRange fromNow = TimeRange.startingAt(recordedAt);
        List<Fact<T>> next = new ArrayList<>(facts.size() + 2);
        for (Fact<T> fact : facts) {
            if (!fact.recorded().isUnboundedEnd() || !fact.valid().overlaps(valid)) {
                next.add(fact);
                continue;
            }
            TimeRange believed =
                    TimeRange.orNullIfEmpty(fact.recorded().startInclusive().orElse(null), recordedAt);
            if (believed != null) {
                next.add(new Fact<>(fact.value(), fact.valid(), believed));
            }
            addIfAny(next, fact.value(), fact.valid().before(valid), fromNow);
            addIfAny(next, fact.value(), fact.valid().after(valid), fromNow);
        }
        if (value != null) {
            next.add(new Fact<>(value, valid, fromNow));
        }
        return new Timeline<>(List.copyOf(next), recordedAt);
    }

    private static <T> void addIfAny(List<Fact<T>> facts, T value, @Nullable TimeRange valid, TimeRange recorded) {
        if (valid != null) {
            facts.add(new Fact<>(value, valid, recorded));
        }
    }

    /**
     * The value that was true just before {@code validAt}, as known just before {@code knownAt}.
     *
     * @param asOf  the cut
     * @return the value, or empty if none was stated there
     */
    public Optional<T> at(AsOf asOf) {
        return factAt(asOf).map(Fact::value);
    }

    /**
     * As {@link #at(AsOf)}, with the two times of the statement.
     *
     * @param asOf  the cut
     * @return the fact, or empty if none was stated there
     */
    public Optional<Fact<T>> factAt(AsOf asOf) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            Fact<T> fact = facts.get(i);
            if (fact.recorded().containsJustBefore(asOf.knownAt())
                    && fact.valid().containsJustBefore(asOf.validAt())) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    /**
     * How the value changed over valid time, as known just before an instant.
     *
     * @param knownAt  the exclusive end of what is known
     * @return the facts believed then, by the start of their validity
     */
    public List<Fact<T>> history(Instant knownAt) {
        return facts.stream()
                .filter(fact -> fact.recorded().containsJustBefore(knownAt))
                .sorted((a, b) -> compareStarts(a.valid(), b.valid()))
                .toList();
    }

    /**
     * How the belief about one moment changed over recorded time.
     *
     * @param validAt  the moment asked about, exclusive as in {@link AsOf}
     * @return the facts that were believed about it, in the order of their recording
     */
    public List<Fact<T>> evolution(Instant validAt) {
        return facts.stream()
                .filter(fact -> fact.valid().containsJustBefore(validAt))
                .sorted((a, b) -> compareStarts(a.recorded(), b.recorded()))
                .toList();
    }

    private static int compareStarts(TimeRange a, TimeRange b) {
        if (a.startInclusive().isEmpty() || b.startInclusive().isEmpty()) {
            return Boolean.compare(
                    a.startInclusive().isPresent(), b.startInclusive().isPresent());
        }
        return a.startInclusive().get().compareTo(b.startInclusive().get());
    }

    /**
     * Every fact ever stated, believed still or not.
     *
     * @return the facts in the order of their recording
     */
    public List<Fact<T>> facts() {
        return facts;
    }

    /**
     * Says whether nothing was ever stated.
     *
     * @return true if there is no fact
     */
    public boolean isEmpty() {
        return facts.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Timeline<?> other
                && facts.equals(other.facts)
                && Objects.equals(lastRecordedAt, other.lastRecordedAt);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return facts.toString();
    }
}
