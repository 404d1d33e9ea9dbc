package dev.rapport.model.decision;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.book.DerivedAttribute;
import java.util.function.ToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What a leaf reads and what it makes of it. */
final class Leaf {

    final AttributeKey<?> key;
    final @Nullable NumberFunction number;
    final @Nullable ToDoubleFunction<Object> word;
    final @Nullable CurrencyUnit currency;
    final @Nullable TimeToLive timeToLive;
    final @Nullable Comparison comparison;
    final @Nullable DerivedAttribute<?> computed;

    private Leaf(
            AttributeKey<?> key,
            @Nullable NumberFunction number,
            @Nullable ToDoubleFunction<Object> word,
            @Nullable CurrencyUnit currency,
            @Nullable TimeToLive timeToLive,
            @Nullable Comparison comparison,
            @Nullable DerivedAttribute<?> computed) {
        this.key = requireNonNull(key, "key");
        this.number = number;
        this.word = word;
        this.currency = currency;
        this.timeToLive = timeToLive;
        this.comparison = comparison;
        this.computed = computed;
    }

    static Leaf numeric(AttributeKey<?> key, NumberFunction function, @Nullable CurrencyUnit currency) {
        return new Leaf(key, requireNonNull(function, "function"), null, currency, null, null, null);
    }

    static Leaf worded(AttributeKey<?> key, ToDoubleFunction<Object> function) {
        return new Leaf(key, null, function, null, null, null, null);
    }

    static Leaf presence(AttributeKey<?> key) {
        return new Leaf(key, null, null, null, null, null, null);
    }

    Leaf fading(TimeToLive ttl) {
        return new Leaf(key, number, word, currency, requireNonNull(ttl, "timeToLive"), comparison, computed);
    }

    Leaf compared(Comparison with) {
        return new Leaf(key, number, word, currency, timeToLive, with, computed);
    }

    Leaf computedBy(DerivedAttribute<?> attribute) {
        if (!attribute.key().equals(key)) {
            throw new IllegalArgumentException(
                    "attribute (" + attribute.key() + ") must be the one that the leaf reads, " + key + ".");
        }
        return new Leaf(key, number, word, currency, timeToLive, comparison, attribute);
    }

    /** What says whom a number is compared with, or null. */
    @Nullable
    AttributeKey<String> by() {
        return comparison == null ? null : comparison.by;
    }

    /** What is made of each text: of the one that is read, or of the one that names the peers; null if none is. */
    @Nullable
    ToDoubleFunction<Object> words() {
        return by() != null && comparison != null ? comparison.position() : word;
    }

    boolean isPresence() {
        return number == null && word == null;
    }

    AttributeKind kind() {
        return key.kind();
    }
}
