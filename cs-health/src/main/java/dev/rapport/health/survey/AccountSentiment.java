package dev.rapport.health.survey;

import dev.rapport.model.decision.Decision;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account feels: the mean of its roles' answers, from 0 to 100, weighted by role. Not a net promoter score: the
 * answers of several instruments count as how good they are on their scales, and people count by their roles. Immutable.
 */
public final class AccountSentiment {

    private final Decision<Double> decision;
    private final SortedMap<String, Double> byRole;
    private final double dividedFrom;

    AccountSentiment(Decision<Double> decision, Map<String, Double> byRole, double dividedFrom) {
        this.decision = decision;
        this.byRole = Collections.unmodifiableSortedMap(new TreeMap<>(byRole));
        this.dividedFrom = dividedFrom;
    }

    /**
     * The account.
     *
     * @return the customer's id
     */
    public String customerId() {
        return decision.customerId();
    }

    /**
     * The sentiment with its reasons: a weighted mean of the roles.
     *
     * @return 0 to 100; empty where no role with a weight answered
     */
    public Decision<Double> decision() {
        return decision;
    }

    /**
     * What each role feels.
     *
     * @return 0 to 100 for each role that answered, {@code others} for those without a weight of their own
     */
    public SortedMap<String, Double> byRole() {
        return byRole;
    }

    /**
     * How far the roles are apart.
     *
     * @return the distance of the happiest to the unhappiest role; 0 if only one answered
     */
    public double distance() {
        return byRole.isEmpty() ? 0 : Collections.max(byRole.values()) - Collections.min(byRole.values());
    }

    /**
     * Says whether the roles disagree.
     *
     * @return true if they are as far apart as the rule says, or farther
     */
    public boolean isDivided() {
        return distance() >= dividedFrom;
    }

    /**
     * The role that feels worst.
     *
     * @return the role, the first in the alphabet of several; empty if none answered
     */
    public Optional<String> unhappiest() {
        return byRole.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /**
     * The role that feels best.
     *
     * @return the role, the first in the alphabet of several; empty if none answered
     */
    public Optional<String> happiest() {
        return byRole.entrySet().stream()
                .min(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }
}
