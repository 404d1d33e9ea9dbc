package dev.rapport.model.shape;

import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of some words. */
final class WordShape<E> extends Shape<E> {

    private final Map<String, E> meanings;
    private final Map<E, String> words = new HashMap<>();

    WordShape(Map<String, E> meanings) {
        this.meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
        this.meanings.forEach((word, meaning) -> {
            String other = words.put(meaning, word);
            if (other != null) {
                throw new IllegalArgumentException("words must have different meanings; the same one have "
                        + Quote.text(other) + " and " + Quote.text(word));
            }
        });
        if (words.isEmpty()) {
            throw new IllegalArgumentException("words must not be empty");
        }
    }

    static <E extends Enum<E>> WordShape<E> of(Class<E> type) {
        Map<String, E> meanings = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            meanings.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return new WordShape<>(meanings);
    }

    @Override
    @Nullable
    E decode(JsonValue json, ProblemCollector problems) {
        if (!(json instanceof JsonText text)) {
            return wrongType(json, problems, "");
        }
        E meaning = meanings.get(text.text());
        if (meaning == null) {
            problems.add(Problem.error(
                            Codes.UNKNOWN_WORD, json.location(), "expected " + expected() + ", got " + json.describe())
                    .withAdvice(Nearest.advice(text.text(), meanings.keySet())));
        }
        return meaning;
    }

    @Override
    void encode(E value, JsonOut out) {
        String word = words.get(value);
        if (word == null) {
            throw new IllegalArgumentException("value must be one of " + words.keySet() + ", was " + value);
        }
        out.value(word);
    }

    @Override
    String expected() {
        return "one of " + meanings.keySet();
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.out().array("enum", out -> meanings.keySet().forEach(out::value));
    }
}
