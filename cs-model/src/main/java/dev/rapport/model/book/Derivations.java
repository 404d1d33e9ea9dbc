package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The derived attributes of a book by their keys, free of circles. */
final class Derivations {

    private final Map<AttributeKey<?>, DerivedAttribute<?>> byKey;

    private Derivations(Map<AttributeKey<?>, DerivedAttribute<?>> byKey) {
        this.byKey = byKey;
    }

    static Derivations of(List<DerivedAttribute<?>> derived) {
        Map<AttributeKey<?>, DerivedAttribute<?>> byKey = new LinkedHashMap<>();
        for (DerivedAttribute<?> attribute : derived) {
            if (byKey.put(attribute.key(), attribute) != null) {
                throw new IllegalArgumentException("attribute (" + attribute.key() + ") must be derived once.");
            }
        }
        Derivations derivations = new Derivations(byKey);
        Set<AttributeKey<?>> checked = new HashSet<>();
        for (DerivedAttribute<?> attribute : derived) {
            derivations.refuseCircles(attribute, new ArrayList<>(), checked);
        }
        return derivations;
    }

    private void refuseCircles(DerivedAttribute<?> attribute, List<String> path, Set<AttributeKey<?>> checked) {
        if (checked.contains(attribute.key())) {
            return;
        }
        String name = attribute.key().name();
        boolean circle = path.contains(name);
        path.add(name);
        if (circle) {
            throw new IllegalArgumentException(
                    "attribute (" + name + ") must not be derived from itself: " + String.join(" -> ", path) + ".");
        }
        for (AttributeKey<?> required : attribute.requires().attributes()) {
            DerivedAttribute<?> next = byKey.get(required);
            if (next != null) {
                refuseCircles(next, path, checked);
            }
        }
        path.remove(path.size() - 1);
        checked.add(attribute.key());
    }

    @SuppressWarnings("unchecked") // a derivation is kept under its own key
    <T> @Nullable DerivedAttribute<T> find(AttributeKey<T> key) {
        return (DerivedAttribute<T>) byKey.get(key);
    }

    Set<AttributeKey<?>> keys() {
        return byKey.keySet();
    }

    Iterable<DerivedAttribute<?>> all() {
        return byKey.values();
    }
}
