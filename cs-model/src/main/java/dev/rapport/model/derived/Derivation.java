package dev.rapport.model.derived;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.DerivedAttribute;
import java.util.function.Function;

/**
 * A computation over a customer's series that has not been given a name yet, see {@link Aggregate}. Immutable.
 *
 * @param <T>  the type of the value
 */
public sealed class Derivation<T> permits Quantity {

    private final Requirements requires;
    private final Function<CustomerView, Reading<T>> function;

    Derivation(Requirements requires, Function<CustomerView, Reading<T>> function) {
        this.requires = requires;
        this.function = function;
    }

    /**
     * Puts the computation under a key.
     *
     * @param key  the attribute
     * @return the attribute, to be handed to {@code Facts.of(...).derive(...)}
     */
    public final DerivedAttribute<T> as(AttributeKey<T> key) {
        return new DerivedAttribute<>(requireNonNull(key, "key"), requires, function);
    }

    /**
     * A second computation for where this one is missing.
     *
     * @param other  the other computation
     * @return the reading of this one, or that of the other where this one is missing
     */
    public final Derivation<T> orElse(Derivation<T> other) {
        return new Derivation<>(requires.and(other.requires), view -> {
            Reading<T> reading = read(view);
            return reading.status() == Reading.Status.MISSING ? other.read(view) : reading;
        });
    }

    final Reading<T> read(CustomerView view) {
        return function.apply(view);
    }

    final Requirements requires() {
        return requires;
    }
}
