package dev.rapport.segmentation.potential;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Comparable customers.
 *
 * @param of  what they have in common, in the order of the rule; nothing for all customers
 * @param rates  what they pay by the attribute that counts heads or seats
 * @param products  what they have bought
 */
public record PeerGroup(List<String> of, Map<String, PeerRate> rates, PeerProducts products) {

    /**
     * Copies list and map.
     *
     * @param of  what they have in common
     * @param rates  what they pay
     * @param products  what they have bought
     */
    public PeerGroup {
        of = List.copyOf(of);
        rates = Collections.unmodifiableMap(new TreeMap<>(rates));
    }
}
