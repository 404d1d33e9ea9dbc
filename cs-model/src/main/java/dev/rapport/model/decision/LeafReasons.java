package dev.rapport.model.decision;

import dev.rapport.model.attribute.Reading;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Why a leaf has no value, or counts for less than its weight, in words. */
final class LeafReasons {

    private LeafReasons() {}

    static @Nullable String of(Leaf leaf, Status status, Reading<?> reading, @Nullable Reading<?> group, double age) {
        if (leaf.timeToLive != null && reading.valueOrNull() != null && status != Status.FAILED) {
            String aged = aged(leaf.timeToLive, age);
            if (aged != null) {
                return aged;
            }
        }
        if (status == Status.EVALUATED) {
            return null;
        }
        if (reading.valueOrNull() instanceof Money money && status == Status.FAILED) {
            return "amount is in " + money.getCurrencyUnit() + ", the rule reckons in " + leaf.currency;
        }
        if (leaf.comparison != null && reading.valueOrNull() != null) {
            return incomparable(leaf.comparison, group);
        }
        return reading.reason().orElse("the rule has no value for this");
    }

    private static String incomparable(Comparison comparison, @Nullable Reading<?> group) {
        Object name = group == null ? null : group.valueOrNull();
        Peers peers = comparison.of(name);
        if (peers != null) {
            return peers.otherwise();
        }
        return name == null
                ? "nobody to compare with without " + comparison.by
                : "nobody to compare with in " + comparison.by + " " + name;
    }

    /** What the age of a value has to do with what it counts, or null if it is fresh. */
    private static @Nullable String aged(TimeToLive timeToLive, double age) {
        if (Double.isNaN(age)) {
            return "does not say since when it holds, so it counts as fresh";
        }
        double left = timeToLive.left(age);
        String counts = " days old, counts for " + timeToLive;
        return left == 1 ? null : (long) age + (left > 0 ? counts : counts + ", so no more");
    }
}
