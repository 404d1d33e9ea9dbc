package dev.rapport.engagement.plan;

import dev.rapport.model.decision.ScoreChange;
import java.util.List;
import java.util.Map;

/**
 * What changed between two dates.
 *
 * @param bridge  how the recurring revenue came from one to the other
 * @param bands  how many customers moved from one health band to another, by the two bands; those who stayed included
 * @param movers  the customers whose score moved, most first, each with the reasons
 */
public record PlanChanges(ArrBridge bridge, Map<BandMove, Integer> bands, List<Mover> movers) {

    /**
     * A way between two bands; a customer who was not there yet, or is no more, has none on that side.
     *
     * @param from  the earlier band, or {@code none}
     * @param to  the later band, or {@code none}
     */
    public record BandMove(String from, String to) {}

    /**
     * A customer whose score moved.
     *
     * @param customerId  the customer
     * @param change  from where to where, and why
     */
    public record Mover(String customerId, ScoreChange change) {}
}
