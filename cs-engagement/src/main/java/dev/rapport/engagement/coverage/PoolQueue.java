package dev.rapport.engagement.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The work of a pool and who takes the next customer that turns to it. Immutable.
 *
 * <p>Everybody in the pool gets turns as they have hours: the next one is for whoever, with it, has had fewest for their
 * hours. Somebody who is away for long has none and gets none.
 *
 * @param poolId  the id of the pool
 * @param hours  the hours a year that its customers need
 * @param shares  the hours of each member, in the order of the organisation
 */
public record PoolQueue(String poolId, BigDecimal hours, Map<String, BigDecimal> shares) {

    /**
     * Copies the shares.
     *
     * @param poolId  the id of the pool
     * @param hours  the hours a year that its customers need
     * @param shares  the hours of each member
     */
    public PoolQueue {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /**
     * Whose turn it is, one after the other.
     *
     * @param turns  how many turns to tell
     * @return the members; empty if nobody in the pool has hours
     */
    public List<String> next(int turns) {
        List<String> order = new ArrayList<>();
        Map<String, Integer> had = new HashMap<>();
        for (int turn = 0; turn < turns; turn++) {
            shares.entrySet().stream()
                    .filter(share -> share.getValue().signum() > 0)
                    .min((one, other) -> compare(one, other, had))
                    .ifPresent(share -> {
                        order.add(share.getKey());
                        had.merge(share.getKey(), 1, Integer::sum);
                    });
        }
        return List.copyOf(order);
    }

    /** By (turns had + 1) / hours, without dividing. */
    private static int compare(
            Map.Entry<String, BigDecimal> one, Map.Entry<String, BigDecimal> other, Map<String, Integer> had) {
        BigDecimal left =
                BigDecimal.valueOf(had.getOrDefault(one.getKey(), 0) + 1L).multiply(other.getValue());
        BigDecimal right =
                BigDecimal.valueOf(had.getOrDefault(other.getKey(), 0) + 1L).multiply(one.getValue());
        return left.compareTo(right);
    }
}
