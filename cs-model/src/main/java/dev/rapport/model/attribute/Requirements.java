package dev.rapport.model.attribute;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a strategy or a derivation reads, said before it reads.
 *
 * @param attributes  the attributes, in a stable order
 * @param series  the series, in a stable order
 */
public record Requirements(Set<AttributeKey<?>> attributes, Set<SeriesKey<?>> series) {

    private static final Requirements NONE = new Requirements(Set.of(), Set.of());

    /**
     * Copies the sets, keeping their order.
     *
     * @param attributes  the attributes
     * @param series  the series
     */
    public Requirements {
        attributes = Collections.unmodifiableSet(new LinkedHashSet<>(attributes));
        series = Collections.unmodifiableSet(new LinkedHashSet<>(series));
    }

    /**
     * No requirement.
     *
     * @return the empty requirements
     */
    public static Requirements none() {
        return NONE;
    }

    /**
     * Requirements of attributes alone.
     *
     * @param keys  the attributes
     * @return the requirements
     */
    public static Requirements attributes(AttributeKey<?>... keys) {
        return new Requirements(new LinkedHashSet<>(List.of(keys)), Set.of());
    }

    /**
     * Requirements of series alone.
     *
     * @param keys  the series
     * @return the requirements
     */
    public static Requirements series(SeriesKey<?>... keys) {
        return new Requirements(Set.of(), new LinkedHashSet<>(List.of(keys)));
    }

    /**
     * Both requirements together.
     *
     * @param other  further requirements
     * @return the union, these first
     */
    public Requirements and(Requirements other) {
        Set<AttributeKey<?>> allAttributes = new LinkedHashSet<>(attributes);
        allAttributes.addAll(other.attributes);
        Set<SeriesKey<?>> allSeries = new LinkedHashSet<>(series);
        allSeries.addAll(other.series);
        return new Requirements(allAttributes, allSeries);
    }
}
