package dev.rapport.engagement.whatif;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something in a plan, and the same in another.
 *
 * @param now  what it is in the first plan; empty where that does not have it
 * @param then  what it is in the other plan; empty where that does not have it
 * @param <T>  what it is
 */
public record Shift<T>(Optional<T> now, Optional<T> then) {

    /**
     * Checks that nothing is missing.
     *
     * @param now  what it is in the first plan
     * @param then  what it is in the other plan
     */
    public Shift {
        requireNonNull(now, "now");
        requireNonNull(then, "then");
    }

    static <T> Shift<T> of(T now, T then) {
        return new Shift<>(Optional.of(now), Optional.of(then));
    }

    /**
     * A part of it.
     *
     * @param part  takes the part
     * @param <V>  what the part is
     * @return the part in both plans
     */
    public <V> Shift<V> read(Function<? super T, Optional<V>> part) {
        return new Shift<>(now.flatMap(part), then.flatMap(part));
    }

    /**
     * Says whether it is another.
     *
     * @return true if the plans do not have the same
     */
    public boolean isChange() {
        return !now.equals(then);
    }
}
