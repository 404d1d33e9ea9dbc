package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.time.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes people out of a history. Each erased person is a different token from then on, so that numbers of people stay what
 * they were; nothing leads from a token back.
 */
final class Erasure {

    private static final String TOKEN = "erased-";
    private static final int SHORTEST_WORD = 3;

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final boolean everything;

    private Erasure(boolean everything) {
        this.everything = everything;
    }

    /** Erases one person, wherever they are named by id, name or address. */
    static Erasure ofPerson(String person, Map<SeriesKey<?>, SeriesHistory> series) {
        Erasure erasure = new Erasure(false);
        if (isToken(person)) {
            return erasure;
        }
        erasure.tokens.put(person, TOKEN + (tokensIn(series).size() + 1));
        erasure.addWord(person);
        for (StandardEntry entry : people(series)) {
            if (entry.id().equals(person)) {
                entry.find(Person.NAME).ifPresent(erasure::addWord);
                entry.find(Person.EMAIL).ifPresent(erasure::addWord);
            }
        }
        return erasure;
    }

    /** Erases everybody and whatever else is personal. */
    static Erasure ofEverything(Map<SeriesKey<?>, SeriesHistory> series) {
        Erasure erasure = new Erasure(true);
        int next = tokensIn(series).size() + 1;
        for (StandardEntry entry : people(series)) {
            if (!isToken(entry.id()) && erasure.tokens.putIfAbsent(entry.id(), TOKEN + next) == null) {
                next++;
            }
        }
        return erasure;
    }

    private static Set<String> tokensIn(Map<SeriesKey<?>, SeriesHistory> series) {
        Set<String> found = new HashSet<>();
        series.forEach((key, history) -> {
            for (StandardEntry entry : history.entries()) {
                if (isToken(entry.id())) {
                    found.add(entry.id());
                }
                for (AttributeKey<?> field : key.fields()) {
                    if (isPersonal(field) && entry.valueOrNull(field) instanceof String text && isToken(text)) {
                        found.add(text);
                    }
                }
            }
        });
        return found;
    }

    private void addWord(String word) {
        if (word.length() >= SHORTEST_WORD) {
            words.add(word.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isToken(String text) {
        return text.startsWith(TOKEN)
                && text.length() > TOKEN.length()
                && text.chars().skip(TOKEN.length()).allMatch(c -> c >= '0' && c <= '9');
    }

    static boolean isPersonal(AttributeKey<?> key) {
        return key.sensitivity() == Sensitivity.PERSONAL;
    }

    private static List<StandardEntry> people(Map<SeriesKey<?>, SeriesHistory> series) {
        SeriesHistory people = series.get(Person.SERIES);
        return people == null ? List.of() : people.entries();
    }

    Map<SeriesKey<?>, SeriesHistory> from(Map<SeriesKey<?>, SeriesHistory> series) {
        Map<SeriesKey<?>, SeriesHistory> kept = new LinkedHashMap<>();
        series.forEach((key, history) -> {
            List<StandardEntry> without = new ArrayList<>(history.entries().size());
            history.entries().forEach(entry -> without.add(without(key, entry)));
            kept.put(key, SeriesHistory.of(key, without));
        });
        return kept;
    }

    private StandardEntry without(SeriesKey<?> key, StandardEntry entry) {
        List<AttributeKey<?>> fields = key.fields();
        boolean about = everything || tokens.containsKey(entry.id());
        for (AttributeKey<?> field : fields) {
            about |= isPersonal(field) && names(entry.valueOrNull(field));
        }
        @Nullable Object[] kept = new @Nullable Object[fields.size()];
        boolean changed = tokens.containsKey(entry.id());
        for (int i = 0; i < kept.length; i++) {
            Object value = entry.valueOrNull(fields.get(i));
            kept[i] = isPersonal(fields.get(i)) ? without(value, about) : value;
            changed |= kept[i] != value;
        }
        return changed ? entry.with(tokens.getOrDefault(entry.id(), entry.id()), kept) : entry;
    }

    private @Nullable Object without(@Nullable Object value, boolean about) {
        if (value instanceof String text) {
            String token = isToken(text) ? text : tokens.get(text);
            return token != null ? token : about || mentions(text) ? null : text;
        }
        if (value instanceof Set<?> texts) {
            Set<?> left = without(texts);
            return left.equals(texts) ? value : left.isEmpty() ? null : left;
        }
        return about ? null : value;
    }

    private boolean names(@Nullable Object value) {
        return value instanceof Set<?> texts
                ? texts.stream().anyMatch(tokens::containsKey)
                : value instanceof String text && tokens.containsKey(text);
    }

    /** Of several people named together, tokens take the place of those that are erased; the others stay. */
    private Set<?> without(Set<?> texts) {
        Set<Object> left = new HashSet<>();
        for (Object one : texts) {
            String text = String.valueOf(one);
            String token = isToken(text) ? text : tokens.get(text);
            if (token != null) {
                left.add(token);
            } else if (!everything && !mentions(text)) {
                left.add(one);
            }
        }
        return Set.copyOf(left);
    }

    private boolean mentions(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }

    Map<AttributeKey<?>, Timeline<Object>> fromAttributes(Map<AttributeKey<?>, Timeline<Object>> attributes) {
        Map<AttributeKey<?>, Timeline<Object>> kept = new LinkedHashMap<>(attributes);
        kept.entrySet()
                .removeIf(attribute -> isPersonal(attribute.getKey())
                        && (everything
                                || attribute.getValue().facts().stream()
                                        .anyMatch(fact -> mentions(String.valueOf(fact.value())))));
        return kept;
    }
}
