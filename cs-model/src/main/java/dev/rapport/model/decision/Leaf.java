package dev.rapport.model.decision;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
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

    private Leaf(
            AttributeKey<?> key,
            @Nullable NumberFunction number,
            @Nullable ToDoubleFunction<Object> word,
            @Nullable CurrencyUnit currency,
            @Nullable TimeToLive timeToLive) {
        this.key = requireNonNull(key, "key");
        this.number = number;
        this.word = word;
        this.currency = currency;
        this.timeToLive = timeToLive;
    }

    static Leaf numeric(AttributeKey<?> key, NumberFunction function, @Nullable CurrencyUnit currency) {
        return new Leaf(key, requireNonNull(function, "function"), null, currency, null);
    }

    static Leaf worded(AttributeKey<?> key, ToDoubleFunction<Object> function) {
        return new Leaf(key, null, function, null, null);
    }

    static Leaf presence(AttributeKey<?> key) {
        return new Leaf(key, null, null, null, null);
    }

    Leaf fading(TimeToLive ttl) {
        return new Leaf(key, number, word, currency, requireNonNull(ttl, "timeToLive"));
    }

    boolean isPresence() {
        return number == null && word == null;
    }

    AttributeKind kind() {
        return key.kind();
    }
}
