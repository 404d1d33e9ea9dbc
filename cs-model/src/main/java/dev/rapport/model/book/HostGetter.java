package dev.rapport.model.book;

import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls a host's getters, and says which one it was that threw or gave nothing. */
final class HostGetter {

    private HostGetter() {}

    static <S, T> @Nullable T read(String name, Function<? super S, ? extends @Nullable T> getter, S source) {
        try {
            return getter.apply(source);
        } catch (RuntimeException e) {
            throw failed(name, e);
        }
    }

    /** The instant of a time that a getter gives, or null if it gives none. */
    static <S> @Nullable Instant instant(
            String name, Function<? super S, ? extends @Nullable Temporal> getter, S source, Cut cut) {
        try {
            Temporal time = getter.apply(source);
            return time == null ? null : cut.instantOf(time);
        } catch (RuntimeException e) {
            throw failed(name, e);
        }
    }

    static IllegalStateException failed(String name, RuntimeException thrown) {
        return new IllegalStateException(name + " could not be read: " + DerivedAttribute.message(thrown), thrown);
    }

    static <S, T> T required(String name, Function<? super S, ? extends @Nullable T> getter, S source) {
        T value = read(name, getter, source);
        if (value == null) {
            throw new IllegalStateException(name + " must not be null");
        }
        return value;
    }
}
