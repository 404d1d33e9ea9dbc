package dev.rapport.engagement.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A section of the plan: what it says, or which data it lacks. Both, where it can be said in part.
 *
 * @param <T>  what the section says
 * @param value  the content; empty where too much is missing
 * @param missing  the policies, series, fields and attributes that nobody fed, as names
 */
public record Section<T>(Optional<T> value, List<String> missing) {

    static <T> Section<T> of(T value) {
        return new Section<>(Optional.of(value), List.of());
    }

    static <T> Section<T> lacking(List<String> missing) {
        return new Section<>(Optional.empty(), List.copyOf(missing));
    }

    /**
     * Something read from the content.
     *
     * @param reading  reads it
     * @param otherwise  what stands in its place where there is no content
     * @param <R>  the type of what is read
     * @return what was read
     */
    public <R> R read(Function<? super T, ? extends R> reading, R otherwise) {
        return value.isPresent() ? reading.apply(value.get()) : otherwise;
    }
}
