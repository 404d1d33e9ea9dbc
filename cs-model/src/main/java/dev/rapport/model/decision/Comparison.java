package dev.rapport.model.decision;

import dev.rapport.model.attribute.AttributeKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Whom the numbers of a leaf are compared with: all the same peers, or those that a text names. */
final class Comparison {

    final @Nullable AttributeKey<String> by;
    private final List<Peers> peers = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    private Comparison(@Nullable AttributeKey<String> by) {
        this.by = by;
    }

    static Comparison with(Peers all) {
        Comparison comparison = new Comparison(null);
        comparison.peers.add(all);
        return comparison;
    }

    static Comparison within(AttributeKey<String> by, Map<String, Peers> groups) {
        Comparison comparison = new Comparison(by);
        new TreeMap<>(groups).forEach((name, group) -> {
            comparison.positions.put(name, comparison.peers.size());
            comparison.peers.add(group);
        });
        return comparison;
    }

    /** The position of the peers that a text names, NaN for none. */
    ToDoubleFunction<Object> position() {
        return name -> {
            Integer position = positions.get((String) name);
            return position == null ? Double.NaN : position;
        };
    }

    Peers at(int position) {
        return peers.get(position);
    }

    /** The peers of a group, or null if there are none; without groups the peers of all. */
    @Nullable
    Peers of(@Nullable Object group) {
        Integer position = by == null ? Integer.valueOf(0) : positions.get(group);
        return position == null ? null : peers.get(position);
    }
}
