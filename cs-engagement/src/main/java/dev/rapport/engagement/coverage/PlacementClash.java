package dev.rapport.engagement.coverage;

import java.util.List;

/**
 * Why not everybody can be placed: constraints that cannot be kept together, none of which the proof can do without. Where
 * few customers clash, the others could be kept without any one of them, or with room in any one of the constraints; where
 * they are many, it is proven by counting hours or hand-overs, and each of them is needed for the count.
 *
 * @param customers  the ids of the customers that have to be placed
 * @param constraints  what is too little or too much to ask, such as the hours of somebody
 * @param message  the same in a sentence
 */
public record PlacementClash(List<String> customers, List<String> constraints, String message) {

    /**
     * Keeps copies.
     *
     * @param customers  the ids of the customers
     * @param constraints  what cannot be kept for them
     * @param message  the same in a sentence
     */
    public PlacementClash {
        customers = List.copyOf(customers);
        constraints = List.copyOf(constraints);
    }
}
