package dev.rapport.health.simulation;

import dev.rapport.model.attribute.AttributeKey;
import java.util.List;
import java.util.Set;

/**
 * What a simulation looks at.
 *
 * @param badBands  the bands that call somebody in when a customer comes into them; none for the lowest of each scale
 * @param groupBy  the attributes by whose values customers are counted apart, such as segment and owner
 * @param movers  of how many customers the reasons are told, those whose scores move furthest
 */
public record SimulationScope(Set<String> badBands, List<AttributeKey<String>> groupBy, int movers) {

    private static final int MOVERS = 25;

    /**
     * Copies the collections.
     *
     * @param badBands  the bands that call somebody in
     * @param groupBy  the attributes by whose values customers are counted apart
     * @param movers  of how many customers the reasons are told, at least 0
     */
    public SimulationScope {
        badBands = Set.copyOf(badBands);
        groupBy = List.copyOf(groupBy);
        if (movers < 0) {
            throw new IllegalArgumentException("movers (" + movers + ") must be at least 0.");
        }
    }

    /**
     * The whole book, with the lowest bands as bad ones and the reasons of 25.
     *
     * @param groupBy  the attributes by whose values customers are counted apart
     * @return the scope
     */
    public static SimulationScope by(List<AttributeKey<String>> groupBy) {
        return new SimulationScope(Set.of(), groupBy, MOVERS);
    }
}
