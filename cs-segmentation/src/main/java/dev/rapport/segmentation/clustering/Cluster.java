package dev.rapport.segmentation.clustering;

import static java.util.Objects.requireNonNull;

import dev.rapport.segmentation.segment.Segment;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cluster of a fitted model: a segment and its centre.
 *
 * @param segment  the segment
 * @param centre  a value by the name of each attribute that the centre has: a {@code Double}, or a {@code String} of a text
 */
public record Cluster(Segment segment, Map<String, Object> centre) {

    /**
     * Sorts the centre.
     *
     * @param segment  the segment
     * @param centre  the centre
     * @throws IllegalArgumentException if the centre is empty or holds anything but finite numbers and texts
     */
    public Cluster {
        requireNonNull(segment, "segment");
        if (centre.isEmpty()) {
            throw new IllegalArgumentException("centre of " + segment + " must not be empty.");
        }
        centre.forEach((name, value) -> {
            if (!(value instanceof String) && !(value instanceof Double number && Double.isFinite(number))) {
                throw new IllegalArgumentException("centre of " + segment + " must be a finite number or a text at "
                        + name + ", was " + value + ".");
            }
        });
        centre = Collections.unmodifiableMap(new TreeMap<>(centre));
    }
}
