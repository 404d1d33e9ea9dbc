package dev.rapport.model.decision;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.DerivedAttribute;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The attributes that the leaves of a program compute themselves. */
final class Computations {

    private final Map<AttributeKey<?>, DerivedAttribute<?>> byKey;

    private Computations(Map<AttributeKey<?>, DerivedAttribute<?>> byKey) {
        this.byKey = byKey;
    }

    static Computations of(List<Node> nodes) {
        Map<AttributeKey<?>, DerivedAttribute<?>> computed = new LinkedHashMap<>();
        Set<AttributeKey<?>> read = new LinkedHashSet<>();
        for (Node node : nodes) {
            Leaf leaf = node.leaf();
            if (leaf == null) {
                continue;
            }
            if (leaf.computed == null) {
                read.add(leaf.key);
            } else {
                DerivedAttribute<?> other = computed.putIfAbsent(leaf.key, leaf.computed);
                if (other != null && !other.equals(leaf.computed)) {
                    throw twice(leaf.key);
                }
            }
        }
        for (AttributeKey<?> key : read) {
            if (computed.containsKey(key)) {
                throw twice(key);
            }
        }
        return new Computations(computed);
    }

    private static IllegalArgumentException twice(AttributeKey<?> key) {
        return new IllegalArgumentException("attribute (" + key + ") must come from one computation, has two.\n"
                + "Maybe give the second one a name of its own.");
    }

    /** In the order of the nodes. */
    Collection<DerivedAttribute<?>> attributes() {
        return byKey.values();
    }

    /** What is read in order to fill some slots. */
    Requirements requirements(List<AttributeKey<?>> slots) {
        Requirements read = Requirements.attributes(
                slots.stream().filter(slot -> !byKey.containsKey(slot)).toArray(AttributeKey<?>[]::new));
        for (DerivedAttribute<?> attribute : byKey.values()) {
            read = read.and(attribute.requires());
        }
        return read;
    }

    Reading<?> read(AttributeKey<?> key, CustomerView view) {
        DerivedAttribute<?> own = byKey.get(key);
        return own == null ? view.read(key) : own.read(view);
    }
}
