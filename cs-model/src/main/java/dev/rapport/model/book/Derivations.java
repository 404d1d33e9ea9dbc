package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The derived attributes of a book by their keys, free of circles. */
final class Derivations {

    private final Map<AttributeKey<?>, DerivedAttribute<?>> byKey;
    private final Map<AttributeKey<?>, Integer> positions = new HashMap<>();

    private Derivations(Map<AttributeKey<?>, DerivedAttribute<?>> byKey) {
        this.byKey = byKey;
        byKey.keySet().forEach(key -> positions.put(key, positions.size()));
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

    /** Where an attribute stands among all, or -1. */
    int positionOf(AttributeKey<?> key) {
        return positions.getOrDefault(key, -1);
    }

    int size() {
        return byKey.size();
    }

    Set<AttributeKey<?>> keys() {
        return byKey.keySet();
    }

    Collection<DerivedAttribute<?>> all() {
        return byKey.values();
    }
}
